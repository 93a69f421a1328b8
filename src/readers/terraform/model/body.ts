// A block of Terraform configuration, in whichever syntax it is written: arguments that are evaluated late, and blocks in it.

import type { Origin, Value } from "../../../values/value.ts";
import type { Evaluation, Step } from "../expressions/evaluation.ts";

export interface Argument {
  readonly origin: Origin;
  value(evaluation: Evaluation): Value;
  /** Whether it refers to what only deployment decides: a variable, or the instance. Left out where that was not determined. */
  isOpen?(): boolean;
  /** One entry of an object that is written here; undefined where there is no such entry or no such object. */
  entry(name: string): Argument | undefined;
  /** The entry of the object that a reference stands for; undefined where it is no reference, or has no such entry. */
  referred(name: string): Argument | undefined;
}

/** The innermost of what is asked for that is spelled out, or goes on in a reference, and the steps that are left: what the entries beside it depend on does not bear on it. */
export function innermost(argument: Argument, steps: readonly Step[]): readonly [Argument, readonly Step[]] {
  const [step, ...rest] = steps;
  const inner = typeof step === "string" ? (argument.entry(step) ?? argument.referred(step)) : undefined;
  return inner === undefined ? [argument, steps] : innermost(inner, rest);
}

export interface Body {
  readonly origin: Origin;
  /** An argument, or all blocks of a kind, as it is written. */
  source(name: string): string;
  /** Of the arguments, in order; of the JSON syntax those of blocks too, which look alike there. */
  names(): readonly string[];
  argument(name: string): Argument | undefined;
  /** The kinds of blocks in it, each once; of the JSON syntax, where blocks look like arguments, those that `dynamic` makes. */
  kinds(): readonly string[];
  /** The argument as plain words of the syntax: a type, the name of a provider. */
  written(name: string): string | undefined;
  /** The value of an argument in which nothing is worked out, as of a variable's default. */
  constant(name: string): Value | undefined;
  /** Blocks of a kind in order, those that a `dynamic` block makes at their end. */
  blocks(name: string): readonly (Body | Dynamic)[];
}

/** `dynamic "name" { for_each, iterator, content }` */
export interface Dynamic {
  /** Its elements. */
  readonly forEach: Argument;
  /** What an element is called in the content. */
  readonly iterator: string;
  readonly content: Body;
}

export function isDynamic(block: Body | Dynamic): block is Dynamic {
  return "forEach" in block;
}
