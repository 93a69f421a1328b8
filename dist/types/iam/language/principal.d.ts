import type { Doubt } from "../../values/doubt.js";
import { type Hole, type Origin, type Text } from "../../values/value.js";
import type { Word, Words } from "../patterns/words.js";
import type { Flaw } from "./flaw.js";
interface Place {
    readonly origin: Origin;
    /** As written, holes and what parameters supply as `${Name}`. */
    readonly written: string;
}
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export type Element = Place & ({
    readonly kind: "anyone";
} | {
    readonly kind: "account";
    readonly account: Word;
    /** As a number it says nothing of the partition. */
    readonly partition?: Word;
    /** Decides whether it is the account, or one of its roles and users. */
    readonly whole?: DeployedValue;
} | {
    readonly kind: "role" | "user";
    readonly account: Word;
    readonly resource: Word;
    readonly partition: Word;
}
/** Deployment decides whether it is a role, a user, or the account's root. */
 | {
    readonly kind: "someone";
    readonly account: Word;
    readonly resource: Word;
    readonly partition: Word;
} | {
    readonly kind: "session";
    readonly account: Word;
    readonly role: Word;
    readonly session: Word;
    readonly partition: Word;
} | {
    readonly kind: "federated-user";
    readonly account: Word;
    readonly name: Word;
    readonly partition: Word;
} | {
    readonly kind: "unique-id";
    readonly id: Word;
}
/** The unique id of one that is no more. */
 | {
    readonly kind: "deleted";
    readonly id: Word;
} | {
    readonly kind: "service" | "federated" | "canonical-user";
    readonly name: Word;
}
/** Decided at deployment as a whole: an account, any ARN, perhaps `*`. */
 | ({
    readonly kind: "parameter";
} & DeployedValue)
/** The principal itself, or its list, is not known. */
 | {
    readonly kind: "unknown";
    readonly doubt: Doubt;
} | {
    readonly kind: "malformed";
    readonly account?: Word;
});
/** A text and the deploy-time value in it. */
export interface DeployedValue {
    readonly word: Word;
    readonly hole: Hole;
}
export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";
export declare const PRINCIPAL_TYPES: readonly string[];
export interface Read {
    readonly element: Element;
    readonly flaw?: Flaw;
}
/** Throws Refused where a blank default stands in for the account or the whole principal: it is there to be filled in. */
export declare function readElement(type: PrincipalType, text: Text, words: Words): Read;
/** AWS's documentation account. */
export declare const EXAMPLE_ACCOUNT = "123456789012";
/** What the resource part of an ARN may turn out to be, by what is spelled out before its first hole. */
export declare function kindsOf(resource: Word): readonly ("role" | "user")[];
export declare function isUniqueId(word: Word): boolean;
export {};
