import type { PolicyKind } from "../../policies/policy.js";
import type { Answer } from "../../values/doubt.js";
import { type Origin, type Value } from "../../values/value.js";
import { type Words } from "../patterns/words.js";
import { type Condition } from "./condition.js";
import type { Flaw } from "./flaw.js";
import { type Statement } from "./statement.js";
/** What stands around a policy. */
export interface Surroundings {
    readonly policy: PolicyKind;
    /** Prefix of the actions on the resource that carries it, such as "sqs"; undefined: any. */
    readonly service?: string | undefined;
    /** IAM shows the policy of a role that is there. */
    readonly shown?: boolean;
    /** Do settings of the resource keep the public out, whatever the policy says? */
    readonly keepsPublicOut?: Answer;
    /** Do they refuse a policy that lets the public in? */
    readonly refusesPublic?: Answer;
}
export interface Document extends Pick<Surroundings, "policy" | "service" | "keepsPublicOut" | "refusesPublic"> {
    readonly statements: readonly Statement[];
    readonly flaws: readonly Flaw[];
    readonly words: Words;
    readonly origin: Origin;
    /** Parameters whose default stands somewhere in the policy. */
    readonly defaults: ReadonlySet<string>;
}
/** `partition`: the resource's. Throws Refused where a blank default stands for a principal, an account or an external id. */
export declare function readDocument(value: Value, partition: string, around?: Surroundings): Document;
export declare function conditionsOn(document: Document, key: string): readonly Condition[];
export declare function conditionsIn(document: Document): readonly Condition[];
