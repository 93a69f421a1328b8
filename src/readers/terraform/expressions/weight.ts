// How much a value holds: a short configuration can make one that nobody could ever walk through.

import type { Value } from "../../../values/value.ts";

const known = new WeakMap<Value, number>();

/** The texts, lists and maps in it, counted as often as they occur; parts of a text count too. */
export function weight(value: Value): number {
  const before = known.get(value);
  if (before !== undefined) return before;
  const found = count(value);
  known.set(value, found);
  return found;
}

function count(value: Value): number {
  switch (value.kind) {
    case "text":
      return value.parts.length;
    case "list":
      return value.items.reduce((sum, item) => sum + weight(item), 1);
    case "map":
      return [...value.entries.values()].reduce((sum, entry) => sum + weight(entry.value), 1);
    default:
      return 1;
  }
}
