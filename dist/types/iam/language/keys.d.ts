/**
 * - derived: follows from the caller: account, ARN, organization …
 * - caller: the caller can bring any value from their own account
 * - network: needs a certain network or machine; an outsider may not be on it, a deputy calls from its own
 * - time: the clock
 * - forwarded: tells of a call that an AWS service makes in the name of the caller; whether one does, nobody can tell
 * - never: absent when an IAM user or role assumes a role; only AWS services or other calls send it
 * - fixed: the same for every such call; `value` says what
 * - role: a property of the role, not of the caller
 */
export type Control = "derived" | "caller" | "network" | "time" | "forwarded" | "never" | "fixed" | "role";
export interface ConditionKey {
    /** Lower case; `/*` at the end stands for any tag key. */
    readonly name: string;
    readonly control: Control;
    /** True: part of every request; "role": of every one by a role's session. Otherwise a caller may leave it out. */
    readonly always?: boolean | "role";
    /** No request of an IAM user carries it. */
    readonly only?: "role";
    readonly tie?: Tie;
    readonly multivalued?: boolean;
    readonly value?: string;
    /** All that a request can bring for it. */
    readonly values?: readonly string[];
    /** Characters and length of a value; any text where left out. A class of Unicode takes long to make: it is made when asked for. */
    readonly grammar?: {
        readonly characters: () => RegExp;
        readonly least: number;
        readonly most: number;
    };
    /** An IP address. */
    readonly address?: boolean;
    /** The numbers that a value may be. */
    readonly range?: {
        readonly least: number;
        readonly most: number;
    };
    /** What only those bring who are on the network, whatever else is listed. */
    readonly within?: readonly string[];
    /** The account in it, which lets in whom it likes: nobody else brings it. */
    readonly account?: "whole" | "in ARN";
    /** AWS services send it when they call for themselves. */
    readonly service?: true;
    /** Sending it takes a second permission in the trust policy. */
    readonly companion?: "sts:TagSession" | "sts:SetSourceIdentity";
    readonly source: string;
}
/**
 * How a key hangs together with another one of the same request:
 * - exactly: there where the other is (with `value`, if it is given), and nowhere else
 * - only: not without the other
 * - unless: exactly where the other is not
 * - same: has the other's value if both are there
 * - among: its values are some of the other's
 */
export interface Tie {
    readonly how: "exactly" | "only" | "unless" | "same" | "among";
    /** Lower case. */
    readonly with: string;
    readonly value?: string;
}
/** Seconds that temporary credentials live at most; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html */
export declare const LIFETIME: number;
export declare const GLOBAL = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
export declare const CONDITION_KEYS: readonly ConditionKey[];
/** Key names are case-insensitive. Undefined: a key that we do not know, which may be absent or have any value. */
export declare function conditionKey(name: string): ConditionKey | undefined;
