// The folders of a run as modules: which files each has, and what they declare together.

import { posix } from "node:path";
import type { Document } from "../../../text/document.ts";
import { parseFile } from "../../../text/parse.ts";
import { Problem } from "../../../text/problem.ts";
import type { FilesIn, ReadFile } from "../../reader.ts";
import { jsonDeclarations } from "./json-declarations.ts";
import { type Declarations, merged, type Workspace } from "./module.ts";

export const NAME = /\.tf\.json$/;
/** https://developer.hashicorp.com/terraform/language/modules/develop/structure: looked for where the run has not listed a folder. */
const STANDARD = ["main.tf.json", "variables.tf.json", "outputs.tf.json"];

/** https://developer.hashicorp.com/terraform/language/files/override: read after all others. */
const OVERRIDE = /(?:^|\/|_)override\.tf\.json$/;

/** `document` is there in any case, whatever its name is. */
export function workspaceOf(document: Document, read: ReadFile, filesIn: FilesIn): Workspace {
  const known = new Map<string, Declarations | undefined>();
  const { path } = document.source;
  const declarationsIn = (folder: string): Declarations | undefined => {
    const own = folder === posix.dirname(path) ? [document] : [];
    const listed = filesIn(folder).filter((file) => NAME.test(file));
    const names = new Set([...listed, ...STANDARD.map((file) => posix.join(folder, file))]);
    names.delete(path);
    const documents = [...own, ...[...names].flatMap((name) => documentIn(name, read))];
    documents.sort((one, other) => Number(isOverride(one)) - Number(isOverride(other)));
    return documents.length === 0 ? undefined : merged(documents.map(jsonDeclarations));
  };
  return {
    read,
    declarationsIn(folder) {
      if (!known.has(folder)) known.set(folder, declarationsIn(folder));
      return known.get(folder);
    },
  };
}

function isOverride({ source }: Document): boolean {
  return OVERRIDE.test(source.path);
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
