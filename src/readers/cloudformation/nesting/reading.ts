// The resources of a template and of those that it deploys, by the documents that they stand in.

import type { Document } from "../../../text/document.ts";
import { Problem } from "../../../text/problem.ts";
import type { Reading, Resource } from "../../reader.ts";
import type { Template } from "../model/template.ts";
import { includedFiles } from "./included-files.ts";
import type { StackReading } from "./stacks.ts";

/** `written`: the templates that stand in the file itself, as whose resources theirs count. */
export function readingOf(file: Document, written: readonly Template[], deployed: readonly StackReading[]): Reading {
  const own = new Set(written.map(({ document }) => document));
  const included = deployed.flatMap(({ template }) => [...includedFiles(template)]);
  const byDocument = new Map<Document, Resource[]>();
  const resourcesOf = (document: Document) => {
    const place = own.has(document) ? file : document;
    const known = byDocument.get(place) ?? [];
    byDocument.set(place, known);
    return known;
  };
  const resources = resourcesOf(file);
  for (const { template } of deployed) resourcesOf(template.document);
  for (const each of deployed.flatMap((stack) => stack.resources)) resourcesOf(each.origin.document).push(each);
  for (const document of included) if (!(document instanceof Problem)) resourcesOf(document);
  byDocument.delete(file);
  return {
    resources,
    inner: Array.from(byDocument, ([document, resources]) => ({ document, resources })),
    problems: [
      ...deployed.flatMap(({ problems }) => problems),
      ...new Set(included.filter((each) => each instanceof Problem)),
    ],
    notes: deployed.flatMap(({ notes }) => notes),
  };
}
