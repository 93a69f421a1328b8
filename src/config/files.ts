// Which files a pattern of the configuration means.

import { Minimatch } from "minimatch";
import type { Config } from "./config.ts";

const OPTIONS = {
  dot: true,
  // "!" and "#" begin names like any other character: there is nothing to negate, and no comment.
  nonegate: true,
  nocomment: true,
  // Braces multiply; a pattern that would become more than this many is cut short.
  braceExpandMax: 1000,
} as const;

/** By the list that they stand in: one list is asked about every file of a run. */
const compiled = new WeakMap<readonly string[], readonly Minimatch[]>();

/** `file` as the report names it; patterns count from the configuration's folder where the file is below it. */
export function matchesFile({ directory }: Config, patterns: readonly string[], file: string): boolean {
  const below = directory !== undefined && file.startsWith(`${directory}/`);
  const path = below ? file.slice(directory.length + 1) : file;
  return matchersOf(patterns).some((matcher) => matcher.match(path));
}

function matchersOf(patterns: readonly string[]): readonly Minimatch[] {
  const known = compiled.get(patterns);
  if (known !== undefined) return known;
  const matchers = patterns.map((pattern) => new Minimatch(pattern.replace(/^\.\//, ""), OPTIONS));
  compiled.set(patterns, matchers);
  return matchers;
}
