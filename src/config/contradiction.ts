// Where the settings of one place say one thing twice and differently: a vendor's tenancy, or whose an account or a parameter is.

import type { Settings, Tenancy } from "./config.ts";

export interface Contradiction {
  /** Of the later entry in the list of vendors. */
  readonly index: number;
  readonly message: string;
  readonly help: string;
}

type Parties = Pick<Settings, "accounts" | "vendors">;

/**
 * The first within one place: the file's own settings, a scope or the options. `farther`: the settings of all files, over which a scope or the
 * options lie. What a nearer place says about an account outranks them, but an account of ours stays ours, because lists add.
 */
export function contradictionIn(nearer: Parties, farther: Parties = {}): Contradiction | undefined {
  const known = new Map<string, Tenancy>();
  const ours = oursIn([farther, nearer]);
  for (const [index, { name, tenancy, accounts = [], accountParameters = [] }] of (nearer.vendors ?? []).entries()) {
    const subjects = [
      { subject: `the vendor "${name}"`, help: "give one of the two another name, such as that of the product" },
      ...accounts.map((id) => ({ subject: `account ${id}`, help: "list the account under one of the two" })),
      ...accountParameters.map((id) => ({
        subject: `parameter ${id}`,
        help: "list the parameter under one of the two",
      })),
    ];
    for (const { subject, help } of subjects) {
      const owner = ours.get(subject);
      if (owner !== undefined) return { index, message: `${subject} is called both ${owner} and a vendor's`, help };
      const before = known.get(subject) ?? tenancy;
      if (before !== tenancy)
        return { index, message: `${subject} is called both ${before}- and ${tenancy}-tenant`, help };
      known.set(subject, tenancy);
    }
  }
  return undefined;
}

/** What is ours is trusted whatever a list of vendors says about it. */
function oursIn(places: readonly Parties[]): ReadonlyMap<string, string> {
  const listed = places.flatMap(({ accounts: { own = [], organization = [], organizationParameters = [] } = {} }) => [
    ...organizationParameters.map((name) => [`parameter ${name}`, "the organization's"] as const),
    ...organization.map((id) => [`account ${id}`, "the organization's"] as const),
    ...own.map((id) => [`account ${id}`, "your own"] as const),
  ]);
  return new Map(listed);
}
