import type { PolicyKind } from "../../policies/policy.js";
import { type ConditionKey } from "./keys.js";
/**
 * - account: a user or a role of an AWS account
 * - service: an AWS service that calls for itself, and acts for the account of whatever makes it call
 * - federated: whoever has a token or an assertion of an identity provider, and no credentials of AWS yet
 * - anonymous: anyone, without credentials
 */
export type CallerType = "account" | "service" | "federated" | "anonymous";
/** A condition key as a request of one kind carries it. Undefined: one that we do not know, which may be absent or have any value. */
export type Keys = (name: string) => ConditionKey | undefined;
/** Whose value is the account of a caller who is of one. */
export declare const ACCOUNT_KEYS: string[];
export declare function accountKeys(policy: PolicyKind): readonly string[];
/** The table for requests of a kind. */
export declare function keysFor(type: CallerType, policy: PolicyKind): Keys;
/** Is there, of whoever calls from an account, nothing about its number in the key's value? */
export declare function showsNoAccount(name: string, policy: PolicyKind): boolean;
/** Of a key that has one in it. */
export declare function accountIn(value: string, where: ConditionKey["account"]): string;
