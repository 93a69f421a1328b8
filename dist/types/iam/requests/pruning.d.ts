import { type Answer } from "../../values/doubt.js";
import { type Carried, type Context } from "../evaluation/context.js";
import type { Keys } from "../language/senders.js";
import type { Statement } from "../language/statement.js";
import type { Words } from "../patterns/words.js";
/** What of a statement does not depend on the context. */
export interface CallerStatement {
    readonly statement: Statement;
    readonly principal: Answer;
    /** Does it speak of what the request does? Then, for each of COMPANIONS, of that. */
    readonly actions: readonly Answer[];
}
/** Passing session tags or a source identity takes a second permission; without it the whole call fails. */
export declare const COMPANIONS: readonly ["sts:TagSession", "sts:SetSourceIdentity"];
/** Where a statement's answer for the second permission stands among those for actions. */
export declare function companionIndex(companion: (typeof COMPANIONS)[number]): number;
export interface StatementProgress {
    /**
     * With the keys of the places up to this one decided, or of none (-1): what the statements that are still open say of the
     * last. Undefined: no request that goes on so gets in. The places are decided one after the other.
     */
    reached(place: number, context: Context): string | undefined;
    /** Is all that the statements say of the keys of the place said once it is decided? */
    isClosed(place: number): boolean;
    /** What it takes to reach the place, in steps and parts of one. */
    effort(place: number): number;
    /** Once all keys are decided. */
    readonly met: Met;
}
export type Met = (statement: Statement) => Answer;
/** Which requests are worth a try: all, or those of which not all that differ only in what no statement minds. */
export interface Pruning extends StatementProgress {
    readonly tries: "all" | "what may get in";
}
/** `places`: the keys that are decided, in their order; all others are known from the start. */
export declare function trackStatements(callerStatements: readonly CallerStatement[], places: readonly (readonly string[])[], words: Words, keys: Keys): StatementProgress;
/** What it takes to bring the value; "": nothing. */
export declare function priceOf(key: string, { values, cost }: Carried, keys: Keys): string;
