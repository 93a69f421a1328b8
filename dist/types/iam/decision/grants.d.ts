import type { Origin } from "../../values/value.js";
import type { Document } from "../language/document.js";
import type { Element } from "../language/principal.js";
import type { Statement } from "../language/statement.js";
import { type Word } from "../patterns/words.js";
/** One Allow statement and one element of its principal as written. */
export interface Grant {
    readonly statement: Statement;
    /** Undefined: the statement has NotPrincipal, or cannot be read. */
    readonly element: Element | undefined;
    readonly origin: Origin;
    readonly written: string;
}
export declare function grantsOf(document: Document): Grant[];
/** The parts of a policy that may match callers of one account. */
export interface Concerning {
    /** The statements, each with those of its elements that may match. */
    readonly statements: readonly {
        readonly statement: Statement;
        readonly elements: readonly Element[];
    }[];
    /** Indexes of `grantsOf`. */
    readonly grants: readonly number[];
}
/** The result of the function is kept by account. */
export declare function concerningAccounts(document: Document): (account: Word) => Concerning;
