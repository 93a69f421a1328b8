// The worlds that deployment may bring about: which value each parameter has, how each condition turns out; found by asking, never listed in advance.

import type { Hole } from "./value.ts";

/** What an evaluation may ask of the world it runs in. The same question always gets the same answer. */
export interface World {
  /** Is the subject (a parameter, a pseudo-parameter) this word? Splits the world in two where nobody has said yet. */
  is(subject: string, word: string): boolean;
  /** The word that the subject is known to be; never splits. */
  known(subject: string): string | undefined;
  /** Words that the subject is known not to be; never splits. */
  excluded(subject: string): ReadonlySet<string>;
  /** How a condition turns out that nothing decides; `key` is equal for equal conditions. Splits where nobody has said yet. */
  holds(key: string): boolean;
  /** Counts steps of the evaluation. Where there were too many in all worlds together, no further world is looked at. */
  spend(steps: number): void;
  /** Notes how a named condition turned out, for the report. */
  note(condition: string, outcome: boolean): void;
}

/**
 * Thrown by an evaluation: deployment cannot bring this world about (or the thing evaluated is not there in it).
 * No Error: it is caught for most resources of a file, and to note each time where it was thrown costs more than all else.
 */
export class NoSuchWorld {}

/** Thrown likewise: deployment stops there. Where it stops in every world, what would be made is not known, for that reason. */
export class Refused extends NoSuchWorld {
  readonly why: Hole;
  constructor(why: Hole) {
    super();
    this.why = why;
  }
}

/** One way things may turn out. */
export interface Outcome<T> {
  /** Subjects that have a certain word in this world. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Subjects that are none of the words they were compared with. */
  readonly others: ReadonlySet<string>;
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly result: T;
}

export interface Outcomes<T> {
  readonly outcomes: readonly Outcome<T>[];
  /** False: there are more worlds than the limit, or they cost more than that; nothing may be called denied on their account. */
  readonly complete: boolean;
  /** Why deployment stops in the first world in which it does. */
  readonly refused?: Hole;
}

/** What the evaluations of a run may cost together, in steps, beyond what each has for itself. */
export interface Allowance {
  /** False where there is not so much left. `isMuch`: for one that has had its share, which must leave something to those that have not. */
  spend(steps: number, isMuch?: boolean): boolean;
}

interface Limits {
  readonly worlds?: number;
  /** Past so many, no world after the first is looked at. */
  readonly steps?: number;
  /** Past so many, what it takes of the allowance is much. */
  readonly share?: number;
  readonly allowance?: Allowance | undefined;
}

const LIMIT = 256;
/** Each outcome takes two runs; the rest is for worlds that turn out to be none. */
const RUNS_PER_OUTCOME = 16;
/** In all runs together; ordinary policies need some hundreds, and one of a hundred some thousands. */
const STEPS = 500_000;
/** That many of them are its own, whatever has been spent before. */
const OWN_STEPS = 1000;
/** A long text may ask a few questions before its first world is known. */
const MOST_BEGUN = 8;
/** What a run costs beside the steps that it counts. */
const STEPS_PER_RUN = 50;

interface Answers {
  readonly is: ReadonlyMap<string, string>;
  readonly isNot: ReadonlyMap<string, ReadonlySet<string>>;
  readonly holds: ReadonlyMap<string, boolean>;
}

/** Most policies ask nothing. */
const NOTHING_ASKED: Answers = { is: new Map(), isNot: new Map(), holds: new Map() };
const NONE: ReadonlySet<string> = new Set();
const NOTHING_NOTED: ReadonlyMap<string, boolean> = new Map();

class Split extends Error {
  readonly branches: readonly Answers[];
  constructor(branches: readonly Answers[]) {
    super();
    this.branches = branches;
  }
}

class Exhausted extends Error {}

