import type { Party } from "../../config/who.js";
import type { Grant } from "../../iam/decision/grants.js";
import type { Document } from "../../iam/language/document.js";
import type { Answer, Doubt } from "../../values/doubt.js";
import type { Outcome } from "../../values/worlds.js";
import { type GrantFacts } from "./facts.js";
import type { Hit, PolicyCheck } from "./policy-check.js";
/** A grant in one world. */
export interface GrantInWorld {
    readonly grant: Grant;
    readonly world: Outcome<Document>;
    readonly facts: GrantFacts;
    /** For each `admit` question, as "rule index": does the grant let a request of its class in? */
    readonly admits: ReadonlyMap<string, Answer>;
}
/** The result of one grant over all worlds. The key is the place where its principal is written. */
export interface GrantJudgement {
    readonly key: string;
    readonly grant: Grant;
    readonly inWorlds: readonly GrantInWorld[];
    readonly hits: readonly Hit[];
    /** Everyone whom the grant lets in, or may let in. */
    readonly admitted: readonly Party[];
}
export interface PolicyJudgement {
    readonly grants: readonly GrantJudgement[];
    readonly missing: readonly Missing[];
}
/** Requests that were not tried. No rule may pass on a grant that might let one of them in. */
export interface Missing {
    readonly doubt: Doubt;
    /** The party that sends them, and the keys of the grants that might let them in. Left out: any party and any grant. */
    readonly of?: {
        readonly party: Party;
        readonly grants: readonly string[];
    };
}
export declare function judge(check: PolicyCheck): PolicyJudgement;
