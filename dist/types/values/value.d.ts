import type { Document, Path } from "../text/document.js";
import type { Range } from "../text/source.js";
import type { Reason } from "./doubt.js";
import type { Numbered } from "./pattern.js";
/** The subject of a world that is the account the stack is in: a world in which it is known knows the number of the own account. */
export declare const OWN_ACCOUNT = "AWS::AccountId";
/** Where a value is written; located only when a report needs it. */
export interface Origin {
    readonly document: Document;
    readonly path: Path;
    /** The key instead of the value, or characters within the decoded scalar. */
    readonly what?: "key" | Range;
}
/** One value that deployment decides. Two holes with one id have equal values in a world. */
export interface Hole {
    readonly id: string;
    /** As written between `${` and `}`: "VendorAccount", "AWS::AccountId". */
    readonly name: string;
    readonly reason: Reason;
    /** For people: "parameter VendorAccount". */
    readonly source: string;
    /** own-account: the account that the role is in. partition: of the role. account: twelve digits. name: a role or user name. unique-id: of a role or user of ours. */
    readonly sort?: "own-account" | "partition" | "account" | "name" | "unique-id";
    /** A list of values, taken as non-empty, instead of one. */
    readonly many?: boolean;
    /** False only where no deployment can give this value. Of a list: this element. */
    admits(word: string): boolean;
    /** False only where no value of it, its wildcards read as such, stands for texts with more than one number. */
    mayStandFor?(texts: Numbered): boolean;
    /** The only characters that can occur in it; any, if left out. */
    readonly alphabet?: Pick<RegExp, "test">;
    /** There where it has a default that nobody may be shown: is it this word? */
    hiddenDefault?(word: string): boolean;
    /** Of what is malformed: what is wrong with it, and what to write instead. */
    readonly mistake?: {
        readonly sentence: string;
        readonly repair: string;
    };
    /** Who the configuration says supplies it, and the account where it is known; or that it is of one of ours, or of AWS's own services. */
    readonly owner?: {
        readonly vendor: string;
        readonly account?: string;
    } | "organization" | "aws";
}
/** Known characters; `from` says which parameter or mapping supplied them. */
export interface Known {
    readonly text: string;
    readonly from?: Supplier;
    /** As the source spells it, where reading it as a number or a boolean changed it: "012345670123", "yes". */
    readonly spelled?: string;
    /** Where the characters stand: which of a scalar, or the default, allowed value or mapping that supplies them. */
    readonly origin?: Origin;
}
export interface Supplier {
    /** Name of the parameter, variable or mapping. */
    readonly name: string;
    readonly by: "given" | "allowed" | "default" | "compared" | "mapping";
}
export type Part = (Known | {
    readonly hole: Hole;
}) & {
    /** Where a text asks for it, if that is known. */
    readonly asked?: Origin;
};
/** A scalar. `type` is what the text was in the source; policies read all of them as text. */
export interface Text {
    readonly kind: "text";
    readonly parts: readonly Part[];
    readonly type: "string" | "number" | "boolean" | "null";
    readonly origin: Origin;
}
export interface List {
    readonly kind: "list";
    readonly items: readonly Value[];
    readonly origin: Origin;
    /** set: an element is its own key, and has no place. unknown: nobody knows in which order they will be. In the order of `items`, if left out. */
    readonly order?: "set" | "unknown";
}
export interface Struct {
    readonly kind: "map";
    readonly entries: ReadonlyMap<string, {
        readonly key: Origin;
        readonly value: Value;
    }>;
    readonly origin: Origin;
    /** Of what a text of JSON holds: keys that stand there a second time, in one map. */
    readonly duplicates?: readonly Origin[];
}
/** Left out: AWS::NoValue, a null argument, an absent block. */
export interface Absent {
    readonly kind: "absent";
    readonly origin: Origin;
}
/** Anything at all, of any shape. */
export interface Unknown {
    readonly kind: "unknown";
    readonly why: Hole;
    readonly origin: Origin;
    /** Of a map of which not every key is known: its entries, of which those with the same key are one in the end. */
    readonly entries?: OpenEntries;
    /** Of an object that is not known as a whole: what is known of an attribute of it. To be asked in the world that it was evaluated in. */
    readonly attribute?: (name: string) => Value | undefined;
}
export type OpenEntries = readonly (readonly [key: Value, value: Value])[];
export type Value = Text | List | Struct | Absent | Unknown;
export declare function isKnown(part: Part): part is Known;
/** The whole text, if nothing in it is a hole. */
export declare function literal(value: Value | undefined): string | undefined;
/** The hole, if the value is one hole and nothing else. */
export declare function loneHole(value: Value | undefined): Hole | undefined;
/** The first hole of a text, or what is not known of the whole value. */
export declare function holeOf(value: Value | undefined): Hole | undefined;
/** As its author wrote it: what a parameter or mapping supplies stands as `${Name}`, in every world alike. */
export declare function sourceText(value: Value): string;
/** Equal for two origins exactly if they are the same place. */
export declare function originKey({ document, path, what }: Origin): string;
