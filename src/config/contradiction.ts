// Where a list of vendors says one thing twice and differently: a tenancy, of a name or of an account.

import type { Tenancy, Vendor } from "./config.ts";

export interface Contradiction {
  /** Of the later entry in the list. */
  readonly index: number;
  readonly message: string;
  readonly help: string;
}

/** The first within one list; that a nearer list says otherwise than a farther one is no contradiction. */
export function contradictionIn(vendors: readonly Vendor[]): Contradiction | undefined {
  const known = new Map<string, Tenancy>();
  for (const [index, { name, tenancy, accounts = [] }] of vendors.entries()) {
    const subjects = [
      [`the vendor "${name}"`, "give one of the two another name, such as that of the product"] as const,
      ...accounts.map((id) => [`account ${id}`, "list the account under one of the two"] as const),
    ];
    for (const [subject, help] of subjects) {
      const before = known.get(subject) ?? tenancy;
      if (before !== tenancy)
        return { index, message: `${subject} is called both ${before}- and ${tenancy}-tenant`, help };
      known.set(subject, tenancy);
    }
  }
  return undefined;
}
