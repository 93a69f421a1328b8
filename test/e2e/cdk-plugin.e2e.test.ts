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

  test("says no more of what is acknowledged, and fails by the rest", () => {
    const { status, violations } = synthesise("aws-cdk-lib", "new", "--acknowledge");
    expect(violations.flatMap(({ violatingConstructs }) => violatingConstructs)).toHaveLength(3);
    expect(status).toBe(1);
  });

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
