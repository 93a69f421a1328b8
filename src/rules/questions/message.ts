// The sentences of a rule file with their placeholders filled in.

import { type Party, shownAccount } from "../../config/who.ts";

export interface PlaceholderValues {
  readonly resource: string;
  readonly party?: Party | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly flaw?: string | undefined;
}

/** What cannot be told, as a question; `claim` is what the rule would say if it were so. */
export function asQuestion(claim: string): string {
  return `cannot tell whether ${claim}`;
}

/** `{caller} {account} {vendor} {resource} {key} {value} {flaw}`; one pass, so that what is put in is never read again. */
export function fillPlaceholders(template: string, values: PlaceholderValues): string {
  const words: Readonly<Record<string, string | undefined>> = {
    caller: values.party && callerText(values.party),
    account: values.party && (shownAccount(values.party) ?? "any account"),
    vendor: values.party && (values.party.vendor ?? shownAccount(values.party)),
    resource: values.resource,
    key: values.key,
    value: values.value,
    flaw: values.flaw,
  };
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(words, name) ? (words[name] ?? "?") : whole,
  );
}

/** "Datadog (464622532012, multi-tenant)", "account 777788889999", "${VendorAccount}", "anyone". */
function callerText(party: Party): string {
  const { class: set, vendor, tenancy, issuer, service } = party;
  if (issuer !== undefined || service !== undefined) return issuer ?? service ?? "";
  const account = shownAccount(party);
  if (set === "unnamed" || account === undefined) return vendor ?? "anyone";
  if (vendor !== undefined) return `${vendor} (${tenancy === undefined ? account : `${account}, ${tenancy}-tenant`})`;
  const isId = /^[A-Z]/.test(account);
  return set === "deployTime" || isId ? account : `account ${account}`;
}
