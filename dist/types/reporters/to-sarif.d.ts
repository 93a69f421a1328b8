import type { Report } from "../findings/report.js";
import type { Rule } from "../rules/rule.js";
import type { SarifLog } from "./sarif/types.js";
export interface SarifOptions {
    /** Those that `check` was given beside the built-in ones. */
    readonly rules?: readonly Rule[];
}
/** SARIF 2.1.0 as GitHub code scanning takes it: `JSON.stringify` makes the file. */
export declare function toSarif(report: Report, { rules }?: SarifOptions): SarifLog;
