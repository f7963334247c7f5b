// A person who is written once is offered again.

import { words } from "./words.js";

const KEYS = ["name", "role", "organisation", "unit", "phone", "email"];
const OFFERED = 4; // more buttons than that are no help

/** Offer those who are on the page from the start. */
export function people(main) {
  offer(main);
}

/** Follow a change in a person's field; a known name fills in what is empty. */
export function personChanged(field) {
  const group = groupOf(field);
  if (!group) return;
  if (field.name.endsWith("-name")) complete(group, field.value.trim());
  if (field.name.endsWith("-responsible")) completeUnit(group, field.value.trim());
  offer(document);
}

/** Fill in a person whose button was pressed. */
export function samePerson(event) {
  const button = event.target.closest("[data-same] button");
  if (!button) return;
  const group = button.closest("[data-contact]").querySelector("[data-person]");
  const name = fieldOf(group, "name");
  name.value = button.dataset.name;
  complete(group, button.dataset.name);
  name.dispatchEvent(new Event("input", { bubbles: true }));
  offer(document);
  name.focus();
}

const groupOf = (field) => field.closest("[data-person], fieldset.row");
const fieldOf = (group, key) => group.querySelector(`[name$='-${key}']`);
const valueOf = (group, key) => fieldOf(group, key)?.value.trim() ?? "";

/** Everyone on the page by name: as they are reached, then as they took part. */
function known(except) {
  const found = new Map();
  const reached = document.querySelectorAll("[data-person]");
  const took = document.querySelectorAll("[data-list='participants'] > .row");
  for (const group of [...reached, ...took]) {
    const name = valueOf(group, "name");
    if (!name || group === except) continue;
    const person = found.get(name) ?? {};
    for (const key of KEYS) person[key] ||= valueOf(group, key);
    person.whole ||= [valueOf(group, "organisation"), valueOf(group, "unit")].filter(Boolean).join(", ");
    found.set(name, person);
  }
  return found;
}

function complete(group, name) {
  const person = known(group).get(name);
  if (!person) return;
  const written = fieldOf(group, "unit") ? person : { ...person, organisation: person.whole };
  for (const key of KEYS) {
    const field = fieldOf(group, key);
    if (field && !field.value) field.value = written[key] ?? "";
  }
}

/** Let the one who is responsible for a measure bring their unit. */
function completeUnit(row, name) {
  const person = known().get(name);
  const unit = fieldOf(row, "unit");
  if (person && unit && !unit.value) unit.value = person.unit || person.organisation || "";
}

function offer(root) {
  const names = [...known().keys()];
  const list = document.getElementById("people");
  if (!list) return;
  const listed = new Set([...list.options].map((option) => option.value));
  for (const name of names.filter((one) => !listed.has(one))) {
    list.append(Object.assign(document.createElement("option"), { value: name }));
  }
  for (const place of root.querySelectorAll("[data-same]")) buttons(place);
}

function buttons(place) {
  const group = place.closest("[data-contact]").querySelector("[data-person]");
  const reachable = [...known(group)].filter(([, one]) => one.phone || one.email);
  const empty = KEYS.every((key) => !valueOf(group, key));
  place.hidden = !empty || reachable.length === 0;
  place.replaceChildren(`${words("same")} `, ...reachable.slice(0, OFFERED).map(([name]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.name = name;
    button.textContent = name;
    return button;
  }));
}
