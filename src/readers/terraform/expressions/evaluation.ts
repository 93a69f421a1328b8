// The state of an evaluation of Terraform expressions: the world, the mode (how much it may ask of the world), local names, the scope for all other names, and the steps that it has spent.

import { hex } from "../../../text/digests/blocks.ts";
import { sha256 } from "../../../text/digests/sha256.ts";
import type { Expression } from "../../../text/hcl/syntax.ts";
import type { Range } from "../../../text/source.ts";
import type { Reason } from "../../../values/doubt.ts";
import { keyOf } from "../../../values/equality.ts";
import { hole, unknown, unknownHere } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import { type Hole, holeOf, type Origin, type Text, type Unknown, type Value } from "../../../values/value.ts";
import { NoSuchWorld, Refused, type World } from "../../../values/worlds.ts";
import type { Content } from "../../reader.ts";
import type { Effort } from "./effort.ts";
import { weight } from "./weight.ts";

export interface Evaluation {
  /** What expressions refer to beside `names`. */
  readonly scope: Scope;
  readonly world: World;
  /** split: splits the world until every variable has a value or is left open. compare: a variable stays open, to be compared with words. certain: never splits. */
  readonly mode: "split" | "compare" | "certain";
  readonly effort: Effort;
  /** What `each`, `count` and the variables of loops stand for; "var.x" where a value of it is tried. */
  readonly names: ReadonlyMap<string, Named>;
  /** The text that the current expression is in. */
  readonly writing: Writing;
  readonly evaluate: (expression: Expression, evaluation: Evaluation) => Value;
}

/** A value, or what it is found out by: `each` and `count` split the world only where they are asked for. */
export type Named = Value | (() => Value);

/** What names outside of an expression stand for. */
export interface Scope {
  /** What a name stands for with the first of the steps after it, and the steps that are left. */
  named(root: string, steps: readonly Step[], origin: Origin, evaluation: Evaluation): Found;
  /** What `[*]` and then `steps` give of the instances of a block, one by one; undefined where `block` names none, or nobody knows which there are. */
  ofInstances(
    block: readonly string[],
    steps: readonly Step[],
    origin: Origin,
    evaluation: Evaluation,
  ): readonly Value[] | undefined;
  /** What the world can be asked about, if the value is that alone: no variable that may not be shown. */
  subjectOf(value: Value): string | undefined;
  isNullable(subject: string): boolean;
  /** A file by the path in an expression, always the same object; undefined where it is missing. */
  file(path: string): { readonly path: string; readonly content: Content } | undefined;
}

/** `.name` or `[key]`. */
export type Step = string | Expression;

export type Found = readonly [value: Value, rest: readonly Step[]];

/** The text that expressions stand in. */
export interface Writing {
  readonly text: string;
  place(range: Range): Origin;
}

const DEEPEST = 200;
const MOST_STEPS = 20_000;
/** Texts, lists and maps in one value, counted as often as they occur in it. */
const HEAVIEST = 20_000;
/** What is made of many costs by their number. */
const WEIGHT_PER_STEP = 8;
/** What is made of what is made of others has their ids in its own, in quotes in quotes: the marks double each time. */
const LONGEST_ID = 500;

/** Runs one part of an evaluation, which costs so many steps; unknown if it has gone too deep or on for too long, or made too much. */
export function step({ effort, world }: Evaluation, origin: Origin, run: () => Value, steps = 1): Value {
  world.spend(steps);
  effort.steps += 1;
  if (effort.depth >= DEEPEST || effort.steps > MOST_STEPS) {
    effort.part.onMore = true;
    return tooMuch(origin);
  }
  effort.depth += 1;
  try {
    const value = run();
    const heavy = weight(value);
    world.spend(Math.floor(heavy / WEIGHT_PER_STEP));
    return heavy > HEAVIEST ? tooMuch(origin) : value;
  } finally {
    effort.depth -= 1;
  }
}

