// What a nested stack gives back to the template that deploys it: the values of its outputs.

import { MAYBE } from "../../../values/doubt.ts";
import { hole, undecided } from "../../../values/hole.ts";
import type { Origin, Value } from "../../../values/value.ts";
import { areTaken, outcomeOf } from "../evaluate/branches.ts";
import { type Evaluation, nameAt, opaque, refuse } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import type { Node } from "../model/node.ts";
import { fromAfar } from "../model/template.ts";
import { entryOf } from "./sections.ts";

/** As Fn::GetAtt names them: `Outputs.RoleArn`. */
const OUTPUTS = "Outputs.";

/** Undefined where no template is at hand that has the output: neither is one where the resource deploys none. */
export function outputOf(resource: string, name: string, origin: Origin, evaluation: Evaluation): Value | undefined {
  const { template } = evaluation;
  const stack = template.stacks
    .get(resource)
    ?.find(({ caller }) => areTaken(caller?.choices ?? [], evaluation) === true);
  if (stack === undefined || !name.startsWith(OUTPUTS)) return undefined;
  if (stack.rewriter !== undefined && stack.rewriter !== template.rewriter) {
    return undecided(hole(`Fn::GetAtt ${template.scope}${resource}.${name}`, "macro", stack.rewriter), origin);
  }
  const inner: Evaluation = {
    ...evaluation,
    template: template.distant ? fromAfar(stack) : stack,
    decided: new Map(),
    certain: new Map(),
    caller: evaluation,
  };
  const output = entryOf("Outputs", name.slice(OUTPUTS.length), inner);
  return output && outputValue(output, origin, inner);
}

/** Of an entry of the section; undefined where it is no text. */
export function outputValue(output: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const node = memberOf(output, "Value", evaluation);
  const named = memberOf(output, "Condition", evaluation);
  const condition = named === undefined || "kind" in named ? undefined : nameAt(named, evaluation);
  if (node === undefined || "kind" in node) return node && { ...node, origin };
  if (condition !== undefined) {
    const made = outcomeOf(condition, evaluation);
    if (made === MAYBE) return opaque(`condition ${condition}`, "parameter", output, evaluation);
    if (!made) refuse(`an output that the condition ${condition} leaves out`);
  }
  const value = evaluation.evaluate(node, evaluation);
  // Outputs are texts, whatever they were made of.
  return value.kind === "text" ? { ...value, type: "string", origin } : undefined;
}
