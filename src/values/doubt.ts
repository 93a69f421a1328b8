// Three-valued answers: yes and no hold for every completion of what is unknown; all else is a doubt, with its reason or without.

/** Why something cannot be judged; the closed list of the rule catalogue, section 7. */
export type Reason =
  | "parameter"
  | "import"
  | "known-after-apply"
  | "dynamic-reference"
  | "macro"
  | "sensitive"
  | "file"
  | "network"
  | "time"
  | "condition-key"
  | "undefined-by-aws"
  | "malformed"
  | "undeclared"
  | "budget";

/** Why a question has no answer before deployment. */
export interface Doubt {
  readonly reason: Reason;
  /** "parameter VendorAccount", "condition key aws:Foo". */
  readonly source: string;
}

export type Answer = boolean | Doubt;

/** A doubt of which nobody asks the reason. */
export const MAYBE = "maybe";

export type Truth = boolean | typeof MAYBE;

export function isDoubt(answer: boolean | string | object | undefined): answer is Doubt {
  return typeof answer === "object" && "reason" in answer;
}

/** Strong Kleene logic; of several doubts the first counts. */
export function every<T, D>(items: Iterable<T>, ask: (item: T) => boolean | D): boolean | D {
  let doubt: D | undefined;
  for (const item of items) {
    const answer = ask(item);
    if (answer === false) return false;
    if (answer !== true) doubt ??= answer;
  }
  return doubt ?? true;
}

export function some<T, D>(items: Iterable<T>, ask: (item: T) => boolean | D): boolean | D {
  return not(every(items, (item) => not(ask(item))));
}

export function not<D>(answer: boolean | D): boolean | D {
  return typeof answer === "boolean" ? !answer : answer;
}

/** The answer nearer to true. */
export function or(one: Answer, other: Answer): Answer {
  return some([one, other], (answer) => answer);
}
