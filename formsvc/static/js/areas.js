// The wheel and the areas of a plan: choosing one opens its section, the others stay closed.

import { words } from "./words.js";

const needOf = (area) => area.querySelector("input[name$='-has_need']");
const SAYS_NEED = /-(needs|measures-\d+-what)$/;

/** Close the areas in which nothing has to be done, and say what they hold. */
export function areas(main) {
  for (const area of main.querySelectorAll("details.area")) {
    const { left, todo } = area.dataset;
    area.open = left ? left === "open" : Boolean(todo);
    needOf(area).addEventListener("change", () => { area.dataset.decided = "true"; });
  }
  areaChanged();
}

/** Mark the area of a segment and open it; the link itself goes there. */
export function chooseArea(link, event) {
  const area = document.querySelector(link.getAttribute("href"));
  const need = needOf(area);
  const marked = !need.checked;
  need.checked = true;
  area.open = true;
  areaChanged();
  event.preventDefault();
  area.scrollIntoView({ block: "start" });
  area.querySelector("summary").focus({ preventScroll: true });
  const news = document.getElementById("wheel-news");
  if (marked) news.textContent = words("marked", { area: nameOf(area) });
}

/** Let wheel and headings follow what is written; `field` is where, when it is known. */
export function areaChanged(field) {
  const written = field?.closest?.("details.area");
  if (written && SAYS_NEED.test(field.name) && field.value && !("decided" in written.dataset)) {
    needOf(written).checked = true;
  }
  for (const area of document.querySelectorAll("details.area")) follow(area);
}

function follow(area) {
  const { checked } = needOf(area);
  const segment = document.querySelector(`.segment[data-area='${area.dataset.area}']`);
  segment?.classList.toggle("chosen", checked);
  segment?.setAttribute("aria-label", checked ? segment.dataset.labelOn : segment.dataset.labelOff);
  area.querySelector("[data-told]").textContent = summary(area, checked).join(" · ");
}

function summary(area, checked) {
  const measures = [...area.querySelectorAll("textarea[name$='-what']")].filter((what) => what.value.trim());
  const contact = area.querySelector("input[name$='-contact-name']").value.trim();
  return [
    checked ? words("need") : "",
    measures.length === 1 ? words("one_measure") : "",
    measures.length > 1 ? words("measures", { count: measures.length }) : "",
    contact,
  ].filter(Boolean);
}

const nameOf = (area) => area.querySelector(".name").textContent;
