// Rows of a list: asked for, taken away, put back, and growing as one writes.

import { words } from "./words.js";

const NAMED = ["id", "name", "for", "aria-describedby"];

const listOf = (element) => element.closest("[data-list]");
const rowsOf = (list) => [...list.querySelectorAll(":scope > .row")];
const fieldsOf = (row) => [...row.querySelectorAll("input, textarea, select")];
const isFull = (list) => rowsOf(list).length >= Number(list.closest("form").dataset.mostRows);
const isFilled = (field) => (field.type === "checkbox" ? field.checked : field.value !== "");

/** Add an empty row to the list of a button, and go to it. */
export function addRow(button) {
  const list = listOf(button);
  list.querySelector(":scope > .full")?.remove();
  if (isFull(list)) return list.insertBefore(note("full"), button);
  const row = append(list);
  fieldsOf(row)[0]?.focus();
}

function append(list) {
  const template = list.querySelector(":scope > template");
  const number = Number(list.dataset.next ?? template.dataset.index);
  list.dataset.next = number + 1;
  const row = template.content.firstElementChild.cloneNode(true);
  const from = `${list.dataset.list}-${template.dataset.index}`;
  rename(row, from, `${list.dataset.list}-${number}`);
  list.insertBefore(row, template);
  relabel(list);
  return row;
}

function rename(row, from, to) {
  const begins = new RegExp(`(^| )${from}(?=-| |$)`, "g");
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const name of NAMED) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(begins, `$1${to}`));
    }
    if (element.name === "do") element.value = element.value.replace(begins, `$1${to}`);
  }
}

/** Number the rows anew, for eyes and ears; the names of their fields stay. */
function relabel(list) {
  for (const [place, row] of rowsOf(list).entries()) {
    const label = row.querySelector(":scope > legend") ?? row.querySelector("label");
    for (const part of [label, row.querySelector(":scope > .remove .unseen")]) {
      part.textContent = part.textContent.replace(/\d+\s*$/, place + 1);
    }
  }
}

/** Take the row of a button away; one that was written in can be put back. */
export function removeRow(button) {
  const row = button.closest(".row");
  const list = listOf(row);
  const after = row.nextElementSibling;
  list.querySelector(":scope > .removed")?.remove();
  const written = fieldsOf(row).some((field) => field.type !== "hidden" && isFilled(field));
  row.remove();
  relabel(list);
  if (!written) return list.querySelector(":scope > .add").focus();
  const undo = notice(list);
  undo.addEventListener("click", () => {
    list.insertBefore(row, after?.isConnected ? after : list.querySelector(":scope > template"));
    list.querySelector(":scope > .removed")?.remove();
    relabel(list);
    fieldsOf(row)[0]?.focus();
    row.dispatchEvent(new Event("input", { bubbles: true }));
  });
  undo.focus();
}

function note(key) {
  const box = document.createElement("p");
  box.className = key;
  box.setAttribute("role", "status");
  box.textContent = words(key);
  return box;
}

function notice(list) {
  const box = note("removed");
  const undo = document.createElement("button");
  undo.type = "button";
  undo.textContent = words("undo");
  box.append(" ", undo);
  list.insertBefore(box, list.querySelector(":scope > .add"));
  return undo;
}

/** Add an empty row below when one begins to write in the last one. */
export function grow(field) {
  const list = listOf(field);
  if (!list || !("grows" in list.dataset)) return;
  const last = rowsOf(list).at(-1);
  if (last?.contains(field) && !isFull(list) && fieldsOf(last).some(isFilled)) append(list);
}

/** Take an answer back: a radio button cannot be unticked. */
export function clearChoice(button) {
  const choice = button.closest("fieldset");
  for (const radio of choice.querySelectorAll("input[type=radio]")) radio.checked = false;
  choice.querySelector("input").focus();
}
