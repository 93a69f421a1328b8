// What makes a finding the same finding tomorrow: never a position, an index or a value from a sensitive place.

import { createHash } from "node:crypto";

const LENGTH = 32;

/** Gives out fingerprints for one report; equal findings are told apart by a counter. */
export function fingerprints(): (rule: string, file: string, resource: string, principal: string) => string {
  const seen = new Map<string, number>();
  return (...parts) => {
    const text = parts.join("\0");
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    const hash = createHash("sha256").update(count === 0 ? text : `${text}\0${count}`);
    return hash.digest("hex").slice(0, LENGTH);
  };
}
