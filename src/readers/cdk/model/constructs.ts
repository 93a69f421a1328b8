// The constructs of a stack: which of them made which resource, and the metadata that the CDK keeps of it.

import { at, entry, isList, isObject, type Json } from "../../../text/document.ts";
import { posix } from "../../../text/posix.ts";
import type { Artifact } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";
import { pathsInTree } from "./tree.ts";

export interface Construct {
  /** `Stack/Role/Resource`. */
  readonly path: string;
  readonly metadata: readonly Json[];
  /** The same of it and of the constructs that it is in. */
  readonly metadataAbove: readonly Json[];
}

export interface Constructs {
  /** The construct behind a logical id of a template, by the template's file name; undefined where nothing tells. */
  of(template: string, id: string): Construct | undefined;
  /** The file name of the template that a nested stack deploys, as far as metadata tell. */
  templateOf(template: string, id: string): string | undefined;
  /** What the CDK keeps of each. */
  readonly metadata: Iterable<readonly Json[]>;
}

/** A nested stack X has its resource at X.NestedStack/X.NestedStackResource. */
const NESTED_STACK = /\.NestedStack\/[^/]+\.NestedStackResource$/;

type Metadata = ReadonlyMap<string, readonly Json[]>;

export function constructsOf(artifact: Artifact, template: string, assembly: Assembly): Constructs {
  const metadata = metadataOf(artifact, assembly);
  const files = filesIn(metadata);
  const paths = new Map<string, string>();
  for (const [path, entries] of metadata) {
    const id = dataOf(entries, "aws:cdk:logicalId");
    if (typeof id === "string") note(paths, keyOf(fileAbove(path, files) ?? template, id), path);
  }
  let tree: ReadonlyMap<string, string> | undefined;

  function of(file: string, id: string): Construct | undefined {
    const told = at(assembly.json(file), ["Resources", id, "Metadata", "aws:cdk:path"]);
    const path = paths.get(keyOf(file, id)) ?? (typeof told === "string" ? told : undefined);
    tree ??= path === undefined ? pathsInTree(artifact, assembly) : undefined;
    const known = path || tree?.get(id);
    if (known === undefined) return undefined;
    const metadataAbove = [...upwards(known)].flatMap((above) => metadata.get(above) ?? []);
    return { path: known, metadata: metadata.get(known) ?? [], metadataAbove };
  }

  return {
    metadata: [...metadata.values()],
    of,
    templateOf: (file, id) => files.get(of(file, id)?.path.replace(NESTED_STACK, "") ?? ""),
  };
}

/** Construct path, without the "/" in front, to entries: kept in the manifest or, by newer versions, in a file beside it. */
function metadataOf({ body }: Artifact, assembly: Assembly): Metadata {
  const file = entry(body, "additionalMetadataFile");
  const maps = [entry(body, "metadata"), typeof file === "string" ? assembly.json(file) : undefined];
  return new Map(
    maps.filter(isObject).flatMap((map) =>
      Object.keys(map).flatMap((path) => {
        const entries = entry(map, path);
        return isList(entries) ? [[path.replace(/^\//, ""), entries] as const] : [];
      }),
    ),
  );
}

/** Of each stack, nested ones among them, its template. */
function filesIn(metadata: Metadata): ReadonlyMap<string, string> {
  return new Map(
    [...metadata].flatMap(([path, entries]) => {
      const file = dataOf(entries, "aws:cdk:templateFile");
      return typeof file === "string" ? [[path, file] as const] : [];
    }),
  );
}

function* upwards(path: string): Iterable<string> {
  for (let above = path; above !== "."; above = posix.dirname(above)) yield above;
}

function fileAbove(path: string, files: ReadonlyMap<string, string>): string | undefined {
  for (const above of upwards(path)) {
    const file = files.get(above);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** Logical ids are unique within a template only: an id that two constructs claim tells of neither. */
function note(paths: Map<string, string>, key: string, path: string): void {
  paths.set(key, paths.has(key) ? "" : path);
}

function keyOf(template: string, id: string): string {
  return `${template}\n${id}`;
}

/** The data of the last entry of a type. */
export function dataOf(entries: readonly Json[], type: string): Json | undefined {
  return entry(
    entries.findLast((each) => entry(each, "type") === type),
    "data",
  );
}
