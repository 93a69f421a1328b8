// Suppressions that the configuration holds, under `ignore`.

import type { Config, Ignore } from "../../config/config.ts";
import { ignoresFile, ignoresResource } from "../../config/ignore.ts";
import { placeOf } from "../place.ts";
import type { Grant } from "../report.ts";
import type { FileResult } from "../results.ts";
import { type Subject, type Suppression, type Suppressions, wholeFile } from "./suppression.ts";

export function configuredSuppressions(
  config: Config,
  files: readonly FileResult[],
  grants: readonly Grant[],
  isWhole: boolean,
): Suppressions {
  // There may be very many resources, and most configurations ignore none of them.
  if (config.ignore === undefined || config.ignore.length === 0) return { all: [], matching: () => [] };
  const resources = files.flatMap((file) =>
    file.inputs.flatMap((input) => input.resources.map((of) => ({ file, of }))),
  );
  const filesWith = byName(resources.map(({ file, of }) => [of, file]));
  const grantsWith = byName(grants.map((grant) => [grant.resource, grant]));
  const entries = config.ignore.map((ignore) => {
    const { origin, rule, reason, until } = ignore;
    const name = literalResource(ignore);
    const isOfFile = ({ path, inputs }: FileResult) =>
      inputs.some(({ resources: held }) => ignoresFile(config, ignore, path, held));
    const matching = (name === undefined || ignore.files !== undefined ? files : filesWith(name)).filter(isOfFile);
    const isOfGrant = ({ file, resource }: Grant) => ignoresResource(config, ignore, file, resource);
    const candidates = name === undefined ? grants : grantsWith(name);
    // A run of some files says nothing about entries for others.
    const isIdle = isWhole && matching.length === 0 && !candidates.some(isOfGrant);
    const suppression: Suppression = {
      by: "config",
      rule,
      reason,
      ...(until === undefined ? {} : { until }),
      ...(isIdle ? { invalid: "it matches no file and no resource that is there" } : {}),
      files: () => (isIdle ? files : matching),
      subject() {
        const shown = candidates.find(isOfGrant);
        const subject = shown === undefined ? firstFile(suppression.files()) : shownBy(shown);
        return origin === undefined ? subject : subject && { ...subject, place: placeOf(origin) };
      },
    };
    return { ignore, suppression };
  });
  const speaking = byRule(entries.map(({ ignore }) => ignore));
  return {
    all: entries.map(({ suppression }) => suppression),
    matching: ({ finding: { file, resource } }, names) =>
      speaking(names, resource)
        .map((index) => entries[index])
        .filter((entry) => entry !== undefined)
        .filter(({ ignore }) => ignoresResource(config, ignore, file, resource))
        .map(({ suppression }) => suppression),
  };
}

/** What an entry names as it is; undefined where it may mean several resources. */
function literalResource({ resource }: Ignore): string | undefined {
  return resource === undefined || resource.includes("*") ? undefined : resource;
}

interface NamedResource {
  readonly id: string;
  readonly path?: string;
}

/** By either name of resources, in their order, each once: entries and resources may both be thousands. */
function byName<T>(all: readonly (readonly [NamedResource, T])[]): (name: string) => readonly T[] {
  const groups = new Map<string, Set<T>>();
  for (const [{ id, path = id }, value] of all) {
    for (const name of [id, path]) groups.set(name, (groups.get(name) ?? new Set()).add(value));
  }
  return (name) => [...(groups.get(name) ?? [])];
}

/** The entries, by their places in the list, that may speak of a finding of a rule of these names on a resource. */
function byRule(ignores: readonly Ignore[]): (names: readonly string[], resource: NamedResource) => readonly number[] {
  const groups = new Map<string, number[]>();
  const keyOf = (rule: string, resource?: string) => JSON.stringify([rule, resource]);
  for (const [index, ignore] of ignores.entries()) {
    const key = keyOf(ignore.rule, literalResource(ignore));
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(index);
  }
  return (names, { id, path = id }) => {
    const found = names.flatMap((rule) =>
      [keyOf(rule), ...new Set([keyOf(rule, id), keyOf(rule, path)])].flatMap((key) => groups.get(key) ?? []),
    );
    return found.sort((one, other) => one - other);
  };
}

/** A configuration that a program made stands nowhere: the first grant that the entry speaks of shows what it means. */
function shownBy({ file, line, column, endLine, endColumn, resource }: Grant): Subject {
  return { place: { file, line, column, endLine, endColumn }, resource };
}

function firstFile(files: readonly FileResult[]): Subject | undefined {
  const [first] = files.flatMap(({ path, inputs }) => inputs.map(({ format }) => ({ path, format })));
  if (first === undefined) return undefined;
  const place = { file: first.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { place, resource: wholeFile(first.path, first.format) };
}
