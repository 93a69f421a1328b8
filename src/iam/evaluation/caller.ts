// Who may send a request: an IAM user or a role session of some account, an AWS service, whoever has a token, or anyone.

import type { Doubt } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import type { Issuer } from "../language/federation/issuer.ts";
import { isUniqueId } from "../language/principal.ts";
import type { CallerType } from "../language/senders.ts";
import type { Word } from "../patterns/words.ts";
import type { KeyLanguage } from "./key-language.ts";

export interface Token {
  readonly protocol: "oidc" | "saml";
  /** Undefined: none that the table knows. */
  readonly issuer: Issuer | undefined;
  /** What its claims' keys begin with, in lower case; undefined: none of the policy's. */
  readonly prefix: string | undefined;
}

/**
 * The root user cannot assume roles, and federated-user sessions cannot call STS:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
 */
export interface Caller {
  /** A token is sent by whoever has it. */
  readonly kind: "role" | "user" | "root" | "federated-user" | "service" | "token" | "anonymous";
  /** Twelve digits, or a word with a hole; of a service, for which it acts. Empty: no account's. */
  readonly account: Word;
  /** "role/name", "user/path/name", "root" or "federated-user/name"; empty of others. */
  readonly resource: Word;
  /** Of the role or user, never of the session of a role; of a service its name, of a token its provider. */
  readonly arn: Word;
  /** The name is none that the policy holds or gets at deployment. */
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
  /** The deploy-time value that names them. */
  readonly hole?: Hole;
  /** Of an account of which a deploy-time value names somebody, and another than they are. */
  readonly beside?: boolean;
  /** Names of sessions of the role that principals name, where it is none of them that calls. */
  readonly otherSessions?: readonly Word[];
  /** Unique id (AROA…, AIDA…) by which the policy knows them; that they are of this account, the text does not show. */
  readonly uniqueId?: Word;
  /** The other unique ids that principals name. */
  readonly otherIds?: readonly Word[];
  /** The token or assertion that is sent, what about it the policy does not name, and what that leaves for claims. */
  readonly token?: Token;
  readonly openTo?: "tenant" | "application";
  /** Of the keys whose values do not depend on what is sent alone. */
  readonly languages?: ReadonlyMap<string, KeyLanguage>;
  /** Accounts whose callers of this name send and get what this one does, each under its own number. */
  readonly alike?: readonly Word[];
  /** What makes it uncertain that there is such a third party. */
  readonly cost?: Doubt;
}

/** A session's ARN leaves the path of its role out. */
export function nameOf(caller: Caller): Word {
  return caller.resource.slice(caller.resource.lastIndexOf("/") + 1);
}

export function doubtAboutAccount(id: Word): Doubt {
  const kind = isUniqueId(id) ? "unique" : "canonical";
  return { reason: "undeclared", source: `${kind} id ${id}, whose account the policy does not show` };
}

/** As rule files call it. */
export function typeOf({ kind }: Caller): CallerType {
  return TYPES[kind];
}

const TYPES: Readonly<Record<Caller["kind"], CallerType>> = {
  role: "account",
  user: "account",
  root: "account",
  "federated-user": "account",
  service: "service",
  token: "federated",
  anonymous: "anonymous",
};
