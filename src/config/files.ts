// Which files a pattern of the configuration means.

import { minimatch } from "minimatch";
import type { Config } from "./config.ts";

const OPTIONS = {
  dot: true,
  // "!" and "#" begin names like any other character: there is nothing to negate, and no comment.
  nonegate: true,
  nocomment: true,
  // Braces multiply; a pattern that would become more than this many is cut short.
  braceExpandMax: 1000,
} as const;

/** `file` as the report names it; patterns count from the configuration's folder where the file is below it. */
export function matchesFile({ directory }: Config, patterns: readonly string[], file: string): boolean {
  const below = directory !== undefined && file.startsWith(`${directory}/`);
  const path = below ? file.slice(directory.length + 1) : file;
  return patterns.some((pattern) => minimatch(path, pattern.replace(/^\.\//, ""), OPTIONS));
}
