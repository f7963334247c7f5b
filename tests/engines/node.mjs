// PDF readers that run in Node: node.mjs ENGINE COMMAND FILE [MORE…], answers in JSON or bytes.
import { readFileSync, writeFileSync } from "node:fs";

const [engine, command, file, ...more] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const pdfjs = engine === "pdf.js" && await import("pdfjs-dist/legacy/build/pdf.mjs");
const { PDFCheckBox, PDFDocument, PDFDropdown } = engine === "pdf.js" ? {} : (await import("pdf-lib")).default;
const tell = value => process.stdout.write(JSON.stringify(value));

const withPdfjs = {
  async read(doc) {
    const fields = await doc.getFieldObjects();
    const values = Object.entries(fields).map(([name, places]) => {
      const place = places.find(one => one.page >= 0);
      return [name, place.type === "checkbox" ? place.value !== "Off" : place.value];
    });
    tell(Object.fromEntries(values));
  },
  async draw(doc, [scale, target]) {
    const { createCanvas } = await import("@napi-rs/canvas");
    for (let number = 1; number <= doc.numPages; number += 1) {
      const page = await doc.getPage(number);
      const viewport = page.getViewport({ scale: Number(scale) });
      const canvas = createCanvas(viewport.width, viewport.height);
      const canvasContext = canvas.getContext("2d");
      const annotationMode = pdfjs.AnnotationMode.ENABLE;
      await page.render({ canvas, canvasContext, viewport, annotationMode }).promise;
      writeFileSync(`${target}-${number}.png`, canvas.toBuffer("image/png"));
    }
  },
  async write(doc, [source, target]) {
    const fields = await doc.getFieldObjects();
    for (const [name, value] of Object.entries(JSON.parse(readFileSync(source)))) {
      for (const place of fields[name].filter(one => one.page >= 0)) {
        doc.annotationStorage.setValue(place.id, { value });
      }
    }
    writeFileSync(target, await doc.saveDocument());
  },
};

const valueOf = field => {
  if (field instanceof PDFCheckBox) return field.isChecked();
  if (field instanceof PDFDropdown) return field.getSelected()[0] ?? "";
  return field.getText() ?? "";
};

const withPdfLib = {
  async read(doc) {
    const fields = doc.getForm().getFields();
    tell(Object.fromEntries(fields.map(field => [field.getName(), valueOf(field)])));
  },
  async write(doc, [source, target]) {
    const form = doc.getForm();
    for (const [name, value] of Object.entries(JSON.parse(readFileSync(source)))) {
      const field = form.getField(name);
      if (field instanceof PDFCheckBox) value ? field.check() : field.uncheck();
      else if (field instanceof PDFDropdown) field.select(value);
      else field.setText(value);
    }
    // Its own font has no more than Western letters; others it can only save undrawn.
    const bytes = await doc.save().catch(() => doc.save({ updateFieldAppearances: false }));
    writeFileSync(target, bytes);
  },
};

if (engine === "pdf.js") {
  const doc = await pdfjs.getDocument({ data: bytes, verbosity: 0 }).promise;
  await withPdfjs[command](doc, more);
  await doc.destroy();
} else {
  await withPdfLib[command](await PDFDocument.load(bytes), more);
}
