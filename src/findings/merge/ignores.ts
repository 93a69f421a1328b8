// Entries under `ignore` in the configuration that no shard of a run has use for.

import { repeated } from "../fingerprint.ts";
import type { ShardIgnore } from "../report.ts";

type Ignore = Pick<ShardIgnore, "used" | "met" | "silencedBy" | "silences">;

export interface Idle<I extends Ignore> {
  /** What the shard says of it that met what it speaks of first. */
  readonly ignore: I;
  /** Another entry silences what is told of it. */
  readonly isSilenced: boolean;
  /** What is told has this fingerprint; undefined: nothing is told. Of several about one rule all but the first are counted. */
  readonly fingerprint: string | undefined;
}

/** `shards`: what each says of all entries, in their order; `fingerprintOf`: of what is told, as if it were the first of its kind. */
export function idleIgnores<I extends Ignore>(
  shards: readonly (readonly I[])[],
  fingerprintOf: (ignore: I) => string | undefined,
): readonly Idle<I>[] {
  const entries = (shards[0] ?? []).map((_, entry) => shards.flatMap((ignores) => ignores[entry] ?? []));
  const used = new Set(entries.flatMap((all, entry) => (all.some((ignore) => ignore.used) ? [entry] : [])));
  const told: Idle<I>[] = [];
  const counts = new Map<string, number>();
  const numbered = (first: string | undefined) => {
    const count = counts.get(first ?? "") ?? 0;
    counts.set(first ?? "", count + 1);
    return first === undefined || count === 0 ? first : repeated(first, count);
  };
  for (const silences of [false, true]) {
    for (const [entry, all] of entries.entries()) {
      const ignore = earliest(all);
      if (ignore === undefined || ignore.silences !== silences || used.has(entry)) continue;
      const { silencedBy } = ignore;
      for (const silencer of silencedBy) used.add(silencer);
      told.push({ ignore, isSilenced: silencedBy.length > 0, fingerprint: numbered(fingerprintOf(ignore)) });
    }
  }
  return told;
}

function earliest<I extends Ignore>(all: readonly I[]): I | undefined {
  const met = ({ met }: I) => met ?? Number.POSITIVE_INFINITY;
  return [...all].sort((one, other) => (met(one) < met(other) ? -1 : met(one) > met(other) ? 1 : 0))[0];
}
