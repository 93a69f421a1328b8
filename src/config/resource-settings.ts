// Settings with what an input itself tells about accounts: whose provider is whose, and which account a bound variable carries.

import type { Resource } from "../readers/reader.ts";
import type { Settings, Vendor } from "./config.ts";
import { vendorsIn } from "./vendors.ts";

/** What the user says of an account outranks that a provider of the same run works in it. */
export function settingsForResource<T extends Settings>(settings: T, { whereabouts }: Resource): T {
  const { account, accounts } = whereabouts?.() ?? {};
  const { own = [], organization = [] } = settings.accounts ?? {};
  const supplied = [...(accounts?.supplied ?? [])];
  const vendors = withSupplied(settings.vendors, supplied);
  const elsewhere = vendorsIn(vendors).accounts;
  return {
    ...settings,
    ...(vendors && { vendors }),
    organizationIds: [...(settings.organizationIds ?? []), ...(accounts?.organizations ?? [])],
    accounts: {
      ...settings.accounts,
      own: [...own, ...(account === undefined ? [] : [account])],
      organization: [
        ...organization,
        ...supplied.flatMap(([number, owner]) => (owner === "organization" ? [number] : [])),
        ...(accounts?.beside ?? []).filter((number) => !elsewhere.has(number)),
      ],
    },
  };
}

/** The list itself, which is indexed once, where no account is one of theirs by what the input tells. */
function withSupplied(
  vendors: readonly Vendor[] | undefined,
  supplied: readonly (readonly [string, Supplier])[],
): readonly Vendor[] | undefined {
  const carried = new Map<string, string[]>();
  for (const [number, owner] of supplied) {
    if (owner !== "organization") carried.set(owner.vendor, [...(carried.get(owner.vendor) ?? []), number]);
  }
  if (carried.size === 0) return vendors;
  return vendors?.map((vendor) => {
    const more = carried.get(vendor.name);
    return more === undefined ? vendor : { ...vendor, accounts: [...(vendor.accounts ?? []), ...more] };
  });
}

type Supplier = { readonly vendor: string } | "organization";
