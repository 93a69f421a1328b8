// Who a caller is to us, and of what tenancy: the classes of the rule catalogue, section 1.

import { type Caller, typeOf } from "../iam/evaluation/caller.ts";
import type { CallerType } from "../iam/language/senders.ts";
import type { Word, Words } from "../iam/patterns/words.ts";
import { hasHole } from "../iam/patterns/words.ts";
import type { Ours } from "../iam/requests/ours.ts";
import { isOwnOrganization } from "../iam/requests/role-keys.ts";
import type { Origin } from "../values/value.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Settings, Tenancy, Vendor } from "./config.ts";
import { vendorsIn } from "./vendors.ts";

export type PartyClass =
  | "own"
  | "organization"
  | "aws"
  | "vendor"
  | "catalogued"
  | "undeclared"
  | "deployTime"
  | "unnamed";

export type TenancyFrom = "vendor" | "metadata" | "scope" | "option" | "config" | "catalogue" | "default";

/** A caller as a report shows it; callers of one key are one party. */
export interface Party {
  readonly key: string;
  /** Left out: a user or role of an account. */
  readonly type?: Exclude<CallerType, "account">;
  readonly class: PartyClass;
  /** Of a service: its name, where the account is the one that it acts for. */
  readonly service?: string;
  /** Of a token: who made it, for people, and what about it the policy does not name. */
  readonly issuer?: string;
  readonly openTo?: "tenant" | "application";
  /** Twelve digits, `${Parameter}`, or the unique id of a principal; left out where the policy leaves it open. */
  readonly account?: string;
  /** The parameter whose default the digits are. */
  readonly defaultOf?: string;
  readonly vendor?: string;
  readonly tenancy?: Tenancy;
  readonly tenancyFrom?: TenancyFrom;
  /** What the catalogue says, whoever else outranks it. */
  readonly catalogueTenancy?: Tenancy;
  /** What the input says of itself against the catalogue. */
  readonly contradicts?: Tenancy;
  /** Where a file says what the catalogue may know better. */
  readonly declaredAt?: Origin;
  /** A list of accounts, or perhaps everyone, instead of one account. */
  readonly several?: boolean;
}

export interface Who {
  readonly ours: Ours;
  readonly vendorsDeclared: boolean;
  party(caller: Caller, words: Words): Party;
  /** Is anything said of the account, by the configuration or the catalogue? */
  isKnown(account: string): boolean;
  /** What callers of a class may be said to be; none: nobody asks it of them. */
  tenanciesOf(set: PartyClass): readonly Tenancy[];
}

/** What is said about tenancy besides the vendors' own entries: by a scope, the option or the configuration, or by the file itself. */
export interface DeclaredTenancy {
  readonly tenancy: Tenancy;
  readonly from: "scope" | "option" | "config" | "metadata";
  /** Where the input says it. */
  readonly origin?: Origin;
}

/** For people: a default is what one deployment may have, and no fact. */
export function shownAccount({ account, defaultOf }: Party): string | undefined {
  return defaultOf === undefined ? account : `\${${defaultOf}}`;
}

export const THIRD_PARTIES: readonly PartyClass[] = ["vendor", "catalogued", "undeclared", "deployTime", "unnamed"];

export function isThirdParty(party: Party): boolean {
  return THIRD_PARTIES.includes(party.class);
}

