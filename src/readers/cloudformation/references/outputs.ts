// What a nested stack gives back to the template that deploys it: the values of its outputs.

import { MAYBE } from "../../../values/doubt.ts";
import { hole, valueOfHole } from "../../../values/hole.ts";
import type { Origin, Value } from "../../../values/value.ts";
import { branchesTaken, conditionOutcome } from "../evaluate/branches.ts";
import { type Evaluation, evaluateName, refuse, unknownAt } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import type { Node } from "../model/node.ts";
import { asSeenFromOtherAccount } from "../model/template.ts";
import { entryOf } from "./sections.ts";

/** As Fn::GetAtt names them: `Outputs.RoleArn`. */
const OUTPUTS = "Outputs.";

/** Undefined where the template with the output is not in the run, or the resource deploys none. */
export function outputOf(resource: string, name: string, origin: Origin, evaluation: Evaluation): Value | undefined {
  const { template } = evaluation;
  const stack = template.nestedStacks
    .get(resource)
    ?.find(({ parent }) => branchesTaken(parent?.branches ?? [], evaluation) === true);
  if (stack === undefined || !name.startsWith(OUTPUTS)) return undefined;
  if (stack.rewriter !== undefined && stack.rewriter !== template.rewriter) {
    return valueOfHole(hole(`Fn::GetAtt ${template.idPrefix}${resource}.${name}`, "macro", stack.rewriter), origin);
  }
  const inner: Evaluation = {
    ...evaluation,
    template: template.isInOtherAccount ? asSeenFromOtherAccount(stack) : stack,
    conditionOutcomes: new Map(),
    certainOutcomes: new Map(),
    parent: evaluation,
  };
  const output = entryOf("Outputs", name.slice(OUTPUTS.length), inner);
  return output && outputValue(output, origin, inner);
}

/** Of an entry of the section; undefined where it is no text. */
export function outputValue(output: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const node = memberOf(output, "Value", evaluation);
  const named = memberOf(output, "Condition", evaluation);
  const condition = named === undefined || "kind" in named ? undefined : evaluateName(named, evaluation);
  if (node === undefined || "kind" in node) return node && { ...node, origin };
  if (condition !== undefined) {
    const made = conditionOutcome(condition, evaluation);
    if (made === MAYBE) return unknownAt(`condition ${condition}`, "parameter", output, evaluation);
    if (!made) refuse(`an output that the condition ${condition} leaves out`);
  }
  const value = evaluation.evaluate(node, evaluation);
  // Outputs are texts, whatever they were made of.
  return value.kind === "text" ? { ...value, type: "string", origin } : undefined;
}
