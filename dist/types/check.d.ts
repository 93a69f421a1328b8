import type { Config } from "./config/config.js";
import type { Report } from "./findings/report.js";
import type { Rule } from "./rules/rule.js";
import { Problem } from "./text/problem.js";
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
}
export declare function check(input: CheckInput): Report;
export interface Checked {
    readonly report: Report;
    /** For people who ask why: what denies requests where the report says nothing, a sentence each. */
    passes(): readonly string[];
}
export declare function checked(input: CheckInput): Checked;
/** What a text is, without judging it. A Problem: it cannot be read. */
export declare function recognise(path: string, content: string | Uint8Array): "iac" | "terraform" | "other" | Problem;
