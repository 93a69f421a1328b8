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
/** By the scopes that a file is in: what is asked of its policies, and what has been found of those before. */
export type Known = Map<string, (policy: Policy) => SharedCheck>;
export interface JudgingTerms extends Pick<TellingTerms, "fingerprint"> {
    readonly config: Config;
    readonly rules: readonly Rule[];
    readonly allowance: Allowance;
    /** Of the run. */
    readonly files: readonly FileInputs[];
    readonly known: Known;
    /** What deciding the policies may cost together. */
    readonly shares: Shares;
    /** The budget of the next policy; left out: one of its own run. */
    readonly next?: NextBudget | undefined;
}
/** Judges what the resources of one file carry. */
export type JudgeIn = (path: string, settings: FileSettings) => (resource: Resource) => readonly PolicyResult[];
export declare function judging({ config, rules, allowance, files, known, fingerprint, shares, next, }: JudgingTerms): JudgeIn;
