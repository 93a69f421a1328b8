import { type FindingContext } from "../finding.js";
import type { JudgedPolicy, PolicyResult } from "../results.js";
export interface TellingTerms extends Pick<FindingContext, "fingerprint" | "once"> {
    /** What cannot be told is a finding. */
    readonly strict: boolean;
}
/** Holds nothing of the policy itself but where it stands. */
export declare function tell({ resource, worlds, secret, rulings, judgement, inlineVendors }: JudgedPolicy, { strict, fingerprint, once }: TellingTerms, again: PolicyResult["again"]): PolicyResult;
