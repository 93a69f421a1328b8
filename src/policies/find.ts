// From resources to the policies that they carry.

import type { Resource } from "../readers/reader.ts";
import { at, isList } from "../text/document.ts";
import { parseObject } from "../values/embedded.ts";
import { hole } from "../values/hole.ts";
import { type Hole, literal, type Origin, type Value } from "../values/value.ts";
import { NoSuchWorld, Refused, type World } from "../values/worlds.ts";
import type { Carrier } from "./carrier.ts";
import { carriersOf } from "./carriers.ts";
import type { Policy } from "./policy.ts";

export function policiesOf(resource: Resource): readonly Policy[] {
  return carriersOf(resource).flatMap((carrier) =>
    placesOf(carrier, resource).map(
      (path): Policy => ({
        kind: carrier.kind,
        service: carrier.service,
        owner: resource,
        secret: resource.isSecret?.(propertyOf(path)) ?? false,
        document: (world) => documentOf(carrier, path, resource, world),
      }),
    ),
  );
}

/** The way to each document: of a list that is spelled out, one for each of its elements. */
function placesOf({ property }: Carrier, { origin: { document, path } }: Resource): readonly string[] {
  const [before = "", after] = property.split(".*.");
  if (after === undefined) return [property];
  const list = at(document.value, [...path, "Properties", ...before.split(".")]);
  return Array.from(isList(list) ? list.keys() : [0], (index) => `${before}.${index}.${after}`);
}

function propertyOf(path: string): string {
  return path.split(".")[0] ?? path;
}

function documentOf(carrier: Carrier, path: string, resource: Resource, world: World): Value {
  const { isRequired, unless, grants, kind } = carrier;
  const field = (name: string): Value => memberAt(resource, name, world);
  if (unless !== undefined && field(unless).kind !== "absent") throw new NoSuchWorld();
  const { spell = (name) => name } = carrier;
  const value = grants === undefined ? field(path) : grants((name) => field(spell(name)), resource.origin);
  if (isRequired === true && value.kind === "absent") throw new Refused(missingPolicy(path, resource));
  // A state has an empty text where there is none.
  if (value.kind === "absent" || (kind !== "trust" && literal(value) === "")) throw new NoSuchWorld();
  return value.kind === "text" ? parseObject(value) : value;
}

/** What is not known as a whole is not known in its parts. */
function memberAt(resource: Resource, path: string, world: World): Value {
  const [name = "", ...steps] = path.split(".");
  return steps.reduce(memberOf, resource.property(name, world));
}

function memberOf(value: Value, step: string): Value {
  const { kind, origin } = value;
  if (kind === "unknown") return value;
  if (kind === "list") return value.items[Number(step)] ?? absent(origin);
  // A block that is the only one of its kind may stand for a list of one.
  if (kind === "map") return step === "0" ? value : (value.entries.get(step)?.value ?? absent(origin));
  return absent(origin);
}

function absent(origin: Origin): Value {
  return { kind: "absent", origin };
}

/** AWS makes no such resource. */
function missingPolicy(property: string, { type }: Resource): Hole {
  const source = `${type} without ${property}`;
  return hole(source, "file", source);
}
