// Templates that stand within a file of another tool: `resources` of a service of the Serverless Framework, and the files that its resources are in.

import { at, type Document, entry, isList, isObject, type Json, type Path } from "../../../text/document.ts";

/** Serverless Framework, "AWS CloudFormation Resources": one template, or several that are merged. */
const AT = "resources";

/** The file itself where it is no such service. */
export function templatesIn(document: Document): readonly Document[] {
  const { value } = document;
  if (!isService(value)) return [document];
  const resources = entry(value, AT);
  const paths: readonly Path[] = isList(resources) ? resources.map((_, index) => [AT, index]) : [[AT]];
  return paths
    .filter((path) => isObject(entry(at(value, path), "Resources")))
    .map((path) => documentAt(document, path));
}

/** Serverless Framework, "Reference properties in other files": a value that is a file, or a part of one. */
const IN_FILE = /^\$\{file\(\s*([^)$]+?)\s*\)(?::([\w.-]+))?\}$/;

/** The file that a resource is in, by its path from there, and where in it; undefined where it stands in the template. */
export function fileOfResource(json: Json): { readonly location: string; readonly steps: Path } | undefined {
  const [whole, location = "", steps] = (typeof json === "string" && IN_FILE.exec(json)) || [];
  return whole === undefined ? undefined : { location, steps: steps?.split(".") ?? [] };
}

export function hasResourceInFile(template: Document): boolean {
  const resources = entry(template.value, "Resources");
  return isObject(resources) && Object.values(resources).some((each) => fileOfResource(each ?? null) !== undefined);
}

/** Whatever stands in it, `resources` are filled in and merged before they are deployed. */
function isService(value: Json): boolean {
  return entry(value, "service") !== undefined && entry(value, "provider") !== undefined;
}

function documentAt(document: Document, at: Path): Document {
  return { ...partAt(document, at), comments: () => document.comments() };
}

function partAt({ source, value, locate, spelling }: Document, outer: Path): Omit<Document, "comments"> {
  return {
    source,
    value: at(value, outer) ?? null,
    locate: (path, what) => locate([...outer, ...path], what),
    spelling: (path) => spelling([...outer, ...path]),
  };
}
