import type { Document } from "../language/document.js";
import { type Word } from "../patterns/words.js";
/** `key` is equal for policies of one shape; `accounts` and `ids` are those of this policy. */
export interface Shape {
    readonly key: string;
    /** In the order in which they first occur in the policy. */
    readonly accounts: readonly Word[];
    readonly ids: readonly Word[];
}
/** The only key whose values may be exchanged: no other key is derived from it, and it is derived from none. */
export declare const ID = "sts:externalid";
/**
 * `isTold`: does this account or id make a difference to the rules? Then it stays in the key as it is. Undefined: the text of the
 * policy does not decide it, so it has no shape.
 */
export declare function shapeOf(document: Document, isTold: (text: string) => boolean): Shape | undefined;
/** Can a request carry the external id? */
export declare function isSendable(id: Word): boolean;
