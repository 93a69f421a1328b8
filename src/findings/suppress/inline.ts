// Suppressions that the input itself holds: comments on a line, and metadata of a resource or a template.

import { ignoreComments } from "../../config/comments.ts";
import { metadataIgnores } from "../../config/inline.ts";
import type { Input } from "../../readers/inputs.ts";
import type { Resource } from "../../readers/reader.ts";
import { at, isObject } from "../../text/document.ts";
import type { Origin } from "../../values/value.ts";
import { resourceOf } from "../finding.ts";
import { placeIn, placeOf } from "../place.ts";
import type { Place } from "../report.ts";
import type { FileResult } from "../results.ts";
import { type FoundIn, type Subject, type Suppression, type Suppressions, wholeFile } from "./suppression.ts";

/** Tied to what they speak of: a line, a line that a resource begins in, or the map that they stand in. */
type Anchored = readonly [suppression: Suppression, ...anchors: unknown[]];

/** Of one rule at one place: one is enough, and further ones have nothing left to suppress. */
const MOST_ALIKE = 100;

export function inlineSuppressions(files: readonly FileResult[]): Suppressions {
  const anchored = files.flatMap((file) =>
    file.inputs.flatMap((input) => [...fromComments(file, input), ...fromMetadata(file, input)]),
  );
  const byAnchor = new Map<unknown, Map<string, Suppression[]>>();
  for (const [suppression, ...anchors] of anchored) {
    if (suppression.rule === undefined) continue;
    for (const anchor of anchors) {
      const rules = byAnchor.get(anchor) ?? new Map<string, Suppression[]>();
      byAnchor.set(anchor, rules);
      const others = rules.get(suppression.rule) ?? [];
      rules.set(suppression.rule, others);
      if (others.length < MOST_ALIKE) others.push(suppression);
    }
  }
  return {
    all: anchored.map(([suppression]) => suppression),
    matching: (made, names) =>
      anchorsOf(made).flatMap((anchor) => names.flatMap((name) => byAnchor.get(anchor)?.get(name) ?? [])),
  };
}

function anchorsOf({ finding, owner }: FoundIn): readonly unknown[] {
  const own = `on ${finding.line} ${finding.file}`;
  if (owner === undefined) return [own];
  const key = placeOf({ ...owner.origin, what: "key" });
  return [own, `above ${key.line} ${key.file}`, ...owner.metadata.map(mapAt)];
}

function* fromComments(file: FileResult, input: Input): Generator<Anchored> {
  const { document, resources } = input;
  const { source } = document;
  let owners: ReadonlyMap<number, Resource> | undefined;
  for (const { rules, range, line, above, ...terms } of ignoreComments(document)) {
    const subject = (): Subject => {
      owners ??= byLine(resources);
      return subjectAt(placeIn(source, range), input, owners.get(line));
    };
    const anchors = [`on ${line} ${source.path}`, ...(above ? [`above ${line} ${source.path}`] : [])];
    for (const rule of rules.length === 0 ? [undefined] : rules) {
      yield [{ by: "comment", rule, ...terms, files: () => [file], subject }, ...anchors];
    }
  }
}

/** Of each line the resource that it is in: looked up for every comment, resources may be many. */
function byLine(resources: readonly Resource[]): ReadonlyMap<number, Resource> {
  const owners = new Map<number, Resource>();
  for (const resource of resources) {
    const first = placeOf({ ...resource.origin, what: "key" }).line;
    const last = placeOf(resource.origin).endLine;
    for (let line = first; line <= last; line += 1) owners.set(line, resource);
  }
  return owners;
}

function* fromMetadata(file: FileResult, input: Input): Generator<Anchored> {
  const seen = new Set<unknown>();
  for (const resource of input.resources) {
    for (const metadata of resource.metadata) {
      const map = mapAt(metadata);
      // A template's metadata are those of every resource in it.
      if (seen.has(map)) continue;
      seen.add(map);
      const isOwn = resource.origin.path.every((key, index) => metadata.path[index] === key);
      for (const { origin, rule, ...terms } of metadataIgnores(metadata)) {
        const subject = () => subjectAt(placeOf(origin), input, isOwn ? resource : undefined);
        yield [{ by: "metadata", rule, ...terms, files: () => [file], subject }, map];
      }
    }
  }
}

/** One and the same object for one place; undefined where no map stands. */
function mapAt({ document, path }: Origin): unknown {
  const value = at(document.value, path);
  return isObject(value) ? value : undefined;
}

function subjectAt(place: Place, { document, format }: Input, owner: Resource | undefined): Subject {
  if (owner === undefined) return { place, resource: wholeFile(document.source.path, format) };
  return { place, resource: resourceOf(owner), owner };
}
