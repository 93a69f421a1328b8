import { type Answer } from "../../values/doubt.js";
import type { Caller } from "../evaluation/caller.js";
import type { Context } from "../evaluation/context.js";
import type { Document } from "../language/document.js";
import type { Keys } from "../language/senders.js";
import type { Statement } from "../language/statement.js";
import type { Word } from "../patterns/words.js";
import { type CallerStatement, type Met } from "../requests/pruning.js";
import type { AssumedRole } from "../requests/roles/roles.js";
import type { Target } from "../requests/targets.js";
import type { DenyReason } from "./deny-reason.js";
import type { Grant } from "./grants.js";
export interface TriedRequest {
    readonly caller: Caller;
    readonly action: string;
    /** Undefined: the resource that carries the policy. */
    readonly resource?: Word;
    /** The role that is assumed; identity policies only. */
    readonly role?: AssumedRole;
    readonly context: Context;
}
/** One request, and which grants let it in. */
export interface Trial extends TriedRequest {
    /** For each grant, by its index in `grantsOf`: does it let the request in, and no statement denies it? A grant that is not in the map does not. */
    readonly answers: ReadonlyMap<number, Exclude<Answer, false>>;
    /** Everything that keeps the request out, for the grant with this index. Undefined: its principal does not match the caller. */
    denyReasons(grant: number): readonly DenyReason[] | undefined;
}
/** What of a policy applies to one caller and one target. */
export interface CallerView {
    readonly document: Document;
    readonly grants: readonly Grant[];
    /** The statements whose principal may match the caller and whose actions and resources may cover the target. */
    readonly callerStatements: readonly CallerStatement[];
    /** The grants whose principal matches the caller or may match it, by index in `grantsOf`. */
    readonly matching: ReadonlyMap<number, Exclude<Answer, false>>;
    /** Condition keys that a rule asks about. */
    readonly asked: ReadonlyMap<string, unknown>;
    readonly target: Target;
    /** The condition keys that requests of the caller carry. */
    readonly table: Keys;
    /** The condition keys that a statement reads. */
    keysIn(statement: Statement): ReadonlySet<string>;
}
export declare function judgeFor(view: CallerView): (caller: Caller, context: Context, met: Met) => Pick<Trial, "answers" | "denyReasons">;
/** The keys that its conditions are on, and those that policy variables in them stand for. */
export declare function keysReadBy({ conditions }: Statement): ReadonlySet<string>;
