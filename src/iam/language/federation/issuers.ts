// Which issuer is meant by a URL.

import type { Word } from "../../patterns/words.ts";
import type { Issuer, NamingClaim } from "./issuer.ts";
import { ISSUERS, UNCLEAR } from "./issuer-table.ts";

/** Of an issuer that we do not know any claim may name the tenant: whole, or where something after its kind is spelled out and ended. */
export function unlistedClaim(claim: string): NamingClaim {
  return { claim, names: UNCLEAR, ...(claim.endsWith(":aud") ? { everyones: FOR_AWS } : {}) };
}

/** The audience of tokens for AWS, whoever asks for one: https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws */
const FOR_AWS = /^(?:https:\/\/)?sts\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?\/?$/i;

const exact = new Map(ISSUERS.filter(({ url }) => !url.includes("+")).map((issuer) => [issuer.url, issuer]));
const forms = ISSUERS.filter(({ url }) => url.includes("+")).map((issuer) => ({ issuer, form: formOf(issuer.url) }));

function formOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll(".", "\\.").replaceAll("+", "[^/]+")}$`);
}

/** Of a provider in a principal, without the protocol; one that is built in is called so. */
export function urlOf(provider: Word): Word {
  return /^arn:[^:]*:iam::[^:]*:(?:oidc|saml)-provider\/(.+)$/.exec(provider)?.[1] ?? provider;
}

/** `url`: without the protocol, in lower case. Undefined: one that the table does not know. */
export function issuerOf(url: string): Issuer | undefined {
  const whole = url.replace(/\/$/, "");
  return exact.get(whole) ?? forms.find(({ form }) => form.test(whole))?.issuer;
}
