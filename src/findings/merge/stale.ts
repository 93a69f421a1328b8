// Entries of a baseline that are no finding of any shard of a run.

import type { ShardStale } from "../report.ts";

type Stale = Pick<ShardStale, "entry" | "looked">;

/** `shards`: what each says of those that are no finding of its own. */
export function staleEntries<S extends Stale>(shards: readonly (readonly S[])[]): readonly S[] {
  const [first = []] = shards;
  return first.filter(({ entry }) => {
    const all = shards.map((stale) => stale.find((each) => each.entry === entry)?.looked);
    // One of which a shard says nothing is a finding of that.
    return all.every((looked) => looked === true || looked === null) && all.includes(true);
  });
}
