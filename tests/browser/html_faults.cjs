// Reads {name: html} from standard input and writes a list of faults in these pages.
const { readFileSync } = require("node:fs");
const { HtmlValidate, StaticConfigLoader } = require("html-validate");

const rules = {
  // Valid either way: how it is written is a matter of taste.
  "attr-case": "off",
  "attr-delimiter": "off",
  "attr-quotes": "off",
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  "doctype-style": "off",
  "element-case": "off",
  "no-implicit-input-type": "off",
  "no-trailing-whitespace": "off",
  "prefer-tbody": "off",
  "tel-non-breaking": "off",
  "void-style": "off",
  "no-raw-characters": ["error", { relaxed: true }],
  "valid-id": ["error", { relaxed: true }],
  // Advice for search engines.
  "long-title": "off",
  // Our own files need no checksum: nothing comes from elsewhere.
  "require-sri": "off",
  // Boxes of one question share their name.
  "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button"] }],
};

const judge = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:document"],
    rules,
  }),
);

// A button that says nothing of its type submits; html-validate wants it said.
const said = (html) => html.replaceAll(/<button(?![^>]* type=)/g, '<button type="submit"');

const pages = JSON.parse(readFileSync(0, "utf-8"));
const faults = Object.entries(pages).flatMap(([name, html]) =>
  judge
    .validateStringSync(said(html), "page.html")
    .results.flatMap((result) => result.messages)
    .map((m) => `${name}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`),
);
process.stdout.write(JSON.stringify(faults));
