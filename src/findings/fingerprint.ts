// What makes a finding the same finding tomorrow: never a position, an index or a value from a sensitive place.

import { createHash } from "node:crypto";

const LENGTH = 32;

/** Gives out fingerprints for one report; equal findings are told apart by a counter. */
export function fingerprints(): (rule: string, file: string, resource: string, principal: string) => string {
  const seen = new Map<string, number>();
  return (rule, file, resource, principal) => {
    const text = [rule, file, resource, normalised(principal)].join("\0");
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    const first = hashOf(text);
    return count === 0 ? first : repeated(first, count);
  };
}

/** The fingerprint of a finding that has so many equal ones before it, from that of the first. */
export function repeated(first: string, count: number): string {
  return hashOf(`${first}\0${count}`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, LENGTH);
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
