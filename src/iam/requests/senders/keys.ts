// What the requests of one caller carry: the table for callers of their type, and of a token what its issuer sends.

import { type Caller, type Token, typeOf } from "../../evaluation/caller.ts";
import type { Document } from "../../language/document.ts";
import { issuerOf } from "../../language/federation/issuers.ts";
import type { ConditionKey } from "../../language/keys.ts";
import { type Keys, keysFor } from "../../language/senders.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { prefixIn } from "./tokens.ts";

export function keysOf(caller: Caller, { policy }: Document): Keys {
  const table = keysFor(typeOf(caller), policy);
  if (caller.kind === "service" && ROLES_ANYWHERE.test(caller.arn)) return withCertificate(table);
  return caller.token === undefined ? table : tokenKeys(caller.token, table);
}

const ROLES_ANYWHERE = /^rolesanywhere\.amazonaws\.com(?:\.cn)?$/;

/** What stands in a certificate is a tag of the principal: https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
function withCertificate(table: Keys): Keys {
  return (name) => (/^aws:principaltag\//i.test(name) ? sent(name.toLowerCase()) : table(name));
}

/** What any issuer may send: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const STANDARD = new Set(["amr", "aud", "email", "oaud", "sub"]);

function tokenKeys(token: Token, table: Keys): Keys {
  return (name) => {
    const key = name.toLowerCase();
    const prefix = prefixIn(key);
    if (key.startsWith("saml:")) return token.protocol === "saml" ? sent(key) : unsent(key);
    if (prefix === undefined) return table(key);
    if (prefix !== token.prefix) return isOpen(token, prefix) || mayBeSame(token, prefix) ? undefined : unsent(key);
    const { issuer } = token;
    const claim = key.slice(prefix.length + 1);
    const naming = [...(issuer?.tenant ?? []), ...(issuer?.application ?? [])].map((one) => one.claim);
    if (issuer?.unclear?.includes(claim)) return undefined;
    return [...STANDARD, ...naming, ...(issuer?.claims ?? [])].includes(claim) ? sent(key) : undefined;
  };
}

/** Nobody says how keys are spelled of an issuer whose URL ends in a slash. */
function isOpen({ prefix = "" }: Token, other: string): boolean {
  return prefix !== "" && (`${prefix}/` === other || prefix === `${other}/`);
}

/** Deployment decides a part of the URL of the one or of the other, and what is known of them is of one issuer. */
function mayBeSame({ prefix, issuer }: Token, other: Word): boolean {
  if (prefix === undefined) return hasHole(other);
  return (hasHole(prefix) || hasHole(other)) && (issuer === undefined || issuerOf(other) === issuer);
}

const SOURCE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html";

/** With any value, or not at all. */
function sent(name: string): ConditionKey {
  return { name, control: "caller", source: SOURCE };
}

function unsent(name: string): ConditionKey {
  return { name, control: "never", source: SOURCE };
}
