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
import { type VendorIndex, vendorsIn } from "./vendors.ts";

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
  const known: Known = {
    own: new Set(settings.accounts?.own),
    organization: new Set(settings.accounts?.organization),
    organizationIds: new Set(settings.organizationIds),
    vendors: vendorsIn(settings.vendors),
    byDefault: { tenancy: declared?.tenancy ?? "multi", tenancyFrom: declared?.from ?? "default" },
    declared,
    catalogue,
  };
  const { own, organization, vendors, byDefault } = known;
  return {
    ours: {
      accounts: settings.accounts?.own ?? [],
      organizationAccounts: settings.accounts?.organization ?? [],
      organizationIds: settings.organizationIds ?? [],
      vendorAccounts: vendors.accounts,
    },
    vendorsDeclared: vendors.byName.size > 0,
    tenanciesOf(set) {
      if (set === "vendor") return vendors.tenancies;
      if (set === "catalogued") return ["single", "multi"];
      return THIRD_PARTIES.includes(set) ? [byDefault.tenancy] : [];
    },
    isKnown: (account) =>
      vendors.byAccount.has(account) ||
      own.has(account) ||
      organization.has(account) ||
      catalogue.get(account) !== undefined,
    party(caller, words) {
      switch (typeOf(caller)) {
        case "anonymous":
          return { key: "anonymous", type: "anonymous", class: "unnamed", ...byDefault };
        case "federated":
          return tokenParty(caller, words);
        case "service":
          return serviceParty(caller, accountParty(caller, words, known), words);
        default:
          return accountParty(caller, words, known);
      }
    },
  };
}

/** What the configuration, the input and the catalogue say about accounts. */
interface Known {
  readonly own: ReadonlySet<string>;
  readonly organization: ReadonlySet<string>;
  readonly organizationIds: ReadonlySet<string>;
  readonly vendors: VendorIndex;
  /** The tenancy of third parties for which neither a vendor's entry nor the catalogue gives one. */
  readonly byDefault: { readonly tenancy: Tenancy; readonly tenancyFrom: TenancyFrom };
  readonly declared: DeclaredTenancy | undefined;
  readonly catalogue: Catalogue;
}

/** The party of a caller of some account. The first description that fits counts, from ours to nobody's. */
function accountParty(caller: Caller, words: Words, known: Known): Party {
  const account = accountOf(caller, words);
  const { hole } = caller;
  if (caller.own) return { key: "own", class: "own", account };
  if (isOfOrganization(caller, words, known)) return { key: `organization ${account}`, class: "organization", account };
  if (hole?.owner === "aws") return { key: `aws ${account}`, class: "aws", vendor: hole.name };
  if (typeof hole?.owner === "object") {
    const vendor = known.vendors.byName.get(hole.owner.vendor)?.at(-1);
    if (vendor !== undefined) return { key: `vendor ${account}`, ...vendorParty(vendor), account };
  }
  if (caller.named) {
    const parameter = words.defaultOf(caller.account)?.name;
    const supplied = parameter === undefined ? {} : { defaultOf: parameter };
    return { key: caller.account, ...namedParty(caller.account, known), ...supplied };
  }
  if (hole === undefined) return { ...strangerOf(caller), ...known.byDefault };
  const several = hole.many ? { several: true } : {};
  return { key: account, class: "deployTime", account, ...known.byDefault, ...several };
}

function isOfOrganization({ account, hole, organization: id }: Caller, words: Words, known: Known): boolean {
  if (known.organization.has(account) || hole?.owner === "organization") return true;
  if (id === undefined) return false;
  return known.organizationIds.has(id) || isOwnOrganization(id, words) || words.hole(id)?.owner === "organization";
}

/** The party of an account that the policy spells out. The entries of vendors outrank the catalogue. */
function namedParty(account: string, { vendors, catalogue, byDefault, declared }: Known): Omit<Party, "key"> {
  const entry = catalogue.get(account);
  const catalogued = entry?.tenancy === undefined ? {} : { catalogueTenancy: entry.tenancy };
  const vendor = vendors.byAccount.get(account);
  if (vendor !== undefined) return { ...vendorParty(vendor), account, ...catalogued };
  if (entry === undefined) return { class: "undeclared", account, ...byDefault };
  if (entry.kind === "aws-service") return { class: "aws", account, vendor: entry.vendor };
  const { tenancy } = entry;
  const what = tenancy === undefined ? byDefault : ({ tenancy, tenancyFrom: "catalogue" } as const);
  const contradicts =
    declared?.from === "metadata" && tenancy !== undefined
      ? { contradicts: declared.tenancy, ...(declared.origin && { declaredAt: declared.origin }) }
      : {};
  return { class: "catalogued", account, vendor: entry.vendor, ...what, ...catalogued, ...contradicts };
}

function vendorParty({ name, tenancy, origin }: Vendor): Omit<Party, "key"> {
  return { class: "vendor", vendor: name, tenancy, tenancyFrom: "vendor", ...(origin && { declaredAt: origin }) };
}

/** `source`: the party of the account that the service acts for. */
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
