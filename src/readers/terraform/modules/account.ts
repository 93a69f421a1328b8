// The account, the partition and the workspace that a configuration is applied in.

import { ACCOUNT_ID, hole, openIn, valueOfHole } from "../../../values/hole.ts";
import { isPartition, PARTITION as SUBJECT } from "../../../values/partitions.ts";
import { text } from "../../../values/text.ts";
import { type Hole, type Origin, OWN_ACCOUNT, type Value } from "../../../values/value.ts";
import { accountOfProvider, providersIn } from "./providers.ts";
import type { InModule } from "./scope.ts";

export const OWN: Hole = hole(OWN_ACCOUNT, "parameter", "the account that it is applied in", {
  name: "aws_caller_identity",
  sort: "own-account",
  ...ACCOUNT_ID,
});

export const PARTITION: Hole = hole(SUBJECT, "parameter", "the partition that it is applied in", {
  name: "aws_partition",
  sort: "partition",
  alphabet: /[a-z-]/,
  admits: isPartition,
});

/** The account of another provider than that of the judged role is another account of ours. */
export function accountOf(provider: string, origin: Origin, evaluation: InModule): Value {
  if (provider === evaluation.scope.provider) return inWorld(OWN, origin, evaluation);
  const known = accountOfProvider(provider, evaluation.scope);
  if (known !== undefined) return text({ text: known }, origin);
  return valueOfHole(accountOfOther(provider), origin);
}

/** Where a variable of the root module carries the account that a provider works in, it is that account, whatever its value. */
export function accountCarriedBy(variable: string, origin: Origin, evaluation: InModule): Value | undefined {
  const { module, provider } = evaluation.scope;
  // Not known yet while the providers themselves are evaluated.
  if (module.call !== undefined || provider === "") return undefined;
  const providers = providersIn(variable, evaluation.scope);
  const carried = providers.includes(provider) ? provider : providers[0];
  return carried === undefined ? undefined : accountOf(carried, origin, evaluation);
}

/** An account that is ours, whatever its number. */
export function accountOfOther(provider: string): Hole {
  const source = `the account of provider ${provider}`;
  return hole(source, "parameter", source, { name: provider, sort: "account", owner: "organization", ...ACCOUNT_ID });
}

export function partition(origin: Origin, evaluation: InModule): Value {
  return inWorld(PARTITION, origin, evaluation);
}

export const WORKSPACE: Hole = hole("terraform.workspace", "parameter", "terraform.workspace");

export function workspace(origin: Origin, evaluation: InModule): Value {
  return inWorld(WORKSPACE, origin, evaluation);
}

function inWorld(subject: Hole, origin: Origin, { world }: InModule): Value {
  const known = world.known(subject.id);
  return known === undefined
    ? valueOfHole(openIn(world, subject), origin)
    : text({ text: known, from: { name: subject.name, by: "compared" } }, origin);
}
