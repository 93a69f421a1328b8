// Fingerprints of findings that several shards of a run took for the first of their kind.

import { repeated } from "../fingerprint.ts";

export interface Numbered {
  readonly fingerprint: string;
  /** The place of its shard among all. */
  readonly shard: number;
  /** When the whole run came to it. */
  readonly order: number;
}

/** As one run would give them, by what had them before. */
export function renumbered<T extends Numbered>(all: readonly T[]): ReadonlyMap<T, string> {
  const firsts = firstsOf(all);
  const counts = new Map<string, number>();
  const inOrder = [...all].sort(
    (one, other) => one.order - other.order || (firsts.get(one)?.count ?? 0) - (firsts.get(other)?.count ?? 0),
  );
  const shards = new Map<string, Set<number>>();
  for (const one of all) {
    const { first } = firsts.get(one) ?? { first: one.fingerprint };
    shards.set(first, (shards.get(first) ?? new Set()).add(one.shard));
  }
  return new Map(
    inOrder.map((one) => {
      const { first } = firsts.get(one) ?? { first: one.fingerprint };
      const count = counts.get(first) ?? 0;
      counts.set(first, count + 1);
      if (shards.get(first)?.size === 1) return [one, one.fingerprint] as const;
      return [one, count === 0 ? first : repeated(first, count)] as const;
    }),
  );
}

/** Of each finding the fingerprint of the first that is equal to it in its shard, and how many those before it are. */
function firstsOf<T extends Numbered>(all: readonly T[]): ReadonlyMap<T, { first: string; count: number }> {
  const byShard = new Map<string, T>();
  const key = (shard: number, fingerprint: string) => `${shard} ${fingerprint}`;
  for (const one of all) byShard.set(key(one.shard, one.fingerprint), one);
  const firsts = new Map<T, { first: string; count: number }>();
  for (const { shard, fingerprint } of all) {
    for (let count = 1; ; count += 1) {
      const next = byShard.get(key(shard, repeated(fingerprint, count)));
      if (next === undefined) break;
      firsts.set(next, { first: fingerprint, count });
    }
  }
  return firsts;
}
