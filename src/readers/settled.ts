// What deployment supplies where nothing enumerates it: the default in one world, what its owners supply in others, or whatever is admitted.

import { openIn } from "../values/hole.ts";
import type { Hole } from "../values/value.ts";
import type { World } from "../values/worlds.ts";
import type { Deployment } from "./reader.ts";

export interface Declaration {
  readonly name: string;
  /** As the world is asked about it. */
  readonly default: string | undefined;
  /** No value of it may be shown. */
  readonly hidden: boolean;
  readonly hole: Hole;
}

/** Splits the world; the hole with its owner, where it is not the default. */
export function settledAs(declaration: Declaration, { owners: all }: Deployment, world: World): "default" | Hole {
  const { name, hidden, default: byDefault } = declaration;
  const hole = openIn(world, declaration.hole);
  const owners = all.get(name) ?? [];
  const ownedByDefault = owners.some((owner) => owner !== "organization" && owner.account === byDefault);
  if (byDefault !== undefined && !ownedByDefault) {
    // A hidden default is never told; it matters only beside owners, who do not supply it.
    if (hidden) {
      const matters = owners.length > 0 && byDefault.trim() !== "";
      if (matters && world.holds(`default of ${hole.id}`)) return hole;
    } else if ((hole.many || hole.admits(byDefault)) && world.is(hole.id, byDefault)) return "default";
  }
  const owner = owners.find((_, index) => index === owners.length - 1 || world.holds(`owner ${index} of ${hole.id}`));
  return owner === undefined ? hole : { ...hole, owner };
}