/** Runs `evaluate` (pure, for it runs again from the start after each question) once in every world that its questions tell apart, in at most so many `worlds`. */
export function inEveryWorld<T>(
  evaluate: (world: World) => T,
  { worlds = LIMIT, steps: enough = STEPS, share = STEPS, allowance }: Limits = {},
): Outcomes<T> {
  const outcomes: Outcome<T>[] = [];
  const pending: Answers[] = [NOTHING_ASKED];
  let runs = worlds * RUNS_PER_OUTCOME;
  let steps = STEPS;
  let own = OWN_STEPS;
  const spend = (count: number): void => {
    steps -= count;
    const more = Math.max(0, count - own);
    own = Math.max(0, own - count);
    if (steps < 0 || (more > 0 && allowance?.spend(more, STEPS - steps > share) === false)) throw new Exhausted();
  };
  let refused: Hole | undefined;
  let hasEnded = false;
  let begun = 0;
  let answers = pending.pop();
  for (; answers !== undefined && outcomes.length < worlds && runs > 0; answers = pending.pop()) {
    if ((hasEnded || begun >= MOST_BEGUN) && STEPS - steps > enough) break;
    begun += 1;
    runs -= 1;
    let conditions: Map<string, boolean> | undefined;
    const note = (condition: string, outcome: boolean): void => {
      conditions ??= new Map();
      conditions.set(condition, outcome);
    };
    try {
      spend(STEPS_PER_RUN);
      const result = evaluate(worldOf(answers, note, spend));
      hasEnded = true;
      outcomes.push({
        parameters: answers.is,
        others: others(answers),
        conditions: conditions ?? NOTHING_NOTED,
        result,
      });
    } catch (thrown) {
      if (thrown instanceof Exhausted) break;
      hasEnded ||= !(thrown instanceof Split);
      if (thrown instanceof Split) pending.push(...thrown.branches.toReversed());
      else if (thrown instanceof Refused) refused ??= thrown.why;
      else if (!(thrown instanceof NoSuchWorld)) throw thrown;
    }
  }
  return { outcomes, complete: answers === undefined, ...(refused && { refused }) };
}

/** Nearly all that has a world is found in its first one. */
const STEPS_TO_EXIST = 40_000;

/** Does `evaluate` come to an end in any world? Where that cannot be told, or only at length, it does. */
export function isInSomeWorld(evaluate: (world: World) => unknown, allowance?: Allowance): boolean {
  let isFound = false;
  const { complete, refused } = inEveryWorld(
    (world) => {
      if (isFound) throw new NoSuchWorld();
      evaluate(world);
      isFound = true;
    },
    { steps: STEPS_TO_EXIST, allowance },
  );
  return isFound || !complete || refused !== undefined;
}

/** An evaluation that asks nothing of the world, so that it comes to one result in all of them. */
export interface Unasked<T> {
  readonly result: T;
  /** That it took. */
  readonly steps: number;
}

/** Of that no question is answered, not even what is known so far: undefined where one is asked, where nothing is made, or after `most` steps. */
export function unasked<T>(evaluate: (world: World) => T, most: number): Unasked<T> | undefined {
  let steps = 0;
  const refuse = (): never => {
    throw new Asked();
  };
  const spend = (count: number): void => {
    steps += count;
    if (steps > most) throw new Asked();
  };
  try {
    const result = evaluate({ is: refuse, known: refuse, excluded: refuse, holds: refuse, note: refuse, spend });
    return { result, steps };
  } catch (thrown) {
    if (thrown instanceof Asked || thrown instanceof NoSuchWorld) return undefined;
    throw thrown;
  }
}

/** No Error, for it is thrown for very many. */
class Asked {}

function others({ is, isNot }: Answers): ReadonlySet<string> {
  if (isNot.size === 0) return NONE;
  return new Set([...isNot.keys()].filter((subject) => !is.has(subject)));
}

function worldOf(answers: Answers, note: World["note"], spend: World["spend"]): World {
  const excluded = (subject: string): ReadonlySet<string> => answers.isNot.get(subject) ?? NONE;
  return {
    is(subject, word) {
      const known = answers.is.get(subject);
      if (known !== undefined) return known === word;
      if (excluded(subject).has(word)) return false;
      throw new Split([
        { ...answers, is: new Map(answers.is).set(subject, word) },
        { ...answers, isNot: new Map(answers.isNot).set(subject, new Set(excluded(subject)).add(word)) },
      ]);
    },
    known: (subject) => answers.is.get(subject),
    excluded,
    holds(key) {
      const outcome = answers.holds.get(key);
      if (outcome !== undefined) return outcome;
      throw new Split([true, false].map((branch) => ({ ...answers, holds: new Map(answers.holds).set(key, branch) })));
    },
    spend,
    note,
  };
}
