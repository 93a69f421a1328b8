// Whose accounts a plan or state shows: those of its providers, and those that bound variables carry.

import { at, entry, isList, isObject, type Json } from "../../text/document.ts";
import type { Accounts, Deployment, Resource } from "../reader.ts";
import { textsIn } from "./taint.ts";

/** One account seen behind a provider, whatever a format calls that provider. */
export interface Sighting {
  readonly provider: string;
  readonly account: string;
}

const ACCOUNT = /^\d{12}$/;
const IN_ARN = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/;

/** The account of a text that is one, or an ARN in one. */
function accountIn(json: Json | undefined): string | undefined {
  if (typeof json !== "string") return undefined;
  return ACCOUNT.test(json) ? json : IN_ARN.exec(json)?.[1];
}

/** What the attributes of a resource or data source tell of the account that its provider works in. */
export function sighted(type: string, provider: string, attributes: Json | undefined): readonly Sighting[] {
  const name = type === "aws_caller_identity" ? "account_id" : type === "aws_iam_role" ? "arn" : undefined;
  const account = name === undefined ? undefined : accountIn(entry(attributes, name));
  return account === undefined ? [] : [{ provider, account }];
}

/** What provider blocks in `configuration.provider_config` say in so many words. */
export function configured(providers: Json | undefined): readonly Sighting[] {
  if (!isObject(providers)) return [];
  return Object.keys(providers).flatMap((provider) => {
    const block = entry(providers, provider);
    if (entry(block, "name") !== "aws") return [];
    const allowed = at(block, ["expressions", "allowed_account_ids", "constant_value"]);
    const [only, ...others] = isList(allowed) ? allowed : [];
    const stated = others.length === 0 ? accountIn(only) : undefined;
    const role = at(block, ["expressions", "assume_role", 0, "role_arn", "constant_value"]);
    const account = accountIn(role) ?? stated;
    return account === undefined ? [] : [{ provider, account }];
  });
}

type Placed = Pick<Resource, "account" | "accounts">;

/** For a resource by its provider and ARN: the ARN knows its account best, then the provider, if that was seen in one account only. */
export function accountBook(
  sightings: readonly Sighting[],
  supplied: Accounts["supplied"],
): (provider: string, arn: Json | undefined) => Placed {
  const all = new Set(sightings.map(({ account }) => account));
  const byProvider = new Map<string, Set<string>>();
  for (const { provider, account } of sightings) {
    byProvider.set(provider, (byProvider.get(provider) ?? new Set()).add(account));
  }
  const known = new Map<string | undefined, Placed>();
  return (provider, arn) => {
    const [only, ...others] = byProvider.get(provider) ?? [];
    const account = accountIn(arn) ?? (others.length === 0 ? only : undefined);
    const placed = known.get(account) ?? {
      ...(account !== undefined && { account }),
      accounts: { beside: [...all].filter((one) => one !== account), supplied },
    };
    known.set(account, placed);
    return placed;
  };
}

/** Accounts in the values of root variables that the configuration says carry them. */
export function suppliedBy(variables: Json | undefined, { owners }: Deployment): Accounts["supplied"] {
  const supplied = new Map<string, { readonly vendor: string } | "organization">();
  for (const [name, [owner]] of owners) {
    if (owner === undefined) continue;
    for (const text of textsIn(at(variables, [name, "value"]))) {
      const account = accountIn(text);
      if (account !== undefined) supplied.set(account, owner);
    }
  }
  return supplied;
}
