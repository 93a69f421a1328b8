// The accounts that a plan shows: behind its providers, and in the values that the configuration says carry them.

import { entry } from "../../../text/document.ts";
import type { Accounts, Deployment } from "../../reader.ts";
import {
  accountsShownBy,
  configured,
  type OwnOrganization,
  organizationShownBy,
  type ProviderAccount,
  showsAccount,
  showsOrganization,
  suppliedBy,
} from "./accounts.ts";
import { type Plan, providerOf } from "./plan.ts";

/** By the keys of `provider_config`. */
export function providerAccountsIn(plan: Plan): readonly ProviderAccount[] {
  return [
    ...configured(entry(plan.configuration.json, "provider_config"), entry(plan.document.value, "variables")),
    ...plan.planned.flatMap((planned) =>
      showsAccount(planned.type)
        ? (["before", "after"] as const)
            .flatMap((when) => accountsShownBy(planned.type, (name) => planned.tellsAt(when, name)))
            .map((account) => ({ provider: providerOf(planned, plan), account }))
        : [],
    ),
  ];
}

/** What will be there, and what is. */
export function organizationsIn({ planned }: Plan): readonly OwnOrganization[] {
  return planned
    .filter(({ type }) => showsOrganization(type))
    .flatMap(({ tells }) => (["before", "after"] as const).map((when) => organizationShownBy(tells(when))));
}

export function suppliedAccounts({ document, planned }: Plan, deployment: Deployment): Accounts["supplied"] {
  const shown = () =>
    planned.map(({ address, isThere, tells }) => ({
      address,
      attributes: () => tells(isThere ? "after" : "before"),
    }));
  return suppliedBy(entry(document.value, "variables"), shown, deployment);
}
