// Suppressions in the program that made an input: comments at the lines of its constructs, and what it says of them in the assembly's metadata.

import { acknowledgedIn, speaksOfFindings } from "../../config/acknowledged.ts";
import { ignoreComments, mayIgnore, programComments } from "../../config/comments.ts";
import type { Resource } from "../../readers/reader.ts";
import type { Json } from "../../text/document.ts";
import type { Source } from "../../text/source.ts";
import { resourceOf } from "../judging/placed.ts";
import { placeIn, placeOfAuthor } from "../place.ts";
import type { FileResult } from "../results.ts";
import type { Anchored, Subject } from "./suppression.ts";

/** A file of a program, and what was made of it. */
interface Program {
  readonly source: Source;
  readonly files: Set<FileResult>;
  readonly resources: Resource[];
}

export function fromPrograms(files: readonly FileResult[]): readonly Anchored[] {
  const programs = new Map<string, Program>();
  const acknowledged = new Map<Json, { readonly resource: Resource; readonly files: Set<FileResult> }>();
  for (const file of files) {
    for (const resource of new Set(file.policies.map((policy) => policy.resource))) {
      const author = resource.author?.();
      if (author?.source !== undefined && mayIgnore(author.source)) {
        const { source } = author;
        const program = programs.get(author.file) ?? { source, files: new Set<FileResult>(), resources: [] };
        programs.set(author.file, program);
        program.files.add(file);
        program.resources.push(resource);
      }
      for (const entry of (resource.constructMetadata ?? []).filter(speaksOfFindings)) {
        const one = acknowledged.get(entry) ?? { resource, files: new Set<FileResult>() };
        acknowledged.set(entry, one);
        one.files.add(file);
      }
    }
  }
  return [
    ...[...programs].flatMap(([path, program]) => [...inComments(path, program)]),
    ...[...acknowledged].flatMap(([entry, { resource, files: all }]) => {
      const subject = (): Subject => ({
        place: placeOfAuthor(resource.origin, resource),
        resource: resourceOf(resource),
        owner: resource,
      });
      return acknowledgedIn(entry).map(({ rule, ...terms }): Anchored => {
        return [{ by: "acknowledge", rule, ...terms, files: () => [...all], subject }, entry];
      });
    }),
  ];
}

function* inComments(path: string, { source, files, resources }: Program): Generator<Anchored> {
  const [first] = resources;
  for (const { rules, range, line, above: _, ...terms } of ignoreComments(programComments(source))) {
    const owner = resources.find((resource) => resource.author?.()?.line === line);
    const shown = owner ?? first;
    if (shown === undefined) return;
    const place = { ...placeIn(source, range), file: path };
    const subject = (): Subject => ({ place, resource: resourceOf(shown), ...(owner && { owner }) });
    for (const rule of rules.length === 0 ? [undefined] : rules) {
      yield [{ by: "comment", rule, ...terms, files: () => [...files], subject }, `on ${line} ${path}`];
    }
  }
}
