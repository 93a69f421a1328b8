import { type Doubt } from "../../values/doubt.js";
import type { Origin } from "../../values/value.js";
import type { Word } from "../patterns/words.js";
import type { OperatorUse } from "./operators.js";
import { type Template } from "./variables.js";
export interface ConditionValue {
    readonly word: Word;
    readonly template: Template;
    /** A parameter's default stands in it. */
    readonly byDefault: boolean;
    /** Of the element of the list, or of the value that stands alone. */
    readonly origin: Origin;
}
export interface Condition {
    readonly use: OperatorUse;
    /** Lower case. */
    readonly key: string;
    /** The key as it is written. */
    readonly name: string;
    /** A doubt: the list is not known. */
    readonly values: readonly ConditionValue[] | Doubt;
    /** As written: "StringEquals sts:ExternalId". */
    readonly written: string;
    /** Of the key under its operator. */
    readonly origin: Origin;
    /** Where the operator's name stands. */
    readonly operatorOrigin: Origin;
}
/** One that is not known, or of which IAM knows no operator. */
export interface OpenCondition extends Doubt {
    /** As written, with what deployment decides as `${Name}`. */
    readonly written: string;
}
export declare function isKnownCondition(condition: Condition | Doubt): condition is Condition;
/** Asked for each caller again, and there may be thousands of values. */
export declare function variablesIn(condition: Condition): readonly string[];
export declare function templatesOf({ values }: Condition): Template[];
