// The parameter or variable that carries an external ID: one that is there, or a new one with the edit that declares it.

import type { InputFile } from "../readers/inputs.ts";
import { at, type Document, entry, isObject, textAt } from "../text/document.ts";
import { constantIn } from "../text/hcl/constant.ts";
import { type HclDocument, isHcl } from "../text/hcl/document.ts";
import type { Block } from "../text/hcl/syntax.ts";
import { parseFile } from "../text/parse.ts";
import { posix } from "../text/posix.ts";
import { Problem } from "../text/problem.ts";
import type { Edit } from "./edit.ts";
import { beforeKey, type Entry } from "./insert.ts";
import { lineBreak, notationOf } from "./surroundings.ts";

export interface Reference {
  readonly name: string;
  readonly language: "cloudformation" | "terraform";
  /** What declares it, if nothing does yet. */
  readonly declaration?: Edit;
}

const MEANT = /external[-_]?id/i;
const DESCRIPTION = "The external ID that the vendor made for this account";
/** STS takes no shorter one: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const SHORTEST = 2;

/** `files`: of the run. Undefined where nothing can be declared, or several might be meant. */
export function externalIdFor(
  document: Document,
  vendor: string | undefined,
  files: readonly InputFile[],
): Reference | undefined {
  if (/\.(?:tf|tofu)$/i.test(document.source.path)) return variableFor(document, vendor, files);
  return document.within === undefined ? parameterFor(document, vendor) : undefined;
}

function parameterFor(document: Document, vendor: string | undefined): Reference | undefined {
  const { value } = document;
  const parameters = entry(value, "Parameters");
  const declared = isObject(parameters) ? Object.keys(parameters) : [];
  const language = "cloudformation";
  const own = `${(vendor ?? "").replace(/[^A-Za-z0-9]/g, "")}ExternalId`;
  const known = meantOf(
    declared.filter((name) => textAt(entry(parameters, name), "Type") === "String"),
    own,
  );
  if (known !== "none") return known === undefined ? undefined : { name: known, language };
  const isTaken = ["Parameters", "Resources"].some((section) => at(value, [section, own]) !== undefined);
  if (isTaken || !/^[A-Za-z]/.test(own)) return undefined;
  const made: Entry = [
    own,
    [
      ["Type", inQuotes("String", document)],
      ["MinLength", `${SHORTEST}`],
      ["Description", inQuotes(DESCRIPTION, document)],
    ],
  ];
  const [first] = declared;
  if (first !== undefined) {
    const notation = notationOf(document, document.locate(["Parameters"]));
    const declaration = beforeKey(made, document.locate(["Parameters", first], "key"), notation, document);
    return { name: own, language, declaration };
  }
  if (parameters !== undefined || entry(value, "Resources") === undefined) return undefined;
  const key = document.locate(["Resources"], "key");
  const declaration = beforeKey(["Parameters", [made]], key, notationOf(document, document.locate([])), document);
  return { name: own, language, declaration };
}

/** JSON has no other texts. */
function inQuotes(text: string, { source }: Document): string {
  return /^\s*\{/.test(source.text) ? `"${text}"` : text;
}

function variableFor(
  document: Document,
  vendor: string | undefined,
  files: readonly InputFile[],
): Reference | undefined {
  const { source } = document;
  const folder = posix.dirname(source.path);
  const all = files.flatMap(({ path, content }) => (/\.(?:tf|tofu)$/i.test(path) ? hclIn(path, content) : []));
  const declared = all
    .filter(({ source: { path } }) => posix.dirname(path) === folder)
    .flatMap(({ file }) => file.body.blocks.filter(({ type }) => type === "variable"))
    .flatMap(({ labels: [name] }) => name ?? []);
  const language = "terraform";
  const words = (vendor ?? "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const own = [...words, "external_id"].join("_");
  const known = meantOf(declared, own);
  if (known !== "none") return known === undefined ? undefined : { name: known, language };
  // Whoever calls a module would have to give it.
  if (!/^[a-z]/.test(own) || all.some((each) => calls(each, folder))) return undefined;
  const broken = lineBreak(source);
  const { text } = source;
  const lines = [
    `variable "${own}" {`,
    `  description = "${DESCRIPTION}"`,
    "  type        = string",
    "  validation {",
    `    condition     = length(var.${own}) >= ${SHORTEST}`,
    `    error_message = "An external ID has at least ${SHORTEST} characters."`,
    "  }",
    "}",
  ];
  const gap = text.endsWith("\n") ? broken : `${broken}${broken}`;
  const declaration = { source, start: text.length, end: text.length, text: `${gap}${lines.join(broken)}${broken}` };
  return { name: own, language, declaration };
}

/** The name itself, or the only one that sounds like an external ID; undefined: one of several. */
function meantOf(names: readonly string[], own: string): string | "none" | undefined {
  if (names.includes(own)) return own;
  const meant = names.filter((name) => MEANT.test(name));
  return meant.length === 0 ? "none" : meant.length === 1 ? meant[0] : undefined;
}

function hclIn(path: string, content: InputFile["content"]): readonly HclDocument[] {
  try {
    return parseFile(path, content).documents.filter(isHcl);
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

function calls({ source: { path }, file }: HclDocument, folder: string): boolean {
  const from = ({ body }: Block) => {
    const source = body.attributes.get("source");
    return source && constantIn(source.value);
  };
  return file.body.blocks
    .filter(({ type }) => type === "module")
    .map(from)
    .some(
      (source) =>
        typeof source === "string" && /^\.\.?\//.test(source) && posix.join(posix.dirname(path), source) === folder,
    );
}
