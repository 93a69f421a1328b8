import type { Caller } from "../evaluation/caller.js";
import type { Document } from "../language/document.js";
import type { CallerType } from "../language/senders.js";
import type { Budget } from "../patterns/budget.js";
import type { Ours } from "./ours.js";
import { type AskedTargets, type Target } from "./targets.js";
export interface Everyone {
    readonly callers: readonly Caller[];
    /** False: some callers or targets may be missing. */
    readonly complete: boolean;
    targetsOf(caller: Caller): readonly Target[];
}
export interface AskedRequests extends AskedTargets {
    /** Left out: only users and roles of accounts. */
    readonly types?: ReadonlySet<CallerType>;
}
/** `only`: if given, these callers and no others. */
export declare function everyone(document: Document, ours: Ours, asked: AskedRequests, steps: Budget, only?: readonly Caller[]): Everyone;
/** The action by which a caller assumes a role. */
export declare function assumingAction(caller: Caller): string;
