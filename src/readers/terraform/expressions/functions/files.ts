// Functions that read files beside the configuration.

import { parseTemplate } from "../../../../text/hcl/parse.ts";
import { plainDocument } from "../../../../text/plain.ts";
import { Problem } from "../../../../text/problem.ts";
import { source } from "../../../../text/source.ts";
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
  ["fileexists", { gives: "text", run: ([path], origin, evaluation) => exists(path, origin, evaluation) }],
];

/** What the file holds, every character of it in its place there. */
function contentOf(path: Value | undefined, origin: Origin, { scope }: Evaluation): Value | undefined {
  const name = literal(path);
  if (name === undefined) return undefined;
  const found = scope.file(name);
  if (found === undefined) return unresolved(`file ${name}`, "file", `file ${name}`, origin);
  try {
    const document = plainDocument(source(found.path, found.content));
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
  if (values?.kind !== "map") return values && unknown(resultOf("templatefile", [values]), origin);
  const { document } = content.origin;
  const { source: from } = document;
  try {
    const template = parseTemplate(from);
    const names = new Map([...values.entries].map(([name, { value }]) => [name, value]));
    const place = (what: Origin["what"]): Origin => ({ document, path: [], ...(what && { what }) });
    return evaluation.evaluate(template, { ...evaluation, names, writing: { text: from.text, place } });
  } catch (thrown) {
    if (thrown instanceof Problem) return unresolved(`template ${from.path}`, "file", `template ${from.path}`, origin);
    throw thrown;
  }
}

/** A file that is not at hand may be there when Terraform runs. */
function exists(path: Value | undefined, origin: Origin, { scope }: Evaluation): Value | undefined {
  return scope.file(literal(path) ?? "") === undefined ? undefined : truthText(true, origin);
}
