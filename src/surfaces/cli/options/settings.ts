// The configuration of a run: the user's file with the options of the command line over it.

import type { Config, Vendor } from "../../../config/config.ts";
import { contradictionIn } from "../../../config/contradiction.ts";
import type { Rule } from "../../../rules/rule.ts";
import { Stop } from "../stop.ts";
import type { Arguments } from "./arguments.ts";
import { selection } from "./selection.ts";

/** Options over the file: lists add, single values replace. Throws Stop on an invalid value. */
export function withOptions(config: Config, given: Arguments, rules: readonly Rule[]): Config {
  const { accounts, organizationIds, vendors } = config;
  const own = given.values("own-account").map((id) => accountId("own-account", id));
  const organization = given.values("organization-account").map((id) => accountId("organization-account", id));
  const tenancy = given.value("tenancy");
  const failOn = given.value("fail-on");
  return {
    ...config,
    ...(given.has("no-inline") && { inline: false }),
    ...(given.has("strict") && { strict: true }),
    ...(tenancy !== undefined && { tenancyOption: tenancy }),
    ...(failOn !== undefined && { failOn }),
    accounts: {
      ...accounts,
      own: add(accounts?.own, own),
      organization: add(accounts?.organization, organization),
    },
    organizationIds: add(organizationIds, given.values("organization-id").map(organizationId)),
    vendors: add(vendors, vendorsIn(given, { own, organization }, config)),
    ...selection(config, given, rules),
  };
}

function add<T>(first: readonly T[] | undefined, more: readonly T[]): readonly T[] {
  return [...(first ?? []), ...more];
}

function accountId(option: string, id: string): string {
  if (/^\d{12}$/.test(id)) return id;
  throw new Stop({ message: `--${option}: '${id}' is not an account ID`, help: "an account id is twelve digits" });
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
function organizationId(id: string): string {
  if (/^o-[a-z0-9]{10,32}$/.test(id)) return id;
  throw new Stop({
    message: `--organization-id: '${id}' is not an organization ID`,
    help: "it is o- and 10 to 32 lower-case letters or digits; 'aws organizations describe-organization' tells yours",
  });
}

function vendorsIn(given: Arguments, accounts: NonNullable<Config["accounts"]>, config: Config): readonly Vendor[] {
  const vendors = given.values("vendor").map(vendor);
  const contradiction = contradictionIn({ accounts, vendors }, config);
  if (contradiction === undefined) return vendors;
  throw new Stop({ message: `--vendor: ${contradiction.message}`, help: contradiction.help });
}

const VENDOR_FORM = "write --vendor NAME=ACCOUNT or --vendor NAME=PARAMETER,ACCOUNT:single";

/** `NAME=ACCOUNT|PARAMETER[,…][:single|multi]` */
function vendor(text: string): Vendor {
  const { name, members, tenancy } =
    /^(?<name>[^=]+)=(?<members>[^:]+)(?::(?<tenancy>single|multi))?$/.exec(text)?.groups ?? {};
  if (name === undefined || members === undefined) {
    throw new Stop({ message: `--vendor: '${text}' cannot be read`, help: VENDOR_FORM });
  }
  const words = members.split(",");
  for (const word of words) {
    // A parameter's name is not a number: this is an account id with too few or too many digits.
    if (/^\d*$/.test(word) && word.length !== 12) {
      throw new Stop({ message: `--vendor: '${word}' is not an account ID of ${name}`, help: VENDOR_FORM });
    }
  }
  return {
    name,
    tenancy: tenancy === "single" ? "single" : "multi",
    accounts: words.filter((word) => /^\d/.test(word)),
    accountParameters: words.filter((word) => !/^\d/.test(word)),
  };
}
