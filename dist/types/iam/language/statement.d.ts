import type { Doubt } from "../../values/doubt.js";
import { type Origin, type Struct, type Value } from "../../values/value.js";
import type { Word, Words } from "../patterns/words.js";
import type { Condition, OpenCondition } from "./condition.js";
import type { Flaw } from "./flaw.js";
import { type Principal } from "./principals.js";
import { type PolicyReading } from "./reading.js";
import { type Resources } from "./resources.js";
export interface Statement {
    /** A doubt: the statement, or its effect, is not known: it may allow or deny. */
    readonly effect: "Allow" | "Deny" | Doubt;
    readonly principal: Principal;
    /** A doubt: the actions are not known. */
    readonly actions: {
        readonly negated: boolean;
        readonly patterns: readonly Word[];
    } | Doubt;
    /** A doubt: the resources are not known. Undefined: whatever the policy belongs to. */
    readonly resources?: Resources | Doubt;
    /** In a list: a doubt stands for a condition that is not known. */
    readonly conditions: readonly (Condition | OpenCondition)[];
    readonly origin: Origin;
}
export declare function readStatement(statement: Struct, reading: PolicyReading, words: Words, flaws: Flaw[]): Statement;
/** What is no statement, or none that can be seen, may do anything. */
export declare function unreadableStatement(value: Value, flaws: Flaw[]): Statement;
