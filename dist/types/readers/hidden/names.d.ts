import type { Range } from "../../text/source.js";
export interface Hidden extends Range {
    /** The input calls it secret: it is not shown where a finding points at it either. */
    readonly declared: boolean;
}
/** A name whose value is a secret in most inputs: a provider's credentials, the password of a database. */
export declare function isSecretName(name: string): boolean;
/** Wherever a text has such a name: a blank of it may be the end of a line. */
export declare const SECRET_TEXT: RegExp;
