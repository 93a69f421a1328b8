// Settings with what an input itself tells about accounts: whose provider is whose, and which account a bound variable carries.

import type { Resource } from "../readers/reader.ts";
import type { Settings } from "./config.ts";

/** What the user says of an account outranks that a provider of the same run works in it. */
export function settingsForResource<T extends Settings>(settings: T, { account, accounts }: Resource): T {
  const { own = [], organization = [] } = settings.accounts ?? {};
  const supplied = [...(accounts?.supplied ?? [])];
  const vendors = (settings.vendors ?? []).map((vendor) => {
    const carried = supplied.filter(([, owner]) => owner !== "organization" && owner.vendor === vendor.name);
    return { ...vendor, accounts: [...(vendor.accounts ?? []), ...carried.map(([number]) => number)] };
  });
  const elsewhere = new Set(vendors.flatMap((vendor) => vendor.accounts));
  return {
    ...settings,
    vendors,
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
