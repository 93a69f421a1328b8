// The state of an evaluation of a template: the world, the mode (how much it may ask of the world), and the steps that it has spent.

import { scalarText } from "../../../text/document.ts";
import type { Reason, Truth } from "../../../values/doubt.ts";
import { hole, unknown } from "../../../values/hole.ts";
import { literal, type Origin, type Text, type Unknown, type Value } from "../../../values/value.ts";
import { Refused, type World } from "../../../values/worlds.ts";
import { cost } from "../../cost.ts";
import { type Binding, type Node, originOf } from "../model/node.ts";
import type { Template } from "../model/template.ts";

/** The interface by which an evaluation asks what names stand for. */
export interface Scope {
  reference(name: string, origin: Origin, evaluation: Evaluation): Value;
  attribute(resource: string, name: string, origin: Origin, evaluation: Evaluation): Value;
  /** Undefined where it is unknown which output of a stack it is. */
  exportedValue(name: string, origin: Origin, evaluation: Evaluation): Value | undefined;
  /** An entry of a section by its name. */
  entryOf(section: SectionName, name: string, evaluation: Evaluation): Node | undefined;
  /** Throws Refused where nothing declares a name that stands beside the map of Fn::Sub. */
  requireDeclared(name: string, map: Node, evaluation: Evaluation): void;
  /** Can the world be asked about what has this id? About no hidden parameter, for the world's words are shown. */
  isSubject(id: string, template: Template): boolean;
  /** What another template fills into a text, put back where it falls. */
  restoreHoles(value: Text, evaluation: Evaluation): Text | Unknown;
}

export type SectionName = "Resources" | "Conditions" | "Mappings" | "Outputs";

export interface Evaluation {
  readonly template: Template;
  readonly scope: Scope;
  readonly world: World;
  /** split: splits the world until every parameter has a value or is left open. compare: a parameter stays open, to be compared with words. certain: never splits. */
  readonly mode: "split" | "compare" | "certain";
  readonly steps: StepCount;
  /** Named conditions as they turned out in this world; "asked" while that is found out. */
  readonly conditionOutcomes: Map<string, boolean | "asked">;
  /** The same without splitting. */
  readonly certainOutcomes: Map<string, Truth | "asked">;
  readonly evaluate: (node: Node, evaluation: Evaluation) => Value;
  /** That of the template which deploys this one. */
  readonly parent?: Evaluation;
}

const DEEPEST = 100;
const MOST_STEPS = 10_000;

interface StepCount {
  steps: number;
  depth: number;
  /** How many steps were too many or too deep, and not taken. */
  skipped: number;
}

export function noSteps(): StepCount {
  return { steps: 0, depth: 0, skipped: 0 };
}

/** Runs one step of an evaluation, or `spent` if it has gone too deep or on for too long. */
export function step<T>({ json }: Node, { steps, world }: Evaluation, run: () => T, spent: () => T): T {
  world.spend(cost(json));
  steps.steps += 1;
  if (steps.depth >= DEEPEST || steps.steps > MOST_STEPS) {
    steps.skipped += 1;
    return spent();
  }
  steps.depth += 1;
  try {
    return run();
  } finally {
    steps.depth -= 1;
  }
}

export function inCompareMode(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "split" ? inMode("compare", evaluation) : evaluation;
}

export function withoutSplitting(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "certain" ? evaluation : inMode("certain", evaluation);
}

/** The same in a world of which nothing is known yet. */
export function restart(evaluation: Evaluation, world: World): Evaluation {
  const { parent } = evaluation;
  return {
    ...evaluation,
    world,
    steps: noSteps(),
    conditionOutcomes: new Map(),
    certainOutcomes: new Map(),
    ...(parent && { parent: restart(parent, world) }),
  };
}

function inMode(mode: Evaluation["mode"], evaluation: Evaluation): Evaluation {
  const { parent } = evaluation;
  return { ...evaluation, mode, ...(parent && { parent: inMode(mode, parent) }) };
}

/** Something that cannot be worked out here, named after what makes it: a function, a macro. */
export function unknownAt(name: string, reason: Reason, node: Node, { template }: Evaluation): Unknown {
  return unknown(hole(`${name} at ${nodeId(node, template)}`, reason, name, { name }), originOf(node));
}

/** CloudFormation deploys nothing in this world; `source` says what it refuses. */
export function refuse(source: string): never {
  throw new Refused(hole(source, "file", source));
}

export function unknownPastLimits(node: Node, evaluation: Evaluation): Unknown {
  return unknownAt("a template too deep or too large", "budget", node, evaluation);
}

/** Equal for one and the same part of a template, in the same iteration of the loops around it. */
export function nodeId({ document, path, bindings = new Map() }: Node, { idPrefix }: Template): string {
  const iterations = [...bindings].map(([name, binding]) => `[${name}=${boundWord(binding)}]`);
  return [idPrefix, document.source.path, ...path, ...iterations].join("/");
}

function boundWord(binding: Binding): string | undefined {
  return "item" in binding ? literal(binding.item) : undefined;
}

/** A name where the template wants one, loops filled in; undefined where no name stands. */
export function evaluateName(node: Node | undefined, evaluation: Evaluation): string | undefined {
  return typeof node?.json === "string" ? literal(evaluation.evaluate(node, evaluation)) : scalarText(node?.json);
}
