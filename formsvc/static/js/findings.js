// A link to a field opens what it lies in and goes to it.

const FIELD = "input:not([type=hidden]), textarea, select";

/** Follow a link within the page to its field. */
export function showTarget(link, event) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target || target.id === "main") return;
  for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) {
    outer.open = true;
  }
  const field = target.matches(FIELD) ? target : target.querySelector(FIELD);
  if (!link.closest(".summary") || !field) return;
  event.preventDefault();
  const labelled = target === field ? (field.closest(".field") ?? field) : target;
  labelled.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
