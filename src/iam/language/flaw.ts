// What IAM will refuse in a policy, told as data: which flaw, where, the sentence for people, and what to do about it.

import type { Origin } from "../../values/value.ts";

export type FlawName =
  | "principal-star"
  | "not-principal"
  | "wildcard-in-principal"
  | "malformed-principal"
  | "group-principal"
  | "placeholder"
  | "number-as-account"
  | "number-as-text"
  | "resource-in-trust-policy"
  | "unknown-element"
  | "duplicate-key"
  | "one-of-a-pair"
  | "sid-twice"
  | "sid-characters"
  | "missing-element"
  | "unknown-operator"
  | "unknown-effect"
  | "unknown-version"
  | "malformed-value"
  | "empty-document";

export interface Wrong {
  readonly name: FlawName;
  /** What is wrong: "\"1111-2222-3333\" is an account id with other characters than digits". */
  readonly sentence: string;
  /** What to do about it: "write \"111122223333\"". */
  readonly repair: string;
}

export interface Flaw extends Wrong {
  readonly origin: Origin;
}

/** Flaws of policies that IAM takes, although they do not say what their authors wrote. */
const TAKEN: ReadonlySet<FlawName> = new Set(["number-as-text"]);

export function flawInWords({ name, sentence, repair }: Wrong): string {
  const verdict = TAKEN.has(name) ? "IAM will read another value than is written" : "IAM will refuse this policy";
  return `${verdict}: ${sentence}; ${repair}`;
}
