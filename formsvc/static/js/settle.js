// What was said of a form is done with when it has passed, but for the warnings: those that nobody has
// answered are told again, and a reason stands with what it answers.

import { words } from "./words.js";

/** Leave of what is said in `main` only what belongs to the documents that were `created`. */
export function settle(main, created) {
  const told = [...created.querySelectorAll(".asking li")].map((one) => one.textContent);
  const isTold = (part) => told.includes(part.textContent);
  for (const answer of main.querySelectorAll(".answer")) {
    const written = answer.querySelector("input[type=text]").value.trim() !== "";
    if (written) {
      answer.classList.add("given");
      answer.querySelector("label").textContent = words("answered");
    } else if (!notesBy(answer).some((note) => isTold(note.querySelector("b")))) {
      answer.remove();
    }
  }
  for (const note of main.querySelectorAll(".note")) {
    if (isTold(note.querySelector("b"))) continue;
    if (isAnswered(note)) note.classList.replace("warning", "answered");
    else note.remove();
  }
  for (const notes of main.querySelectorAll(".notes:not(:has(.note))")) notes.remove();
  for (const part of main.querySelectorAll(".field, .rows")) {
    const asks = part.querySelector(":scope > .notes > .note.warning");
    part.classList.remove("error", "tip");
    part.classList.toggle("warning", Boolean(asks));
  }
  for (const field of main.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  settleSummary(main, isTold);
}

const notesBy = (answer) => [...answer.parentElement.querySelectorAll(":scope > .notes > .note")];

const isAnswered = (note) => note.matches(".warning, .answered")
  && note.parentElement.parentElement.querySelector(":scope > .answer.given") !== null;

function settleSummary(main, isTold) {
  for (const one of main.querySelectorAll("#findings .asks li")) if (!isTold(one)) one.remove();
  for (const summary of main.querySelectorAll(".summary")) {
    if (!summary.querySelector(".asks li")) summary.remove();
  }
}
