import type { Config } from "./config/config.js";
import { type Identity } from "./findings/fingerprint.js";
import { type Known } from "./findings/judging/policies.js";
import type { Report } from "./findings/report.js";
import { type FileResult } from "./findings/results.js";
import { type ShardTerms } from "./findings/shard.js";
import { type JudgedRun } from "./fixes/fixes.js";
import { type NextBudget } from "./iam/patterns/budget.js";
import type { Watch } from "./readers/belonging/watch.js";
import { type Hidden } from "./readers/hidden.js";
import { type Rule } from "./rules/rule.js";
export interface CheckInput {
    readonly files: readonly {
        readonly path: string;
        readonly content: string | Uint8Array;
    }[];
    /** What an input refers to (nested template, module, source map); absent: unknown, reason "file". */
    readonly read?: (path: string) => string | Uint8Array | undefined;
    readonly config?: Config;
    /** Added to the built-in ones. */
    readonly rules?: readonly Rule[];
    readonly parameters?: Readonly<Record<string, unknown>>;
    /** ISO date, for `until`. */
    readonly today?: string;
    /** Look for what mends the findings as well: it is judged again for that. */
    readonly fixes?: boolean;
}
/** What the surfaces that see the files around those of the input bring. */
export interface CheckAround {
    /** What makes one whole with files of the input: it is judged, and reported only where it speaks of those. */
    readonly context?: CheckInput["files"];
    /** All that stand in a folder; absent: those of the input. */
    readonly filesIn?: (folder: string) => readonly string[];
    /** Everything that the configuration can speak of is in the input. */
    readonly isWhole?: boolean;
    /** Judge only a part of the files, for a run that is spread over several machines. */
    readonly shard?: ShardTerms | undefined;
    /** Judge only these files. */
    readonly only?: ReadonlySet<string>;
    /** What has been found of policies under the same configuration. */
    readonly known?: Known;
    /** Told what the verdicts come from. */
    readonly watch?: Watch | undefined;
    /** Of the run that these files are of: it may cost as much. */
    readonly characters?: number;
    /** The budget of the next policy, where other runs have a part in it. */
    readonly next?: NextBudget;
    /** Told what is done next, and of how many files it is done. */
    readonly progress?: (stage: "reading" | "judging" | "findings", done?: number, all?: number) => void;
}
/** Throws ConfigError or RuleError on what the command line would refuse. */
export declare function check(input: CheckInput): Report;
export interface Checked {
    readonly report: Report;
    readonly results: readonly FileResult[];
    readonly known: Known;
    /** By their fingerprints, what the findings are the same by. */
    readonly identities: ReadonlyMap<string, Identity>;
    /** Paths of the files of which the day of the run decides something. */
    readonly dated: ReadonlySet<string>;
    /** For people who ask why: what denies requests where the report says nothing, a sentence each. */
    passes(): readonly string[];
    /** How many grants are judged by what the input says about itself. */
    readonly inlineVerdicts: number;
    /** Names of the parameters and variables that the input declares. */
    declared(): readonly string[];
    /** What of a line may not be shown beside what is told of it; offsets in the line. */
    hidden(file: string, line: number): readonly Hidden[];
}
/** `check` for who has read all of it from files. */
export declare function checked(input: CheckInput, around?: CheckAround): Checked;
/** A run with what it takes to try edits: rules that tell of a broken policy or of a lost grant speak, whatever is set. */
export declare function mendable({ report, results, known }: Checked, input: CheckInput, around?: CheckAround): JudgedRun;
