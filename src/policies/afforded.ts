// Policies that are written once and made many times, by loops, modules and templates in templates: so many as a run can judge.

import { affordsCopy } from "../readers/allowance.ts";
import { hole, unknown } from "../values/hole.ts";
import { originKey } from "../values/value.ts";
import type { Allowance } from "../values/worlds.ts";
import type { Policy } from "./policy.ts";

const TOO_MANY = hole("copies", "budget", "a policy that is made more often than a run can judge");

/** For the policies of a run, one after the other: each as it is, or one of which nothing is known. */
export function afforded(allowance: Allowance): (policy: Policy) => Policy {
  const met = new Set<string>();
  return (policy) => {
    const { kind, owner } = policy;
    const place = `${kind} ${originKey(owner.origin)}`;
    const isCopy = met.has(place);
    met.add(place);
    if (!isCopy || affordsCopy(allowance)) return policy;
    return { ...policy, document: () => unknown(TOO_MANY, owner.origin), written: () => undefined };
  };
}
