// The parameter or variable that carries an external ID: one that is there, or a new one with the edit that declares it.

import type { InputFile } from "../readers/inputs.ts";
import { hclDeclarations } from "../readers/terraform/model/hcl-declarations.ts";
import { jsonDeclarations } from "../readers/terraform/model/json-declarations.ts";
import type { Declarations } from "../readers/terraform/model/module.ts";
import { at, type Document, entry, isObject, textAt } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import { parseFile } from "../text/parse.ts";
import { posix } from "../text/posix.ts";
import { Problem } from "../text/problem.ts";
import { literal } from "../values/value.ts";
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

const TERRAFORM = /\.(?:tf|tofu)(?:\.json)?$/i;

/** Of one run: whoever asks again for the same run gives the same object. */
export interface RunFiles {
  /** All that were read. */
  readonly files: readonly InputFile[];
  /** The paths of those that may be changed. */
  readonly asked: ReadonlySet<string>;
}

/**
 * `root`: the document that the resource stands in, of which `document` may be a text. `files`: of the run. Undefined
 * where nothing can be declared, or several might be meant.
 */
export function externalIdFor(
  document: Document,
  root: Document,
  vendor: string | undefined,
  files: RunFiles,
): Reference | undefined {
  const isOne = root.within === undefined && root.source.path === document.source.path;
  // A module may have the policy from one that calls it: where it is written counts.
  if (TERRAFORM.test(document.source.path)) return variableFor(isOne ? root : document, vendor, files);
  return isOne ? parameterFor(root, vendor) : undefined;
}

