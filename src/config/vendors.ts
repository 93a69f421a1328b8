// The vendors of a list by what they are asked for: their names, and their accounts.

import type { Tenancy, Vendor } from "./config.ts";

export interface VendorIndex {
  /** Where two entries list an account, the last speaks: it is the nearest. */
  readonly byAccount: ReadonlyMap<string, Vendor>;
  readonly accounts: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, readonly Vendor[]>;
  readonly tenancies: readonly Tenancy[];
}

const indexed = new WeakMap<readonly Vendor[], VendorIndex>();
const NONE: readonly Vendor[] = [];

/** Made once for a list, which every policy of a run is asked about. */
export function vendorsIn(vendors: readonly Vendor[] = NONE): VendorIndex {
  const known = indexed.get(vendors);
  if (known !== undefined) return known;
  const byAccount = new Map(vendors.flatMap((vendor) => (vendor.accounts ?? []).map((account) => [account, vendor])));
  const byName = new Map<string, Vendor[]>();
  for (const vendor of vendors) {
    const entries = byName.get(vendor.name) ?? [];
    entries.push(vendor);
    byName.set(vendor.name, entries);
  }
  const index: VendorIndex = {
    byAccount,
    accounts: new Set(byAccount.keys()),
    byName,
    tenancies: [...new Set(vendors.map(({ tenancy }) => tenancy))],
  };
  indexed.set(vendors, index);
  return index;
}
