import { type Caller } from "../iam/evaluation/caller.js";
import type { CallerType } from "../iam/language/senders.js";
import type { Words } from "../iam/patterns/words.js";
import type { Ours } from "../iam/requests/ours.js";
import type { Origin } from "../values/value.js";
import type { Catalogue } from "./catalogue.js";
import type { Settings, Tenancy } from "./config.js";
export type PartyClass = "own" | "organization" | "aws" | "vendor" | "catalogued" | "undeclared" | "deployTime" | "unnamed";
export type TenancyFrom = "vendor" | "metadata" | "scope" | "option" | "config" | "catalogue" | "default";
/** A caller as a report shows it; callers of one key are one party. */
export interface Party {
    readonly key: string;
    /** Left out: a user or role of an account. */
    readonly type?: Exclude<CallerType, "account">;
    readonly class: PartyClass;
    /** Of a service: its name, where the account is the one that it acts for. */
    readonly service?: string;
    /** Of a token: who made it, for people, and what about it the policy does not name. */
    readonly issuer?: string;
    readonly openTo?: "tenant" | "application";
    /** Twelve digits, `${Parameter}`, or the unique id of a principal; left out where the policy leaves it open. */
    readonly account?: string;
    /** The parameter whose default the digits are. */
    readonly defaultOf?: string;
    readonly vendor?: string;
    readonly tenancy?: Tenancy;
    readonly tenancyFrom?: TenancyFrom;
    /** What the catalogue says, whoever else outranks it. */
    readonly catalogueTenancy?: Tenancy;
    /** What the input says of itself against the catalogue. */
    readonly contradicts?: Tenancy;
    /** Where a file says what the catalogue may know better. */
    readonly declaredAt?: Origin;
    /** A list of accounts, or perhaps everyone, instead of one account. */
    readonly several?: boolean;
}
export interface Who {
    readonly ours: Ours;
    readonly vendorsDeclared: boolean;
    party(caller: Caller, words: Words): Party;
    /** Is anything said of the account, by the configuration or the catalogue? */
    isKnown(account: string): boolean;
    /** What callers of a class may be said to be; none: nobody asks it of them. */
    tenanciesOf(set: PartyClass): readonly Tenancy[];
}
/** What is said about tenancy besides the vendors' own entries: by a scope, the option or the configuration, or by the file itself. */
export interface DeclaredTenancy {
    readonly tenancy: Tenancy;
    readonly from: "scope" | "option" | "config" | "metadata";
    /** Where the input says it. */
    readonly origin?: Origin;
}
/** For people: a default is what one deployment may have, and no fact. */
export declare function shownAccount({ account, defaultOf }: Party): string | undefined;
export declare const THIRD_PARTIES: readonly PartyClass[];
export declare function isThirdParty(party: Party): boolean;
export declare function identifyParties(settings: Settings, declared: DeclaredTenancy | undefined, catalogue: Catalogue): Who;