function parameterFor(document: Document, vendor: string | undefined): Reference | undefined {
  const { value } = document;
  const parameters = entry(value, "Parameters");
  const language = "cloudformation";
  const own = `${(vendor ?? "").replace(/[^A-Za-z0-9]/g, "")}ExternalId`;
  const declared = parametersIn(document);
  const known = meantOf(declared, own);
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
  const { first } = declared;
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

/** Found out once a template: all of it is asked for each finding. */
const parametersOf = new WeakMap<Document, Names & { readonly first: string | undefined }>();

function parametersIn(document: Document): Names & { readonly first: string | undefined } {
  const known = parametersOf.get(document);
  if (known !== undefined) return known;
  const parameters = entry(document.value, "Parameters");
  const declared = isObject(parameters) ? Object.keys(parameters) : [];
  const texts = declared.filter((name) => textAt(entry(parameters, name), "Type") === "String");
  const found = { ...namesOf(texts), first: declared[0] };
  parametersOf.set(document, found);
  return found;
}

/** JSON has no other texts. */
function inQuotes(text: string, { source }: Document): string {
  return /^\s*\{/.test(source.text) ? `"${text}"` : text;
}

function variableFor(document: Document, vendor: string | undefined, files: RunFiles): Reference | undefined {
  const { path } = document.source;
  const folder = posix.dirname(path);
  const module = modulesIn(files)(folder);
  const language = "terraform";
  const words = (vendor ?? "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const own = [...words, "external_id"].join("_");
  const known = meantOf(module.variables, own);
  if (known !== "none") return known === undefined ? undefined : { name: known, language };
  // Whoever calls a module would have to give it.
  if (!/^[a-z]/.test(own) || module.isCalled) return undefined;
  // One variable for all policies of the module that need it, where the first of them is written.
  const declaration = module.added.get(own) ?? declarationOf(own, document);
  if (declaration !== undefined && files.asked.has(path)) module.added.set(own, declaration);
  return declaration && { name: own, language, declaration };
}

function declarationOf(name: string, document: Document): Edit | undefined {
  return /\.json$/i.test(document.source.path) ? variableEntry(name, document) : variableBlock(name, document);
}

const TOO_SHORT = `An external ID has at least ${SHORTEST} characters.`;

/** At the end of a file. */
function variableBlock(name: string, { source }: Document): Edit {
  const broken = lineBreak(source);
  const { text } = source;
  const lines = [
    `variable "${name}" {`,
    `  description = "${DESCRIPTION}"`,
    "  type        = string",
    "  validation {",
    `    condition     = length(var.${name}) >= ${SHORTEST}`,
    `    error_message = "${TOO_SHORT}"`,
    "  }",
    "}",
  ];
  const gap = text.endsWith("\n") ? broken : `${broken}${broken}`;
  return { source, start: text.length, end: text.length, text: `${gap}${lines.join(broken)}${broken}` };
}

/** Beside the first variable, else before all else. */
function variableEntry(name: string, document: Document): Edit | undefined {
  const { value, within } = document;
  if (within !== undefined) return undefined;
  const variables = entry(value, "variable");
  const made: Entry = [
    name,
    [
      ["description", `"${DESCRIPTION}"`],
      ["type", '"string"'],
      [
        "validation",
        [
          ["condition", `"\${length(var.${name}) >= ${SHORTEST}}"`],
          ["error_message", `"${TOO_SHORT}"`],
        ],
      ],
    ],
  ];
  const [first] = isObject(variables) ? Object.keys(variables) : [];
  if (first !== undefined) return beforeKey(made, document.locate(["variable", first], "key"), "braces", document);
  const [section] = isObject(value) && variables === undefined ? Object.keys(value) : [];
  if (section === undefined) return undefined;
  return beforeKey(["variable", [made]], document.locate([section], "key"), "braces", document);
}

/** Names that are declared, and those of them that sound like an external ID. */
interface Names {
  readonly all: ReadonlySet<string>;
  readonly meant: readonly string[];
}

function namesOf(all: readonly string[]): Names {
  return { all: new Set(all), meant: all.filter((name) => MEANT.test(name)) };
}

/** The name itself, or the only one that sounds like an external ID; undefined: one of several. */
function meantOf({ all, meant }: Names, own: string): string | "none" | undefined {
  if (all.has(own)) return own;
  return meant.length === 0 ? "none" : meant.length === 1 ? meant[0] : undefined;
}

/** What the files of a folder are to an edit in one of them. */
interface FolderOfTerraform {
  readonly variables: Names;
  /** By another module. */
  readonly isCalled: boolean;
  /** The variables that are to be declared in it, by their names. */
  readonly added: Map<string, Edit>;
}

/** Found out once a run: all of it is asked for each finding. */
const modulesInRuns = new WeakMap<RunFiles, (folder: string) => FolderOfTerraform>();

function modulesIn(run: RunFiles): (folder: string) => FolderOfTerraform {
  const known = modulesInRuns.get(run);
  if (known !== undefined) return known;
  const variables = new Map<string, string[]>();
  const called = new Set<string>();
  for (const { path, content } of run.files) {
    if (!TERRAFORM.test(path)) continue;
    const folder = posix.dirname(path);
    const names = variables.get(folder) ?? [];
    variables.set(folder, names);
    for (const each of declarationsIn(path, content)) {
      for (const name of each.variables.keys()) names.push(name);
      for (const callee of calleesOf(each, folder)) called.add(callee);
    }
  }
  const modules = new Map<string, FolderOfTerraform>();
  const moduleIn = (folder: string): FolderOfTerraform => {
    const before = modules.get(folder);
    const declared = namesOf(variables.get(folder) ?? []);
    const module = before ?? { variables: declared, isCalled: called.has(folder), added: new Map() };
    modules.set(folder, module);
    return module;
  };
  modulesInRuns.set(run, moduleIn);
  return moduleIn;
}

function declarationsIn(path: string, content: InputFile["content"]): readonly Declarations[] {
  try {
    return parseFile(path, content).documents.map((each) =>
      isHcl(each) ? hclDeclarations(each) : jsonDeclarations(each),
    );
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

/** The folders of modules that lie in the repository. */
function calleesOf({ calls }: Declarations, folder: string): readonly string[] {
  return [...calls.values()].flatMap((call) => {
    const source = call.constant("source");
    const text = source?.kind === "text" ? literal(source) : undefined;
    return text !== undefined && /^\.\.?\//.test(text) ? [posix.join(folder, text)] : [];
  });
}
