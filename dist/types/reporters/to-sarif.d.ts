import type { Report } from "../findings/report.js";
import type { Rule } from "../rules/rule.js";
import type { SarifLog } from "./sarif/types.js";
export interface SarifOptions {
    /** The rules that `check` was given besides the built-in ones. */
    readonly rules?: readonly Rule[];
}
/** SARIF 2.1.0 for GitHub code scanning; write it with `JSON.stringify`. */
export declare function toSarif(report: Report, { rules }?: SarifOptions): SarifLog;
