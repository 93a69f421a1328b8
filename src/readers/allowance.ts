// The steps that the files of a run share for reading, and the resources that stand for what was not read when they are used up.

import { Problem } from "../text/problem.ts";
import { hole, unknown } from "../values/hole.ts";
import { type Hole, type Origin, originKey } from "../values/value.ts";
import type { Allowance, Outcomes } from "../values/worlds.ts";
import type { Format, Resource } from "./reader.ts";

/** For any run; and for each character of its files, so that what is written many times is judged as often. */
const STEPS = 300_000;
const STEPS_PER_CHARACTER = 1;
/** Of what is written once and made many times, each time but the first: as many steps as it takes time to judge. */
const STEPS_PER_COPY = 150;

/** In steps. */
export function limitFor(characters: number): number {
  return STEPS + STEPS_PER_CHARACTER * characters;
}

/** So many are enough for everyone: of the others none is spent by those that need much. */
export function ampleFor(characters: number): number {
  return Math.floor(limitFor(characters) / 2);
}

export function allowanceFor(characters: number): Allowance {
  let left = limitFor(characters);
  const kept = left - ampleFor(characters);
  return {
    spend(steps, isMuch = false) {
      if (isMuch && left - steps < kept) return false;
      left -= steps;
      return left >= 0;
    },
  };
}

/** The same, telling what is spent. */
export function counted(allowance: Allowance, told: (steps: number) => void): Allowance {
  return {
    spend(steps, isMuch) {
      told(steps);
      return allowance.spend(steps, isMuch);
    },
  };
}

/** Is there enough left for one more? */
export function affordsCopy(allowance: Allowance | undefined): boolean {
  return allowance?.spend(STEPS_PER_COPY) ?? true;
}

/** Why nobody can tell. `source` is for people. */
function tooMuch(source: string, origin: Origin): Hole {
  return hole(`${source} at ${originKey(origin)}`, "budget", source);
}

/** A role that may be there or not, for what makes it was not read. */
export function roleBeyond(format: Format, id: string, source: string, origin: Origin): Resource {
  const type = format === "cloudformation" ? "AWS::IAM::Role" : "aws_iam_role";
  const why = tooMuch(source, origin);
  return { format, type, id, origin, metadata: [], property: () => unknown(why, origin) };
}

/** Throws where no world could be looked at to its end: what is read in it nobody can leave out. */
export function requireRead<O extends Outcomes<unknown>>(outcomes: O, { document, path }: Origin): O {
  if (outcomes.complete || outcomes.outcomes.length > 0) return outcomes;
  const { start } = document.locate(path);
  throw new TooMuchToRead(document.source.path, document.source.position(start));
}

class TooMuchToRead extends Problem {
  readonly file: string;
  constructor(file: string, where: { readonly line: number; readonly column: number }) {
    super(
      "this takes more steps to evaluate than a run has",
      "make it simpler: fewer loops, copies and conditions; or leave the file out with --exclude",
      where,
    );
    this.file = file;
  }
}
