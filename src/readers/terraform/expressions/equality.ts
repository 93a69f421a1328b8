// Whether two values are equal, whatever deployment makes of what is not known in them.

import { every, MAYBE, type Truth } from "../../../values/doubt.ts";
import { keyOf, sameText } from "../../../values/equality.ts";
import { type List, loneHole, type Struct, type Value } from "../../../values/value.ts";
import { isNull } from "./evaluation.ts";
import { holdsSeveral } from "./members.ts";

/**
 * True only if they are equal in every completion, false only if in none. To Terraform values of two types are never equal,
 * a list and a tuple with the same elements neither; that is not told here, where types are not all known: MAYBE.
 */
export function sameValue(left: Value, right: Value): Truth {
  if (isNull(left) && isNull(right)) return true;
  const open = loneHole(left) !== undefined || loneHole(right) !== undefined;
  if (isNull(left) || isNull(right)) return open && MAYBE;
  if (left.kind === "list" && right.kind === "list") return ofAnyType(sameList(left, right));
  if (left.kind === "map" && right.kind === "map") return ofAnyType(sameMap(left.entries, right.entries));
  if (left.kind === "text" && right.kind === "text") {
    const same = keyOf(left) === keyOf(right) || sameText(left, right);
    return left.type === right.type ? same : ofAnyType(same);
  }
  return keyOf(left) === keyOf(right) || (open && MAYBE);
}

function ofAnyType(same: Truth): Truth {
  return same !== false && MAYBE;
}

function sameList(left: List, right: List): Truth {
  if ([left, right].some((list) => list.order !== undefined || holdsSeveral(list))) return MAYBE;
  if (left.items.length !== right.items.length) return false;
  return every(left.items.entries(), ([index, item]) => sameValue(item, right.items[index] ?? item));
}

function sameMap(left: Struct["entries"], right: Struct["entries"]): Truth {
  if (left.size !== right.size) return false;
  return every(left, ([key, { value }]) => {
    const other = right.get(key);
    return other !== undefined && sameValue(value, other.value);
  });
}
