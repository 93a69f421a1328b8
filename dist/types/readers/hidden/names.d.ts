import type { Range } from "../../text/source.js";
export interface Hidden extends Range {
    /** The input calls it secret: it is not shown where a finding points at it either. */
    readonly declared: boolean;
}
/** A name whose value is a secret in most inputs: a provider's credentials, the password of a database. */
export declare function isSecretName(name: string): boolean;
