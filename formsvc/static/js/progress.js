// An answer that comes in lines of JSON: how far the service has come, and at last the answer itself.

const LINES = "application/x-ndjson";
const PAUSE = 700; // milliseconds between what is told: a screen reader reads it all

/** Headers that ask the service to tell how far it has come. */
export const TELLING = { Accept: `${LINES}, */*;q=0.8` };

/** Return the answer that stands last; `tell` is given each step before it, `{done, of}`. */
export async function unrolled(answer, tell) {
  if (!(answer.headers.get("Content-Type") ?? "").startsWith(LINES)) return answer;
  let last = performance.now();
  for await (const line of lines(answer.body)) {
    if (line.status) return new Response(content(line), line);
    if (performance.now() - last < PAUSE) continue;
    last = performance.now();
    tell(line);
  }
  throw new Error("The answer ended before it was whole");
}

const content = ({ text, base64 }) => text ?? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) yield JSON.parse(part);
  }
}
