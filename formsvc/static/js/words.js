// The Swedish words of the scripts: the page brings them, so that they are translated in one place.

const element = document.getElementById("words");
const texts = element ? JSON.parse(element.textContent) : {};

/** Return a text with its {places} filled. */
export function words(key, places = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_all, name) => places[name] ?? "");
}
