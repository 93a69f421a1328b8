// What an evaluation of a template carries along: the world it runs in, how far it may ask, and what it has spent.

import { at, type Document, entry, isList, isObject, type Json, type Path } from "../../text/document.ts";
import type { Truth } from "../../values/doubt.ts";
import { hole, unknown } from "../../values/hole.ts";
import { literal, type Origin, type Reason, type Unknown, type Value } from "../../values/value.ts";
import { Refused, type World } from "../../values/worlds.ts";
import { cost } from "../cost.ts";
import type { Template } from "./template.ts";

/** A part of the template, or of a file that it includes, and where it stands. */
export interface Node {
  readonly document: Document;
  readonly json: Json;
  readonly path: Path;
  /** What the identifiers of the loops around it stand for. */
  readonly bindings?: ReadonlyMap<string, Binding>;
}

/** What the identifier of a loop stands for in one turn. */
export interface Binding {
  /** Undefined where deployment decides it. */
  readonly word?: string;
  value(evaluation: Evaluation): Value;
}

export interface Evaluation {
  readonly template: Template;
  readonly world: World;
  /** settle: splits the world until every parameter has a value or is left open. compare: a parameter stays open, to be compared with words. quiet: never splits. */
  readonly mode: "settle" | "compare" | "quiet";
  readonly effort: Effort;
  /** Named conditions as they turned out in this world; "asked" while that is found out. */
  readonly decided: Map<string, boolean | "asked">;
  /** The same without splitting. */
  readonly certain: Map<string, Truth | "asked">;
  readonly evaluate: (node: Node, evaluation: Evaluation) => Value;
  /** That of the template which deploys this one. */
  readonly caller?: Evaluation;
}

const DEEPEST = 100;
const MOST_STEPS = 10_000;

interface Effort {
  steps: number;
  depth: number;
  /** How many steps were too many or too deep, and not taken. */
  refused: number;
}

export function untired(): Effort {
  return { steps: 0, depth: 0, refused: 0 };
}

/** Runs one step of an evaluation, or `spent` if it has gone too deep or on for too long. */
export function step<T>({ json }: Node, { effort, world }: Evaluation, run: () => T, spent: () => T): T {
  world.spend(cost(json));
  effort.steps += 1;
  if (effort.depth >= DEEPEST || effort.steps > MOST_STEPS) {
    effort.refused += 1;
    return spent();
  }
  effort.depth += 1;
  try {
    return run();
  } finally {
    effort.depth -= 1;
  }
}

export function comparing(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "settle" ? inMode("compare", evaluation) : evaluation;
}

export function quietly(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "quiet" ? evaluation : inMode("quiet", evaluation);
}

/** The same in a world of which nothing is known yet. */
export function anew(evaluation: Evaluation, world: World): Evaluation {
  const { caller } = evaluation;
  return {
    ...evaluation,
    world,
    effort: untired(),
    decided: new Map(),
    certain: new Map(),
    ...(caller && { caller: anew(caller, world) }),
  };
}

function inMode(mode: Evaluation["mode"], evaluation: Evaluation): Evaluation {
  const { caller } = evaluation;
  return { ...evaluation, mode, ...(caller && { caller: inMode(mode, caller) }) };
}

export function nodeAt(document: Document, path: Path): Node | undefined {
  const json = at(document.value, path);
  return json === undefined ? undefined : { document, json, path };
}

export function child(node: Node, key: string | number): Node | undefined {
  const json = entry(node.json, key);
  return json === undefined ? undefined : { ...node, json, path: [...node.path, key] };
}

export function childAt(node: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((inner, key) => inner && child(inner, key), node);
}

/** The elements of a list; of anything else none. */
export function children(node: Node): readonly Node[] {
  return isList(node.json) ? node.json.map((json, index) => ({ ...node, json, path: [...node.path, index] })) : [];
}

export interface Call {
  readonly name: string;
  readonly argument: Node;
}

/** The function call that an object with one entry is, if its key names a function. */
export function callOf(node: Node): Call | undefined {
  const [name, ...others] = isObject(node.json) ? Object.keys(node.json) : [];
  const argument = name === undefined || others.length > 0 ? undefined : child(node, name);
  return name === undefined || argument === undefined ? undefined : { name, argument };
}

export function isFunction(name: string | undefined): boolean {
  return name !== undefined && (name === "Ref" || /^(?:Fn|Rain)::/.test(name));
}

export function originOf({ document, path }: Node): Origin {
  return { document, path };
}

/** A number or boolean counts as text, as in CloudFormation. */
export function scalar(json: Json | undefined): string | undefined {
  return json === undefined || json === null || typeof json === "object" ? undefined : String(json);
}

/** Something that cannot be worked out here, named after what makes it: a function, a macro. */
export function opaque(name: string, reason: Reason, node: Node, { template }: Evaluation): Unknown {
  return unknown(hole(`${name} at ${placeOf(node, template)}`, reason, name, { name }), originOf(node));
}

/** CloudFormation deploys nothing in this world: `source` says for people what it does not take. */
export function refuse(source: string): never {
  throw new Refused(hole(source, "file", source));
}

export function tooLarge(node: Node, evaluation: Evaluation): Unknown {
  return opaque("a template too deep or too large", "budget", node, evaluation);
}

/** Equal for one and the same part of a template, in the same turn of the loops around it. */
export function placeOf({ document, path, bindings = new Map() }: Node, { scope }: Template): string {
  const turns = [...bindings].map(([name, { word }]) => `[${name}=${word}]`);
  return [scope, document.source.path, ...path, ...turns].join("/");
}

/** A name where the template wants one, loops filled in; undefined where no name stands. */
export function nameAt(node: Node | undefined, evaluation: Evaluation): string | undefined {
  return typeof node?.json === "string" ? literal(evaluation.evaluate(node, evaluation)) : scalar(node?.json);
}
