// From resources to the policies that they carry.

import type { Resource } from "../readers/reader.ts";
import { parseObject } from "../values/embedded.ts";
import { hole } from "../values/hole.ts";
import type { Hole, Value } from "../values/value.ts";
import { NoSuchWorld, Refused, type World } from "../values/worlds.ts";
import { type Carrier, carriersOf } from "./carriers.ts";
import type { Policy } from "./policy.ts";

export function policiesOf(resource: Resource): readonly Policy[] {
  return carriersOf(resource).map((carrier) => ({
    kind: carrier.kind,
    owner: resource,
    secret: resource.isSecret?.(carrier.property) ?? false,
    document: (world) => documentOf(carrier, resource, world),
  }));
}

function documentOf({ property, isOptional, unless }: Carrier, resource: Resource, world: World): Value {
  const value = resource.property(property, world);
  const overridden = unless !== undefined && resource.property(unless, world).kind !== "absent";
  if (overridden || (value.kind === "absent" && isOptional)) throw new NoSuchWorld();
  if (value.kind === "absent") throw new Refused(missingPolicy(property, resource));
  return value.kind === "text" ? parseObject(value) : value;
}

/** AWS makes no such resource. */
function missingPolicy(property: string, { type }: Resource): Hole {
  const source = `${type} without ${property}`;
  return hole(source, "file", source);
}
