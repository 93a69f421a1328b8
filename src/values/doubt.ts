// Three-valued answers that remember why they are not yes or no.

import type { Reason } from "./value.ts";

/** Why a question has no answer before deployment. */
export interface Doubt {
  readonly reason: Reason;
  /** "parameter VendorAccount", "condition key aws:Foo". */
  readonly source: string;
}

/** Strong Kleene logic: true and false hold for every completion of what is unknown. */
export type Answer = boolean | Doubt;

export function isDoubt(answer: unknown): answer is Doubt {
  return typeof answer === "object" && answer !== null && "reason" in answer && "source" in answer;
}

export function not(answer: Answer): Answer {
  return isDoubt(answer) ? answer : !answer;
}

export function every<T>(items: Iterable<T>, ask: (item: T) => Answer): Answer {
  let doubt: Doubt | undefined;
  for (const item of items) {
    const answer = ask(item);
    if (answer === false) return false;
    if (isDoubt(answer)) doubt ??= answer;
  }
  return doubt ?? true;
}

export function some<T>(items: Iterable<T>, ask: (item: T) => Answer): Answer {
  return not(every(items, (item) => not(ask(item))));
}

/** The answer nearer to true. */
export function stronger(one: Answer, other: Answer): Answer {
  return some([one, other], (answer) => answer);
}
