// Maps made of others, and lists made of maps.

import { literal, type Origin, type Struct, type Value } from "../../../../values/value.ts";
import { holeIn, isNull, refused } from "../evaluation.ts";
import { holdsSeveral, keyText, member, sorted } from "../members.ts";
import type { Functions, Row } from "./row.ts";

export const maps: Functions = [
  ["keys", ofMap((entries) => sorted(entries).map(([name, { key }]) => keyText(name, key)))],
  ["values", ofMap((entries) => sorted(entries).map(([, { value }]) => value))],
  ["merge", { gives: "any", run: (inputs, origin) => merged(inputs, origin) }],
  ["zipmap", { gives: "any", run: ([keys, values], origin) => zipped(keys, values, origin) }],
];

function ofMap(run: (entries: Struct["entries"]) => readonly Value[]): Row {
  return {
    gives: "list",
    run: ([value], origin) => (value?.kind === "map" ? { kind: "list", items: run(value.entries), origin } : undefined),
  };
}

/** Of equal keys the last one counts; null is an empty map. */
function merged(inputs: readonly Value[], origin: Origin): Value | undefined {
  const maps = inputs.filter((input) => !isNull(input));
  if (maps.some((map) => map.kind !== "map" && holeIn(map) === undefined)) return refused();
  const known = maps.filter((map) => map.kind === "map");
  if (known.length < maps.length) return undefined;
  return { kind: "map", entries: new Map(known.flatMap(({ entries }) => [...entries])), origin };
}

function zipped(keys: Value | undefined, values: Value | undefined, origin: Origin): Value | undefined {
  if (keys?.kind !== "list" || values?.kind !== "list") return undefined;
  if (holdsSeveral(keys) || holdsSeveral(values)) return undefined;
  if (keys.items.length !== values.items.length) return refused();
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const [index, key] of keys.items.entries()) {
    const word = isNull(key) ? refused() : literal(key);
    if (word === undefined) return undefined;
    entries.set(word, { key: key.origin, value: member(values, `${index}`, origin) });
  }
  return { kind: "map", entries, origin };
}
