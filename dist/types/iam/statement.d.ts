import type { Doubt } from "../values/doubt.js";
import { type Origin, type Struct, type Value } from "../values/value.js";
import type { Condition } from "./condition.js";
import type { Flaw } from "./flaw.js";
import { type Principal } from "./principals.js";
import type { Word, Words } from "./words.js";
export interface Statement {
    /** A doubt: the statement, or its effect, is not known: it may allow or deny. */
    readonly effect: "Allow" | "Deny" | Doubt;
    readonly principal: Principal;
    /** A doubt: the actions are not known. */
    readonly actions: {
        readonly negated: boolean;
        readonly patterns: readonly Word[];
    } | Doubt;
    /** In a list: a doubt stands for a condition that is not known. */
    readonly conditions: readonly (Condition | Doubt)[];
    readonly origin: Origin;
}
/** `variables`: the policy's version knows them; a doubt: deployment decides which version it is. */
export declare function readStatement(statement: Struct, variables: boolean | Doubt, words: Words, flaws: Flaw[]): Statement;
/** What is no statement, or none that can be seen, may do anything. */
export declare function unreadable(value: Value, flaws: Flaw[]): Statement;
