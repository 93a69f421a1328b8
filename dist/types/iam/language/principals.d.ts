import type { PolicyKind } from "../../policies/policy.js";
import { type Origin, type Struct } from "../../values/value.js";
import type { Words } from "../patterns/words.js";
import type { Flaw } from "./flaw.js";
import { type Element } from "./principal.js";
export interface Principal {
    readonly negated: boolean;
    readonly elements: readonly Element[];
    readonly origin: Origin;
}
export declare function readPrincipal(statement: Struct, words: Words, flaws: Flaw[], policy?: PolicyKind): Principal;
