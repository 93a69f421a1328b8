// When two values are equal, whatever deployment makes of their holes.

import { MAYBE, type Truth } from "./doubt.ts";
import { isKnown, type Part, type Value } from "./value.ts";

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
      return `<${JSON.stringify(value.why.id)}>`;
  }
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
  if (!strip(a, b, "start") || !strip(a, b, "end")) return false;
  if (a.length === 0 || b.length === 0) return rest(a.length === 0 ? b : a, "");
  const [first] = a.length === 1 ? a : [];
  const [second] = b.length === 1 ? b : [];
  if (typeof first === "string") return rest(b, first);
  if (typeof second === "string") return rest(a, second);
  return MAYBE;
}

/** Takes from both what is certainly equal at one end; false if they differ there. */
function strip(a: Piece[], b: Piece[], end: "start" | "end"): boolean {
  const index = end === "start" ? 0 : -1;
  for (;;) {
    const [x, y] = [a.at(index), b.at(index)];
    if (x === undefined || y === undefined) return true;
    if (typeof x === "string" && typeof y === "string") {
      const shorter = Math.min(x.length, y.length);
      const cut = (text: string) =>
        end === "start"
          ? [text.slice(0, shorter), text.slice(shorter)]
          : [text.slice(-shorter), text.slice(0, -shorter)];
      const [[xEnd, xRest], [yEnd, yRest]] = [cut(x), cut(y)];
      if (xEnd !== yEnd) return false;
      put(a, index, xRest);
      put(b, index, yRest);
    } else if (typeof x !== "string" && typeof y !== "string" && x.hole.id === y.hole.id) {
      put(a, index, "");
      put(b, index, "");
    } else return true;
  }
}

function put(pieces: Piece[], index: 0 | -1, text: string | undefined): void {
  pieces.splice(index, 1, ...(text ? [text] : []));
}

/** Can what is left of one side be `word`, which is all of the other? */
function rest(side: readonly Piece[], word: string): Truth {
  const known = side.filter((piece) => typeof piece === "string");
  if (known.length === side.length) return known.join("") === word;
  if (!known.every((text) => word.includes(text))) return false;
  const [only] = side;
  if (side.length === 1 && only !== undefined && typeof only !== "string") return only.hole.admits(word) && MAYBE;
  return MAYBE;
}
