// What stands beside a file that is named and makes one whole with it: the rest of its Terraform module, the manifest of its cloud assembly.

import { dirname, join } from "node:path";
import { isManifest, MANIFEST } from "../../../readers/cdk.ts";
import { isOfModule } from "../../../readers/terraform/model/workspace.ts";
import { Problem } from "../../../text/problem.ts";
import type { Host } from "../../host.ts";
import { leadsOut, named, type Places, pathOf } from "../../places.ts";

export interface ContextFile {
  /** As reports have it. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** `files` as reports have them; what cannot be read is left out. */
export function contextFiles(files: readonly string[], host: Host, places: Places): readonly ContextFile[] {
  const modules = new Set(files.filter(isOfModule).map(folderOf));
  const others = new Set(files.filter((file) => !isOfModule(file)).map(folderOf));
  return [
    ...[...modules].flatMap((folder) =>
      resultOr(() => host.list(folder), [])
        .filter(({ name }) => isOfModule(name))
        .flatMap(({ name }) => fileAt(join(folder, name))),
    ),
    ...[...others].flatMap((folder) => fileAt(join(folder, MANIFEST)).filter(isAssembly)),
  ];

  function folderOf(file: string): string {
    return dirname(pathOf(places, file));
  }

  function fileAt(path: string): readonly ContextFile[] {
    if (host.kindOf(path) !== "file" || leadsOut(path, host)) return [];
    return resultOr(() => [{ path: named(places, path), content: host.read(path) }], []);
  }
}

function isAssembly({ path, content }: ContextFile): boolean {
  return resultOr(() => isManifest(path, content), false);
}

function resultOr<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof Problem) return otherwise;
    throw thrown;
  }
}
