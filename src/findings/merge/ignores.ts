// Entries under `ignore` in the configuration that no shard of a run has use for.

import type { ShardIgnore } from "../report.ts";

type Ignore = Pick<ShardIgnore, "used" | "met" | "silencedBy" | "silences">;

export interface Idle<I extends Ignore> {
  /** What the shard says of it that met what it speaks of first. */
  readonly ignore: I;
  /** Another entry silences what is told of it. */
  readonly isSilenced: boolean;
}

/** `shards`: what each says of all entries, in their order. */
export function idleIgnores<I extends Ignore>(shards: readonly (readonly I[])[]): readonly Idle<I>[] {
  const entries = (shards[0] ?? []).map((_, entry) => shards.flatMap((ignores) => ignores[entry] ?? []));
  const used = new Set(entries.flatMap((all, entry) => (all.some((ignore) => ignore.used) ? [entry] : [])));
  const told: Idle<I>[] = [];
  for (const silences of [false, true]) {
    for (const [entry, all] of entries.entries()) {
      const ignore = earliest(all);
      if (ignore === undefined || ignore.silences !== silences || used.has(entry)) continue;
      const { silencedBy } = ignore;
      for (const silencer of silencedBy) used.add(silencer);
      told.push({ ignore, isSilenced: silencedBy.length > 0 });
    }
  }
  return told;
}

function earliest<I extends Ignore>(all: readonly I[]): I | undefined {
  const met = ({ met }: I) => met ?? Number.POSITIVE_INFINITY;
  return [...all].sort((one, other) => (met(one) < met(other) ? -1 : met(one) > met(other) ? 1 : 0))[0];
}
