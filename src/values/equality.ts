// When two values are equal, whatever deployment makes of their holes.

import { MAYBE, type Truth } from "./doubt.ts";
import { isKnown, type OpenEntries, type Part, type Value } from "./value.ts";

/** Equal for values that are equal in every completion; no other use. */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case "text":
      return pieces(value.parts).map(keyOfPiece).join("") || '""';
    case "list":
      return `[${value.items.map(keyOf).join()}]`;
    case "map":
      return `{${[...value.entries].map(([key, entry]) => `${JSON.stringify(key)}:${keyOf(entry.value)}`).join()}}`;
    case "absent":
      return "-";
    case "unknown":
      return `<${JSON.stringify(value.why.id)}${value.entries === undefined ? "" : keyOfEntries(value.entries)}>`;
  }
}

function keyOfEntries(entries: OpenEntries): string {
  return `{${entries.map(([key, value]) => `${keyOf(key)}:${keyOf(value)}`).join()}}`;
}

function keyOfPiece(piece: Piece): string {
  return typeof piece === "string" ? JSON.stringify(piece) : `<${JSON.stringify(piece.hole.id)}>`;
}

type Piece = string | Exclude<Part, { text: string }>;

/** Known characters in runs without seams. */
function pieces(parts: readonly Part[]): Piece[] {
  const runs: Piece[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (!isKnown(part)) runs.push(part);
    else if (typeof last === "string") runs[runs.length - 1] = last + part.text;
    else if (part.text !== "") runs.push(part.text);
  }
  return runs;
}

/** True only if they are equal in every completion, false only if in none. */
export function sameText(left: Value, right: Value): Truth {
  if (left.kind === "unknown" && right.kind === "unknown" && left.why.id === right.why.id) return true;
  if (left.kind !== "text" || right.kind !== "text") return MAYBE;
  const [a, b] = [pieces(left.parts), pieces(right.parts)];
  if (!takeEqualEnd(a, b, 0) || !takeEqualEnd(a, b, -1)) return false;
  const [word, other] = [literalOf(a), literalOf(b)];
  if (word !== undefined) return other === undefined ? canEqual(b, word) : word === other;
  return other === undefined ? MAYBE : canEqual(a, other);
}

/** Takes from both what is certainly equal at one end; false if they differ there. */
function takeEqualEnd(a: Piece[], b: Piece[], index: 0 | -1): boolean {
  for (;;) {
    const [x, y] = [a.at(index), b.at(index)];
    if (x === undefined || y === undefined) return true;
    if (typeof x === "string" && typeof y === "string") {
      const shorter = Math.min(x.length, y.length);
      const cut = (text: string) =>
        index === 0 ? [text.slice(0, shorter), text.slice(shorter)] : [text.slice(-shorter), text.slice(0, -shorter)];
      const [[xEnd, xRest], [yEnd, yRest]] = [cut(x), cut(y)];
      if (xEnd !== yEnd) return false;
      replaceEnd(a, index, xRest);
      replaceEnd(b, index, yRest);
    } else if (typeof x !== "string" && typeof y !== "string" && x.hole.id === y.hole.id) {
      replaceEnd(a, index, "");
      replaceEnd(b, index, "");
    } else return true;
  }
}

function replaceEnd(pieces: Piece[], index: 0 | -1, text: string | undefined): void {
  pieces.splice(index, 1, ...(text ? [text] : []));
}

/** All of it, where nothing in it is a hole. */
function literalOf([first = "", ...others]: readonly Piece[]): string | undefined {
  return typeof first === "string" && others.length === 0 ? first : undefined;
}

/** Can holes, and what is known between them, be the word? */
function canEqual(side: readonly Piece[], word: string): Truth {
  const [first, ...others] = side;
  if (typeof first === "object" && others.length === 0) return first.hole.admits(word) && MAYBE;
  return side.every((piece) => typeof piece !== "string" || word.includes(piece)) && MAYBE;
}
