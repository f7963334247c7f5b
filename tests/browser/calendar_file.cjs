// Reads {name: calendar} from standard input and writes what ical.js, the parser of Thunderbird, reads in them.
const { readFileSync } = require("node:fs");
const ICAL = require("ical.js").default ?? require("ical.js");

ICAL.design.strict = true;
const read = {};
for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [event] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const problems = calendar.getAllSubcomponents("vevent").flatMap((one) => one.getAllProperties())
    .filter((one) => one.type === "unknown" && !one.name.startsWith("x-")).map((one) => one.name);
  read[name] = {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
    organizer: event.organizer,
    problems,
  };
}
process.stdout.write(JSON.stringify(read));
