// The messages of a rule file with their placeholders filled in, except for the name of the resource, so that equal policies can share a message.

import { type Party, shownAccount } from "../../config/who.ts";

/** A message, split where the name of the resource will be put in. */
export type Sentence = readonly string[];

export interface PlaceholderValues {
  readonly party?: Party | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly flaw?: string | undefined;
}

/** The message of a rule as a question, for what cannot be told. */
export function asQuestion([first = "", ...rest]: Sentence): Sentence {
  return [`cannot tell whether ${first}`, ...rest];
}

export function withEnd(sentence: Sentence, end: string): Sentence {
  return end === "" ? sentence : [...sentence.slice(0, -1), `${sentence.at(-1) ?? ""}${end}`];
}

export function ofResource(sentence: Sentence, name: string): string {
  return sentence.join(name);
}

/** Fills in `{caller} {account} {vendor} {resource} {key} {value} {flaw}`, in one pass: braces in a value are not read as placeholders. */
export function fillPlaceholders(template: string, values: PlaceholderValues): Sentence {
  const words: Readonly<Record<string, string | undefined>> = {
    caller: values.party && callerText(values.party),
    account: values.party && (shownAccount(values.party) ?? "any account"),
    vendor: values.party && (values.party.vendor ?? shownAccount(values.party)),
    key: values.key,
    value: values.value,
    flaw: values.flaw,
  };
  const filled = (text: string) =>
    text.replace(/\{([a-z]+)\}/g, (whole, name: string) => (Object.hasOwn(words, name) ? (words[name] ?? "?") : whole));
  return template.split("{resource}").map(filled);
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
