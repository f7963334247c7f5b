// What is shown in place, and the steps of the history: the form, and the page that offers documents.

import { settle } from "./settle.js";

let prepare = () => {};
let unsaved = false;
const views = {}; // by step: the main element as it was left, its title and place

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
    if (views[event.state.view]) show(views[event.state.view]);
  });
}

const shownStep = () => document.querySelector("#document").dataset.step;

/** Remember that something is written that no file has yet. */
export function written() {
  delete views.created; // it offers what was written before
  delete views.sending;
  if (unsaved) return;
  unsaved = true;
  window.addEventListener("beforeunload", warn);
}

/** Forget it: all that is written is in a file. */
export function saved() {
  unsaved = false;
  window.removeEventListener("beforeunload", warn);
}

function warn(event) {
  event.preventDefault();
}

/** Show the page that an answer brought. One step more in the history is enough for a form. */
export function showAnswer(page) {
  const next = page.querySelector("main");
  const { step } = next.querySelector("#document").dataset;
  const before = history.state ?? {};
  reopen(next);
  // The browser would do it only when nothing has the focus.
  next.querySelector("[autofocus]")?.setAttribute("data-focus", "");
  next.querySelector("[autofocus]")?.removeAttribute("autofocus");
  if (step === "created") {
    passed(document.querySelector("main"), next);
    carryStamp(next);
  }
  const left = Object.values(views).find((one) => one.main.isConnected);
  if (left) left.top = window.scrollY;
  views[step] = { main: document.importNode(next, true), title: page.title, top: 0 };
  if (step === before.view && before.answered) history.replaceState(before, "");
  else history.pushState({ view: step, answered: true }, "");
  show(views[step], true);
}

/** Go back from the documents to the form, as it was left; false when it is not here. */
export function backToForm() {
  if (!views.form) return false;
  history.pushState({ view: "form", answered: true }, "");
  show(views.form);
  return true;
}

/** Settle the form that is left behind: it may be gone back to. */
function passed(main, created) {
  if (main.querySelector("#document").dataset.step === "form") settle(main, created);
  if (views.form) views.form.title = views.form.title.replace(/^[^:]+: /, "");
}

/** Let the form that is gone back to know what was stamped: the next version follows that one. */
function carryStamp(created) {
  const { stamp, line, overtaken } = created.querySelector("#document").dataset;
  const form = views.form?.main.querySelector("#document");
  if (!form) return;
  const standing = form.querySelector(".standing");
  standing.textContent = line;
  standing.hidden = !line;
  standing.classList.toggle("overtaken", overtaken !== undefined);
  const carried = form.querySelector("input[name=stamp]") ?? document.createElement("input");
  if (!stamp) return carried.remove(); // it was let go of
  Object.assign(carried, { type: "hidden", name: "stamp", value: stamp });
  if (carried.form !== form) form.append(carried);
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
