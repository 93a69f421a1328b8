// Whether two values are equal, whatever deployment makes of what is not known in them.

import { every, MAYBE, type Truth } from "../../../values/doubt.ts";
import { keyOf, sameText } from "../../../values/same.ts";
import { loneHole, type Value } from "../../../values/value.ts";
import { isNull } from "./evaluation.ts";
import { holdsSeveral } from "./members.ts";

/** True only if they are equal in every completion, false only if in none. Numbers and texts of the same characters count as equal. */
export function sameValue(left: Value, right: Value): Truth {
  if (isNull(left) && isNull(right)) return true;
  const open = loneHole(left) !== undefined || loneHole(right) !== undefined;
  if (isNull(left) || isNull(right)) return open && MAYBE;
  if (left.kind === "list" && right.kind === "list") {
    if (holdsSeveral(left) || holdsSeveral(right)) return keyOf(left) === keyOf(right) || MAYBE;
    if (left.items.length !== right.items.length) return false;
    return every(left.items.entries(), ([index, item]) => sameValue(item, right.items[index] ?? item));
  }
  if (left.kind === "map" && right.kind === "map") return sameMap(left.entries, right.entries);
  if (keyOf(left) === keyOf(right)) return true;
  if (left.kind === "text" && right.kind === "text") return sameText(left, right);
  return open && MAYBE;
}

type Entries = (Value & { kind: "map" })["entries"];

function sameMap(left: Entries, right: Entries): Truth {
  if (left.size !== right.size) return false;
  return every(left, ([key, { value }]) => {
    const other = right.get(key);
    return other !== undefined && sameValue(value, other.value);
  });
}
