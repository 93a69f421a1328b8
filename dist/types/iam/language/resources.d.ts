import { type Doubt } from "../../values/doubt.js";
import type { Struct } from "../../values/value.js";
import type { Words } from "../patterns/words.js";
import type { Flaw } from "./flaw.js";
import { type PolicyReading } from "./reading.js";
import { type Template } from "./variables.js";
export interface Resources {
    readonly negated: boolean;
    readonly patterns: readonly Template[];
}
/** Undefined: the statement names none, or may not; IAM takes none in a trust policy, and what else it says counts as if none were there. */
export declare function readResources(statement: Struct, { policy, variables }: PolicyReading, words: Words, flaws: Flaw[]): Resources | Doubt | undefined;
