// Whose accounts a plan or state shows: those of its providers, and those that bound variables carry.

import { at, entry, isList, isObject, type Json, type Path, scalarText } from "../../../text/document.ts";
import { matchesWildcard } from "../../../text/wildcard.ts";
import type { Accounts, Deployment, Whereabouts } from "../../reader.ts";
import { narrowed } from "./configuration.ts";
import { textsIn } from "./taint.ts";

/** One account seen behind a provider, whatever a format calls that provider. */
export interface ProviderAccount {
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

/** Attributes with the account that a resource or data source is in, by its type. */
const SHOWING: ReadonlyMap<string, string> = new Map([
  ["aws_caller_identity", "account_id"],
  ["aws_iam_role", "arn"],
]);

export function showsAccount(type: string): boolean {
  return SHOWING.has(type);
}

/** The account that a resource or data source is in, as far as an attribute of it tells: none or one. */
export function accountsShownBy(type: string, attribute: (name: string) => Json | undefined): readonly string[] {
  const name = SHOWING.get(type);
  const account = name === undefined ? undefined : accountIn(attribute(name));
  return account === undefined ? [] : [account];
}

/** Of the own organization: its id, and the accounts in it. */
export interface OwnOrganization {
  readonly ids: readonly string[];
  readonly accounts: readonly string[];
}

/** website/docs/r of hashicorp/terraform-provider-aws: there is one organization, that of the account, and what makes an account makes it a member. */
export function showsOrganization(type: string): boolean {
  return type === "aws_organizations_organization" || type === "aws_organizations_account";
}

export function organizationShownBy(attributes: Json | undefined): OwnOrganization {
  const id = entry(attributes, "id");
  const members = listOf(entry(attributes, "accounts")).map((each) => entry(each, "id"));
  return {
    ids: typeof id === "string" && /^o-[a-z0-9]+$/.test(id) ? [id] : [],
    accounts: [id, entry(attributes, "master_account_id"), ...members].flatMap((each) => accountIn(each) ?? []),
  };
}

/** Blocks of a provider whose `role_arn` it works in; of several roles, which it assumes one after the other, the last. */
const ASSUMED = ["assume_role", "assume_role_with_web_identity"];

/** What provider blocks in `configuration.provider_config` say in so many words, or by a variable of the root module. */
export function configured(providers: Json | undefined, variables: Json | undefined): readonly ProviderAccount[] {
  if (!isObject(providers)) return [];
  return Object.keys(providers).flatMap((provider) => {
    const block = entry(providers, provider);
    if (entry(block, "name") !== "aws") return [];
    const valueAt = (path: Path) => stated(at(block, ["expressions", ...path]), variables);
    const roles = ASSUMED.flatMap((name) => {
      const count = listOf(at(block, ["expressions", name])).length;
      return count === 0 ? [] : [accountIn(valueAt([name, count - 1, "role_arn"]))];
    });
    const [only, ...others] = listOf(valueAt(["allowed_account_ids"]));
    const account = roles.find((each) => each !== undefined) ?? (others.length === 0 ? accountIn(only) : undefined);
    return account === undefined ? [] : [{ provider, account }];
  });
}

/** The value of an expression that is constant or has one variable in it: an account, or the account in an ARN. */
function stated(expression: Json | undefined, variables: Json | undefined): Json | undefined {
  const constant = entry(expression, "constant_value");
  if (constant !== undefined) return withVariables(constant, variables);
  const [reference, ...others] = narrowed(
    listOf(entry(expression, "references")).map((each) => scalarText(each) ?? ""),
  );
  const [root, name, ...inner] = reference?.split(".") ?? [];
  if (root !== "var" || name === undefined || others.length > 0) return undefined;
  return at(variables, [name, "value", ...inner]);
}

/** In the JSON syntax a plan keeps templates as they are written. */
function withVariables(written: Json, variables: Json | undefined): Json {
  if (isList(written)) return written.map((each) => withVariables(each, variables));
  if (typeof written !== "string") return written;
  return written.replace(/\$\{var\.([\w-]+)\}/g, (whole, name) => {
    const value = at(variables, [name, "value"]);
    return typeof value === "string" || typeof value === "number" ? `${value}` : whole;
  });
}

function listOf(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : [];
}

/** For a resource by its provider and ARN: the ARN knows its account best, then the provider, if that was seen in one account only. */
export function accountsByProvider(
  providerAccounts: readonly ProviderAccount[],
  supplied: Accounts["supplied"],
  shown: readonly OwnOrganization[] = [],
): (provider: string, arn: Json | undefined) => Whereabouts {
  const organizations = shown.flatMap(({ ids }) => ids);
  const members = shown.flatMap(({ accounts }) => accounts);
  const all = new Set([...providerAccounts.map(({ account }) => account), ...members]);
  const byProvider = new Map<string, Set<string>>();
  for (const { provider, account } of providerAccounts) {
    byProvider.set(provider, (byProvider.get(provider) ?? new Set()).add(account));
  }
  const known = new Map<string | undefined, Whereabouts>();
  return (provider, arn) => {
    const [only, ...others] = byProvider.get(provider) ?? [];
    const account = accountIn(arn) ?? (others.length === 0 ? only : undefined);
    const placed = known.get(account) ?? {
      ...(account !== undefined && { account }),
      accounts: {
        beside: [...all].filter((one) => one !== account),
        supplied,
        ...(organizations.length > 0 && { organizations }),
      },
    };
    known.set(account, placed);
    return placed;
  };
}

/** What a plan or state shows of one instance, under its address. */
interface Shown {
  readonly address: string;
  attributes(): Json | undefined;
}

/** Accounts in the values of root variables, and of attributes, that the configuration says carry them. */
export function suppliedBy(
  variables: Json | undefined,
  shown: () => readonly Shown[],
  { owners }: Deployment,
): Accounts["supplied"] {
  const supplied = new Map<string, { readonly vendor: string } | "organization">();
  const patterns = [...owners].filter(([pattern]) => pattern.includes("."));
  const attributes = patterns.length === 0 ? [] : shown().flatMap((one) => [...textsAt(one.address, one.attributes())]);
  for (const [pattern, [owner]] of owners) {
    const ofAttributes = attributes.filter(([address]) => matchesWildcard(pattern, address)).map(([, text]) => text);
    for (const text of [...textsIn(at(variables, [pattern, "value"])), ...ofAttributes]) {
      const account = accountIn(text);
      if (account !== undefined && owner !== undefined) supplied.set(account, owner);
    }
  }
  return supplied;
}

const DEEPEST = 100;

/** Texts under the addresses that expressions have for them. */
function* textsAt(address: string, json: Json | undefined, depth = 0): Generator<readonly [string, string]> {
  if (typeof json === "string") yield [address, json];
  if (depth > DEEPEST) return;
  if (isList(json)) for (const [index, item] of json.entries()) yield* textsAt(`${address}[${index}]`, item, depth + 1);
  if (isObject(json)) {
    for (const name of Object.keys(json)) yield* textsAt(`${address}.${name}`, entry(json, name), depth + 1);
  }
}
