// Whether two values are equal, whatever deployment makes of what is not known in them.

import { keyOf, sameText } from "../../../values/same.ts";
import { and, MAYBE, NO, type Truth, YES } from "../../../values/truth.ts";
import { loneHole, type Value } from "../../../values/value.ts";
import { isNull } from "./evaluation.ts";
import { holdsSeveral } from "./members.ts";

/** YES only if they are equal in every completion, NO only if in none. Numbers and texts of the same characters count as equal. */
export function sameValue(left: Value, right: Value): Truth {
  if (isNull(left) && isNull(right)) return YES;
  const open = loneHole(left) !== undefined || loneHole(right) !== undefined;
  if (isNull(left) || isNull(right)) return open ? MAYBE : NO;
  if (left.kind === "list" && right.kind === "list") {
    if (holdsSeveral(left) || holdsSeveral(right)) return keyOf(left) === keyOf(right) ? YES : MAYBE;
    if (left.items.length !== right.items.length) return NO;
    return and(...left.items.map((item, index) => sameValue(item, right.items[index] ?? item)));
  }
  if (left.kind === "map" && right.kind === "map") return sameMap(left.entries, right.entries);
  if (keyOf(left) === keyOf(right)) return YES;
  if (left.kind === "text" && right.kind === "text") return sameText(left, right);
  return open ? MAYBE : NO;
}

type Entries = (Value & { kind: "map" })["entries"];

function sameMap(left: Entries, right: Entries): Truth {
  if (left.size !== right.size) return NO;
  const truths = [...left].map(([key, { value }]) => {
    const other = right.get(key);
    return other === undefined ? NO : sameValue(value, other.value);
  });
  return and(...truths);
}
