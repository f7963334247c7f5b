// A form page with a script: nothing more can be done than without one, but it is done in place.

import { areas, areaChanged, chooseArea } from "./areas.js";
import { copying, copyText } from "./copying.js";
import { showTarget } from "./findings.js";
import { people, personChanged, samePerson } from "./people.js";
import { addRow, clearChoice, grow, removeRow } from "./rows.js";
import { submit } from "./submit.js";
import { begin, written } from "./views.js";

const WIDE = matchMedia("(min-width: 62rem)"); // as in site.css

/** Prepare a `main` that has just come into the page. */
function prepare(main) {
  // The browser would remember names for whoever types here next.
  main.querySelector("#document")?.setAttribute("autocomplete", "off");
  const contents = main.querySelector("#innehall");
  if (contents && !contents.dataset.left) contents.open = WIDE.matches;
  areas(main);
  people(main);
  copying(main);
}

/** Whether a document is written there: what is chosen on other pages is no part of it. */
const isWritten = (target) => target.closest("#document")?.dataset.step === "form";

const LOCAL = { add: addRow, remove: removeRow, clear: clearChoice };

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=do]");
  const [verb, about] = button?.value.split(" ") ?? [];
  if (verb && verb !== "add" && event.detail > 1) return event.preventDefault(); // a double click
  if (verb in LOCAL) {
    event.preventDefault();
    LOCAL[verb](button, about);
    written();
    areaChanged();
    return;
  }
  const link = event.target.closest("a[href^='#']");
  if (link?.classList.contains("segment")) {
    chooseArea(link, event);
    written();
  } else if (link) {
    showTarget(link, event);
  }
  samePerson(event);
  copyText(event);
});

document.addEventListener("input", (event) => {
  if (!isWritten(event.target)) return;
  written();
  grow(event.target);
  areaChanged(event.target);
});

document.addEventListener("change", (event) => {
  if (!isWritten(event.target)) return;
  areaChanged(event.target);
  personChanged(event.target);
});

document.addEventListener("submit", submit);
begin(prepare);