export function identifyParties(settings: Settings, declared: DeclaredTenancy | undefined, catalogue: Catalogue): Who {
  const own = new Set(settings.accounts?.own);
  const organization = new Set(settings.accounts?.organization);
  const organizationIds = new Set(settings.organizationIds);
  const { byAccount, accounts, byName, tenancies } = vendorsIn(settings.vendors);
  const byDefault = { tenancy: declared?.tenancy ?? "multi", tenancyFrom: declared?.from ?? "default" } as const;
  const partyOf = ({ name, tenancy, origin }: Vendor) =>
    ({ class: "vendor", vendor: name, tenancy, tenancyFrom: "vendor", ...(origin && { declaredAt: origin }) }) as const;

  const namedParty = (account: string): Omit<Party, "key"> => {
    const known = catalogue.get(account);
    const catalogued = known?.tenancy === undefined ? {} : { catalogueTenancy: known.tenancy };
    const vendor = byAccount.get(account);
    if (vendor !== undefined) return { ...partyOf(vendor), account, ...catalogued };
    if (known === undefined) return { class: "undeclared", account, ...byDefault };
    if (known.kind === "aws-service") return { class: "aws", account, vendor: known.vendor };
    const { tenancy } = known;
    const what = tenancy === undefined ? byDefault : ({ tenancy, tenancyFrom: "catalogue" } as const);
    const contradicts =
      declared?.from === "metadata" && tenancy !== undefined
        ? { contradicts: declared.tenancy, ...(declared.origin && { declaredAt: declared.origin }) }
        : {};
    return { class: "catalogued", account, vendor: known.vendor, ...what, ...catalogued, ...contradicts };
  };

  const partyOfAccount = (caller: Caller, words: Words): Party => {
    const account = accountOf(caller, words);
    if (caller.own) return { key: "own", class: "own", account };
    const inOrganization =
      organization.has(caller.account) ||
      caller.hole?.owner === "organization" ||
      (caller.organization !== undefined &&
        (organizationIds.has(caller.organization) ||
          isOwnOrganization(caller.organization, words) ||
          words.hole(caller.organization)?.owner === "organization"));
    if (inOrganization) return { key: `organization ${account}`, class: "organization", account };
    if (caller.hole?.owner === "aws") return { key: `aws ${account}`, class: "aws", vendor: caller.hole.name };
    if (typeof caller.hole?.owner === "object") {
      const vendor = byName.get(caller.hole.owner.vendor)?.at(-1);
      if (vendor !== undefined) return { key: `vendor ${account}`, ...partyOf(vendor), account };
    }
    if (caller.named) {
      const parameter = words.defaultOf(caller.account)?.name;
      const supplied = parameter === undefined ? {} : { defaultOf: parameter };
      return { key: caller.account, ...namedParty(caller.account), ...supplied };
    }
    if (caller.hole === undefined) return { ...strangerOf(caller), ...byDefault };
    return {
      key: account,
      class: "deployTime",
      account,
      ...byDefault,
      ...(caller.hole.many ? { several: true } : {}),
    };
  };

  return {
    ours: {
      accounts: settings.accounts?.own ?? [],
      organizationAccounts: settings.accounts?.organization ?? [],
      organizationIds: settings.organizationIds ?? [],
      vendorAccounts: accounts,
    },
    vendorsDeclared: byName.size > 0,
    tenanciesOf(set) {
      if (set === "vendor") return tenancies;
      if (set === "catalogued") return ["single", "multi"];
      return THIRD_PARTIES.includes(set) ? [byDefault.tenancy] : [];
    },
    isKnown: (account) =>
      byAccount.has(account) || own.has(account) || organization.has(account) || catalogue.get(account) !== undefined,
    party(caller, words) {
      switch (typeOf(caller)) {
        case "anonymous":
          return { key: "anonymous", type: "anonymous", class: "unnamed", ...byDefault };
        case "federated":
          return tokenParty(caller, words);
        case "service":
          return serviceParty(caller, partyOfAccount(caller, words), words);
        default:
          return partyOfAccount(caller, words);
      }
    },
  };
}

/** Known by the account that it acts for. */
function serviceParty({ arn }: Caller, source: Party, words: Words): Party {
  const service = words.show(arn);
  return { ...source, key: `${service} for ${source.key}`, type: "service", service };
}

/** Tokens of one provider are one party, whatever about them the policy leaves open. */
function tokenParty({ arn, token, openTo }: Caller, words: Words): Party {
  const url = token?.prefix ?? words.show(arn);
  const name = token?.issuer?.name;
  return {
    key: `token ${arn}`,
    type: "federated",
    class: "unnamed",
    account: words.show(arn),
    issuer: name === undefined || token?.prefix === undefined ? (name ?? url) : `${name} (${words.show(url)})`,
    ...(openTo === undefined ? {} : { openTo }),
  };
}

/** Of no account that the policy names: anyone, or the one principal that it names by its unique id. */
function strangerOf({ uniqueId }: Caller): Pick<Party, "key" | "class" | "account"> {
  return uniqueId === undefined
    ? { key: "*", class: "unnamed" }
    : { key: uniqueId, class: "undeclared", account: uniqueId };
}

/** Twelve digits, `${Parameter}` of the value that deployment decides, or `${own}`. */
function accountOf(caller: Caller, words: Words): Word {
  if (!hasHole(caller.account)) return caller.account;
  return caller.hole === undefined ? words.show(caller.account) : `\${${caller.hole.name}}`;
}
