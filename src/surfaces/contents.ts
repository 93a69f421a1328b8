// Reads files by their names in reports: the inputs of a run, and the files that these refer to.

import { posix } from "node:path";
import { errorIn } from "../findings/problem.ts";
import type { ReportError } from "../findings/report.ts";
import type { Content, FilesIn, ReadFile } from "../readers/reader.ts";
import { isOfModule } from "../readers/terraform/model/workspace.ts";
import { Problem } from "../text/problem.ts";
import type { Host } from "./host.ts";
import { isWithin, leadingOut, leadsOut, notRegular, type Places, pathOf } from "./places.ts";

export interface Contents {
  /** Undefined for a file that is missing, out of reach, or not readable; every file is read once. */
  readonly read: ReadFile;
  /** All files in a folder; none where it is out of reach, or cannot be listed. */
  readonly filesIn: FilesIn;
  /** Of all files that were asked for so far. */
  names(): readonly string[];
  /** Why files of Terraform modules could not be read so far; for other files the reader that refers to them says so. */
  errors(): readonly ReportError[];
}

/** `reach`: the folders that inputs may refer into. An input that others wrote must not make the report show other files of the machine. */
export function contentsOf(
  found: readonly { readonly path: string; readonly content: Content }[],
  host: Host,
  places: Places,
  reach: readonly string[],
): Contents {
  const known = new Map<string, Content | undefined>(found.map(({ path, content }) => [path, content]));
  const listings = new Map<string, readonly string[]>();
  const errors: ReportError[] = [];
  return {
    filesIn(folder) {
      const listing = listings.get(folder) ?? listed(folder, reach, host, places);
      listings.set(folder, listing);
      return listing;
    },
    read(name) {
      if (!known.has(name)) {
        const content = isMissed(name) ? undefined : readIfThere(pathOf(places, name), reach, host);
        if (content instanceof Problem && isOfModule(name)) errors.push(errorIn(name, content));
        known.set(name, content instanceof Problem ? undefined : content);
      }
      return known.get(name);
    },
    names: () => [...known.keys()],
    errors: () => errors,
  };

  /** Whether the listing of its folder shows that a file of a Terraform module is missing: very many are looked for in each module. */
  function isMissed(name: string): boolean {
    const listing = isOfModule(name) ? listings.get(posix.dirname(name)) : undefined;
    return listing !== undefined && listing.length > 0 && !listing.includes(name);
  }
}

function listed(folder: string, reach: readonly string[], host: Host, places: Places): readonly string[] {
  const path = pathOf(places, folder);
  if (host.kindOf(path) !== "folder" || !(isWithin(reach, path, host) || reach.includes(host.realPath(path) ?? path))) {
    return [];
  }
  try {
    return host
      .list(path)
      .filter(({ kind }) => kind === "file" || kind === "link")
      .map(({ name }) => posix.join(folder, name));
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

function readIfThere(path: string, reach: readonly string[], host: Host): Content | Problem | undefined {
  if (host.kindOf(path) !== "file" || !isWithin(reach, path, host)) return undefined;
  try {
    return host.read(path);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}

/** A file that the user names. Throws Problem where it is no file, or a link out of the repository. */
export function readNamed(path: string, host: Host): Uint8Array {
  const kind = host.kindOf(path);
  if (kind === "other") throw notRegular();
  if (kind !== undefined && leadsOut(path, host)) throw leadingOut();
  return host.read(path);
}
