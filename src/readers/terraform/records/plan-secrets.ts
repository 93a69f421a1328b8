// Which planned values are secret: marked so, made of sensitive variables, or repeating a value that is marked elsewhere in the plan.

import { at, entry, isObject, type Json } from "../../../text/document.ts";
import { resourceReference } from "./addresses.ts";
import { type Leaf, leavesOf, moduleAt, resourceAt } from "./configuration.ts";
import { leavesIn } from "./leaves.ts";
import type { Plan, Planned } from "./plan.ts";
import { sourceDocument } from "./recovery.ts";
import { instanceTexts, isMarked, isMarkedAt, markedTexts, outputTexts, secretsOf, secretTexts } from "./taint.ts";

export interface PlanSecrets {
  hold(planned: Planned, attribute: string): boolean;
}

/** Data sources made of data sources are followed this far; what is made of more counts as secret. */
const DEEPEST = 20;

const MARKED = [
  ["after", "after_sensitive"],
  ["before", "before_sensitive"],
] as const;

/**
 * Terraform marks what comes from a sensitive variable, but not what a data source makes of it: the JSON of an
 * aws_iam_policy_document bears no mark. So values and references are compared as well.
 */
export function planSecrets(plan: Plan): PlanSecrets {
  const secrets = secretsOf(textsOf(plan));
  return {
    hold(planned, attribute) {
      if (MARKED.some(([, marks]) => isMarkedAt(planned.tells(marks), attribute))) return true;
      if (secrets.touch(entry(planned.tells("after"), attribute))) return true;
      const leaves = leavesIn(planned, [attribute], plan);
      const source = sourceDocument(leaves, plan);
      if (source !== undefined && (isMarked(source.tells("after_sensitive")) || secrets.touch(source.tells("after"))))
        return true;
      return comesFromSecret(leaves, plan, 0);
    },
  };
}

function comesFromSecret(leaves: readonly Leaf[], plan: Plan, depth: number): boolean {
  return leaves.some(({ module, reference, secret, index }) => {
    if (secret || depth > DEEPEST) return true;
    const named = resourceReference(reference);
    if (named?.mode !== "data") return false;
    const json = resourceAt(plan.configuration, module, named.local)?.tells("expressions");
    return comesFromSecret(leavesOf({ json, module, index }, plan.configuration), plan, depth + 1);
  });
}

function* textsOf({ document: { value }, marked, configuration }: Plan): Iterable<string> {
  const declared = entry(moduleAt(configuration, []), "variables");
  for (const name of isObject(declared) ? Object.keys(declared) : []) {
    if (at(declared, [name, "sensitive"]) !== true) continue;
    yield* secretTexts(at(value, ["variables", name, "value"]));
    yield* secretTexts(at(declared, [name, "default"]));
  }
  for (const { type, tells } of marked()) {
    for (const [what, marks] of MARKED) {
      if (isMarked(tells(marks)))
        yield* instanceTexts({ type, attributes: () => tells(what), marks: () => tells(marks) });
    }
  }
  for (const change of changesOf(entry(value, "output_changes"))) {
    yield* markedTexts(entry(change, "after"), entry(change, "after_sensitive"));
    yield* markedTexts(entry(change, "before"), entry(change, "before_sensitive"));
  }
  yield* outputTexts(at(value, ["prior_state", "values", "outputs"]));
}

function changesOf(outputs: Json | undefined): readonly Json[] {
  return isObject(outputs) ? Object.keys(outputs).map((name) => entry(outputs, name) ?? null) : [];
}
