import type { Config } from "../config/config.js";
import type { FileInputs } from "../readers/inputs.js";
import type { Content } from "../readers/reader.js";
import type { Met } from "./order.js";
import type { Grant, Shard, ShardIgnore, ShardList } from "./report.js";
import type { FileResult } from "./results.js";
import type { SuppressionResult } from "./suppress.js";
export type ShardTerms = Pick<Shard, "index" | "count" | "run" | "failOn">;
/** All of them are read by every shard, for only so it is known which belong together; judging them is what takes time. */
export declare function filesOfShard(files: readonly FileInputs[], shard: Pick<Shard, "index" | "count">, contents: readonly {
    readonly path: string;
    readonly content: Content;
}[]): ReadonlySet<string>;
export declare function shardOf(terms: ShardTerms, files: readonly FileResult[], lists: Readonly<Record<ShardList, readonly Met<unknown>[]>>, ignores: readonly ShardIgnore[]): Shard;
/** With the place in the run of the first grant that each of them speaks of. */
export declare function ignoresMet(ignores: SuppressionResult["ignores"], config: Config, grants: readonly Met<Grant>[]): readonly ShardIgnore[];
