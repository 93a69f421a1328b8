import { type Answer } from "../../values/doubt.js";
import type { Document } from "../language/document.js";
import type { Statement } from "../language/statement.js";
import type { Budget } from "../patterns/budget.js";
import type { Word } from "../patterns/words.js";
import type { Ours } from "./ours.js";
import { type AssumedRole } from "./roles/roles.js";
export interface Target {
    readonly action: string;
    /** Undefined: what the policy belongs to. */
    readonly resource?: Word;
    /** Of an identity policy: which role it is. */
    readonly role?: AssumedRole;
    /** What of it questions tell apart; undefined: it is told apart from all others. */
    readonly asksFor?: string;
    speaks(statement: Statement): Answer;
    /** Of a second permission that the request may take. */
    permits(statement: Statement, companion: string): Answer;
}
export interface Targets {
    readonly list: readonly Target[];
    /** False: some may be missing. */
    readonly complete: boolean;
}
/** What questions tell apart. */
export interface AskedTargets {
    /** Patterns of actions, as rule files write them. */
    readonly actions?: readonly string[];
    readonly resources?: readonly Word[];
}
/** Requests to one role all do the same to it. */
export declare function targetOf(action: string, { words }: Document): Target;
/**
 * Of an identity policy: whom else it may make a deputy of is a question of the roles that may be assumed. Of roles of one owner
 * nothing but their names differs: those of whom no statement says anything else are one, and what none allows is left out.
 */
export declare function roleTargetsOf(document: Document, ours: Ours, { resources: asked }: AskedTargets, steps: Budget): Targets;
/** Of a policy of any resource: actions and resources that no statement tells apart are one, and what no statement allows is left out. */
export declare function targetsOf(document: Document, asked: AskedTargets, steps: Budget): Targets;
/** Of one caller: those of whom no statement that concerns the caller, and no question, says anything else are one. */
export declare function toldApart(targets: readonly Target[], statements: readonly Statement[]): readonly Target[];
