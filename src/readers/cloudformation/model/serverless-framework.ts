// Templates that stand within a file of another tool: `resources` of a service of the Serverless Framework.

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
