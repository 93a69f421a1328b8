// What SAM's Globals add to the properties of a resource.

import { isList, isObject } from "../../../text/document.ts";
import type { Origin, Value } from "../../../values/value.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { callOf, childAt, isFunctionName, type Node, originOf } from "../model/node.ts";

/** AWS SAM Developer Guide, "Globals section of the AWS SAM template": of which types, under which name. */
export const GLOBALS: ReadonlyMap<string, string> = new Map([
  ["AWS::Serverless::Function", "Function"],
  ["AWS::Serverless::Api", "Api"],
]);

/** As SAM does it: maps are merged, lists are appended, and of anything else the resource's own counts. */
export function mergeGlobals(shared: Node, own: Node | undefined, evaluation: Evaluation): Value {
  if (own === undefined) return evaluation.evaluate(shared, evaluation);
  if (isList(shared.json) && isList(own.json)) {
    const lists = [shared, own].map((each) => evaluation.evaluate(each, evaluation));
    return {
      kind: "list",
      items: lists.flatMap((each) => (each.kind === "list" ? each.items : [])),
      origin: originOf(own),
    };
  }
  if (!isPlainMap(shared) || !isPlainMap(own)) return evaluation.evaluate(own, evaluation);
  const entries = new Map<string, { key: Origin; value: Value }>();
  const keys = new Set([shared, own].flatMap(({ json }) => Object.keys(json as object)));
  for (const key of keys) {
    const [ofShared, ofOwn] = [childAt(shared, [key]), childAt(own, [key])];
    const where = ofOwn ?? ofShared;
    if (where === undefined) continue;
    const value = ofShared ? mergeGlobals(ofShared, ofOwn, evaluation) : evaluation.evaluate(where, evaluation);
    if (value.kind !== "absent") entries.set(key, { key: { ...originOf(where), what: "key" }, value });
  }
  return { kind: "map", entries, origin: originOf(own) };
}

function isPlainMap(node: Node): boolean {
  return isObject(node.json) && !isFunctionName(callOf(node)?.name);
}
