import type { Config } from "../../config/config.js";
import { type FileSettings } from "../../config/scopes.js";
import { type NextBudget, type Shares } from "../../iam/patterns/budget.js";
import type { Policy } from "../../policies/policy.js";
import type { FileInputs } from "../../readers/inputs.js";
import type { Resource } from "../../readers/reader.js";
import { type SharedCheck } from "../../rules/questions/shared-check.js";
import type { Rule } from "../../rules/rule.js";
import type { Allowance } from "../../values/worlds.js";
import type { PolicyResult } from "../results.js";
import { type TellingTerms } from "./tell.js";
/** By the scopes that a file is in: the rules for its policies, and the results of earlier ones that may be reused. */
export type Known = Map<string, (policy: Policy) => SharedCheck>;
export interface JudgingTerms extends Pick<TellingTerms, "fingerprint"> {
    readonly config: Config;
    readonly rules: readonly Rule[];
    readonly allowance: Allowance;
    /** All files of the run. */
    readonly files: readonly FileInputs[];
    readonly known: Known;
    /** The steps that all policies share. */
    readonly shares: Shares;
    /** Gives the next policy its budget. Left out: made from `shares`. */
    readonly next?: NextBudget | undefined;
}
/** Judges the policies of one file, resource by resource. */
export type JudgeIn = (path: string, settings: FileSettings) => (resource: Resource) => readonly PolicyResult[];
export declare function judging({ config, rules, allowance, files, known, fingerprint, shares, next, }: JudgingTerms): JudgeIn;