export function tooMuch(origin: Origin): Unknown {
  return unknownHere("too much", "budget", "a configuration too deep or too large", origin);
}

export function inMode<E extends Evaluation>(evaluation: E, mode: Evaluation["mode"]): E {
  return evaluation.mode === mode || evaluation.mode === "certain" ? evaluation : { ...evaluation, mode };
}

export function valueNamed(name: string, { names }: Evaluation): Value | undefined {
  const known = names.get(name);
  return typeof known === "function" ? known() : known;
}

export function withNames<E extends Evaluation>(evaluation: E, added: Iterable<readonly [string, Named]>): E {
  return { ...evaluation, names: new Map([...evaluation.names, ...added]) };
}

/** Of an expression: `try` and `can` go on. */
class Failed extends Refused {}

/** Terraform refuses what is asked of it here, in this world; where that is no mistake of ours, nobody need know what would be there. */
export function refused(certainly?: "certainly"): never {
  if (certainly !== undefined) throw new Missing();
  const source = "an expression that Terraform refuses";
  throw new Failed(hole(source, "file", source));
}

/** Of an expression likewise, where there is no doubt of it: nothing is deployed in this world. */
class Missing extends NoSuchWorld {}

/** The value, or undefined where Terraform refuses to work it out. */
export function attempted<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Failed || thrown instanceof Missing) return undefined;
    throw thrown;
  }
}

export function isNull(value: Value): boolean {
  return value.kind === "absent" || (value.kind === "text" && value.type === "null");
}

export function nothing(origin: Origin): Text {
  return text({ text: "" }, origin, "null");
}

export function truthText(answer: boolean, origin: Origin): Text {
  return text({ text: `${answer}` }, origin, "boolean");
}

export function numberText(number: number, origin: Origin): Text {
  return text({ text: `${number}` }, origin, "number");
}

/** The first hole in a value, however deep. */
export function holeIn(value: Value): Hole | undefined {
  if (value.kind === "list") return firstHole(value.items);
  return value.kind === "map" ? firstHole([...value.entries.values()].map((each) => each.value)) : holeOf(value);
}

function firstHole(values: readonly Value[]): Hole | undefined {
  for (const value of values) {
    const found = holeIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What comes of values by something that cannot be worked out here: equal for equal values, and unknown for the reason of the first that is. */
export function resultOf(name: string, from: readonly Value[], more: Partial<Hole> = {}): Hole {
  const why = firstHole(from);
  const { source = `the value of ${name}` } = why ?? {};
  // Nobody sets where a configuration is applied to any word they like.
  const reason = why === undefined || why.sort === "partition" ? "known-after-apply" : why.reason;
  const owner = why?.owner !== undefined && from.every((value) => isOf(why, value)) ? why.owner : undefined;
  const id = `${name}(${from.map(keyOf).join()})`;
  return hole(id.length > LONGEST_ID ? hex(sha256(id)) : id, reason, source, {
    name: why?.name ?? name,
    ...(owner && { owner }),
    ...more,
  });
}

/** Nothing in it names somebody else than the owner: no other value that deployment decides, and no account that is spelled out. */
function isOf(owned: Hole, value: Value): boolean {
  switch (value.kind) {
    case "text":
      return value.parts.every((part) =>
        "hole" in part ? hasOwnerOf(owned, part.hole) : !NAMES_CALLERS.test(part.text),
      );
    case "list":
      return value.items.every((item) => isOf(owned, item));
    case "map":
      return Array.from(value.entries.values()).every((entry) => isOf(owned, entry.value));
    case "unknown":
      return hasOwnerOf(owned, value.why);
    case "absent":
      return true;
  }
}

const NAMES_CALLERS = /\*|\d{12}/;

function hasOwnerOf({ owner }: Hole, other: Hole): boolean {
  return JSON.stringify(owner) === JSON.stringify(other.owner);
}

/** An unknown value of any shape. */
export function unresolved(name: string, reason: Reason, source: string, origin: Origin): Unknown {
  return unknown(hole(name, reason, source), origin);
}
