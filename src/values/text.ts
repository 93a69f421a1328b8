// Texts put together and taken apart while parts of them are not known yet.

import { type Document, type Json, type Path, scalarText } from "../text/document.ts";
import { keyOf } from "./equality.ts";
import { derivedHole, elementHole, hole, unknown, unknownHere, valueOfHole } from "./hole.ts";
import type { Hole, Known, List, Origin, Part, Text, Unknown, Value } from "./value.ts";
import { isKnown, literal, originKey } from "./value.ts";

/** No policy that IAM accepts comes near: a longer text was made to exhaust us. */
const LONGEST = 100_000;
const MOST_PARTS = 5_000;

/** A text of known characters; it asks for them at `origin`, wherever they stand. */
export function text(known: Known, origin: Origin, type: Text["type"] = "string"): Text {
  return { kind: "text", parts: [known], type, origin };
}

/** The characters of a scalar; a number or boolean counts as text, a list or map has none. */
export function charactersAt(json: Json, document: Document, path: Path): Known {
  const characters = scalarText(json) ?? "";
  const spelling = typeof json === "number" || typeof json === "boolean" ? document.spelling(path) : undefined;
  const spelled = spelling === undefined || spelling === characters ? undefined : { spelled: spelling };
  return { text: characters, ...spelled, origin: { document, path } };
}

export function scalarAt(json: Json, document: Document, path: Path): Text {
  const type = typeof json;
  const known = type === "string" || type === "number" || type === "boolean" ? type : "null";
  return text(charactersAt(json, document, path), { document, path }, known);
}

/** One text after another. What is no text (a list, nothing) becomes a hole: deployment refuses it. */
export function concat(values: readonly Value[], origin: Origin): Text | Unknown {
  return textOf(values.flatMap(partsOf), origin);
}

export function textOf(parts: readonly Part[], origin: Origin): Text | Unknown {
  // An empty part counts if a parameter supplied it: that nothing came of it has to be said.
  const kept = parts.filter((part) => !isKnown(part) || part.text !== "" || part.from !== undefined);
  const length = kept.reduce((sum, part) => sum + (isKnown(part) ? part.text.length : 0), 0);
  if (length > LONGEST || kept.length > MOST_PARTS) return tooLong(origin);
  return { kind: "text", parts: kept.length > 0 ? kept : [{ text: "", origin }], type: "string", origin };
}

function tooLong(origin: Origin): Unknown {
  return unknownHere("a text without end", "budget", "a text that grows too long", origin);
}

/** Is `word`, wherever it stands in the text, within one of the known parts? */
function standsInKnownParts(parts: readonly Part[], word: string): boolean {
  const holes = parts.flatMap((part) => (isKnown(part) ? [] : [part.hole]));
  // Some character of it can only be a known one, so that it reaches into a known part.
  if (![...word].some((char) => holes.every(({ alphabet }) => alphabet?.test(char) === false))) return false;
  return parts.every((part, index) => {
    if (!isKnown(part) || part.text === "") return true;
    const [isFirst, isLast] = [index === 0, index === parts.length - 1];
    if (!isFirst && !isLast && part.text !== word && word.includes(part.text)) return false;
    const begins = (length: number) => part.text.endsWith(word.slice(0, length));
    const ends = (length: number) => part.text.startsWith(word.slice(length));
    return Array.from({ length: word.length - 1 }, (_, before) => before + 1).every(
      (length) => (isLast || !begins(length)) && (isFirst || !ends(length)),
    );
  });
}

/** The same in a text, or by one, of which parts are not known; undefined where those may have to do with what is looked for. */
export function replaceAround(value: Text, old: string, by: Text, origin: Origin): Text | Unknown | undefined {
  if (old === "") return undefined;
  const word = literal(value);
  // What is looked for may lie across parts that are known.
  const parts = word === undefined || value.parts.length === 1 ? value.parts : [{ text: word }];
  if (word === undefined && !standsInKnownParts(parts, old)) return undefined;
  const replacing = literal(by);
  return textOf(
    parts.flatMap((part) => {
      if (!isKnown(part) || !part.text.includes(old)) return [part];
      return replacing === undefined ? between(by.parts, cut(part, old)) : [replacedIn(part, old, replacing)];
    }),
    origin,
  );
}

