// Notes on settings that match nothing: parameters that no input declares, scopes without a file, patterns that exclude nothing.

import type { Config } from "../config/config.ts";
import { matchesFile } from "../config/files.ts";
import { nearest } from "../text/nearest.ts";

const MOST_NAMED = 3;

/** A note, or none. `declared`: by the files of the run. A vendor's parameters may be those of other files: they are told where one is misspelt. */
export function unmatchedParameters(
  given: Readonly<Record<string, unknown>>,
  config: Config,
  declared: readonly string[],
): readonly string[] {
  const known = new Set(declared);
  const layers = [config, ...(config.scopes ?? [])];
  const values = [given, ...layers.map(({ parameters = {} }) => parameters)].flatMap(Object.keys);
  const owned = layers
    .flatMap(({ accounts, vendors = [] }) => [
      ...(accounts?.organizationParameters ?? []),
      ...vendors.flatMap(({ accountParameters = [] }) => accountParameters),
    ])
    .filter((name) => /^\w+$/.test(name) && nearest(name, known) !== undefined);
  const strange = [...new Set([...values, ...owned])].filter((name) => !known.has(name));
  if (strange.length === 0) return [];
  const named = strange.slice(0, MOST_NAMED).map((name) => `${name}${meant(name, declared)}`);
  const rest = strange.length > MOST_NAMED ? `, and ${strange.length - MOST_NAMED} more` : "";
  return [`no checked file declares the parameter${strange.length > 1 ? "s" : ""} ${named.join(", ")}${rest}`];
}

/** A note for each pattern of a scope that is for none of the checked files: what the scope says counts for nothing. */
export function unmatchedScopes(config: Config, checked: readonly string[]): readonly string[] {
  const patterns = new Set((config.scopes ?? []).flatMap(({ files }) => files));
  const strange = [...patterns].filter((pattern) => {
    const alone = [pattern];
    return !checked.some((file) => matchesFile(config, alone, file));
  });
  const rest = strange.length > MOST_NAMED ? [`${strange.length - MOST_NAMED} more patterns of scopes match none`] : [];
  return [...strange.slice(0, MOST_NAMED).map((pattern) => `no checked file is in the scope of ${pattern}`), ...rest];
}

/** A note for each pattern of `--exclude` that left nothing out. */
export function unmatchedExcludes(patterns: readonly string[], names: readonly string[]): readonly string[] {
  return patterns.map((pattern) => `--exclude ${pattern} matches nothing${meant(pattern, names)}`);
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? "" : ` (did you mean ${near}?)`;
}
