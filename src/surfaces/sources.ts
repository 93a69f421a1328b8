// The texts of which reports may show lines: not those of files that may hold secrets.

import type { Report } from "../findings/report.ts";
import type { Content, Format, ReadFile } from "../readers/reader.ts";
import { Problem } from "../text/problem.ts";
import { type Source, source } from "../text/source.ts";

/** Inputs that hold secrets in clear: no line of them is shown. */
const CONFIDENTIAL: ReadonlySet<Format> = new Set<Format>(["terraform-plan", "terraform-state"]);

/** Texts by the names that the report has; undefined for what is no text, cannot be had, or may hold secrets. */
export function sourcesOf(read: ReadFile, report: Report): (file: string) => Source | undefined {
  const sources = new Map<string, Source | undefined>();
  for (const { file, resource } of [...report.findings, ...report.unknowns, ...report.grants, ...report.suppressed]) {
    if (CONFIDENTIAL.has(resource.format)) sources.set(file, undefined);
  }
  return (file) => {
    if (!sources.has(file)) sources.set(file, sourceOf(file, read(file)));
    return sources.get(file);
  };
}

function sourceOf(file: string, content: Content | undefined): Source | undefined {
  try {
    return content === undefined ? undefined : source(file, content);
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}
