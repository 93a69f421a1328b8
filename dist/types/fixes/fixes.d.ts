import type { Report } from "../findings/report.js";
import type { FileResult } from "../findings/results.js";
import type { InputFile } from "../readers/inputs.js";
import { type Proposal } from "./candidates.js";
import { type JudgeAgain } from "./prove.js";
import type { Concerned } from "./units.js";
/** A run that was judged. */
export interface JudgedRun {
    readonly report: Report;
    readonly results: readonly FileResult[];
    /** Those that were asked for: no others are changed. */
    readonly files: readonly InputFile[];
    /** All that were read, for what is declared in them. */
    readonly around?: readonly InputFile[];
    readonly concerned: Concerned;
    readonly judge: JudgeAgain;
}
export interface Mending {
    readonly proposals: readonly Proposal[];
    /** The files whose judgement they bear on. */
    readonly only: ReadonlySet<string>;
}
/** Of the findings in the report, each with what mends it; the likeliest first. */
export declare function mendings({ report, results, files, around, concerned, judge }: JudgedRun): Mending;
/** The report with what mends its findings. */
export declare function withFixes(report: Report, { proposals }: Mending): Report;
/** What is applied at once: of each finding the first that mends it, as long as they go together. */
export declare function chosen({ proposals, only }: Mending, unsafe: boolean, judge: JudgeAgain): readonly Proposal[];
/** By their names, the files that change. */
export declare function textsOf(proposals: readonly Proposal[]): ReadonlyMap<string, string>;
