// What of a request's context follows from the role that is assumed: its account, and the organization of that.

import { isDoubt } from "../../../values/doubt.ts";
import type { Carried } from "../../evaluation/context.ts";
import type { Condition } from "../../language/condition.ts";
import { RESOURCE_ORGANIZATIONS } from "../organizations.ts";
import { RESOURCE_ACCOUNT } from "../role-keys.ts";
import type { AssumedRole } from "./roles.ts";

const { id, paths } = RESOURCE_ORGANIZATIONS;

/** The keys that follow from whose the role is. */
export const OF_OWNERS: ReadonlySet<string> = new Set([RESOURCE_ACCOUNT, id, paths]);

export function roleContext(
  role: AssumedRole | undefined,
  conditions: readonly Condition[],
): readonly (readonly [string, Carried])[] {
  if (role === undefined) return [];
  const { account, own, named, hole, organization, organizationPath } = role.owner;
  // Spelled out by none of them, so that it is none that deployment supplies.
  const isStrange = !conditions.some(
    ({ values }) => !isDoubt(values) && values.some(({ word }) => word === organization),
  );
  const fresh = !own && !named && hole === undefined;
  return [
    [RESOURCE_ACCOUNT, { values: [account], fresh, ...(own ? {} : { account }) }],
    [id, { values: organization === undefined ? [] : [organization], fresh: isStrange }],
    [paths, { values: organizationPath === undefined ? [] : [organizationPath], fresh: isStrange }],
  ];
}
