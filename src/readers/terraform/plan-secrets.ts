// Which planned values are secret: marked so, made of sensitive variables, or repeating a value that is marked elsewhere in the plan.

import { at, entry, isObject, type Json } from "../../text/document.ts";
import { resourceReference } from "./addresses.ts";
import { type Leaf, leavesOf, moduleAt, resourceAt } from "./configuration.ts";
import type { Change, Plan } from "./plan.ts";
import { leavesIn, sourceDocument } from "./recovery.ts";
import { resourcesIn } from "./state-modules.ts";
import { isMarked, markedTexts, secretsOf, textsIn } from "./taint.ts";

export interface PlanSecrets {
  hold(change: Change, attribute: string): boolean;
}

/** Data sources that are made of data sources: further than this nobody looks, and says that it is secret. */
const DEEPEST = 20;

/**
 * Terraform marks what comes from a sensitive variable, but not what a data source makes of it: the JSON of an
 * aws_iam_policy_document bears no mark. So values and references are compared as well.
 */
export function planSecrets(plan: Plan): PlanSecrets {
  const secrets = secretsOf(secretTexts(plan));
  const isSecret = (change: Change): boolean => isMarked(entry(change.change, "after_sensitive"));
  return {
    hold(change, attribute) {
      const marks = ["after_sensitive", "before_sensitive"].map((name) => entry(change.change, name));
      if (marks.some((mark) => mark === true || isMarked(entry(mark, attribute)))) return true;
      if (secrets.touch(at(change.change, ["after", attribute]))) return true;
      const source = sourceDocument(change, attribute, plan);
      if (source !== undefined && (isSecret(source) || secrets.touch(entry(source.change, "after")))) return true;
      return comesFromSecret(leavesIn(change, [attribute], plan), plan, 0);
    },
  };
}

function comesFromSecret(leaves: readonly Leaf[], plan: Plan, depth: number): boolean {
  return leaves.some(({ module, reference, secret, index }) => {
    if (secret || depth > DEEPEST) return true;
    const named = resourceReference(reference);
    if (named?.mode !== "data") return false;
    const resource = resourceAt(plan.configuration, module, `data.${named.type}.${named.name}`);
    const json = entry(resource, "expressions");
    return comesFromSecret(leavesOf({ json, module, index }, plan.configuration), plan, depth + 1);
  });
}

function* secretTexts({ document: { value }, changes, configuration }: Plan): Iterable<string> {
  const declared = entry(moduleAt(configuration, []), "variables");
  for (const name of isObject(declared) ? Object.keys(declared) : []) {
    if (at(declared, [name, "sensitive"]) !== true) continue;
    yield* textsIn(at(value, ["variables", name, "value"]));
    yield* textsIn(at(declared, [name, "default"]));
  }
  for (const { change } of changes) yield* changedTexts(change);
  const outputs = entry(value, "output_changes");
  for (const name of isObject(outputs) ? Object.keys(outputs) : []) {
    const output = entry(outputs, name);
    if (output !== undefined) yield* changedTexts(output);
  }
  for (const { json } of resourcesIn(at(value, ["prior_state", "values", "root_module"]), [])) {
    yield* markedTexts(entry(json, "values"), entry(json, "sensitive_values"));
  }
}

function* changedTexts(change: Json): Iterable<string> {
  yield* markedTexts(entry(change, "after"), entry(change, "after_sensitive"));
  yield* markedTexts(entry(change, "before"), entry(change, "before_sensitive"));
}
