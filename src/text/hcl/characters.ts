// The literal characters of HCL templates: escapes decoded, and white space removed where trim markers say so.

import { type Reading, rangeFrom, refuse, takeRaw } from "./reading.ts";
import type { Characters, TemplatePart } from "./syntax.ts";

/** How a template is written: which characters stand for themselves in a row, and where it ends. */
export interface Manner {
  readonly called: "template" | "string" | "heredoc";
  readonly run: RegExp;
  readonly escapes: boolean;
  /** Trim markers reach no further than the line, as Terraform reads it; characters are parts line by line. */
  readonly lines: boolean;
  ends(reading: Reading): boolean;
}

/** Parts as they are gathered. */
export interface Gathering {
  readonly reading: Reading;
  readonly manner: Manner;
  /** `~}` stands before: blanks that follow do not count. */
  trimming: boolean;
}

const ESCAPE = /\\(?:[nrt"\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ["\\n", "\n"],
  ["\\r", "\r"],
  ["\\t", "\t"],
  ['\\"', '"'],
  ["\\\\", "\\"],
]);
const HIGHEST_CODE_POINT = 0x10ffff;

type Found = Characters & TemplatePart;

/** The next characters, put after `parts`. */
export function readCharacters(parts: TemplatePart[], gathering: Gathering): void {
  const found = charactersAt(gathering);
  const added = gathering.trimming ? trimmedStart(found) : found;
  const { lines } = gathering.manner;
  if (added.text !== "" || (lines && found.text.endsWith("\n"))) gathering.trimming = false;
  if (added.text === "") return;
  const last = parts.at(-1);
  const joins = last?.kind === "characters" && isPlain(last) && isPlain(added) && last.end === added.start;
  if (joins && !(lines && last.text.endsWith("\n"))) {
    parts[parts.length - 1] = { ...last, text: last.text + added.text, end: added.end };
  } else parts.push(added);
}

function charactersAt({ reading, manner }: Gathering): Found {
  const start = reading.at;
  const escaped = takeRaw(reading, /\$\$\{|%%\{/y)?.slice(1) ?? (manner.escapes ? unescaped(reading) : undefined);
  if (escaped !== undefined) reading.escapes.set(start, reading.at);
  const text =
    escaped ??
    takeRaw(reading, manner.run) ??
    takeRaw(reading, /[$%]/y) ??
    refuse(
      reading,
      manner.escapes
        ? "a string that is not closed, or an escape that is none"
        : `a ${manner.called} that is not closed`,
    );
  return { kind: "characters", text, ...rangeFrom(reading, start) };
}

function unescaped(reading: Reading): string | undefined {
  const sequence = takeRaw(reading, ESCAPE);
  if (sequence === undefined) return undefined;
  const known = ESCAPED.get(sequence);
  if (known !== undefined) return known;
  const codePoint = Number.parseInt(sequence.slice(2), 16);
  return codePoint > HIGHEST_CODE_POINT ? refuse(reading, "an escape beyond Unicode") : String.fromCodePoint(codePoint);
}

function isPlain({ text, start, end }: Found): boolean {
  return text.length === end - start;
}

function trimmedStart(found: Found): Found {
  const text = found.text.trimStart();
  return { ...found, text, start: found.end - text.length };
}

/** Blanks at the end of what stands before `${~` do not count. */
export function trimEnd(parts: TemplatePart[], { lines }: Manner): void {
  let first = true;
  for (let last = parts.at(-1); last?.kind === "characters"; last = parts.at(-1)) {
    if (lines && !first && last.text.endsWith("\n")) return;
    first = false;
    const text = last.text.trimEnd();
    parts.pop();
    if (text === "") continue;
    parts.push({ ...last, text, end: isPlain(last) ? last.start + text.length : last.end });
    return;
  }
}
