// From resources to the policies that they carry.

import type { Resource } from "../readers/reader.ts";
import { at, entry, isList, isObject, type Json } from "../text/document.ts";
import { parseObject } from "../values/embedded.ts";
import { hole } from "../values/hole.ts";
import { once } from "../values/once.ts";
import { type Hole, literal, type Value } from "../values/value.ts";
import { NoSuchWorld, Refused, type Unasked, unasked, type World } from "../values/worlds.ts";
import { type Written, writtenValue } from "../values/written.ts";
import type { Carrier } from "./carrier.ts";
import { carriersOf } from "./carriers.ts";
import { memberAt, memberBeside } from "./members.ts";
import { type Neighbours, NONE } from "./neighbours.ts";
import type { Policy } from "./policy.ts";
import { type Beside, hasListOfItsOwn, keepsPublicOut, ownsAllObjects } from "./public-access.ts";

export function policiesOf(resource: Resource, neighbours: Neighbours = NONE): readonly Policy[] {
  return carriersOf(resource).flatMap((carrier) =>
    placesOf(carrier, resource).map((path): Policy => {
      const documentIn = (world: World) => documentOf(carrier, path, { resource, neighbours, world });
      let settled: Unasked<Value> | undefined;
      const written = once(() => {
        if (resource.written !== undefined) return writtenIn(carrier, path, resource);
        if (resource.isOpen?.(propertyOf(path))) return undefined;
        settled = unasked(documentIn, MOST_STEPS);
        const only = settled && writtenValue(settled.result);
        return only && [only];
      });
      return {
        kind: carrier.kind,
        service: carrier.service,
        owner: resource,
        ...(carrier.audience && { audience: carrier.audience }),
        secret: resource.isSecret?.(propertyOf(path)) ?? false,
        document(world) {
          if (settled === undefined) return documentIn(world);
          world.spend(settled.steps);
          return settled.result;
        },
        written,
        keepsPublicOut: (world) =>
          keepsPublicOut({ resource, neighbours, world }, carrier.isList === true ? "list" : "policy"),
        refusesPublic: (world) => keepsPublicOut({ resource, neighbours, world }, "refusal"),
      };
    }),
  );
}

/** That a policy may take to be told before it is judged: most take some hundreds. */
const MOST_STEPS = 1000;

/** On the way: each of a list. */
const EACH = ".*.";

/** The way to each document: of a list that is spelled out, one for each of its elements. */
function placesOf({ property, grants }: Carrier, { origin: { document, path } }: Resource): readonly string[] {
  if (grants !== undefined || !property.includes(EACH)) return [property];
  const [before = "", after = ""] = property.split(EACH);
  const list = at(document.value, [...path, "Properties", ...before.split(".")]);
  return Array.from(isList(list) ? list.keys() : [0], (index) => `${before}.${index}.${after}`);
}

function propertyOf(path: string): string {
  const end = path.indexOf(".");
  return end < 0 ? path : path.slice(0, end);
}

/** Only where the document is nothing but what stands there. */
function writtenIn(carrier: Carrier, path: string, resource: Resource): readonly Written[] | undefined {
  const { kind, grants, listed, unless, own, isList: isOfBucket, isRequired } = carrier;
  if (isOfBucket === true || (grants !== undefined && listed === undefined)) return undefined;
  const written = resource.written?.(propertyOf(path));
  if (written === "untold") return kind === "trust" ? undefined : [];
  if (written === "absent") return isRequired === true ? undefined : [];
  if (written === undefined || unless !== undefined || own !== undefined || propertyOf(path) !== path) return undefined;
  if (grants === undefined) return [written];
  const { json, at } = written;
  if (listed === undefined || !isList(json) || !json.every((item) => hasName(item, listed))) return undefined;
  const documents = json.map((item, index): Written | undefined => {
    const document = entry(item, listed);
    return document === undefined
      ? undefined
      : { json: document, at: (inside, what) => at([index, listed, ...inside], what) };
  });
  return documents.every((one) => one !== undefined) ? documents : undefined;
}

/** A document with its name, and nothing beside that. */
function hasName(item: Json, listed: string): boolean {
  return isObject(item) && Object.keys(item).every((key) => key === listed || key === "PolicyName");
}

function documentOf(carrier: Carrier, path: string, beside: Beside): Value {
  const { resource, world } = beside;
  const { isRequired, unless, grants, kind } = carrier;
  const field = (name: string): Value => {
    const value = memberAt(resource, name, world);
    return kind !== "trust" && isUntold(value, resource) ? { kind: "absent", origin: value.origin } : value;
  };
  if (unless !== undefined && field(unless).kind !== "absent") throw new NoSuchWorld();
  const { spell = (name) => name } = carrier;
  const value = grants === undefined ? field(path) : grants((name) => field(spell(name)), resource.origin);
  if (isRequired === true && value.kind === "absent") throw new Refused(missingPolicy(path, resource));
  // A state has an empty text where there is none.
  const isEmpty = literal(value) === "";
  if (value.kind === "absent" || (kind !== "trust" && isEmpty)) throw new NoSuchWorld();
  if (carrier.isList === true && (ownsAllObjects(beside) || hasListOfItsOwn(beside))) throw new NoSuchWorld();
  if (carrier.own !== undefined && isRepeated(value, carrier.own, beside)) throw new NoSuchWorld();
  if (isEmpty) return { kind: "map", entries: new Map(), origin: value.origin };
  return value.kind === "text" ? parseObject(value) : value;
}

/** Plans and states tell all attributes that the version of the provider has. */
function isUntold(value: Value, { format }: Resource): boolean {
  return (
    (format === "terraform-plan" || format === "terraform-state") &&
    value.kind === "unknown" &&
    value.why.reason === "file"
  );
}

/** Is the document told of another resource as well, which has nothing else? */
function isRepeated(value: Value, type: string, { resource, neighbours, world }: Beside): boolean {
  if (resource.format !== "terraform-plan" && resource.format !== "terraform-state") return false;
  const written = spelled(value);
  if (written === undefined) return false;
  return neighbours(resource, type).some((other) =>
    carriersOf(other).some(({ property }) => spelled(memberBeside(other, property, resource, world)) === written),
  );
}

/** Whatever the spaces. */
function spelled(value: Value): string | undefined {
  const written = literal(value);
  try {
    return written && JSON.stringify(JSON.parse(written));
  } catch {
    return undefined;
  }
}

/** AWS makes no such resource. */
function missingPolicy(property: string, { type }: Resource): Hole {
  const source = `${type} without ${property}`;
  return hole(source, "file", source);
}
