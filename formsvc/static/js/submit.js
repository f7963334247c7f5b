// Sends the form and shows the answer in place, so that no fault on the way loses what was typed.

import { TELLING, unrolled } from "./progress.js";
import { backToForm, saved, showAnswer, written } from "./views.js";
import { words } from "./words.js";

const DOUBLE_CLICK = 1500; // milliseconds
const SLOW = 400; // milliseconds until one wonders whether something happens
const STAMPS = /^(stamp|continue)$/;
const KEEPS = /^file (json|zip|pdf)$/; // files that keep a version
const SENT = /^(?:file )?(letters|copies)$/; // what takes so long that one is told how far it has come
const HOLDS_ALL = /^file (json|zip|pdf|pdf-form|docx|txt)$/; // files with all that was written

let busy = false;

class Refused extends Error {}

/** Answer a submit event: in place, but for what opens in a window of its own. */
export async function submit(event) {
  const form = event.target;
  const button = event.submitter;
  if (form.id !== "document") return;
  if (busy || button?.value === "stay") return event.preventDefault();
  if (button?.formTarget === "_blank") return once();
  event.preventDefault();
  if (button?.value === "edit" && backToForm()) return;
  busy = true;
  button?.setAttribute("aria-disabled", "true");
  const place = placeOf(form, button);
  const told = tell(place, button);
  try {
    await exchange(form, button, place);
  } catch (error) {
    complain(form, error instanceof Refused ? error.message : words("unreachable"));
  } finally {
    busy = false;
    button?.removeAttribute("aria-disabled");
    clearTimeout(told);
  }
}

/** Send until all that is typed meanwhile has come along, and take the answer. */
async function exchange(form, button, place) {
  let sent;
  let answer;
  do {
    sent = textOf(form);
    answer = await send(form, button, place);
  } while (isPage(answer) && textOf(form) !== sent);
  if (isPage(answer)) return take(answer, STAMPS.test(button?.value));
  await keep(answer, form, place);
  const holds = "stamped" in form.dataset ? KEEPS : HOLDS_ALL;
  if (holds.test(button?.value)) saved();
  if (textOf(form) !== sent) written();
}

const isText = ([, value]) => typeof value === "string"; // files go with the button that asks for them
const textOf = (form) => new URLSearchParams([...new FormData(form)].filter(isText)).toString();
const isPage = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("text/html");

/** Let a button that opens a window do so once, however often it is pressed. */
function once() {
  busy = true;
  setTimeout(() => { busy = false; }, DOUBLE_CLICK);
}

/** Where it is said how it goes with what a button started. */
function placeOf(form, button) {
  const near = button?.closest("section, .save")?.querySelector(".busy");
  return near ?? form.querySelector("section .busy") ?? document.createElement("p");
}

function tell(place, button) {
  place.textContent = "";
  const file = button?.value.startsWith("file ");
  return setTimeout(() => { place.textContent = words(file ? "making" : "working"); }, SLOW);
}

async function send(form, button, place) {
  if (textOf(form).length > Number(form.dataset.most || Infinity)) {
    throw new Refused(words("too_much"));
  }
  const withFile = button?.formEnctype === "multipart/form-data";
  const body = withFile ? new FormData(form) : new URLSearchParams(textOf(form));
  if (button) body.append(button.name, button.value);
  const [, sort] = SENT.exec(button?.value) ?? [];
  const headers = sort ? TELLING : {};
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers });
  return unrolled(answer, (step) => { place.textContent = words(sort, step); });
}

async function take(answer, stamps) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const { dataset } = page.querySelector("main #document") ?? {};
  if (stamps && dataset && "stamped" in dataset) written(); // the version is nowhere else
  if (dataset?.step) return showAnswer(page);
  const told = page.querySelector("main h1")?.textContent;
  throw new Refused(told ? `${told}.` : words("unreachable"));
}

async function keep(answer, form, place) {
  const told = answer.headers.get("Content-Disposition");
  if (!answer.ok || !told) throw new Refused(words("unreachable"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(told)?.[1] ?? "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  setTimeout(() => { place.textContent = words("kept", { name: link.download }); });
  form.querySelector(".summary.unsent")?.remove();
}

/** Say what could not be done; all that was typed stays where it is. */
function complain(form, message) {
  form.querySelector(".summary.unsent")?.remove();
  for (const place of form.querySelectorAll(".busy")) place.textContent = "";
  const box = document.createElement("div");
  box.className = "summary error unsent";
  box.setAttribute("role", "alert");
  box.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = `${message} ${words("still_here")}`;
  box.append(text);
  form.prepend(box);
  box.focus();
}
