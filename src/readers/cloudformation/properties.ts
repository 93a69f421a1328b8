// A property of a resource in a world in which the resource exists, with what SAM's Globals add to it.

import { isList, isObject } from "../../text/document.ts";
import type { Origin, Value } from "../../values/value.ts";
import { isInSomeWorld, NoSuchWorld } from "../../values/worlds.ts";
import { refusedByRules } from "./assertions.ts";
import { areTaken } from "./branches.ts";
import { holds } from "./conditions.ts";
import { evaluationIn } from "./evaluate.ts";
import { type Evaluation, nameAt, refuse } from "./evaluation.ts";
import { memberOf } from "./members.ts";
import { callOf, childAt, isFunction, type Node, nodeAt, originOf } from "./node.ts";
import type { Template } from "./template.ts";

/** AWS SAM Developer Guide, "Globals section of the AWS SAM template": of which types, under which name. */
const GLOBALS: ReadonlyMap<string, string> = new Map([["AWS::Serverless::Function", "Function"]]);

/** Throws NoSuchWorld where the resource, or one that deploys its template, is not made. */
export function propertyIn(resource: Node, type: string, name: string, evaluation: Evaluation): Value {
  requireMade(resource, evaluation);
  const own = memberOf(memberOf(resource, "Properties", evaluation), name, evaluation);
  const section = GLOBALS.get(type);
  const globals = section === undefined ? undefined : nodeAt(evaluation.template.document, ["Globals", section]);
  const shared = memberOf(globals, name, evaluation);
  if (own !== undefined && "kind" in own) return own;
  if (shared !== undefined && "kind" in shared) return shared;
  if (shared !== undefined) return merged(shared, own, evaluation);
  if (own !== undefined) return evaluation.evaluate(own, evaluation);
  const { document, path } = resource;
  return { kind: "absent", origin: { document, path: [...path, "Properties", name] } };
}

/** Is the template deployed in any world? Where that cannot be told, it is. */
export function isDeployed(template: Template): boolean {
  if (template.caller === undefined) return true;
  return isInSomeWorld((world) => requireCaller(evaluationIn(world, template)));
}

function requireMade(resource: Node, evaluation: Evaluation): void {
  requireCaller(evaluation);
  if (refusedByRules(evaluation)) refuse("an assertion of the Rules that does not hold");
  const condition = conditionOf(resource, evaluation);
  if (condition !== undefined && !holds(condition, evaluation)) throw new NoSuchWorld();
}

/** Throws NoSuchWorld where nothing deploys the template. */
function requireCaller({ template, caller }: Evaluation): void {
  if (caller === undefined || template.caller === undefined) return;
  requireMade(template.caller.resource, caller);
  if (areTaken(template.caller.choices, caller) === false) throw new NoSuchWorld();
}

/** Of what a macro makes nobody can tell. */
function conditionOf(resource: Node, evaluation: Evaluation): string | undefined {
  const condition = memberOf(resource, "Condition", evaluation);
  return condition === undefined || "kind" in condition ? undefined : nameAt(condition, evaluation);
}

/** As SAM does it: maps are merged, lists are appended, and of anything else the resource's own counts. */
function merged(shared: Node, own: Node | undefined, evaluation: Evaluation): Value {
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
    const value = ofShared ? merged(ofShared, ofOwn, evaluation) : evaluation.evaluate(where, evaluation);
    if (value.kind !== "absent") entries.set(key, { key: { ...originOf(where), what: "key" }, value });
  }
  return { kind: "map", entries, origin: originOf(own) };
}

function isPlainMap(node: Node): boolean {
  return isObject(node.json) && !isFunction(callOf(node)?.name);
}
