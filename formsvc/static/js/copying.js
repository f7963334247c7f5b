// A button beside a text copies it; without a script one marks the text and copies it oneself.

import { words } from "./words.js";

/** Show the buttons in `main`. */
export function copying(main) {
  for (const one of main.querySelectorAll("[data-with-script]")) one.hidden = false;
  for (const one of main.querySelectorAll("[data-without-script]")) one.hidden = true;
}

/** Copy the text that a pressed button is for, and tell so. */
export async function copyText(event) {
  const button = event.target.closest("button[data-copies]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copies);
  const told = button.closest("section").querySelector(".copied");
  told.textContent = "";
  const copied = await copy(text);
  const name = text.labels[0].textContent;
  told.textContent = copied ? words("copied", { name }) : words("marked_text");
  if (told.previousElementSibling !== button.parentElement) button.parentElement.after(told);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.value); // over plain http there is none
    return true;
  } catch {
    text.focus();
    text.select();
    return false;
  }
}
