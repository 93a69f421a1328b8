import type { Source } from "../text/source.js";
import type { Origin } from "../values/value.js";
/** UTF-16 offsets in the text of a file, end exclusive; nothing stands between equal ones. */
export interface Edit {
    readonly source: Source;
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
/** None may lie over another. */
export declare function edited(text: string, edits: readonly Edit[]): string;
export declare function inOrder(edits: readonly Edit[]): readonly Edit[];
/** Edits that can be applied at once: equal ones are one, and no other lies over one of them. */
export interface Together {
    readonly edits: readonly Edit[];
    /** Takes all of these, or none. */
    add(more: readonly Edit[]): boolean;
}
export declare function together(): Together;
/** Equal for edits that do the same. */
export declare function editKey({ source, start, end, text }: Edit): string;
/** Each once. */
export declare function unique(edits: readonly Edit[]): readonly Edit[];
/** What stands at an origin, as its file spells it. */
export declare function spelledAt({ document, path, what }: Origin): {
    readonly start: number;
    readonly text: string;
};
/** Undefined where the words do not stand there as they are, or more than once. */
export declare function replaced(origin: Origin, words: string, by: string): Edit | undefined;
