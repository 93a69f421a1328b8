// The files that a named file is judged together with: the rest of its Terraform module, or the manifest of its cloud assembly.

import { dirname, join } from "node:path";
import { errorIn } from "../../../findings/problem.ts";
import type { ReportError } from "../../../findings/report.ts";
import { isManifest, MANIFEST } from "../../../readers/cdk.ts";
import { isOfModule } from "../../../readers/terraform/model/workspace.ts";
import { Problem } from "../../../text/problem.ts";
import type { Host } from "../../host.ts";
import { leadsOut, named, type Places, pathOf } from "../../places.ts";

export interface ContextFile {
  /** Its name in reports. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Context {
  readonly files: readonly ContextFile[];
  /** An override file that cannot be read could open what is judged without it, so it is an error. */
  readonly errors: readonly ReportError[];
}

/** `files`: by their names in reports. */
export function contextFiles(files: readonly string[], host: Host, places: Places): Context {
  const errors: ReportError[] = [];
  const modules = new Set(files.filter(isOfModule).map(folderOf));
  const others = new Set(files.filter((file) => !isOfModule(file)).map(folderOf));
  const found = [
    ...[...modules].flatMap((folder) =>
      resultOr(() => host.list(folder), [])
        .filter(({ name }) => isOfModule(name))
        .flatMap(({ name }) => fileAt(join(folder, name))),
    ),
    ...[...others].flatMap((folder) => fileAt(join(folder, MANIFEST)).filter(isAssembly)),
  ];
  return { files: found, errors };

  function folderOf(file: string): string {
    return dirname(pathOf(places, file));
  }

  function fileAt(path: string): readonly ContextFile[] {
    if (host.kindOf(path) !== "file" || leadsOut(path, host)) return [];
    const name = named(places, path);
    try {
      return [{ path: name, content: host.read(path) }];
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      errors.push(errorIn(name, thrown));
      return [];
    }
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
