// Lookups in Mappings: each of the two keys may be decided by deployment.

import { isList, isObject } from "../../../text/document.ts";
import { charactersAt, text } from "../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../values/value.ts";
import { child, children, type Node } from "../model/node.ts";
import { decideEqual } from "./conditions.ts";
import { type Evaluation, inCompareMode, refuse } from "./evaluation.ts";

/** `[map, key, key]`, with language extensions also `{ DefaultValue: … }`. Undefined where a key cannot be told. */
export function findInMap(argument: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const [map, ...others] = children(argument);
  const [first, second, options] = others;
  const name = map && literal(evaluation.evaluate(map, evaluation));
  if (name === undefined || first === undefined || second === undefined) return undefined;
  let found = evaluation.scope.entryOf("Mappings", name, evaluation);
  for (const key of [first, second]) {
    if (found === undefined || !isObject(found.json) || child(found, "Fn::Transform") !== undefined) return undefined;
    const chosen = chooseKey(evaluation.evaluate(key, inCompareMode(evaluation)), Object.keys(found.json), evaluation);
    if (chosen === "unknown") return undefined;
    const otherwise = options && child(options, "DefaultValue");
    if (chosen === "none" && otherwise !== undefined) return evaluation.evaluate(otherwise, evaluation);
    if (chosen === "none") refuse(`a key that the mapping ${name} does not have`);
    found = child(found, chosen.key);
  }
  return found && mappedValue(found, name, origin);
}

/** The key that a value is; the world is split until it is one of them or none. */
function chooseKey(
  value: Value,
  keys: readonly string[],
  evaluation: Evaluation,
): { key: string } | "none" | "unknown" {
  const word = literal(value);
  if (word !== undefined) return keys.includes(word) ? { key: word } : "none";
  if (evaluation.mode === "certain") return "unknown";
  const key = keys.find((each) => decideEqual([value, text({ text: each }, value.origin)], evaluation));
  return key === undefined ? "none" : { key };
}

function mappedValue(node: Node, mapping: string, origin: Origin): Value {
  if (isList(node.json)) {
    return { kind: "list", items: children(node).map((each) => mappedValue(each, mapping, origin)), origin };
  }
  const characters = charactersAt(node.json, node.document, node.path);
  return text({ ...characters, from: { name: mapping, by: "mapping" } }, origin);
}
