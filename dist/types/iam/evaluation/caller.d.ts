import type { Doubt } from "../../values/doubt.js";
import type { Hole } from "../../values/value.js";
import type { Issuer } from "../language/federation/issuer.js";
import type { CallerType } from "../language/senders.js";
import type { Word } from "../patterns/words.js";
import type { KeyLanguage } from "./key-language.js";
export interface Token {
    readonly protocol: "oidc" | "saml";
    /** Undefined: the issuer is not in the table. */
    readonly issuer: Issuer | undefined;
    /** The prefix of the condition keys for its claims, in lower case; undefined: the policy reads none of them. */
    readonly prefix: string | undefined;
}
/**
 * The root user cannot assume roles, and federated-user sessions cannot call STS:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
 */
export interface Caller {
    /** A token is sent by whoever has it. */
    readonly kind: "role" | "user" | "root" | "federated-user" | "service" | "token" | "anonymous";
    /** Twelve digits, or a word with a hole. For a service, the account that it acts for. Empty: the caller belongs to no account. */
    readonly account: Word;
    /** "role/name", "user/path/name", "root" or "federated-user/name"; empty for callers of no account. */
    readonly resource: Word;
    /** ARN of the role or user, never of a role session. For a service its name, for a token its provider. */
    readonly arn: Word;
    /** The name differs from every name that the policy holds or gets at deployment. */
    readonly freshName: boolean;
    /** Name of the role session that calls. */
    readonly session?: Word;
    /** Organization that the account belongs to, and its path in it. */
    readonly organization?: Word;
    readonly organizationPath?: Word;
    /** The account is the role's own, by a symbol or by a number that the configuration gives. */
    readonly own: boolean;
    /** A statement names the account, as the rule catalogue (section 1) defines it. */
    readonly named: boolean;
    /** The deploy-time value that names the caller. */
    readonly hole?: Hole;
    /** A deploy-time value names somebody of the same account, but not this caller. */
    readonly beside?: boolean;
    /** Names of sessions of the role that principals name; the session that calls is none of them. */
    readonly otherSessions?: readonly Word[];
    /** Unique id (AROA…, AIDA…) by which the policy names the caller. It does not show which account they belong to. */
    readonly uniqueId?: Word;
    /** The other unique ids that principals name. */
    readonly otherIds?: readonly Word[];
    /** The token or assertion that is sent, and what about it the policy does not name. */
    readonly token?: Token;
    readonly openTo?: "tenant" | "application";
    /** The values that this caller can bring for a key, where not everybody can bring any. */
    readonly languages?: ReadonlyMap<string, KeyLanguage>;
    /** Other accounts that the policy does not tell apart from this one: the same callers there get the same answers. */
    readonly alike?: readonly Word[];
    /** Why it is uncertain that such a caller exists. */
    readonly cost?: Doubt;
}
/** The name without the path: the ARN of a role session has no path. */
export declare function nameOf(caller: Caller): Word;
export declare function doubtAboutAccount(id: Word): Doubt;
/** As rule files call it. */
export declare function typeOf({ kind }: Caller): CallerType;
