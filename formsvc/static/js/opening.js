// A file may be dropped anywhere on the page that opens one: it is chosen and sent at once.

const form = document.querySelector("form[data-drop]");
const chosen = form.querySelector("input[type=file]");
const holdsFile = (event) => event.dataTransfer?.types.includes("Files");

form.querySelector(".drop").hidden = false;

let within = 0; // every element that a file is dragged across says so

const show = () => form.classList.toggle("dropping", within > 0);

document.addEventListener("dragenter", (event) => {
  if (holdsFile(event)) within += 1;
  show();
});

document.addEventListener("dragleave", (event) => {
  if (holdsFile(event)) within = Math.max(0, within - 1);
  show();
});

// Without this the browser would leave the page and show the file itself.
document.addEventListener("dragover", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
});

document.addEventListener("drop", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  within = 0;
  show();
  const [file] = event.dataTransfer.files;
  if (!file) return;
  const one = new DataTransfer();
  one.items.add(file);
  chosen.files = one.files;
  form.requestSubmit();
});
