// Maps characters of the decoded text of a JSON scalar to the characters that spell them.

import { doubleQuotedUnits, spelledBy, type Units } from "../scalar-units.ts";
import type { Range } from "../source.ts";

const BACKSLASH = 0x5c;
const U = 0x75;
/** For a longer scalar all units are mapped at once, because very many of its parts may be asked for. */
const LONG = 4096;

const units = new WeakMap<object, Units>();

/** `content`: where the scalar stands in the text, without quotes. `member`: the same for the same scalar. */
export function spelledInScalar(text: string, content: Range, part: Range, member: object): Range {
  if (content.end - content.start > LONG) {
    const known = units.get(member) ?? doubleQuotedUnits(text, content);
    units.set(member, known);
    return spelledBy(known, part, content);
  }
  const start = passUnits(text, content.start, part.start, content.end);
  return { start, end: passUnits(text, start, part.end - part.start, content.end) };
}

/** Past so many UTF-16 units of the decoded text; an escape spells one. */
function passUnits(text: string, from: number, count: number, end: number): number {
  let at = from;
  for (let left = count; left > 0 && at < end; left -= 1) {
    if (text.charCodeAt(at) !== BACKSLASH) at += 1;
    else at += text.charCodeAt(at + 1) === U ? 6 : 2;
  }
  return at;
}
