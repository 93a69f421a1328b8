// What an evaluation has cost so far, and what it was told by the world: all that its values depend on beside the configuration.

import type { World } from "../../../values/worlds.ts";

/** A question to the world, with the answer in words. */
export interface Answered {
  readonly ask: (world: World) => string;
  readonly answer: string;
}

/** What a part of an evaluation was told, in the order of its questions. */
export interface Dependencies {
  readonly answers: Map<string, Answered>;
  /** It depends on more: on where the evaluation began, or on what is asked of it later. */
  onMore: boolean;
}

export interface Effort {
  steps: number;
  depth: number;
  /** Steps that the world was told of. */
  spent: number;
  /** Of the evaluation from its beginning. */
  readonly told: Map<string, string>;
  /** Of the innermost part that is looked at. */
  part: Dependencies;
}

export function noEffort(): Effort {
  return { steps: 0, depth: 0, spent: 0, told: new Map(), part: nothingTold() };
}

function nothingTold(): Dependencies {
  return { answers: new Map(), onMore: false };
}

/** The world, whose answers are kept. */
export function recording(world: World, effort: Effort): World {
  const kept = <R>(key: string, ask: (world: World) => R, words: (answer: R) => string | undefined): R => {
    const answer = ask(world);
    if (effort.part.answers.has(key)) return answer;
    effort.part.answers.set(key, { ask: (other) => words(ask(other)) ?? "", answer: words(answer) ?? "" });
    effort.told.set(key, words(answer) ?? "");
    return answer;
  };
  return {
    is: (subject, word) =>
      kept(JSON.stringify(["is", subject, word]), (asked) => asked.is(subject, word), JSON.stringify),
    known: (subject) => kept(JSON.stringify(["known", subject]), (asked) => asked.known(subject), JSON.stringify),
    excluded: (subject) =>
      kept(
        JSON.stringify(["excluded", subject]),
        (asked) => asked.excluded(subject),
        (words) => JSON.stringify([...words]),
      ),
    holds: (key) => kept(JSON.stringify(["holds", key]), (asked) => asked.holds(key), JSON.stringify),
    note: (condition, outcome) =>
      kept(
        JSON.stringify(["note", condition, outcome]),
        (asked) => asked.note(condition, outcome),
        () => "",
      ),
    spend(steps) {
      effort.spent += steps;
      world.spend(steps);
    },
  };
}

/** `run`, and what it depends on. */
export function traced<T>(effort: Effort, run: () => T): readonly [T, Dependencies] {
  const outer = effort.part;
  const part = nothingTold();
  effort.part = part;
  try {
    return [run(), part];
  } finally {
    effort.part = outer;
    dependOn(part, effort);
  }
}

/** What is worked out depends on this as well. */
export function dependOn({ answers, onMore }: Dependencies, { part }: Effort): void {
  for (const [key, answered] of answers) if (!part.answers.has(key)) part.answers.set(key, answered);
  part.onMore ||= onMore;
}
