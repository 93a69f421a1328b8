// The scope of a template: what its names stand for; and the evaluations that begin in it.

import { inEveryWorld, type World } from "../../../values/worlds.ts";
import { requireRead } from "../../allowance.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Evaluation, noSteps, type Scope, withoutSplitting } from "../evaluate/evaluation.ts";
import type { Template } from "../model/template.ts";
import { restoreHoles } from "./embedded-text.ts";
import { exportedValue } from "./exports.ts";
import { isPseudoParameter } from "./pseudo-parameters.ts";
import { attribute, reference } from "./references.ts";
import { entryOf } from "./sections.ts";
import { requireDeclared } from "./undeclared.ts";

const SCOPE: Scope = { reference, attribute, exportedValue, entryOf, requireDeclared, isSubject, restoreHoles };

/** As far as it is the same in every world; undefined where there can be none. Throws a Problem where it takes too much. */
export function evaluateInAllWorlds<T>(template: Template, ask: (evaluation: Evaluation) => T): T | undefined {
  const { allowance } = template.deployment;
  const asked = inEveryWorld((world) => ask(withoutSplitting(startEvaluation(world, template))), { allowance });
  return requireRead(asked, { document: template.document, path: [] }).outcomes[0]?.result;
}

export function startEvaluation(world: World, template: Template): Evaluation {
  const { parent } = template;
  return {
    template,
    scope: SCOPE,
    world,
    mode: "split",
    steps: noSteps(),
    conditionOutcomes: new Map(),
    certainOutcomes: new Map(),
    evaluate,
    ...(parent && { parent: startEvaluation(world, parent.template) }),
  };
}

function isSubject(id: string, { idPrefix, parent, parameter }: Template): boolean {
  const name = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : "";
  if (isPseudoParameter(id) || isPseudoParameter(name) || parameter(name)?.hidden === false) return true;
  return parent !== undefined && isSubject(id, parent.template);
}
