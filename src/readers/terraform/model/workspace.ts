// The folders of a run as modules: which files each has, and what they declare together.

import type { Document } from "../../../text/document.ts";
import { isHcl } from "../../../text/hcl/document.ts";
import { parseFile } from "../../../text/parse.ts";
import { posix } from "../../../text/posix.ts";
import { Problem } from "../../../text/problem.ts";
import type { FilesIn, ReadFile } from "../../reader.ts";
import { byCodePoint } from "../expressions/sets.ts";
import { hclDeclarations } from "./hcl-declarations.ts";
import { jsonDeclarations } from "./json-declarations.ts";
import { type Declarations, type FileContent, merged, type Workspace } from "./module.ts";
import { mergeOverride } from "./overriding.ts";

/** OpenTofu reads files of its own beside those of Terraform; hidden ones neither reads. */
const NAME = /(?:^|\/)[^./][^/]*\.(?:tf|tofu)(?:\.json)?$/i;
/** https://developer.hashicorp.com/terraform/language/style#file-names, and the like: looked for where the run has not listed a folder. */
const STANDARD = "main variables outputs locals data providers iam roles".split(" ");
const ENDINGS = [".tf", ".tofu", ".tf.json", ".tofu.json"];
const FOR_TERRAFORM = /\.tf(?=\.json$|$)/;

/** https://developer.hashicorp.com/terraform/language/files/override: laid over all others, in the order of their names. */
const OVERRIDE = /(?:^|\/|_)override\.(?:tf|tofu)(?:\.json)?$/;

/** Whether a file is one of those that make up the module in its folder. */
export function isOfModule(path: string): boolean {
  return NAME.test(path);
}

/** Worked out once a run, because every file of a folder asks for it. */
interface Known {
  readonly declarations: Map<string, Declarations | undefined>;
  /** By their folders. */
  readonly files: Map<string, ReadonlySet<string>>;
  readonly contents: Map<string, FileContent>;
}

/** A run is known by its `filesIn`. */
const runs = new WeakMap<FilesIn, Known>();

/** `document` is there in any case, whatever its name is. */
export function workspaceOf(document: Document, read: ReadFile, filesIn: FilesIn): Workspace {
  const { path } = document.source;
  const known: Known = (isOfModule(path) && runs.get(filesIn)) || {
    declarations: new Map(),
    files: new Map(),
    contents: new Map(),
  };
  if (isOfModule(path)) runs.set(filesIn, known);
  const { declarations } = known;
  const own = posix.dirname(path);
  const reads = isReplaced(path, filesOf(own)) ? "Terraform" : "OpenTofu";
  return {
    read,
    file(name) {
      const before = known.contents.get(name);
      const content = before === undefined ? read(name) : undefined;
      if (content === undefined) return before;
      const found = { path: name, content };
      known.contents.set(name, found);
      return found;
    },
    declarationsIn(folder) {
      const key = `${reads} ${folder}`;
      const here = folder === own ? [document] : [];
      if (!declarations.has(key)) declarations.set(key, mergeDocuments([...here, ...documentsIn(folder, here)]));
      return declarations.get(key);
    },
  };

  function filesOf(folder: string): ReadonlySet<string> {
    const files = known.files.get(folder) ?? moduleFiles(folder, read, filesIn);
    known.files.set(folder, files);
    return files;
  }

  function documentsIn(folder: string, [there]: readonly Document[]): readonly Document[] {
    return SELECTIONS[reads](filesOf(folder))
      .filter((name) => name !== there?.source.path)
      .flatMap((name) => documentIn(name, read));
  }
}

/** All that the files of a folder of the run declare; undefined where none of them can be read. */
export function declarationsIn(folder: string, read: ReadFile, filesIn: FilesIn): Declarations | undefined {
  const [document] = filesIn(folder)
    .filter(isOfModule)
    .flatMap((name) => documentIn(name, read));
  return document && workspaceOf(document, read, filesIn).declarationsIn(folder);
}

function moduleFiles(folder: string, read: ReadFile, filesIn: FilesIn): ReadonlySet<string> {
  const before = posix.join(folder, "main").slice(0, -"main".length);
  const standard = STANDARD.flatMap((name) => ENDINGS.map((ending) => `${before}${name}${ending}`));
  return new Set([...filesIn(folder).filter(isOfModule), ...standard.filter((file) => read(file) !== undefined)]);
}

function mergeDocuments(documents: readonly Document[]): Declarations | undefined {
  if (documents.length === 0) return undefined;
  const bases = documents.filter((each) => !isOverride(each));
  const overrides = documents.filter(isOverride).sort((one, other) => byCodePoint(nameOf(one), nameOf(other)));
  return overrides.map(declarationsOf).reduce(mergeOverride, merged(bases.map(declarationsOf)));
}

function declarationsOf(document: Document): Declarations {
  return isHcl(document) ? hclDeclarations(document) : jsonDeclarations(document);
}

/** OpenTofu passes over a file of Terraform's that has one of its own beside it: opentofu, internal/configs/parser_config_dir.go. */
function isReplaced(name: string, all: ReadonlySet<string>): boolean {
  return FOR_TERRAFORM.test(name) && all.has(name.replace(FOR_TERRAFORM, ".tofu"));
}

const SELECTIONS = {
  /** As Terraform does too, where there are no files for OpenTofu. */
  OpenTofu: (all: ReadonlySet<string>) => [...all].filter((name) => !isReplaced(name, all)),
  Terraform: (all: ReadonlySet<string>) => [...all].filter((name) => FOR_TERRAFORM.test(name)),
};

function isOverride(document: Document): boolean {
  return OVERRIDE.test(nameOf(document));
}

function nameOf({ source }: Document): string {
  return source.path;
}

/** Its mistakes are reported where the file itself is read. */
function documentIn(name: string, read: ReadFile): readonly Document[] {
  const content = read(name);
  if (content === undefined) return [];
  try {
    return parseFile(name, content).documents;
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}
