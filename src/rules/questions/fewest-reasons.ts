// What keeps all requests out of a grant: of what closes it to each of them, the fewest that suffice together.

import type { DenyReason } from "../../iam/decision/deny-reason.ts";
import { type Origin, originKey } from "../../values/value.ts";

/** The sets of what closes a grant to one request, each once. */
export type DenyReasonSets = Map<string, readonly DenyReason[]>;

export function addReasons(sets: DenyReasonSets, denyReasons: readonly DenyReason[]): DenyReasonSets {
  return sets.set(denyReasons.map(keyOfReason).join(), denyReasons);
}

/** One of each set, taking what is in most of them first; none where nothing closes the grant to some request, of which another rule speaks. */
export function fewestReasons(sets: DenyReasonSets): DenyReason[] {
  const taken: DenyReason[] = [];
  for (let left = [...sets.values()]; left.length > 0; ) {
    const all = [...new Map(left.flat().map((reason) => [keyOfReason(reason), reason])).values()];
    const holding = (reason: DenyReason) =>
      left.filter((set) => set.some((one) => keyOfReason(one) === keyOfReason(reason)));
    const [most] = all.toSorted((one, other) => holding(other).length - holding(one).length);
    if (most === undefined) return [];
    taken.push(most);
    left = left.filter((set) => !holding(most).includes(set));
  }
  return taken;
}

/** Thousands of requests are kept out by the same few conditions. */
const keys = new WeakMap<Origin, string>();

function keyOfReason({ sentence, origin }: DenyReason): string {
  const key = keys.get(origin) ?? originKey(origin);
  keys.set(origin, key);
  return `${sentence} ${key}`;
}
