// Runs the examples in rule files: each bad one must be found at its place and each good one pass, in every input format.

import { checked } from "../check.ts";
import type { Place, Report } from "../findings/report.ts";
import { configFor } from "../rules/example.ts";
import { listOf } from "../rules/questions/requests.ts";
import type { Example, Rule } from "../rules/rule.ts";
import { isList, isObject, type Json, type Path } from "../text/document.ts";
import { parse } from "../text/parse.ts";
import { pathOf, pointerTo } from "../text/paths.ts";
import { source } from "../text/source.ts";
import { carriedBy } from "./carried.ts";
import type { Form, Written } from "./form.ts";
import { forms } from "./forms.ts";

const EXPECTATIONS = ["bad", "good", "unknown"] as const;
type Expectation = (typeof EXPECTATIONS)[number];

export interface Failure {
  readonly rule: string;
  readonly example: string;
  readonly expectation: Expectation;
  /** What was expected and what was found, in one sentence. */
  readonly message: string;
  /** The input formats in which it failed in this way. */
  readonly forms: readonly string[];
}

export interface Results {
  /** The number of examples; each ran in every requested input format. */
  readonly examples: number;
  readonly failures: readonly Failure[];
}

/** Runs the examples of `rules`. `added`: the rules that count besides the built-in ones. */
export function runExamples(rules: readonly Rule[], added: readonly Rule[], inForms = forms): Results {
  const all = rules.flatMap((rule) =>
    EXPECTATIONS.flatMap((expectation) =>
      (rule.examples[expectation] ?? []).map((example) => ({ rule, expectation, example })),
    ),
  );
  const failures = all.flatMap(({ rule, expectation, example }) => {
    const failing = new Map<string, string[]>();
    for (const form of inForms) {
      const message = fault(rule, example, expectation, form, added);
      if (message !== undefined) failing.set(message, [...(failing.get(message) ?? []), form.name]);
    }
    return [...failing].map(
      ([message, names]): Failure => ({ rule: rule.id, example: example.name, expectation, message, forms: names }),
    );
  });
  return { examples: all.length, failures };
}

function fault(
  rule: Rule,
  example: Example,
  expectation: Expectation,
  form: Form,
  added: readonly Rule[],
): string | undefined {
  const [kind = "trust"] = listOf(rule.policy);
  const written = form.write(example.policy, example.parameters ?? {}, carriedBy(kind, example.carrier));
  if ("reason" in written) return undefined;
  const { report } = checked({ files: written.files, config: configFor(rule, example), rules: added });
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
    const wanted = pathOf(example.at ?? "", example.policy);
    const begins = beginningAt(finding, written);
    if (begins(wanted)) return undefined;
    const actual = [...partsOf(example.policy)].findLast(begins);
    return `expected it at ${example.at}, got it ${actual === undefined ? "outside of the policy" : `at ${pointerTo(actual)}`}`;
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

/** Whether a part of the policy begins at the place: its value, or its key, at which a condition is found. */
function beginningAt({ line, column }: Place, { files, path, locations }: Written): (part: Path) => boolean {
  const content = files.find((file) => file.path === path)?.content ?? "";
  const [document] = parse(source(path, content)).documents;
  return (part) =>
    locations(part).some((location) => {
      const start = document?.source.position(document.locate(location.path, location.what).start);
      return start?.line === line && start.column === column;
    });
}

/** Every part of a value, each before those within it. */
function* partsOf(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (isList(value)) for (const [index, item] of value.entries()) yield* partsOf(item, [...path, index]);
  if (isObject(value)) for (const [key, inner] of Object.entries(value)) yield* partsOf(inner, [...path, key]);
}
