// Those who call with a token or an assertion of a provider that the policy names: of a tenant that it does not name, or made for another application.

import { type Doubt, isDoubt } from "../../../values/doubt.ts";
import type { Caller, Token } from "../../evaluation/caller.ts";
import type { KeyLanguage } from "../../evaluation/key-language.ts";
import { variablesIn } from "../../language/condition.ts";
import { conditionsIn, conditionsOn, type Document } from "../../language/document.ts";
import type { NamingClaim } from "../../language/federation/issuer.ts";
import { issuerOf, unlistedClaim, urlOf } from "../../language/federation/issuers.ts";
import { SAML } from "../../language/federation/saml.ts";
import { doubtOf, firstHole } from "../../patterns/hole.ts";
import { ANY, anyOf } from "../../patterns/pattern.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { literalAtoms } from "../grammars.ts";
import { elementsOf } from "../named-principals.ts";
import { othersLanguage } from "./naming.ts";

type Claims = ReadonlyMap<string, KeyLanguage>;

/** One for each provider and each way in which a token may be none that the policy means. */
export function tokensFor(document: Document): Caller[] {
  const providers = elementsOf(document).flatMap((element) => (element.kind === "federated" ? [element.name] : []));
  return [...new Set(providers)].flatMap((provider) => tokensOf(provider, document));
}

function tokensOf(provider: Word, document: Document): Caller[] {
  const hole = firstHole(urlOf(provider), document.words);
  const tokens = possibleTokens(provider, document);
  return tokens.flatMap((token) => {
    const { issuer, protocol } = token;
    // A provider of SAML is one of ours, whatever its name.
    const isMeant = hole === undefined || token.prefix === urlOf(provider).toLowerCase();
    const doubt = protocol === "saml" ? undefined : isMeant ? doubtAbout(token) : doubtOf(hole);
    const unusual: Doubt = {
      reason: "condition-key",
      source: `whose tokens of ${issuer?.name ?? "the issuer"} have such a value`,
    };
    const open: Caller[] = [];
    const add = (openTo: NonNullable<Caller["openTo"]>, languages: Claims): void => {
      open.push({
        ...{ kind: "token", account: "", resource: "", arn: provider, freshName: true, own: false, named: false },
        ...{ token, openTo, languages },
        ...(doubt === undefined ? {} : { cost: doubt }),
      });
    };
    const claimsOf = (claims: readonly NamingClaim[]): Claims =>
      new Map(
        claims.map((claim) => {
          const key = keyOf(claim.claim, token);
          return [key, othersLanguage(claim, conditionsOn(document, key), unusual)];
        }),
      );
    if (protocol === "oidc" && issuer === undefined) add("tenant", claimsOf(unlistedClaims(token, document)));
    if (issuer?.tenant !== undefined) add("tenant", claimsOf(issuer.tenant));
    if (issuer?.application !== undefined) {
      add("application", claimsOf(issuer.application));
    }
    return open;
  });
}

/** Where deployment decides the provider, and its URL has no form that says whose it is, it may be each of which the policy asks for a claim, and any other. */
function possibleTokens(provider: Word, document: Document): Token[] {
  const own = tokenOfProvider(provider);
  if (own.protocol === "saml" || own.issuer !== undefined || !hasHole(urlOf(provider))) return [own];
  const asked = conditionsIn(document).flatMap((condition) => [condition.key, ...variablesIn(condition)]);
  const prefixes = new Set(asked.flatMap((key) => prefixIn(key) ?? []));
  if (own.prefix !== undefined && isOfKubernetes(own.prefix, document)) return [{ ...own, issuer: KUBERNETES }];
  prefixes.delete(own.prefix ?? "");
  const those = [...prefixes].map(tokenOf).filter(({ issuer }) => issuer?.tenancy !== "private");
  return [...those, { protocol: "oidc", issuer: undefined, prefix: undefined }];
}

/** Whatever cluster it is, its subjects have one form, which no other issuer's have: https://kubernetes.io/docs/reference/access-authn-authz/authentication/ */
function isOfKubernetes(prefix: string, document: Document): boolean {
  const subjects = conditionsOn(document, `${prefix}:sub`);
  return (
    subjects.length > 0 &&
    subjects.every(({ values }) => !isDoubt(values) && values.every(({ word }) => word.startsWith(OF_KUBERNETES)))
  );
}

const OF_KUBERNETES = "system:serviceaccount:";
const KUBERNETES = issuerOf("oidc.eks.us-east-1.amazonaws.com/id/any");

export function tokenOfProvider(provider: Word): Token {
  return isOfSaml(provider) ? { protocol: "saml", issuer: SAML, prefix: undefined } : tokenOf(urlOf(provider));
}

/** What tokens of the issuer may have for the claims of which it is known, whoever has them. */
export function possibleClaims(token: Token): Claims {
  const claims = [...(token.issuer?.tenant ?? [])].flatMap(({ claim, starAfter }) => {
    if (starAfter === undefined) return [];
    const grammar = [[NO_STARS], ...starAfter.map((before) => [NO_STARS, ...literalAtoms(before), ANY])];
    return [[keyOf(claim, token), { grammar, told: [], preferred: [], admits: () => true }] as const];
  });
  return new Map(claims);
}

const NO_STARS = anyOf((char) => char !== "*");

function isOfSaml(provider: Word): boolean {
  return /:saml-provider\//.test(provider);
}

function tokenOf(url: string): Token {
  const prefix = url.toLowerCase();
  return { protocol: "oidc", issuer: issuerOf(prefix), prefix };
}

/** "gitlab.com" of "gitlab.com:sub"; the keys of AWS have no dot before the colon. */
export function prefixIn(key: string): string | undefined {
  const prefix = key.slice(0, key.indexOf(":"));
  return prefix.includes(".") || hasHole(prefix) ? prefix : undefined;
}

function keyOf(claim: string, { prefix }: Token): string {
  return claim.includes(":") || prefix === undefined ? claim.toLowerCase() : `${prefix}:${claim}`;
}

/** Whatever claims of an issuer that we do not know the policy asks for. */
function unlistedClaims({ prefix }: Token, document: Document): NamingClaim[] {
  const keys = conditionsIn(document).flatMap(({ key }) => (prefixIn(key) === prefix ? [key] : []));
  return [...new Set(keys)].map(unlistedClaim);
}

function doubtAbout({ issuer, prefix = "" }: Token): Doubt | undefined {
  if (issuer === undefined)
    return { reason: "undeclared", source: `issuer ${prefix}, which may serve several tenants` };
  if (issuer.tenancy !== "enterprise") return undefined;
  return { reason: "undeclared", source: `issuer ${prefix}, whose organizations may not be one tenant` };
}
