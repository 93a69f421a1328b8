// A policy whose accounts are bound to whoever the configuration or its input says: those that deployment decides, and nothing else of it.

import { readDocument } from "../iam/language/document.ts";
import { namedAccounts } from "../iam/requests/named-principals.ts";
import type { Policy, PolicyKind } from "../policies/policy.ts";
import { chooseOwner } from "../readers/deployment-values.ts";
import type { Owner } from "../readers/reader.ts";
import { matchesWildcard } from "../text/wildcard.ts";
import type { Reason } from "../values/doubt.ts";
import { withHoles } from "../values/hole.ts";
import type { Hole, Value } from "../values/value.ts";
import type { Settings, Vendor } from "./config.ts";
import { ownersIn, ownersOf } from "./deployment.ts";

/**
 * `inline` are the entries of the vendor that the input names: all that is left open is bound to it, as if it stood in the
 * vendor's `accountParameters`. What the configuration lists there by its address is bound before.
 */
export function bindAccounts(inline: readonly Vendor[], settings: Settings, policy: Policy): Policy {
  const byAddress = ownersIn(settings);
  const owners = inline.flatMap(ownersOf);
  if (owners.length === 0 && byAddress.size === 0) return policy;
  return {
    ...policy,
    document(world) {
      const document = policy.document(world);
      const accounts = accountsIn(document, policy.kind);
      return withHoles(document, (hole) => {
        if (!accounts.has(hole.id)) return hole;
        const listed = ownersAt(hole.name, byAddress);
        const those = listed.length > 0 ? listed : isDeployed(hole) ? owners : [];
        return chooseOwner(world, hole, those);
      });
    },
  };
}

function ownersAt(address: string, owners: ReadonlyMap<string, readonly Owner[]>): readonly Owner[] {
  return [...owners].flatMap(([pattern, those]) => (matchesWildcard(pattern, address) ? those : []));
}

/** By the ids of what decides them. A role's name or an external ID is none. */
function accountsIn(document: Value, policy: PolicyKind): ReadonlySet<string> {
  const holes = namedAccounts(readDocument(document, "aws", { policy })).flatMap(({ hole }) => hole ?? []);
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

function isDeployed({ reason }: Hole): boolean {
  return DEPLOYED.has(reason);
}

function isLeftOpen({ owner, sort = "account" }: Hole): boolean {
  return owner === undefined && sort === "account";
}
