// What is deployed beside a resource, and which of it is meant by a name or a reference.

import type { Resource } from "../readers/reader.ts";
import type { Document } from "../text/document.ts";
import { posix } from "../text/posix.ts";
import { isKnown, literal, loneHole, type Value } from "../values/value.ts";

/** All resources of a type that are deployed with one. */
export type Neighbours = (resource: Resource, type: string) => readonly Resource[];

export const NONE: Neighbours = () => [];

/** A template stands alone; a root module of Terraform is deployed with the modules that it calls, and apart from other root modules that call them. */
export function neighboursIn(resources: () => readonly Resource[]): Neighbours {
  let byPlace: Map<string, Resource[]> | undefined;
  return (resource, type) => {
    byPlace ??= grouped(resources());
    return byPlace.get(placeOf(resource, type)) ?? [];
  };
}

/** All files that are deployed with a resource. */
export function documentsBeside(documents: readonly Document[], { format, origin }: Resource): readonly Document[] {
  if (!isModule(format)) return [origin.document];
  const folder = posix.dirname(origin.document.source.path);
  return documents.filter(({ source }) => posix.dirname(source.path) === folder);
}

function isModule(format: Resource["format"]): boolean {
  return format === "hcl" || format === "terraform-json";
}

function grouped(resources: readonly Resource[]): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const each of resources) {
    const place = placeOf(each, each.type);
    const group = groups.get(place) ?? [];
    group.push(each);
    groups.set(place, group);
  }
  return groups;
}

function placeOf({ format, origin, root }: Resource, type: string): string {
  const { path } = origin.document.source;
  return `${type} ${root ?? (isModule(format) ? posix.dirname(path) : path)}`;
}

/** Ends of references to a resource by one of its names. */
const NAMES = /\.(?:id|bucket|arn|domain_name)$/;

/** All by which a value may name a resource: two that share one name the same. */
export function namesIn(value: Value): readonly string[] {
  const name = literal(value);
  if (name !== undefined) return name === "" ? [] : [name];
  const hole = loneHole(value);
  if (hole === undefined || (value.kind === "text" && value.parts.some(isKnown))) return [];
  // A template refers by an id, Terraform by an address; a plan tells it by its name alone.
  return [hole.id.replace(/^Ref /, "").replace(NAMES, ""), hole.name.replace(NAMES, "")];
}
