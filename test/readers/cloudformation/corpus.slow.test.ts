import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { check } from "../../../src/check.ts";
import type { Finding, Grant, Report, Unknown } from "../../../src/findings/report.ts";
import { parse } from "../../../src/text/parse.ts";
import { source } from "../../../src/text/source.ts";

const ROOT = join(import.meta.dirname, "../../..");

function templatesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  return names.filter((name) => /(?<!unconfused)\.(?:ya?ml|json)$/.test(name)).map((name) => join(folder, name));
}

/** Ours, and where it is at hand what others have published. */
const FILES = [...templatesIn("examples"), ...templatesIn("../shared/corpus/cloudformation")];

/** An octal number, of which JSON has none: what the author meant is told of the YAML. */
const IN_YAML_ONLY = /: 0[0-7]+\s*$/m;

const contentOf = (file: string) => readFileSync(join(ROOT, file), "utf8");
const run = (path: string, content: string) => check({ files: [{ path, content }] });

const reports = new Map<string, Report>();

function reportOf(file: string): Report {
  const report = reports.get(file) ?? run(file, contentOf(file));
  reports.set(file, report);
  return report;
}

/** Everything of type AWS::IAM::Role that a plain YAML parser finds, also in texts that are templates: "Outer/Role". */
function rolesIn(text: string): string[] {
  const documents = parseAllDocuments(text, { logLevel: "silent", uniqueKeys: false });
  return [...documents].flatMap((document) => ("toJS" in document ? rolesBelow(document.toJS(), []) : []));
}

function rolesBelow(value: unknown, path: readonly string[]): string[] {
  if (typeof value === "string" && value.includes("AWS::IAM::Role") && value.includes("AssumeRolePolicyDocument")) {
    return rolesIn(value).map((inner) => `${path[1]}/${inner}`);
  }
  if (typeof value !== "object" || value === null) return [];
  const own = "Type" in value && value.Type === "AWS::IAM::Role" ? [String(path.at(-1))] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => rolesBelow(inner, [...path, key]))];
}

/** Of roles. */
function speakOf({ grants, findings, unknowns }: Report): Set<string> {
  const roles = [...grants, ...findings, ...unknowns].filter(({ resource }) => resource.type === "AWS::IAM::Role");
  return new Set(roles.map(({ resource }) => resource.id));
}

describe("templates", () => {
  test.each(FILES)("%s: every role that is in it is spoken of, and nothing else", (file) => {
    const report = reportOf(file);
    expect(report.errors).toEqual([]);
    expect([...speakOf(report)].sort()).toEqual([...new Set(rolesIn(contentOf(file)))].sort());
  });

  test.each(FILES)("%s: the grants sum up, and what is not decided has a reason", (file) => {
    const { summary, grants, findings, unknowns } = reportOf(file);
    const { ok, finding, unknown } = summary.grants;
    expect(ok + finding + unknown).toBe(grants.length);
    for (const grant of grants) {
      const own = <T extends Finding | Unknown>(all: readonly T[]) =>
        all.filter(({ rule, resource }) => resource.id === grant.resource.id && grant.rules.includes(rule));
      if (grant.verdict === "ok") expect(grant.rules).toEqual([]);
      else expect(own<Finding | Unknown>(grant.verdict === "finding" ? findings : unknowns).length).toBeGreaterThan(0);
    }
    for (const { reason, source: from } of unknowns) expect([reason, from].join()).toMatch(/^[a-z-]+,./);
  });

  test.each(FILES.filter((file) => !IN_YAML_ONLY.test(contentOf(file))))(
    "%s: the same in JSON, but for the places",
    (file) => {
      const [document] = parse(source(file, contentOf(file))).documents;
      const inJson = run(file, JSON.stringify(document?.value, undefined, 1));
      expect(placeless(inJson)).toEqual(placeless(reportOf(file)));
    },
  );
});

/** What a report says, without where; what it says in an order of places is sorted. */
function placeless({ findings, unknowns, grants, suppressed, errors, summary }: Report) {
  const said = (all: readonly (Finding | Unknown | Grant)[]) =>
    all.map((each) => JSON.stringify(withoutPlaces(each))).sort();
  return {
    summary,
    errors,
    findings: said(findings),
    unknowns: said(unknowns),
    suppressed: said(suppressed),
    grants: said(grants),
  };
}

const PLACE = new Set(["line", "column", "endLine", "endColumn"]);

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !PLACE.has(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPlaces(inner)]));
}
