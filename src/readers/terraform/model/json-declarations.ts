// What a file in Terraform's JSON syntax declares, block by block.

import { at, type Document, isList, isObject, type Path } from "../../../text/document.ts";
import type { Argument, Body } from "./body.ts";
import { jsonArgument, jsonBlocks, jsonBody } from "./json-body.ts";
import type { Declarations, Declared } from "./module.ts";

/** A name that is no declaration: a comment of who or what wrote the file. */
export const COMMENT = "//";

/** A file is one object, or a list of them: https://github.com/hashicorp/hcl/blob/main/json/spec.md, "Bodies". */
export function topPaths({ value }: Document, kind: string): readonly Path[] {
  return isList(value) ? value.map((_, index) => [index, kind]) : [[kind]];
}

export function jsonDeclarations(document: Document): Declarations {
  const named = (kind: string): ReadonlyMap<string, Body> =>
    new Map(
      atTop(document, kind, 1).flatMap(({ labels: [name = ""], path }) =>
        bodiesAt(document, path).map((body) => [name, body] as const),
      ),
    );
  const resources = declared(document, "managed");
  return {
    variables: named("variable"),
    locals: localsOf(document),
    declared: new Map([...resources, ...declared(document, "data")].map((each) => [each.address, each])),
    resources,
    outputs: named("output"),
    calls: named("module"),
    providers: topPaths(document, "provider")
      .flatMap((path) => jsonBlocks(document, path))
      .flatMap(({ origin: { path } }) => jsonBlocks(document, [...path, "aws"])),
  };
}

function localsOf(document: Document): ReadonlyMap<string, Argument> {
  return new Map(
    atTop(document, "locals", 1).map(({ labels: [name = ""], path }) => [name, jsonArgument(document, path)]),
  );
}

function declared(document: Document, mode: Declared["mode"]): readonly Declared[] {
  const [kind, prefix] = mode === "managed" ? (["resource", ""] as const) : (["data", "data."] as const);
  return atTop(document, kind, 2).flatMap(({ labels: [type = "", name = ""], path }) =>
    bodiesAt(document, path).map((body) => ({ address: `${prefix}${type}.${name}`, mode, type, body })),
  );
}

interface Labelled {
  readonly labels: readonly string[];
  readonly path: Path;
}

function atTop(document: Document, kind: string, count: number): readonly Labelled[] {
  return topPaths(document, kind).flatMap((path) => labelled(document, path, count));
}

/** Blocks with as many labels, each level of which may be a list of objects as well as one. */
function labelled(document: Document, path: Path, count: number): readonly Labelled[] {
  const json = at(document.value, path);
  if (isList(json)) return json.flatMap((_, index) => labelled(document, [...path, index], count));
  if (!isObject(json)) return [];
  return Object.keys(json)
    .filter((name) => name !== COMMENT)
    .flatMap((name) =>
      inside(document, [...path, name], count - 1).map((found) => ({ ...found, labels: [name, ...found.labels] })),
    );
}

/** A block may stand in a list of its own. */
function bodiesAt(document: Document, path: Path): readonly Body[] {
  return isList(at(document.value, path)) ? jsonBlocks(document, path) : [jsonBody(document, path)];
}

/** What the last label names is not taken apart: a local may be a list. */
function inside(document: Document, path: Path, count: number): readonly Labelled[] {
  return count === 0 ? [{ labels: [], path }] : labelled(document, path, count);
}
