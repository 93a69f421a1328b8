// One shard of a run: which of the files it judges, and what its report says so that all shards make one.

import type { Config } from "../config/config.ts";
import { ignoresResource } from "../config/ignore.ts";
import { unitsOf } from "../readers/belonging/units.ts";
import type { FileInputs } from "../readers/inputs.ts";
import type { Content } from "../readers/reader.ts";
import type { Met } from "./order.ts";
import type { Grant, Shard, ShardIgnore, ShardList } from "./report.ts";
import type { FileResult } from "./results.ts";
import type { SuppressionResult } from "./suppress.ts";

export type ShardTerms = Pick<Shard, "index" | "count" | "run" | "failOn">;

/** All of them are read by every shard, for only so it is known which belong together; judging them is what takes time. */
export function filesOfShard(
  files: readonly FileInputs[],
  shard: Pick<Shard, "index" | "count">,
  contents: readonly { readonly path: string; readonly content: Content }[],
): ReadonlySet<string> {
  const sizes = new Map(contents.map(({ path, content }) => [path, content.length]));
  const weightOf = (unit: readonly FileInputs[]) => unit.reduce((sum, { path }) => sum + (sizes.get(path) ?? 0), 0);
  return new Set([...unitsOfShard(unitsOf(files), shard, weightOf)].flat().map(({ path }) => path));
}

/** The units that a shard judges: the heaviest go first, each to the shard that has least so far. */
function unitsOfShard<T>(
  units: readonly T[],
  { index, count }: Pick<Shard, "index" | "count">,
  weightOf: (unit: T) => number,
): ReadonlySet<T> {
  const weighed = units
    .map((unit) => ({ unit, weight: weightOf(unit) }))
    .sort((one, other) => other.weight - one.weight);
  const loads = Array.from({ length: count }, () => 0);
  const mine = new Set<T>();
  for (const { unit, weight } of weighed) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + weight;
    if (lightest === index - 1) mine.add(unit);
  }
  return mine;
}

export function shardOf(
  terms: ShardTerms,
  files: readonly FileResult[],
  lists: Readonly<Record<ShardList, readonly Met<unknown>[]>>,
  ignores: readonly ShardIgnore[],
): Shard {
  const orders = Object.entries(lists).map(([name, list]) => [name, list.map(({ order }) => order)]);
  return {
    ...terms,
    files: files.filter(({ inputs, isContext }) => inputs.length > 0 && !isContext).length,
    order: Object.fromEntries(orders) as Shard["order"],
    ignores,
    stale: [],
  };
}

/** With the place in the run of the first grant that each of them speaks of. */
export function ignoresMet(
  ignores: SuppressionResult["ignores"],
  config: Config,
  grants: readonly Met<Grant>[],
): readonly ShardIgnore[] {
  return ignores.map((one, index) => {
    const ignore = config.ignore?.[index];
    const shown = ignore && grants.find(({ value }) => ignoresResource(config, ignore, value.file, value.resource));
    return { ...one, met: shown?.order ?? null };
  });
}
