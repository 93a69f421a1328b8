// What keeps all requests out of a grant: of what closes it to each of them, the fewest that suffice together.

import type { Closer } from "../../iam/decision/deny-reason.ts";
import { originKey } from "../../values/value.ts";

/** The sets of what closes a grant to one request, each once. */
export type DenyReasonSets = Map<string, readonly Closer[]>;

export function addReasons(sets: DenyReasonSets, closers: readonly Closer[]): DenyReasonSets {
  return sets.set(closers.map(keyOfCloser).join(), closers);
}

/** One of each set, taking what is in most of them first; none where nothing closes the grant to some request, of which another rule speaks. */
export function fewestReasons(sets: DenyReasonSets): Closer[] {
  const taken: Closer[] = [];
  for (let left = [...sets.values()]; left.length > 0; ) {
    const all = [...new Map(left.flat().map((closer) => [keyOfCloser(closer), closer])).values()];
    const holding = (closer: Closer) =>
      left.filter((set) => set.some((one) => keyOfCloser(one) === keyOfCloser(closer)));
    const [most] = all.toSorted((one, other) => holding(other).length - holding(one).length);
    if (most === undefined) return [];
    taken.push(most);
    left = left.filter((set) => !holding(most).includes(set));
  }
  return taken;
}

function keyOfCloser({ sentence, origin }: Closer): string {
  return `${sentence} ${originKey(origin)}`;
}
