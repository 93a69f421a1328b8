// Sets of Terraform, and the lists that are made of them: in the order of their elements, where that is known.

import { keyOf } from "../../../values/equality.ts";
import { type List, literal, type Origin, type Value } from "../../../values/value.ts";
import { isNull } from "./evaluation.ts";

/** Of the elements, in the order in which Terraform goes through them where all are known: numbers by size, texts by their characters. */
export function setOf(items: readonly Value[], origin: Origin): List {
  const elements = withoutRepeats(ofOneType(items));
  const ordered = isKnownOrder(elements) ? [...elements].sort(before) : elements;
  return { kind: "list", items: ordered, origin, order: "set" };
}

/** What is made of the elements of a list or set one by one, as a list. */
export function listFrom(from: List, items: readonly Value[], origin: Origin): List {
  const isOpen = from.order === "unknown" || (from.order === "set" && !isKnownOrder(from.items));
  return { kind: "list", items, origin, ...(isOpen && { order: "unknown" }) };
}

/** Elements of a list, set or map have one type: beside texts, numbers and truth values become texts. */
export function ofOneType(items: readonly Value[]): readonly Value[] {
  const types = new Set(items.map((item) => (item.kind === "text" ? item.type : "null")));
  types.delete("null");
  if (types.size < 2 || !types.has("string")) return items;
  return items.map((item) => (item.kind === "text" && item.type !== "null" ? { ...item, type: "string" } : item));
}

function isKnownOrder(items: readonly Value[]): boolean {
  return items.every((item) => literal(item) !== undefined);
}

/** Null comes last. */
function before(one: Value, other: Value): number {
  if (isNull(one) || isNull(other)) return Number(isNull(one)) - Number(isNull(other));
  const [left = "", right = ""] = [literal(one), literal(other)];
  const isNumber = one.kind === "text" && one.type === "number";
  return isNumber ? Number(left) - Number(right) : byCodePoint(left, right);
}

/** The order of UTF-8, which that of UTF-16 is not beyond U+FFFF. */
export function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

/** Of equal ones the first. */
export function withoutRepeats(items: readonly Value[]): readonly Value[] {
  const met = new Set<string>();
  return items.filter((item) => {
    const key = isNull(item) ? "null" : keyOf(item);
    if (met.has(key)) return false;
    met.add(key);
    return true;
  });
}
