// The sentences of a rule file with their placeholders filled in.

import type { Party } from "../config/who.ts";

export interface Said {
  readonly resource: string;
  readonly party?: Party | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly flaw?: string | undefined;
}

/** `{caller} {account} {vendor} {resource} {key} {value} {flaw}`; one pass, so that what is put in is never read again. */
export function message(template: string, said: Said): string {
  const words: Readonly<Record<string, string | undefined>> = {
    caller: said.party && callerText(said.party),
    account: said.party && (said.party.account ?? "any account"),
    vendor: said.party?.vendor ?? said.party?.account,
    resource: said.resource,
    key: said.key,
    value: said.value,
    flaw: said.flaw,
  };
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(words, name) ? (words[name] ?? "?") : whole,
  );
}

/** "Datadog (464622532012)", "account 777788889999", "whoever ${VendorAccount} is", "anyone". */
function callerText(party: Party): string {
  if (party.vendor !== undefined)
    return party.account === undefined ? party.vendor : `${party.vendor} (${party.account})`;
  if (party.class === "unnamed" || party.account === undefined) return "anyone";
  return party.class === "deployTime" ? party.account : `account ${party.account}`;
}
