// Sends the form and shows the answer in place, so that no fault on the way loses what was typed.

import { words } from "./words.js";

const DOUBLE_CLICK = 1500; // milliseconds
const SLOW = 400; // milliseconds until one wonders whether something happens

let prepare = () => {};
let busy = false;
let unsaved = false;
const views = {}; // the form, and the page that offers documents: each as it was left

/** Take over the page; `made` prepares every `main` that is shown. */
export function begin(made) {
  prepare = made;
  const main = document.querySelector("main");
  const form = main.querySelector("#document");
  if (!form) return;
  views[form.dataset.step] = { main, title: document.title, top: 0 };
  history.replaceState({ view: form.dataset.step }, "");
  prepare(main);
  focusIn(main, false);
  window.addEventListener("popstate", (event) => {
    if (!event.state) return history.replaceState({ view: shownStep() }, ""); // a link within the page
    const view = views[event.state.view];
    if (view) show(view);
  });
}

const shownStep = () => document.querySelector("#document").dataset.step;

/** Remember that something is written that no file has yet. */
export function written() {
  if (unsaved) return;
  unsaved = true;
  window.addEventListener("beforeunload", warn);
}

function saved() {
  unsaved = false;
  window.removeEventListener("beforeunload", warn);
}

function warn(event) {
  event.preventDefault();
}

/** Answer a submit event: in place, but for what opens in a window of its own. */
export async function submit(event) {
  const form = event.target;
  const button = event.submitter;
  if (form.id !== "document") return;
  if (busy || button?.value === "stay") return event.preventDefault();
  if (button?.formTarget === "_blank") return once(button);
  event.preventDefault();
  if (button?.value === "edit" && views.form) {
    history.pushState({ view: "form" }, "");
    return show(views.form);
  }
  busy = true;
  button?.setAttribute("aria-disabled", "true");
  const place = placeOf(form, button);
  const told = tell(place, button);
  try {
    let sent, answer;
    do { // until all that is typed meanwhile has come along
      sent = textOf(form);
      answer = await send(form, button);
    } while (isPage(answer) && textOf(form) !== sent);
    await take(answer, form, place);
    if (textOf(form) !== sent) written();
  } catch (error) {
    complain(form, error instanceof Refused ? error.message : words("unreachable"));
  } finally {
    busy = false;
    button?.removeAttribute("aria-disabled");
    clearTimeout(told);
  }
}

class Refused extends Error {}

const textOf = (form) => new URLSearchParams(new FormData(form)).toString();
const isPage = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("text/html");

/** Let a button that opens a window do so once, however often it is pressed. */
function once(button) {
  busy = true;
  saved();
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

async function send(form, button) {
  const body = new URLSearchParams(textOf(form));
  if (button) body.append(button.name, button.value);
  if (body.toString().length > Number(form.dataset.most || Infinity)) {
    throw new Refused(words("too_much"));
  }
  return fetch(form.getAttribute("action"), { method: "POST", body });
}

async function take(answer, form, place) {
  if (!isPage(answer)) {
    if (!answer.ok || !answer.headers.has("Content-Disposition")) throw new Refused(words("unreachable"));
    return keep(answer, form, place);
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("main");
  const step = next?.querySelector("#document")?.dataset.step;
  if (!step) {
    const told = [...(next?.querySelectorAll("h1, .lead") ?? [])].map((part) => part.textContent);
    throw new Refused(told.length ? `${told.join(". ")}` : words("unreachable"));
  }
  reopen(next);
  // The browser would do it only when nothing has the focus.
  next.querySelector("[autofocus]")?.setAttribute("data-focus", "");
  next.querySelector("[autofocus]")?.removeAttribute("autofocus");
  views[step] = { main: document.importNode(next, true), title: page.title, top: 0 };
  remember();
  history.pushState({ view: step }, "");
  show(views[step], true);
}

/** Leave sections as the person left them, but open where something has to be done. */
function reopen(next) {
  for (const left of document.querySelectorAll("main details[id]")) {
    const section = next.querySelector(`#${CSS.escape(left.id)}`);
    if (!section) continue;
    section.open = left.open || "todo" in section.dataset;
    section.dataset.left = section.open ? "open" : "closed";
  }
}

function remember() {
  const view = views[history.state?.view];
  if (view) view.top = window.scrollY;
}

function show(view, isNew = false) {
  const main = document.querySelector("main");
  document.title = view.title;
  if (main === view.main) return;
  const left = Object.values(views).find((one) => one.main === main);
  if (left) left.focused = document.activeElement;
  main.replaceWith(view.main);
  if (isNew) prepare(view.main);
  window.scrollTo(0, view.top);
  if (isNew || !view.main.contains(view.focused)) return focusIn(view.main, true);
  view.focused.focus({ preventScroll: true });
}

/** Move to what the answer asks for, else to its heading. */
function focusIn(main, always) {
  const asked = main.querySelector("[autofocus], [data-focus]");
  if (asked) return asked.focus();
  if (!always) return;
  const heading = main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
}

async function keep(answer, form, place) {
  const blob = await answer.blob();
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "fil";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  setTimeout(() => { place.textContent = words("kept", { name }); });
  form.querySelector(".summary.unsent")?.remove();
  saved();
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
