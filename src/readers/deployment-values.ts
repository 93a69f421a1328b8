// The values that deployment may supply where they are not listed: the default in one world, those of declared owners in others, or any that is allowed.

import { openIn } from "../values/hole.ts";
import type { Hole } from "../values/value.ts";
import type { World } from "../values/worlds.ts";
import type { Deployment, Owner } from "./reader.ts";

export interface Declaration {
  readonly name: string;
  /** As the world is asked about it. */
  readonly default: string | undefined;
  /** No value of it may be shown. */
  readonly hidden: boolean;
  readonly hole: Hole;
}

/** Splits the world; the hole with its owner, where it is not the default. */
export function chooseDefaultOrHole(
  declaration: Declaration,
  { owners: all }: Deployment,
  world: World,
): "default" | Hole {
  const { name, hidden, default: byDefault = "" } = declaration;
  const owners = all.get(name) ?? [];
  const hole = openIn(world, declaration.hole);
  const isDefault = (word: string) => word === byDefault;
  if (hidden) return chooseOwner(world, byDefault.trim() === "" ? hole : { ...hole, hiddenDefault: isDefault }, owners);
  if (declaration.default !== undefined && !includesAccount(owners, isDefault)) {
    if ((hole.many || hole.admits(byDefault)) && world.is(hole.id, byDefault)) return "default";
  }
  return chooseOwner(world, hole, owners);
}

/** Splits the world; the hole with who of its owners supplies it. A hidden default is never told, and not supplied by them. */
export function chooseOwner(world: World, hole: Hole, owners: readonly Owner[]): Hole {
  const { id, hiddenDefault } = hole;
  const hasOther = hiddenDefault !== undefined && owners.length > 0 && !includesAccount(owners, hiddenDefault);
  if (hasOther && world.holds(`default of ${id}`)) return hole;
  const owner = owners.find((_, index) => index === owners.length - 1 || world.holds(`owner ${index} of ${id}`));
  return owner === undefined ? hole : { ...hole, owner };
}

function includesAccount(owners: readonly Owner[], is: (account: string) => boolean): boolean {
  return owners.some((owner) => owner !== "organization" && owner.account !== undefined && is(owner.account));
}
