// A policy whose accounts are bound to the vendor that its input names: those that deployment decides, and nothing else of it.

import { readDocument } from "../iam/document.ts";
import { namedAccounts } from "../iam/named.ts";
import type { Policy } from "../policies/policy.ts";
import { suppliedIn } from "../readers/settled.ts";
import { withHoles } from "../values/hole.ts";
import type { Hole, Reason, Value } from "../values/value.ts";
import type { Vendor } from "./config.ts";
import { ownersOf } from "./deployment.ts";

/** As if what decides them stood in the `accountParameters` of the vendor, whose entries these are. None: the policy as it is. */
export function boundTo(vendors: readonly Vendor[], policy: Policy): Policy {
  const owners = vendors.flatMap(ownersOf);
  if (owners.length === 0) return policy;
  return {
    ...policy,
    document(world) {
      const document = policy.document(world);
      const accounts = accountsLeftOpen(document);
      return withHoles(document, (hole) => (accounts.has(hole.id) ? suppliedIn(world, hole, owners) : hole));
    },
  };
}

/** By the ids of what decides them. A role's name or an external ID is none. */
function accountsLeftOpen(document: Value): ReadonlySet<string> {
  const holes = namedAccounts(readDocument(document)).flatMap(({ hole }) => hole ?? []);
  return new Set(holes.filter(isLeftOpen).map(({ id }) => id));
}

/** What deployment decides, by the rule catalogue, section 1; what a macro makes, or what we did not work out, may be anything. */
const DEPLOYED: ReadonlySet<Reason> = new Set<Reason>([
  "parameter",
  "import",
  "known-after-apply",
  "dynamic-reference",
  "sensitive",
]);

function isLeftOpen({ owner, sort = "account", reason }: Hole): boolean {
  return owner === undefined && sort === "account" && DEPLOYED.has(reason);
}
