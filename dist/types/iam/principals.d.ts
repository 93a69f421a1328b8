import { type Origin, type Struct } from "../values/value.js";
import type { Flaw } from "./flaw.js";
import { type Element } from "./principal.js";
import type { Words } from "./words.js";
export interface Principal {
    readonly negated: boolean;
    readonly elements: readonly Element[];
    readonly origin: Origin;
}
export declare function readPrincipal(statement: Struct, words: Words, flaws: Flaw[]): Principal;
