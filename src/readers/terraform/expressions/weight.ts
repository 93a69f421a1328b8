// The size of a value: a short configuration can make one that is too large to walk through.

import type { Value } from "../../../values/value.ts";

const known = new WeakMap<Value, number>();

/** The texts, lists and maps in it, counted as often as they occur; parts of a text count too. */
export function weight(value: Value): number {
  if (value.kind === "text") return value.parts.length;
  if (value.kind !== "list" && value.kind !== "map") return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  let found = 1;
  if (value.kind === "list") for (const item of value.items) found += weight(item);
  else for (const entry of value.entries.values()) found += weight(entry.value);
  known.set(value, found);
  return found;
}
