import type { Severity } from "../config/config.js";
export interface RuleInfo {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    /** Markdown, as `fix` is. */
    readonly why: string;
    readonly fix: string;
    /** URLs. */
    readonly references: readonly string[];
}
/** In the order in which `unconfused rules` lists them. */
export declare const rules: readonly RuleInfo[];
