import type { Origin } from "../../values/value.js";
import type { Document } from "../language/document.js";
import type { Element } from "../language/principal.js";
import type { Statement } from "../language/statement.js";
import { type Word } from "../patterns/words.js";
/** One Allow statement and one element of its principal as written. */
export interface Grant {
    readonly statement: Statement;
    /** Undefined: NotPrincipal, or a statement that nobody can read. */
    readonly element: Element | undefined;
    readonly origin: Origin;
    readonly written: string;
}
export declare function grantsOf(document: Document): Grant[];
/** Of a policy, what can speak of the callers of one account. */
export interface Concerning {
    /** With those of their elements that do. */
    readonly statements: readonly {
        readonly statement: Statement;
        readonly elements: readonly Element[];
    }[];
    /** Indexes of `grantsOf`. */
    readonly grants: readonly number[];
}
/** Found once for each account. */
export declare function concerningAccounts(document: Document): (account: Word) => Concerning;
