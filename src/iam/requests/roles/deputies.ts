// Those who have an identity policy: users and roles of the account that it is in.

import type { Caller } from "../../evaluation/caller.ts";
import type { Document } from "../../language/document.ts";
import type { Ours } from "../ours.ts";
import { isOwnOrganization } from "../role-keys.ts";

export function deputiesAmong(
  callers: readonly Caller[],
  { words }: Pick<Document, "words">,
  { organizationIds }: Ours,
): readonly Caller[] {
  // They are on their own networks, and in their own organization, whichever it is.
  const own = callers.filter((caller) => caller.own).map(({ cost: _, ...caller }) => ({ ...caller, named: true }));
  const isOurs = ({ organization: id }: Caller): boolean =>
    id === undefined || organizationIds.includes(id) || isOwnOrganization(id, words);
  const ours = own.filter(isOurs);
  // Where nothing says which organization is ours, it may be each of those that the policy asks for.
  return ours.some(({ organization }) => organization !== undefined) ? ours : own;
}
