import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { projectWithPackage } from "./packed.ts";
import { run } from "./run.ts";

const CDK = join(import.meta.dirname, "cdk");
const APP = join(CDK, "validated.mjs");
const installed = existsSync(join(CDK, "node_modules/aws-cdk-lib-2.180"));
if (!installed) console.warn("skipped: the plugin of the CDK; 'npm ci --prefix test/e2e/cdk' brings the CDK");

const PROGRAM = readFileSync(APP, "utf8");
const LINE = PROGRAM.split("\n").findIndex((line) => line.includes('"Open"')) + 1;

let project: string;

beforeAll(() => {
  if (!installed) return;
  project = projectWithPackage({ "app.mjs": PROGRAM });
  for (const library of ["aws-cdk-lib", "aws-cdk-lib-2.180"]) {
    symlinkSync(join(CDK, "node_modules", library), join(project, "node_modules", library));
  }
});

afterEach(() => {
  if (!installed) return;
  writeFileSync(join(project, "app.mjs"), PROGRAM);
  for (const name of ["cdk.out", "unconfused.yaml"]) rmSync(join(project, name), { recursive: true, force: true });
});

afterAll(() => {
  if (installed) rmSync(project, { recursive: true });
});

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix: string;
  readonly severity: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource?: { readonly templatePath: string; readonly logicalId: string };
  }[];
}

function synthesise(library: string, ...options: readonly string[]) {
  const ended = run(process.execPath, ["app.mjs", library, ...options], { cwd: project });
  const report = join(project, "cdk.out/validation-report.json");
  const { pluginReports = [] } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  const ours = pluginReports.find(({ pluginName }: { pluginName: string }) => pluginName === "unconfused");
  const violations: readonly Violation[] = ours?.violations ?? [];
  return { ...ended, violations };
}

describe.runIf(installed)("the newest CDK", () => {
  test("is told of each open role: the construct, its template, the line of the program, and what to do", () => {
    const { status, stderr, violations } = synthesise("aws-cdk-lib", "new");
    expect(status).toBe(1);
    expect(violations.map(({ violatingConstructs: [one] }) => one?.constructPath).sort()).toEqual(
      ["First/Open", "Outer/Inner/Deep", "Production/Own/Staged", "Second/Open"].map((path) => `${path}/Resource`),
    );
    const templates = violations.map(({ violatingConstructs: [one] }) => one?.cloudFormationResource?.templatePath);
    expect(templates).toEqual(expect.arrayContaining(["First.template.json", "Second.template.json"]));
    const [first] = violations.filter(({ description }) => description.includes("First/Open"));
    expect(first?.ruleName).toBe("external-id-required");
    expect(first?.severity).toBe("error");
    expect(first?.description).toContain(`app.mjs:${LINE}:`);
    expect(first?.description).toContain("Allowed: sts:AssumeRole by arn:aws:iam::444455556666:role/anything");
    expect(first?.suggestedFix).toContain("sts:ExternalId");
    expect(stderr).toContain("First/Open/Resource (Open");
  });

  const COMMENTED = PROGRAM.replace(
    /(new Role\(stack, "Open", .*)/,
    "$1 // unconfused-ignore external-id-required -- retired",
  );

  test.each<[how: string, words: readonly string[], program: string, left: number, by: string]>([
    ["acknowledged", ["--acknowledge"], PROGRAM, 3, "acknowledge"],
    ["silenced in the metadata of its construct", ["--metadata"], PROGRAM, 3, "acknowledge"],
    // Both stacks have their role from this line.
    ["silenced by a comment at the line of the program", [], COMMENTED, 2, "comment"],
  ])(
    "says no more of what is %s, and fails by the rest; nor does a check of what it made",
    (_, words, text, left, by) => {
      writeFileSync(join(project, "app.mjs"), text);
      const { status, violations } = synthesise("aws-cdk-lib", "new", ...words);
      const paths = violations.flatMap(({ violatingConstructs }) =>
        violatingConstructs.map((one) => one.constructPath),
      );
      expect(paths).toHaveLength(left);
      expect(paths).not.toContain("First/Open/Resource");
      expect(status).toBe(1);
      const checked = run(join(project, "node_modules/.bin/unconfused"), ["--format", "json", "cdk.out"], {
        cwd: project,
      });
      const { findings, suppressed } = JSON.parse(checked.stdout);
      expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(Array(left).fill("external-id-required"));
      expect(suppressed.map(({ by, reason }: { by: string; reason: string }) => [by, reason])).toEqual(
        Array(4 - left).fill([by, "retired"]),
      );
    },
  );

  test("goes on where nothing is at the threshold, and tells it as a warning", () => {
    const { status, violations } = synthesise("aws-cdk-lib", "new", "--fail-on", "critical");
    expect(new Set(violations.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
    expect(status).toBe(0);
  });

  test("is content where the configuration says who is who", () => {
    writeFileSync(join(project, "unconfused.yaml"), 'accounts: { organization: ["444455556666"] }\n');
    expect(synthesise("aws-cdk-lib", "new")).toMatchObject({ status: 0, violations: [] });
  });

  test("fails on a configuration that cannot be read, and says what is wrong with it", () => {
    writeFileSync(join(project, "unconfused.yaml"), "tenancy: sinlge\n");
    const { status, stderr } = synthesise("aws-cdk-lib", "new");
    expect(status).toBe(1);
    expect(stderr).toContain("did you mean single?");
  });
});

describe.runIf(installed)("a CDK that has validation plugins as a beta", () => {
  test("is told the same", () => {
    const { status, stdout, stderr } = synthesise("aws-cdk-lib-2.180", "beta");
    expect(status).toBe(1);
    const told = stdout + stderr;
    expect(told.match(/external-id-required \(1 occurrences\)/g)).toHaveLength(4);
    expect(told).toContain("Construct Path: First/Open/Resource");
    expect(told).toContain("Construct Path: Second/Open/Resource");
    expect(told).toContain("How to fix: Require the external ID");
  });
});
