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
    /**
     * Paths have "/" and are relative to one folder that the caller chooses; the report names files by them. The format is told by
     * name and content. Bytes are UTF-8, or UTF-16 with a byte order mark.
     */
    readonly files: readonly {
        readonly path: string;
        readonly content: string | Uint8Array;
    }[];
    /** Reads what an input refers to and `files` lacks: a nested template, a module, a source map. Undefined: unknown, reason "file". */
    readonly read?: (path: string) => string | Uint8Array | undefined;
    /** From `parseConfig`, or written as an object. */
    readonly config?: Config;
    /** Rules from `loadRules`, asked beside the built-in ones. */
    readonly rules?: readonly Rule[];
    /** Values of parameters and variables by name; they outrank those of the configuration. */
    readonly parameters?: Readonly<Record<string, unknown>>;
    /** The current day as YYYY-MM-DD. Suppressions whose `until` is before it no longer count; left out: all of them count. */
    readonly today?: string;
    /** Fill in `fixes` of the findings. Each candidate edit is judged again, so this takes longer. Default: false. */
    readonly fixes?: boolean;
}
/** What only the surfaces of this program give, because they see the files around the input. Not part of the library. */
export interface CheckAround {
    /** Files that are deployed together with those of the input. They are judged, but reported only where they affect the input. */
    readonly context?: CheckInput["files"];
    /** Lists the files of a folder; absent: only those of the input exist. */
    readonly filesIn?: (folder: string) => readonly string[];
    /** Everything that the configuration can speak of is in the input. */
    readonly isWhole?: boolean;
    /** Judge only a part of the files, for a run that is spread over several machines. */
    readonly shard?: ShardTerms | undefined;
    /** Judge only these files. */
    readonly only?: ReadonlySet<string>;
    /** Verdicts of earlier runs under the same configuration, which this run may use again. */
    readonly known?: Known;
    /** Called with everything that the verdicts depend on. */
    readonly watch?: Watch | undefined;
    /** Length of all files of the run, where these are a part of it: budgets are made for the whole run. */
    readonly characters?: number;
    /** Gives each policy its budget, where several runs share one. */
    readonly next?: NextBudget;
    /** Called when a stage begins, and with the number of files that are done. */
    readonly progress?: (stage: "reading" | "judging" | "findings", done?: number, all?: number) => void;
}
/**
 * Judges the policies of the files. Synchronous, without files, environment or clock. A file that cannot be read is told under
 * `errors`. Throws ConfigError on an invalid configuration, path, day or parameter, an unknown key or what is no content of a file, RuleError on
 * invalid rules, and what `read` throws.
 */
export declare function check(input: CheckInput): Report;
export interface Checked {
    readonly report: Report;
    readonly results: readonly FileResult[];
    readonly known: Known;
    /** What each fingerprint was made of. */
    readonly identities: ReadonlyMap<string, Identity>;
    /** Paths of the files whose result depends on the day of the run. */
    readonly dated: ReadonlySet<string>;
    /** Why grants pass, for people: one sentence for each rule and grant, which says what denies the requests. */
    passes(): readonly string[];
    /** Number of grants whose verdict depends on `Metadata.Unconfused` in the input. */
    readonly inlineVerdicts: number;
    /** Names of the parameters and variables that the input declares. */
    declared(): readonly string[];
    /** The sensitive parts of a line, which no excerpt may show; offsets in the line. */
    hidden(file: string, line: number): readonly Hidden[];
}
/** `check` for the surfaces: nothing is validated again, and more than the report is returned. */
export declare function checked(input: CheckInput, around?: CheckAround): Checked;
/** A run that edits can be tried on. The rules that tell of a broken policy or a lost grant are on, whatever the configuration says. */
export declare function mendable({ report, results, known }: Checked, input: CheckInput, around?: CheckAround): JudgedRun;
