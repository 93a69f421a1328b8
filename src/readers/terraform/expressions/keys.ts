// Which member of a map or a list is meant by a key that deployment decides: each one is a world.

import { text } from "../../../values/text.ts";
import { literal, loneHole, sourceText, type Value } from "../../../values/value.ts";
import { areEqual } from "./conditions.ts";
import type { Evaluation } from "./evaluation.ts";
import { holdsSeveral } from "./members.ts";

/** With more members the key stays open, and any member may be meant. */
const MOST = 64;

/** As it stands where it is known, or the world must not be split; undefined: none of the members. */
export function chosenKey(key: Value, of: Value, evaluation: Evaluation): Value | undefined {
  const words = membersIn(of);
  const isOpen = literal(key) === undefined && (key.kind === "text" || key.kind === "unknown");
  if (words === undefined || !isOpen || loneHole(key)?.many || evaluation.mode === "certain") return key;
  for (const word of words) {
    const member = text({ text: word }, key.origin);
    if (areEqual([key, member], `${sourceText(key)} == ${JSON.stringify(word)}`, evaluation)) return member;
  }
  return undefined;
}

/** Undefined where not all are known, or there are too many. */
function membersIn(of: Value): readonly string[] | undefined {
  const isInOrder = of.kind === "list" && of.order === undefined && !holdsSeveral(of);
  const words =
    of.kind === "map" ? [...of.entries.keys()] : isInOrder ? of.items.map((_, index) => `${index}`) : undefined;
  return words !== undefined && words.length > 0 && words.length <= MOST ? words : undefined;
}
