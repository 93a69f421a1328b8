import type { Config } from "../config/config.js";
import { type Rule } from "../rules/rule.js";
import { type Fingerprints } from "./fingerprint.js";
import type { Grant, ShardIgnore, Suppressed } from "./report.js";
import type { FileResult } from "./results.js";
import type { FoundIn } from "./suppress/suppression.js";
/** What a run is under. */
export interface SuppressionTerms {
    readonly config: Config;
    readonly rules: readonly Rule[];
    /** ISO date; undefined: no suppression ends. */
    readonly today: string | undefined;
    /** Everything that the configuration can speak of was checked. */
    readonly isWhole?: boolean;
    /** Other shards judge the rest of the files. */
    readonly isShard?: boolean;
}
export interface SuppressionResult {
    readonly findings: readonly FoundIn[];
    readonly suppressed: readonly (FoundIn & {
        readonly finding: Suppressed;
    })[];
    /** What of the configuration's entries one shard cannot tell. */
    readonly ignores: readonly Omit<ShardIgnore, "met">[];
    /** Of these files something is to be suppressed until a day. */
    readonly dated: readonly FileResult[];
}
export declare function suppress(made: readonly FoundIn[], files: readonly FileResult[], grants: readonly Grant[], { config, rules, today, isWhole, isShard }: SuppressionTerms, fingerprint: Fingerprints["of"]): SuppressionResult;
