// Which issuer is meant by a URL.

import type { Issuer, NamingClaim } from "./issuer.ts";
import { ISSUERS, UNCLEAR } from "./issuer-table.ts";

/** Of an issuer that we do not know any claim may name the tenant: whole, or where something after its kind is spelled out and ended. */
export function unlistedClaim(claim: string): NamingClaim {
  return { claim, names: UNCLEAR };
}

const exact = new Map(ISSUERS.filter(({ url }) => !url.includes("+")).map((issuer) => [issuer.url, issuer]));
const forms = ISSUERS.filter(({ url }) => url.includes("+")).map((issuer) => ({ issuer, form: formOf(issuer.url) }));

function formOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll(".", "\\.").replaceAll("+", "[^/]+")}$`);
}

/** `url`: without the protocol, in lower case. Undefined: one that the table does not know. */
export function issuerOf(url: string): Issuer | undefined {
  const whole = url.replace(/\/$/, "");
  return exact.get(whole) ?? forms.find(({ form }) => form.test(whole))?.issuer;
}
