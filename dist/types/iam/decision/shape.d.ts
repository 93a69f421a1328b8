import type { Document } from "../language/document.js";
import { type Word } from "../patterns/words.js";
/** What policies that are decided alike have in common, and what each has of its own. */
export interface Shape {
    readonly key: string;
    /** In the order in which they are first spelled. */
    readonly accounts: readonly Word[];
    readonly ids: readonly Word[];
}
/** Of all keys the one that follows from nothing else, and from which nothing else follows. */
export declare const ID = "sts:externalid";
/**
 * `isTold`: whoever asks tells the account or id from others; it stands for itself. Undefined: another policy that reads the
 * same may be decided otherwise.
 */
export declare function shapeOf(document: Document, isTold: (text: string) => boolean): Shape | undefined;
/** Can a request carry it? */
export declare function isSendable(id: Word): boolean;