function replacedIn({ text: word, from }: Known, old: string, by: string): Known {
  return { text: word.replaceAll(old, () => by), ...(from && { from }) };
}

function between(parts: readonly Part[], pieces: readonly Known[]): readonly Part[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [...parts, piece]));
}

/** The word with `by` in every place of `old`; what comes of a short text may be longer than memory. */
export function replace(word: string, old: string, by: string, origin: Origin): Text | Unknown {
  const pieces = word.split(old);
  const length = word.length + (pieces.length + 1) * Math.max(0, by.length - old.length);
  return length > Math.max(LONGEST, word.length)
    ? tooLong(origin)
    : text({ text: word.replaceAll(old, () => by) }, origin);
}

function partsOf(value: Value): readonly Part[] {
  if (value.kind === "text") return value.parts;
  if (value.kind === "unknown" && !value.why.many) return [{ hole: value.why }];
  return [{ hole: hole(`no text: ${keyOf(value)}`, "malformed", "something that is no text") }];
}

/** The elements of a list with `delimiter` between them. */
export function join(delimiter: string, list: Value, origin: Origin): Text | Unknown {
  if (list.kind === "unknown") {
    return valueOfHole(derivedHole(list.why, `join ${JSON.stringify(delimiter)} ${list.why.id}`), origin);
  }
  const items = list.kind === "list" ? list.items : [list];
  const parts = items.flatMap((item, index) => [...(index > 0 ? [{ text: delimiter }] : []), ...partsOf(item)]);
  return textOf(parts, origin);
}

/** The pieces between the delimiters; unknown where a hole may hold one. */
export function split(delimiter: string, value: Value, origin: Origin): List | Unknown {
  const whole = literal(value);
  // A delimiter of several characters may lie across parts, so they are read as one.
  const parts = delimiter.length > 1 && whole !== undefined ? [{ text: whole }] : partsOf(value);
  const pieces: Part[][] = [[]];
  for (const part of parts) {
    if (isKnown(part)) {
      if (pieces.length + part.text.split(delimiter).length > MOST_PARTS) {
        const why = hole(`pieces at ${originKey(origin)}`, "budget", "a list that grows too long", { many: true });
        return unknown(why, origin);
      }
      for (const [index, piece] of cut(part, delimiter).entries()) {
        if (index > 0) pieces.push([]);
        pieces.at(-1)?.push(piece);
      }
    } else if (mayContain(part.hole, delimiter) && !(delimiter.length > 1 && standsInKnownParts(parts, delimiter))) {
      return unknown(derivedHole(part.hole, `split ${JSON.stringify(delimiter)} ${keyOf(value)}`, true), origin);
    } else pieces.at(-1)?.push(part);
  }
  return { kind: "list", items: pieces.map((piece) => textOf(piece, origin)), origin };
}

function mayContain(hole: Hole, delimiter: string): boolean {
  const { alphabet } = hole;
  return alphabet === undefined || delimiter.length > 1 || alphabet.test(delimiter);
}

function cut(known: Known, delimiter: string): readonly Known[] {
  let start = 0;
  return known.text.split(delimiter).map((piece) => {
    const cutOut = slice(known, start, start + piece.length);
    start += piece.length + delimiter.length;
    return cutOut;
  });
}

/** Some of the characters, with the place where those stand. */
export function slice(known: Known, start: number, end: number): Known {
  const characters = { ...known, text: known.text.slice(start, end) };
  const { origin } = known;
  if (origin === undefined || origin.what === "key") return characters;
  const from = (origin.what?.start ?? 0) + start;
  return { ...characters, origin: { ...origin, what: { start: from, end: from + end - start } } };
}

/** An element by its index from 0; undefined if the list is too short. */
export function select(index: number, list: List | Unknown, origin: Origin): Value | undefined {
  if (list.kind === "list") return list.items[index];
  return valueOfHole(elementHole(list.why, `select ${index} ${list.why.id}`), origin);
}
