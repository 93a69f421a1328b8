import { type Answer } from "../../values/doubt.js";
import { type Carried, type Context } from "../evaluation/context.js";
import type { Keys } from "../language/senders.js";
import type { Statement } from "../language/statement.js";
import type { Words } from "../patterns/words.js";
/** A statement, with those of its answers that do not depend on the context. */
export interface CallerStatement {
    readonly statement: Statement;
    readonly principal: Answer;
    /** Whether the statement covers the action of the request; after that, whether it covers each of COMPANIONS. */
    readonly actions: readonly Answer[];
}
/** Passing session tags or a source identity takes a second permission; without it the whole call fails. */
export declare const COMPANIONS: readonly ["sts:TagSession", "sts:SetSourceIdentity"];
/** The index in `CallerStatement.actions` of a second permission. */
export declare function companionIndex(companion: (typeof COMPANIONS)[number]): number;
export interface StatementProgress {
    /**
     * Call it when the keys of this place have got their values; -1: no key has one yet. Places must be reached in order, though
     * a place may be reached again with other values. Returns the answers of the statements that are not ruled out, as text: two
     * values with the same text need not both be tried. Undefined: no request that continues with these values gets in.
     */
    reached(place: number, context: Context): string | undefined;
    /** Does no condition that reads a key of this place have to wait for a later place? */
    isClosed(place: number): boolean;
    /** What `reached` costs for this place, in steps (also fractions of one). */
    effort(place: number): number;
    /** Whether the conditions of a statement are met. Valid once all places have been reached. */
    readonly met: Met;
}
export type Met = (statement: Statement) => Answer;
/** `tries`: all requests, or only one of those that every statement answers alike, and none that cannot get in. */
export interface Pruning extends StatementProgress {
    readonly tries: "all" | "what may get in";
}
/** `places`: the keys in the order in which they get their values, those of one place together. All other keys have theirs from the start. */
export declare function trackStatements(callerStatements: readonly CallerStatement[], places: readonly (readonly string[])[], words: Words, keys: Keys): StatementProgress;
/** What is needed to bring the value, as text to compare; "": nothing. */
export declare function priceOf(key: string, { values, cost }: Carried, keys: Keys): string;
