// Parses HCL templates: characters, `${…}` and `%{…}` with their trim markers, in quotes, in heredocs or as a whole text.

import { type Gathering, type Manner, readCharacters, trimEnd } from "./characters.ts";
import { withoutIndentation } from "./indentation.ts";
import { readLoop } from "./loop.ts";
import { expect, nested, type Reading, rangeFrom, refuse, takeRaw } from "./reading.ts";
import type { Expression, TemplatePart } from "./syntax.ts";

type Template = Expression & { readonly kind: "template" };

/** What a list of parts ends with. */
type Stop = "end" | "else" | "endif" | "endfor";

const WHOLE: Manner = {
  called: "template",
  run: /[^$%]+/y,
  escapes: false,
  lines: false,
  ends: ({ at, from }) => at === from.text.length,
};
const QUOTED: Manner = {
  called: "string",
  run: /[^$%"\\\r\n]+/y,
  escapes: true,
  lines: false,
  ends: ({ at, from }) => from.text[at] === '"',
};
/** The whole text. */
export function readWhole(reading: Reading): Expression {
  const start = reading.at;
  const parts = allParts(reading, WHOLE);
  return { kind: "template", parts, ...rangeFrom(reading, start) };
}

export function readQuoted(reading: Reading): Template {
  const start = reading.at;
  reading.at += 1;
  const parts = allParts(reading, QUOTED);
  reading.at += 1;
  return { kind: "template", parts, ...rangeFrom(reading, start) };
}

/** Undefined where none begins. */
export function readHeredoc(reading: Reading): Expression | undefined {
  const { at: start, from } = reading;
  const opening = takeRaw(reading, /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*\r?\n/uy);
  if (opening === undefined) return undefined;
  const marker = opening.replace(/^<<-?/, "").trim();
  const body = reading.at;
  const closing = new RegExp(`[ \\t]*${marker}(?=[ \\t]*(?:\\r?\\n|$))`, "uy");
  const ends = ({ at }: Reading): boolean => {
    closing.lastIndex = at;
    return (at === body || from.text[at - 1] === "\n") && closing.test(from.text);
  };
  const parts = allParts(reading, {
    called: "heredoc",
    run: /[^$%\n]*\n|[^$%\n]+/y,
    escapes: false,
    lines: true,
    ends,
  });
  takeRaw(reading, closing);
  const kept = opening.startsWith("<<-") ? withoutIndentation(parts) : parts;
  return { kind: "template", parts: kept, ...rangeFrom(reading, start) };
}

function allParts(reading: Reading, manner: Manner): readonly TemplatePart[] {
  const { parts, stop } = readParts({ reading, manner, trimming: false });
  return stop === "end" ? parts : refuse(reading, `"${stop}" without its beginning`);
}

function readParts(gathering: Gathering): { readonly parts: readonly TemplatePart[]; readonly stop: Stop } {
  const { reading, manner } = gathering;
  const parts: TemplatePart[] = [];
  for (;;) {
    if (manner.ends(reading)) return { parts, stop: "end" };
    const start = reading.at;
    const opening = takeRaw(reading, /[$%]\{~?/y);
    if (opening === undefined) {
      readCharacters(parts, gathering);
      continue;
    }
    if (opening.endsWith("~")) trimEnd(parts, manner);
    gathering.trimming = false;
    if (opening.startsWith("$")) {
      parts.push({ kind: "interpolation", of: interpolated(gathering), ...rangeFrom(reading, start) });
      continue;
    }
    const word = nested(reading, false, () => expect(reading, /(?:if|else|endif|for|endfor)\b/y, "a directive"));
    if (word === "if") parts.push(readIf(gathering, start));
    else if (word === "for") parts.push(readFor(gathering, start));
    else {
      close(gathering);
      return { parts, stop: word as Stop };
    }
  }
}

function interpolated(gathering: Gathering): Expression {
  const { reading } = gathering;
  return nested(reading, false, () => {
    const inner = reading.expression(reading);
    close(gathering);
    return inner;
  });
}

/** The end of an interpolation or directive. */
function close(gathering: Gathering): void {
  const closing = nested(gathering.reading, false, () => expect(gathering.reading, /~?\}/y, '"}"'));
  gathering.trimming = closing.startsWith("~");
}

function readIf(gathering: Gathering, start: number): TemplatePart {
  const { reading } = gathering;
  return nested(reading, false, () => {
    const condition = interpolated(gathering);
    const first = readParts(gathering);
    const second = first.stop === "else" ? readParts(gathering) : { parts: [], stop: first.stop };
    if (second.stop !== "endif") refuse(reading, "an if without endif");
    return { kind: "if", condition, met: first.parts, otherwise: second.parts, ...rangeFrom(reading, start) };
  });
}

function readFor(gathering: Gathering, start: number): TemplatePart {
  const { reading } = gathering;
  return nested(reading, false, () => {
    const loop = readLoop(reading);
    close(gathering);
    const { parts, stop } = readParts(gathering);
    if (stop !== "endfor") refuse(reading, "a for without endfor");
    return { kind: "for", ...loop, body: parts, ...rangeFrom(reading, start) };
  });
}
