import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Grant, Report } from "../../../src/findings/report.ts";
import { at, entry, isList, isObject, type Json } from "../../../src/text/document.ts";

const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/cdk");

/** The files of an assembly, all of them given. */
function filesOf(name: string): readonly { path: string; content: string }[] {
  const folder = join(CORPUS, name);
  const files = name.endsWith(".json") ? [""] : readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => `${name}${file}`.endsWith(".json"))
    .map((file) => ({ path: join("cdk.out", file || name), content: readFileSync(join(folder, file), "utf8") }));
}

function ofRoles({ grants }: Report): readonly Grant[] {
  return grants.filter(({ resource }) => resource.type === "AWS::IAM::Role");
}

/** What a template grants, counted without the reader: the principals of all statements of all roles. */
function rolesIn(template: Json): readonly number[] {
  const resources = entry(template, "Resources");
  const all = isObject(resources) ? Object.values(resources) : [];
  const roles = all.filter((resource) => entry(resource, "Type") === "AWS::IAM::Role");
  return roles.map((role) => {
    const statements = at(role, ["Properties", "AssumeRolePolicyDocument", "Statement"]);
    const principals = (isList(statements) ? statements : []).map((statement) => entry(statement, "Principal") ?? null);
    return principals.map(countOf).reduce((sum, count) => sum + count, 0);
  });
}

function countOf(principal: Json): number {
  const values = isObject(principal) ? Object.values(principal) : [principal];
  return values.map((value) => (isList(value) ? value.length : 1)).reduce((sum, count) => sum + count, 0);
}

/** By SOURCES.tsv: how often who gets in, with which verdict and rules; and where the program has the roles. */
const ASSEMBLIES: readonly [name: string, grants: Readonly<Record<string, number>>, files: readonly string[]][] = [
  [
    "aws-cdk-github-oidc.snapshot",
    { "federated ok": 1, "service ok": 1 },
    ["cdk.out/GithubOidcAssertionsStack.template.json", "cdk.out/GithubOidcIntegStack.template.json"],
  ],
  [
    "aws-cdk.integ.principal-with-conditions.template.json",
    { "unnamed finding public-trust": 1 },
    ["cdk.out/aws-cdk.integ.principal-with-conditions.template.json"],
  ],
  [
    "aws-cdk.integ.role.js.snapshot",
    { "service ok": 1, "own ok": 1, "unnamed unknown public-trust": 1 },
    ["cdk.out/integ-iam-role-1.template.json"],
  ],
  [
    "cdk-pipeline-demo.cdk.out",
    { "service ok": 8, "own ok": 6 },
    ["lib/api.stack.ts", "lib/pipeline.construct.ts", "lib/pipeline.stack.ts"],
  ],
  ["stack-with-role.cdk.out", { "unnamed finding invalid-policy": 1 }, ["cdk.out/Stack1.template.json"]],
];

describe.skipIf(!existsSync(CORPUS))("public assemblies", () => {
  test.each(ASSEMBLIES)("%s is judged as it was read by hand", (name, expected, places) => {
    const grants = ofRoles(check({ files: filesOf(name) }));
    const counted: Record<string, number> = {};
    for (const { callers, verdict, rules } of grants) {
      const who = callers.map((caller) => caller.class).filter((each) => each !== "own" || callers.length === 1);
      const told = [who.join("+"), verdict, ...rules].join(" ");
      counted[told] = (counted[told] ?? 0) + 1;
    }
    expect(counted).toEqual(expected);
    expect([...new Set(grants.map(({ file }) => file))].sort()).toEqual(places);
  });

  test.each(ASSEMBLIES)("%s: every role is judged, and each of its grants", (name) => {
    const files = filesOf(name);
    const roles = files.flatMap(({ content }) => rolesIn(JSON.parse(content)));
    const report = check({ files });
    const { grants, summary } = report;
    expect(ofRoles(report)).toHaveLength(roles.reduce((sum, count) => sum + count, 0));
    expect(summary.policies).toBeGreaterThanOrEqual(roles.length);
    expect(summary.grants.ok + summary.grants.finding + summary.grants.unknown).toBe(grants.length);
  });

  test("what of an assembly is not in the corpus is an error, and the rest is judged", () => {
    const { errors } = check({ files: filesOf("aws-cdk.integ.role.js.snapshot") });
    expect(errors.map(({ message }) => message)).toEqual([
      "integiamroleDefaultTestDeployAssert48737E31.template.json is not in the assembly",
    ]);
  });
});
