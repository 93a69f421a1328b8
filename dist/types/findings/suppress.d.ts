import type { Config } from "../config/config.js";
import { type Rule } from "../rules/rule.js";
import { type Fingerprints } from "./fingerprint.js";
import type { Grant, ShardIgnore, Suppressed } from "./report.js";
import type { FileResult } from "./results.js";
import type { FoundIn } from "./suppress/suppression.js";
/** The settings of the run that suppressions depend on. */
export interface SuppressionTerms {
    readonly config: Config;
    readonly rules: readonly Rule[];
    /** YYYY-MM-DD. Undefined: no `until` has passed. */
    readonly today: string | undefined;
    /** All files that the configuration can mean were checked, so an entry that matches nothing is unused. */
    readonly isWhole?: boolean;
    /** Other shards judge the rest of the files. */
    readonly isShard?: boolean;
}
export interface SuppressionResult {
    readonly findings: readonly FoundIn[];
    readonly suppressed: readonly (FoundIn & {
        readonly finding: Suppressed;
    })[];
    /** For each `ignore` entry of the configuration, what this shard knows of its use; empty where the run has no shards. */
    readonly ignores: readonly Omit<ShardIgnore, "met">[];
    /** The files that have a suppression with `until`. */
    readonly dated: readonly FileResult[];
}
export declare function suppress(made: readonly FoundIn[], files: readonly FileResult[], grants: readonly Grant[], { config, rules, today, isWhole, isShard }: SuppressionTerms, fingerprint: Fingerprints["of"]): SuppressionResult;
