import type { Resource } from "../../readers/reader.js";
import type { Fingerprints } from "../fingerprint.js";
import type { JudgedPolicy, PolicyResult, ToldFinding } from "../results.js";
import { type Once } from "./kept.js";
import type { UnplacedFinding, UnplacedGrant, UnplacedUnknown } from "./unplaced.js";
export interface TellingTerms {
    /** What cannot be told is a finding. */
    readonly strict: boolean;
    readonly fingerprint: Fingerprints["of"];
    /** Do comments stand in the file? */
    hasComments(file: string): boolean;
    /** One for all that are equal: there may be very many. */
    readonly once: Once;
}
/** What is told of every policy that is equal. */
export interface UnplacedResult extends Pick<PolicyResult, "secret" | "hasWorlds" | "files" | "inlineVerdicts"> {
    readonly findings: readonly (UnplacedFinding & Pick<ToldFinding, "statement">)[];
    readonly unknowns: readonly UnplacedUnknown[];
    readonly grants: readonly UnplacedGrant[];
}
export declare function unplacedResult({ resource, worlds, secret, rulings, judgement, inlineVendors }: JudgedPolicy, { strict, once }: TellingTerms): UnplacedResult;
/** Holds nothing of the policy itself but where it stands. */
export declare function placedResult({ secret, hasWorlds, findings, unknowns, grants, files, inlineVerdicts }: UnplacedResult, resource: Resource, { fingerprint, hasComments }: Pick<TellingTerms, "fingerprint" | "hasComments">, again: PolicyResult["again"], alike: PolicyResult["alike"]): PolicyResult;
