// What makes a finding the same finding tomorrow: never a position, an index or a value from a sensitive place.

import { hex } from "../text/digests/blocks.ts";
import { sha256 } from "../text/digests/sha256.ts";

/** In hex twice as many characters. */
const BYTES = 16;

/** What a fingerprint is made of. The resource by its address; the principal as IAM takes it, "" where the policy is secret. */
export interface Identity {
  readonly rule: string;
  readonly file: string;
  readonly resource: string;
  readonly principal: string;
}

export interface Fingerprints {
  of(rule: string, file: string, resource: string, principal: string): string;
  /** Of all that were given out. */
  readonly identities: ReadonlyMap<string, Identity>;
}

/** Gives out fingerprints for one report; equal findings are told apart by a counter. */
export function fingerprints(): Fingerprints {
  /** Of those that were asked for again, how often. */
  const repeats = new Map<string, number>();
  const identities = new Map<string, Identity>();
  return {
    identities,
    of(rule, file, resource, written) {
      const principal = normalised(written);
      const first = hashOf([rule, file, resource, principal].join("\0"));
      const count = identities.has(first) ? (repeats.get(first) ?? 0) + 1 : 0;
      if (count > 0) repeats.set(first, count);
      const fingerprint = count === 0 ? first : repeated(first, count);
      identities.set(fingerprint, { rule, file, resource, principal });
      return fingerprint;
    },
  };
}

/** The fingerprint of a finding that has so many equal ones before it, from that of the first. */
export function repeated(first: string, count: number): string {
  return hashOf(`${first}\0${count}`);
}

function hashOf(text: string): string {
  return hex(sha256(text).subarray(0, BYTES));
}

/** Between colons, as a principal is written: characters, and what deployment decides. */
const FIELD = /(?:[^:$]|\$(?!\{)|\$\{[^}]*\})*/.source;
const ARN = new RegExp(`^arn:${FIELD}:(?<rest>iam:${FIELD}:(?<account>${FIELD}):(?<resource>.*)|.*)$`, "s");

/** Equal for what is one principal: an account id and its root ARN, which IAM makes of it, and the ARN in another partition that the template is for. */
function normalised(principal: string): string {
  const { account, resource, rest } = ARN.exec(principal)?.groups ?? {};
  if (rest === undefined) return principal;
  return account !== undefined && account !== "" && resource === "root" ? account : `arn::${rest}`;
}
