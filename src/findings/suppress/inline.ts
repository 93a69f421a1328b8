// Suppressions that the input itself holds: comments on a line, and metadata of a resource or a template.

import { ignoreComments } from "../../config/comments.ts";
import { metadataIgnores } from "../../config/inline.ts";
import type { Input } from "../../readers/inputs.ts";
import type { Resource } from "../../readers/reader.ts";
import { at, isObject } from "../../text/document.ts";
import type { Origin } from "../../values/value.ts";
import { resourceOf } from "../judging/placed.ts";
import { placeIn, placeOf } from "../place.ts";
import type { Place } from "../report.ts";
import type { FileResult } from "../results.ts";
import { fromPrograms } from "./programs.ts";
import {
  type Anchored,
  type FoundIn,
  type Subject,
  type Suppression,
  type Suppressions,
  wholeFile,
} from "./suppression.ts";

/** Of one rule at one place: one is enough, and further ones have nothing left to suppress. */
const MOST_ALIKE = 100;

export function inlineSuppressions(files: readonly FileResult[]): Suppressions {
  const anchored = [
    ...files.flatMap((file) =>
      file.inputs.flatMap((input) => [...fromComments(file, input), ...fromMetadata(file, input)]),
    ),
    ...fromPrograms(files),
  ];
  const commentLines = linesOf(anchored);
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
      anchorsOf(made, commentLines).flatMap((anchor) => names.flatMap((name) => byAnchor.get(anchor)?.get(name) ?? [])),
  };
}

function anchorsOf(made: FoundIn, commentLines: ReadonlyMap<string, ReadonlySet<number>>): readonly unknown[] {
  const { finding, owner } = made;
  const own = `on ${finding.line} ${finding.file}`;
  if (owner === undefined) return [own];
  const key = placeOf({ ...owner.origin, what: "key" });
  return [
    own,
    ...statementLines(made, commentLines).map((line) => `on ${line} ${finding.file}`),
    `above ${key.line} ${key.file}`,
    ...owner.metadata.map(mapAt),
    ...(owner.constructMetadata ?? []),
  ];
}

/** Those that comments speak of: of the statement's own, but for the lines of principals that have findings of their own. */
function statementLines(
  { finding, statement }: FoundIn,
  commentLines: ReadonlyMap<string, ReadonlySet<number>>,
): readonly number[] {
  const lines = commentLines.get(finding.file);
  if (statement === undefined || lines === undefined) return [];
  const { file, line, endLine } = placeOf(statement.origin);
  if (file !== finding.file) return [];
  const within = [...lines].filter((each) => each >= line && each <= endLine && each !== finding.line);
  const others = within.length === 0 ? [] : statement.others().map((other) => placeOf(other).line);
  return within.filter((each) => !others.includes(each));
}

/** By the files of comments, the lines that they speak of. */
function linesOf(anchored: readonly Anchored[]): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const anchor of anchored.flatMap(([, ...anchors]) => anchors)) {
    const [, line, file = ""] = (typeof anchor === "string" && /^on (\d+) (.*)$/s.exec(anchor)) || [];
    if (line !== undefined) lines.set(file, (lines.get(file) ?? new Set()).add(Number(line)));
  }
  return lines;
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
