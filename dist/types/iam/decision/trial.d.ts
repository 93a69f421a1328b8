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
    /** Undefined: what the policy belongs to. */
    readonly resource?: Word;
    /** Of an identity policy: which role that is. */
    readonly role?: AssumedRole;
    readonly context: Context;
}
/** One request, and what becomes of it. */
export interface Trial extends TriedRequest {
    /** Of the grants by their indexes, in the order of `grantsOf`: does it let the request in, with no statement denying it? Those that are left out do not. */
    readonly answers: ReadonlyMap<number, Exclude<Answer, false>>;
    /** All that keeps the request out of a grant, by its index; undefined: the grant does not speak of the caller. */
    denyReasons(grant: number): readonly DenyReason[] | undefined;
}
/** A policy, seen by one caller with something to do. */
export interface CallerView {
    readonly document: Document;
    readonly grants: readonly Grant[];
    /** The statements whose principal may match the caller, and that speak of the target. */
    readonly callerStatements: readonly CallerStatement[];
    /** By the indexes of the grants: those whose principal does, or may. */
    readonly matching: ReadonlyMap<number, Exclude<Answer, false>>;
    /** Keys that are asked about. */
    readonly asked: ReadonlyMap<string, unknown>;
    readonly target: Target;
    /** What the caller's requests carry. */
    readonly table: Keys;
    /** What a statement's conditions read. */
    keysIn(statement: Statement): ReadonlySet<string>;
}
export declare function judgeFor(view: CallerView): (caller: Caller, context: Context, met: Met) => Pick<Trial, "answers" | "denyReasons">;
/** The keys that its conditions are on, and those that policy variables in them stand for. */
export declare function keysReadBy({ conditions }: Statement): ReadonlySet<string>;
