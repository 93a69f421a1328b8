// What the statements of a policy say of an action, or of a place: those of whom they say the same are one.

import { type Answer, isDoubt } from "../../../values/doubt.ts";

export interface Row<T> {
  readonly subject: T;
  /** By the indexes of the statements; of those that are left out it is no. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** What questions tell apart in it. */
  readonly asks: readonly (string | boolean)[];
}

/** Keeps of those of which all says the same the first. */
export function firstOfEach<T>(kept: Row<T>[]): (subject: T, answers: readonly Answer[], asks: Row<T>["asks"]) => void {
  const known = new Set<string>();
  return (subject, answers, asks) => {
    const said = new Map([...answers.entries()].filter(([, answer]) => answer !== false));
    const key = [...Array.from(said, ([index, answer]) => `${index} ${answerText(answer)}`), ...asks].join("|");
    if (known.has(key)) return;
    known.add(key);
    kept.push({ subject, answers: said, asks });
  };
}

export function answerText(answer: Answer): string {
  return isDoubt(answer) ? `${answer.reason} ${answer.source}` : `${answer}`;
}
