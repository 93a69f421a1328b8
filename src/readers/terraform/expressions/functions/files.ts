// Functions that read files beside the configuration, and that fill in templates.

import type { Document } from "../../../../text/document.ts";
import { parseTemplate } from "../../../../text/hcl/parse.ts";
import { plainDocument } from "../../../../text/plain.ts";
import { Problem } from "../../../../text/problem.ts";
import { type Source, source } from "../../../../text/source.ts";
import { unknown } from "../../../../values/hole.ts";
import { text } from "../../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../../values/value.ts";
import { type Evaluation, resultOf, truthText, unresolved } from "../evaluation.ts";
import type { Functions } from "./row.ts";

export const files: Functions = [
  ["file", { gives: "text", run: ([path], origin, evaluation) => contentOf(path, origin, evaluation) }],
  [
    "templatefile",
    { gives: "text", run: ([path, values], origin, evaluation) => filled(path, values, origin, evaluation) },
  ],
  [
    "templatestring",
    { gives: "text", run: ([template, values], origin, evaluation) => rendered(template, values, origin, evaluation) },
  ],
  ["fileexists", { gives: "text", run: ([path], origin, evaluation) => exists(path, origin, evaluation) }],
];

/** By what `Scope.file` gives: a file is asked for in each world, and once is enough to read it and what is decoded from it. */
const documents = new WeakMap<object, Document>();

/** What the file holds, every character of it in its place there. */
function contentOf(path: Value | undefined, origin: Origin, { scope }: Evaluation): Value | undefined {
  const name = literal(path);
  if (name === undefined) return undefined;
  const found = scope.file(name);
  if (found === undefined) return unresolved(`file ${name}`, "file", `file ${name}`, origin);
  try {
    const document = documents.get(found) ?? plainDocument(source(found.path, found.content));
    documents.set(found, document);
    const whole: Origin = { document, path: [] };
    return text({ text: document.source.text, origin: whole }, whole);
  } catch (thrown) {
    if (thrown instanceof Problem) return unresolved(`file ${name}`, "file", `file ${name}, which is no text`, origin);
    throw thrown;
  }
}

function filled(
  path: Value | undefined,
  values: Value | undefined,
  origin: Origin,
  evaluation: Evaluation,
): Value | undefined {
  const content = contentOf(path, origin, evaluation);
  if (content?.kind !== "text") return content;
  return filledIn(content.origin.document.source, content.origin, values, evaluation);
}

/** A template that is a text of the configuration; what stands in a file is told at its place there. */
export function rendered(
  template: Value | undefined,
  values: Value | undefined,
  origin: Origin,
  evaluation: Evaluation,
): Value | undefined {
  const word = literal(template);
  if (word === undefined) return undefined;
  const place = template?.origin ?? origin;
  const { source: from } = place.document;
  return filledIn(from.text === word ? from : source(from.path, word), place, values, evaluation);
}

/** Each part of what comes out stands where it stands in the template's document, or in the template as a whole. */
function filledIn(
  from: Source,
  { document, ...at }: Origin,
  values: Value | undefined,
  evaluation: Evaluation,
): Value | undefined {
  const whole: Origin = { document, ...at };
  if (values?.kind !== "map") return values && unknown(resultOf("templatefile", [values]), whole);
  const isDocument = document.source.text === from.text;
  try {
    const template = parseTemplate(from);
    const names = new Map([...values.entries].map(([name, { value }]) => [name, value]));
    const place = (what: Origin["what"]): Origin =>
      isDocument ? { document, path: [], ...(what && { what }) } : whole;
    return evaluation.evaluate(template, { ...evaluation, names, writing: { text: from.text, place } });
  } catch (thrown) {
    if (thrown instanceof Problem) return unresolved(`template ${from.path}`, "file", `template ${from.path}`, whole);
    throw thrown;
  }
}

/** A missing file may exist when Terraform runs. */
function exists(path: Value | undefined, origin: Origin, { scope }: Evaluation): Value | undefined {
  return scope.file(literal(path) ?? "") === undefined ? undefined : truthText(true, origin);
}
