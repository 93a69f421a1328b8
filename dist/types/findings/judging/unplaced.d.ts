import type { Sentence } from "../../rules/questions/message.js";
import type { Origin } from "../../values/value.js";
import type { Finding, Grant, Place, Unknown } from "../report.js";
export interface Unplaced<T> {
    readonly told: T;
    readonly origin: Origin;
}
interface UnplacedSentence<T> extends Unplaced<T> {
    readonly message: Sentence;
}
export interface UnplacedFinding extends UnplacedSentence<Omit<Finding, Own>> {
    /** Where the principal stands, if it is to be shown as well. */
    readonly trusted?: Origin | undefined;
    /** The principal as written. */
    readonly written: string;
}
export type UnplacedUnknown = UnplacedSentence<Omit<Unknown, Own>>;
export type UnplacedGrant = Unplaced<Omit<Grant, Own>>;
type Own = keyof Place | "message" | "resource" | "related" | "fingerprint";
export {};
