// A property of a resource in a world in which the resource exists, with what SAM's Globals add to it.

import type { Value } from "../../../values/value.ts";
import { isInSomeWorld, NoSuchWorld } from "../../../values/worlds.ts";
import { branchesTaken } from "../evaluate/branches.ts";
import { conditionHolds } from "../evaluate/conditions.ts";
import { type Evaluation, evaluateName, refuse } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import { type Node, nodeAt } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { startEvaluation } from "../references/scope.ts";
import { GLOBALS, mergeGlobals } from "./globals.ts";
import { violatesRules } from "./rules.ts";

/** Throws NoSuchWorld where the resource, or one that deploys its template, is not made. */
export function evaluateProperty(resource: Node, type: string, name: string, evaluation: Evaluation): Value {
  requireExistence(resource, evaluation);
  const own = memberOf(memberOf(resource, "Properties", evaluation), name, evaluation);
  const section = GLOBALS.get(type);
  const globals = section === undefined ? undefined : nodeAt(evaluation.template.document, ["Globals", section]);
  const shared = memberOf(globals, name, evaluation);
  if (own !== undefined && "kind" in own) return own;
  if (shared !== undefined && "kind" in shared) return shared;
  if (shared !== undefined) return mergeGlobals(shared, own, evaluation);
  if (own !== undefined) return evaluation.evaluate(own, evaluation);
  const { document, path } = resource;
  return { kind: "absent", origin: { document, path: [...path, "Properties", name] } };
}

/** Whether the template is deployed in any world; true where that is unknown. */
export function isDeployed(template: Template): boolean {
  if (template.parent === undefined) return true;
  return isInSomeWorld((world) => requireDeployment(startEvaluation(world, template)), template.deployment.allowance);
}

function requireExistence(resource: Node, evaluation: Evaluation): void {
  requireDeployment(evaluation);
  if (violatesRules(evaluation)) refuse("an assertion of the Rules that does not hold");
  const condition = conditionOf(resource, evaluation);
  if (condition !== undefined && !conditionHolds(condition, evaluation)) throw new NoSuchWorld();
}

/** Throws NoSuchWorld where nothing deploys the template. */
function requireDeployment({ template, parent }: Evaluation): void {
  if (parent === undefined || template.parent === undefined) return;
  requireExistence(template.parent.resource, parent);
  if (branchesTaken(template.parent.branches, parent) === false) throw new NoSuchWorld();
}

/** What a macro makes is unknown. */
function conditionOf(resource: Node, evaluation: Evaluation): string | undefined {
  const condition = memberOf(resource, "Condition", evaluation);
  return condition === undefined || "kind" in condition ? undefined : evaluateName(condition, evaluation);
}
