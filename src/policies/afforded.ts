// Policies that are written once and made many times, by loops, modules and templates in templates: so many as a run can judge.

import { affordsCopy } from "../readers/allowance.ts";
import { hole, unknown } from "../values/hole.ts";
import type { Origin } from "../values/value.ts";
import type { Allowance } from "../values/worlds.ts";
import type { Policy } from "./policy.ts";

const TOO_MANY = hole("copies", "budget", "a policy that is made more often than a run can judge");

/** For the policies of a run, one after the other: each as it is, or one of which nothing is known. */
export function afforded(allowance: Allowance): (policy: Policy) => Policy {
  const met: Met = { isEnd: false, below: new Map() };
  return (policy) => {
    const { kind, owner } = policy;
    const isFirst = meet(met, kind, owner.origin);
    if (isFirst || affordsCopy(allowance)) return policy;
    return { ...policy, document: () => unknown(TOO_MANY, owner.origin), written: () => undefined };
  };
}

/** A step on the way to what was met: to keep each way as one text takes several times the memory. */
interface Met {
  isEnd: boolean;
  below: Map<unknown, Met> | undefined;
}

/** False for the same kind at the same place as before. */
function meet(all: Met, kind: Policy["kind"], { document, path, what }: Origin): boolean {
  const start = [kind, document.source.path, document.within, what && JSON.stringify(what)];
  const end = path.reduce(below, start.reduce(below, all));
  const isFirst = !end.isEnd;
  end.isEnd = true;
  return isFirst;
}

function below(met: Met, step: unknown): Met {
  met.below ??= new Map();
  const known = met.below.get(step);
  if (known !== undefined) return known;
  const next: Met = { isEnd: false, below: undefined };
  met.below.set(step, next);
  return next;
}
