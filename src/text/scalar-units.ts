// Maps each character of a decoded scalar to the characters of the source that spell it, across folded lines, escapes and indentation.

import { skip } from "./scan.ts";
import type { Range } from "./source.ts";

/** Where the spelling of each UTF-16 unit of the decoded text begins and ends: two numbers a unit. */
export type Units = readonly number[];

/** The characters that spell the part `part` of the decoded text; `content` is all that may spell it. */
export function spelledBy(units: Units, part: Range, content: Range): Range {
  const start = units[2 * part.start] ?? content.end;
  const end = part.end > part.start ? (units[2 * part.end - 1] ?? content.end) : start;
  return { start, end };
}

export function plainUnits(text: string, content: Range): Units {
  return flowUnits(text, content, () => undefined);
}

/** `content` lies between the quotes. */
export function singleQuotedUnits(text: string, content: Range): Units {
  return flowUnits(text, content, (at) => (text.startsWith("''", at) ? { end: at + 2, units: 1 } : undefined));
}

/** `content` lies between the quotes. Serves JSON too, whose escapes are some of YAML's. */
export function doubleQuotedUnits(text: string, content: Range): Units {
  return flowUnits(text, content, (at) => (text[at] === "\\" ? escapeSequence(text, at) : undefined));
}

const BLANKS = /[ \t]*/y;
const GAP = /[ \t\r\n]*/y;
const BREAK = /\r\n|\r|\n/g;

/** A line break and the blanks around it are a space; n of them are n - 1 line breaks. */
function flowUnits(
  text: string,
  { start, end }: Range,
  escapeAt: (at: number) => { readonly end: number; readonly units: number } | undefined,
): Units {
  const units: number[] = [];
  let at = start;
  while (at < end) {
    const gap = skip(GAP, text, at);
    const spelling = gap === at ? escapeAt(at) : undefined;
    if (gap > skip(BLANKS, text, at)) {
      for (const broken of foldedBreaks(text, at, gap)) units.push(broken.start, broken.end);
      at = gap;
    } else if (spelling !== undefined) {
      for (let unit = 0; unit < spelling.units; unit += 1) units.push(at, spelling.end);
      at = spelling.end;
    } else {
      for (const past = Math.max(gap, at + 1); at < past; at += 1) units.push(at, at + 1);
    }
  }
  return units;
}

function foldedBreaks(text: string, start: number, end: number): readonly Range[] {
  const breaks = breaksBetween(text, start, end);
  return breaks.length === 1 ? breaks : breaks.slice(1);
}

const HEX_DIGITS: ReadonlyMap<string | undefined, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);
const ESCAPED_BREAK = /\\(\r\n|\r|\n)[ \t]*/y;

function escapeSequence(text: string, at: number): { readonly end: number; readonly units: number } {
  const broken = skip(ESCAPED_BREAK, text, at);
  if (broken > at) return { end: broken, units: 0 };
  const end = at + 2 + (HEX_DIGITS.get(text[at + 1]) ?? 0);
  const isPair = text[at + 1] === "U" && Number.parseInt(text.slice(at + 2, end), 16) > 0xffff;
  return { end, units: isPair ? 2 : 1 };
}

/**
 * `content` runs from the first character that is no blank to the end of the last line that has one. Each line's text
 * stands in `decoded` unchanged but for its indentation; between two of them there are line breaks or, where a break
 * was folded, a space.
 */
export function blockUnits(text: string, content: Range, decoded: string): Units {
  const firstLine = Math.max(text.lastIndexOf("\n", content.start - 1), text.lastIndexOf("\r", content.start - 1)) + 1;
  const firstDecoded = decoded.search(/[^ \t\r\n]/);
  if (firstDecoded < 0) return [];
  const decodedLine = decoded.lastIndexOf("\n", firstDecoded) + 1;
  const indent = content.start - firstLine - (firstDecoded - decodedLine);
  const units: number[] = [];
  while (units.length < 2 * decodedLine) units.push(firstLine, firstLine);
  let breaks: Range[] = [];
  let line = firstLine;
  for (const lineBreak of [...breaksBetween(text, firstLine, content.end), { start: content.end, end: content.end }]) {
    const start = line + indent;
    if (start < lineBreak.start) {
      const separators = /[ \t]/.test(text[start] ?? "") ? "\n" : "\n ";
      for (let index = 0; separators.includes(decoded[units.length / 2] ?? "none"); index += 1) {
        const broken = breaks[index] ?? { start: line, end: line };
        units.push(broken.start, broken.end);
      }
      for (let at = start; at < lineBreak.start; at += 1) units.push(at, at + 1);
      breaks = [];
    }
    breaks.push(lineBreak);
    line = lineBreak.end;
  }
  return units;
}

function breaksBetween(text: string, start: number, end: number): readonly Range[] {
  const matches = text.slice(start, end).matchAll(BREAK);
  return Array.from(matches, ({ index, 0: found }) => ({ start: start + index, end: start + index + found.length }));
}
