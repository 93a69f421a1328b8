// The examples inside rule files, run: each bad one must be found where it says, each good one pass, in every input format.

import { check } from "../../check.ts";
import type { Report } from "../../findings/report.ts";
import { configFor } from "../../rules/example.ts";
import type { Example, Rule } from "../../rules/rule.ts";
import type { Path } from "../../text/document.ts";
import { parse } from "../../text/parse.ts";
import { pathOf } from "../../text/paths.ts";
import { source } from "../../text/source.ts";
import { type Form, forms, type Written } from "./forms.ts";

export type Expectation = "bad" | "good" | "unknown";

export interface Failure {
  readonly rule: string;
  readonly example: string;
  readonly expectation: Expectation;
  readonly form: string;
  /** What was expected and what came, in one sentence. */
  readonly message: string;
}

export interface Results {
  readonly run: number;
  readonly failures: readonly Failure[];
}

/** `rules` are those whose examples run; `added` are asked beside the built-in ones. */
export function runExamples(rules: readonly Rule[], added: readonly Rule[]): Results {
  const failures: Failure[] = [];
  let run = 0;
  for (const rule of rules) {
    for (const expectation of ["bad", "good", "unknown"] as const) {
      for (const example of rule.examples[expectation] ?? []) {
        for (const form of forms) {
          const message = fault(rule, example, expectation, form, added);
          run += 1;
          if (message === undefined) continue;
          failures.push({ rule: rule.id, example: example.name, expectation, form: form.name, message });
        }
      }
    }
  }
  return { run, failures };
}

function fault(
  rule: Rule,
  example: Example,
  expectation: Expectation,
  form: Form,
  added: readonly Rule[],
): string | undefined {
  const written = form.write(example.policy, example.parameters ?? {});
  if ("reason" in written) return undefined;
  const report = check({ files: written.files, config: configFor(rule, example), rules: added });
  const [error] = report.errors;
  if (error !== undefined) return `the example cannot be read: ${error.message}`;
  return CHECKS[expectation](report, rule, example, written);
}

const CHECKS: Readonly<
  Record<Expectation, (report: Report, rule: Rule, example: Example, written: Written) => string | undefined>
> = {
  bad(report, rule, example, written) {
    const found = report.findings.filter((finding) => finding.rule === rule.id);
    const [finding] = found;
    if (finding === undefined || found.length > 1) {
      return `expected one finding, got ${found.length === 0 ? nothing(report, rule) : found.length}`;
    }
    const wanted = placesOf(written, pathOf(example.at ?? "", example.policy));
    const actual = `${finding.line}:${finding.column}`;
    return wanted.includes(actual) ? undefined : `expected it at ${example.at} (${wanted.join(" or ")}), got ${actual}`;
  },
  good(report, rule) {
    const found = report.findings.find((finding) => finding.rule === rule.id);
    if (found !== undefined) return `expected nothing, got the finding "${found.message}"`;
    const unknown = report.unknowns.find((one) => one.rule === rule.id);
    return unknown && `expected nothing, got "cannot tell" (${unknown.reason}: ${unknown.source})`;
  },
  unknown(report, rule) {
    const found = report.findings.find((finding) => finding.rule === rule.id);
    if (found !== undefined) return `expected "cannot tell", got the finding "${found.message}"`;
    return report.unknowns.some((one) => one.rule === rule.id) ? undefined : 'expected "cannot tell", got nothing';
  },
};

function nothing(report: Report, rule: Rule): string {
  return report.unknowns.some((one) => one.rule === rule.id) ? '"cannot tell"' : "none";
}

/** Where the value at a path begins, and where its key does: a condition is found at its key. */
function placesOf({ files, path, spots }: Written, part: Path): string[] {
  const content = files.find((file) => file.path === path)?.content ?? "";
  const [document] = parse(source(path, content)).documents;
  if (document === undefined) return [];
  return spots(part).map((spot) => {
    const { line, column } = document.source.position(document.locate(spot.path, spot.what).start);
    return `${line}:${column}`;
  });
}
