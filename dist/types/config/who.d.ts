import type { Caller } from "../iam/caller.js";
import type { Ours } from "../iam/ours.js";
import type { Words } from "../iam/words.js";
import type { Origin } from "../values/value.js";
import type { Catalogue } from "./catalogue.js";
import type { Settings, Tenancy } from "./config.js";
export type PartyClass = "own" | "organization" | "aws" | "vendor" | "catalogued" | "undeclared" | "deployTime" | "unnamed";
export type TenancyFrom = "vendor" | "metadata" | "scope" | "option" | "config" | "catalogue" | "default";
/** A caller as a report shows him; callers of one key are one party. */
export interface Party {
    readonly key: string;
    readonly class: PartyClass;
    /** Twelve digits, or `${Parameter}`; left out where the policy leaves it open. */
    readonly account?: string;
    readonly vendor?: string;
    readonly tenancy?: Tenancy;
    readonly tenancyFrom?: TenancyFrom;
    /** What the catalogue says, whoever else outranks it. */
    readonly catalogueTenancy?: Tenancy;
    /** What the input says of itself against the catalogue. */
    readonly contradicts?: Tenancy;
    /** Where a file says what the catalogue may know better. */
    readonly saidAt?: Origin;
    /** A list of accounts, or perhaps everyone, instead of one account. */
    readonly several?: boolean;
}
export interface Who {
    readonly ours: Ours;
    readonly vendorsDeclared: boolean;
    party(caller: Caller, words: Words): Party;
}
/** What is said about tenancy besides the vendors' own entries: by a scope, the option or the configuration, or by the file itself. */
export interface TenancySaid {
    readonly tenancy: Tenancy;
    readonly from: "scope" | "option" | "config" | "metadata";
    /** Where the input says it. */
    readonly origin?: Origin;
}
export declare function isThirdParty(party: Party): boolean;
export declare function whoIsWho(settings: Settings, said: TenancySaid | undefined, catalogue: Catalogue): Who;
