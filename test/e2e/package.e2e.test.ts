import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectWithPackage } from "./packed.ts";
import { BAD, folderOf, GOOD, ROOT, run } from "./run.ts";

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

let project: string;

beforeAll(() => {
  project = projectWithPackage({ "bad.yaml": BAD, "good.yaml": GOOD });
});

afterAll(() => rmSync(project, { recursive: true }));

function unconfused(args: readonly string[], input?: string) {
  return run(join(project, "node_modules/.bin/unconfused"), args, { cwd: project, ...(input && { input }) });
}

describe("the installed command", () => {
  test("tells its version", () => {
    expect(unconfused(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("finds the bad role", () => {
    const { status, stdout } = unconfused(["bad.yaml"]);
    expect(stdout).toContain("[external-id-required]");
    expect(stdout).toContain("bad.yaml:11:20");
    expect(status).toBe(1);
  });

  test("is content with the good one", () => {
    expect(unconfused(["good.yaml"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("reads standard input", () => {
    const { status, stdout } = unconfused(["-", "--stdin-name", "x.yaml"], BAD);
    expect(stdout).toContain("x.yaml:11:20");
    expect(status).toBe(1);
  });

  test("explains a rule", () => {
    expect(unconfused(["explain", "external-id-required"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("writes a report that is longer than a pipe holds, whole", () => {
    const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: { Statement: [] } } };
    const Resources = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`Role${index}`, role]));
    const { stdout } = unconfused(["--format", "json", "-"], JSON.stringify({ Resources }));
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(JSON.parse(stdout).summary.resources).toBe(500);
  });
});

describe("the installed library", () => {
  const use = `process.stdout.write(check({ files: [{ path: "a.yaml", content: process.argv[1] }], config: parseConfig("tenancy: multi", "c") }).findings[0].rule)`;

  test.each([
    ["require", [], 'const { check, parseConfig, loadRules } = require("unconfused")'],
    ["import", ["--input-type=module"], 'import { check, parseConfig, loadRules } from "unconfused"'],
  ])("by %s", (_, flags, line) => {
    const ended = run(process.execPath, [...flags, "--eval", `${line}; loadRules([]); ${use}`, BAD], { cwd: project });
    expect(ended).toEqual({ status: 0, stdout: "external-id-required", stderr: "" });
  });

  test.each(["node16", "node18", "nodenext"])("has types, for TypeScript's module %s", (module) => {
    const text = 'import { check, type Finding, type Config } from "unconfused";\n';
    const code = `${text}const config: Config = { tenancy: "multi" };\nexport const found: readonly Finding[] = check({ files: [], config }).findings;\n`;
    const consumer = folderOf({ "a.mts": code, "b.cts": code, "package.json": "{}" });
    symlinkSync(join(project, "node_modules"), join(consumer, "node_modules"));
    const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", module, "--types", ""];
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const ended = run(process.execPath, [tsc, ...options, "a.mts", "b.cts"], { cwd: consumer });
    rmSync(consumer, { recursive: true });
    expect(ended).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
