import type { Caller } from "../evaluation/caller.js";
import type { Document } from "../language/document.js";
import type { CallerType } from "../language/senders.js";
import type { Budget } from "../patterns/budget.js";
import type { Ours } from "./ours.js";
import { type AskedTargets, type Target } from "./targets.js";
export interface Everyone {
    readonly callers: readonly Caller[];
    /** False: some callers, or something that they can do, may be missing. */
    readonly complete: boolean;
    targetsOf(caller: Caller): readonly Target[];
}
export interface AskedRequests extends AskedTargets {
    /** Left out: users and roles of accounts alone. */
    readonly types?: ReadonlySet<CallerType>;
}
/** `only`: those, where others are not asked about. */
export declare function everyone(document: Document, ours: Ours, asked: AskedRequests, steps: Budget, only?: readonly Caller[]): Everyone;
/** The action by which a caller comes to a role. */
export declare function assumingAction(caller: Caller): string;
