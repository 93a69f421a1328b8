// The folders of a run as modules: which files each has, and what they declare together.

import { posix } from "node:path";
import type { Document } from "../../../text/document.ts";
import { parseFile } from "../../../text/parse.ts";
import { Problem } from "../../../text/problem.ts";
import type { FilesIn, ReadFile } from "../../reader.ts";
import { byCodePoint } from "../expressions/sets.ts";
import { jsonDeclarations } from "./json-declarations.ts";
import { type Declarations, merged, type Workspace } from "./module.ts";
import { laidOver } from "./overriding.ts";

/** OpenTofu reads files of its own beside those of Terraform. */
export const NAME = /\.(?:tf|tofu)\.json$/;
/** https://developer.hashicorp.com/terraform/language/modules/develop/structure: looked for where the run has not listed a folder. */
const STANDARD = ["main", "variables", "outputs"].flatMap((name) => [`${name}.tf.json`, `${name}.tofu.json`]);
const FOR_TERRAFORM = /\.tf\.json$/;

/** https://developer.hashicorp.com/terraform/language/files/override: laid over all others, in the order of their names. */
const OVERRIDE = /(?:^|\/|_)override\.(?:tf|tofu)\.json$/;

/** Whether a file is one of those that make up the module in its folder. */
export function isOfModule(path: string): boolean {
  return NAME.test(path);
}

/** `document` is there in any case, whatever its name is. */
export function workspaceOf(document: Document, read: ReadFile, filesIn: FilesIn): Workspace {
  const known = new Map<string, Declarations | undefined>();
  const { path } = document.source;
  const filesOf = (folder: string): ReadonlySet<string> => {
    const standard = STANDARD.map((file) => posix.join(folder, file)).filter((file) => read(file) !== undefined);
    return new Set([...filesIn(folder).filter((file) => NAME.test(file)), ...standard]);
  };
  const select = isReplaced(path, filesOf(posix.dirname(path))) ? readByTerraform : readByTofu;
  const declarationsIn = (folder: string): Declarations | undefined => {
    const own = folder === posix.dirname(path) ? [document] : [];
    const others = select(filesOf(folder)).filter((name) => name !== path);
    const documents = [...own, ...others.flatMap((name) => documentIn(name, read))];
    if (documents.length === 0) return undefined;
    const bases = documents.filter((each) => !isOverride(each));
    const overrides = documents.filter(isOverride).sort((one, other) => byCodePoint(nameOf(one), nameOf(other)));
    return overrides.map(jsonDeclarations).reduce(laidOver, merged(bases.map(jsonDeclarations)));
  };
  return {
    read,
    declarationsIn(folder) {
      if (!known.has(folder)) known.set(folder, declarationsIn(folder));
      return known.get(folder);
    },
  };
}

/** OpenTofu passes over a file of Terraform's that has one of its own beside it: opentofu, internal/configs/parser_config_dir.go. */
function isReplaced(name: string, all: ReadonlySet<string>): boolean {
  return FOR_TERRAFORM.test(name) && all.has(name.replace(FOR_TERRAFORM, ".tofu.json"));
}

/** As Terraform does too, where there are no files for OpenTofu. */
function readByTofu(all: ReadonlySet<string>): readonly string[] {
  return [...all].filter((name) => !isReplaced(name, all));
}

function readByTerraform(all: ReadonlySet<string>): readonly string[] {
  return [...all].filter((name) => FOR_TERRAFORM.test(name));
}

function isOverride(document: Document): boolean {
  return OVERRIDE.test(nameOf(document));
}

function nameOf({ source }: Document): string {
  return source.path;
}

/** What is wrong in it is said where it is read for itself. */
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
