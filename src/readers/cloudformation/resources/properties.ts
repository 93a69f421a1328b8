// A property of a resource in a world in which the resource exists, with what SAM's Globals add to it.

import type { Value } from "../../../values/value.ts";
import { isInSomeWorld, NoSuchWorld } from "../../../values/worlds.ts";
import { areTaken } from "../evaluate/branches.ts";
import { holds } from "../evaluate/conditions.ts";
import { type Evaluation, nameAt, refuse } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import { type Node, nodeAt } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { evaluationIn } from "../references/scope.ts";
import { GLOBALS, merged } from "./globals.ts";
import { refusedByRules } from "./rules.ts";

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
