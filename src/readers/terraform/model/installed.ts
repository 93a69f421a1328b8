// Where `terraform init` has put the modules that are not in the configuration's own folders.

import { entry, isList, type Json } from "../../../text/document.ts";
import { parseFile } from "../../../text/parse.ts";
import { posix } from "../../../text/posix.ts";
import { Problem } from "../../../text/problem.ts";
import type { ReadFile } from "../../reader.ts";

/** Written by Terraform and OpenTofu in the root module's folder: internal/modsdir/manifest.go. */
const MANIFEST = ".terraform/modules/modules.json";

/** The folder of a module; undefined where it is not installed. `calls`: the names of those that lead to it from the module in `root`. */
export function installed(calls: readonly string[], root: string, read: ReadFile): string | undefined {
  const folder = manifestIn(root, read).get(calls.join("."));
  return folder === undefined ? undefined : posix.join(root, folder);
}

const known = new WeakMap<ReadFile, Map<string, ReadonlyMap<string, string>>>();

function manifestIn(root: string, read: ReadFile): ReadonlyMap<string, string> {
  const all = known.get(read) ?? new Map<string, ReadonlyMap<string, string>>();
  known.set(read, all);
  const manifest = all.get(root) ?? new Map(foldersIn(posix.join(root, MANIFEST), read));
  all.set(root, manifest);
  return manifest;
}

/** By the names of the calls, from the root module on. */
function foldersIn(path: string, read: ReadFile): readonly (readonly [key: string, folder: string])[] {
  const modules = entry(jsonAt(path, read), "Modules");
  return (isList(modules) ? modules : []).flatMap((each) => {
    const [key, folder] = [entry(each, "Key"), entry(each, "Dir")];
    return typeof key === "string" && typeof folder === "string" ? [[key, folder] as const] : [];
  });
}

function jsonAt(path: string, read: ReadFile): Json | undefined {
  const content = read(path);
  try {
    return content === undefined ? undefined : parseFile(path, content).documents[0]?.value;
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}
