import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderOf, ROOT, run } from "./run.ts";

const CDK = join(import.meta.dirname, "cdk");
const FIXTURES = join(import.meta.dirname, "../fixtures/cdk");
const installed = existsSync(join(CDK, "node_modules/aws-cdk-lib"));

if (!installed) console.warn("skipped: the CDK; 'npm ci --prefix test/e2e/cdk' brings it");

let project: string;

beforeEach(() => {
  project = folderOf({});
});

afterEach(() => rmSync(project, { recursive: true }));

/** Lets the real CDK make `cdk.out` from the fixture app. */
function synthesise(...options: readonly string[]): void {
  const made = run(process.execPath, [join(CDK, "synth.mjs"), project, ...options], { cwd: CDK });
  expect(made).toMatchObject({ status: 0, stderr: "" });
}

/** Place in the program, construct, principal and verdict of every grant that the command finds in the project. */
function grants(): readonly string[] {
  const { status, stdout } = run(process.execPath, [join(ROOT, "dist/cli.cjs"), "--format", "json"], { cwd: project });
  expect(status).toBe(1);
  expect(stdout).not.toContain(project);
  const all: readonly { file: string; line: number; resource: { path: string }; principal: string; verdict: string }[] =
    JSON.parse(stdout).grants;
  return all
    .map(({ file, line, resource, principal, verdict }) => `${file}:${line} ${resource.path} ${principal} ${verdict}`)
    .sort();
}

function ofFixture(): readonly string[] {
  cpSync(join(FIXTURES, "app"), project, { recursive: true });
  cpSync(join(FIXTURES, "assembly"), join(project, "cdk.out"), { recursive: true });
  const found = grants();
  for (const name of ["cdk.out", "stacks.ts", "main.ts"]) rmSync(join(project, name), { recursive: true });
  return found;
}

describe.runIf(installed)("what the real CDK synthesises is judged as the fixture is", () => {
  test.each([
    ["with traces of TypeScript", []],
    ["with traces of JavaScript, and its source maps", ["--compiled"]],
  ])("%s", (_, options) => {
    const expected = ofFixture();
    synthesise(...options);
    expect(grants()).toEqual(expected);
  });

  test("with CDK_DEBUG, but for a policy that is overridden: that is found where the override is", () => {
    const expected = ofFixture().map((grant) => grant.replace(/:63 (.*\/Late )/, ":64 $1"));
    synthesise("--debug");
    expect(grants()).toEqual(expected);
  });

  test("and the fixture is of the same schema", () => {
    synthesise();
    const version = (folder: string) => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).version;
    expect(version(join(FIXTURES, "assembly"))).toBe(version(join(project, "cdk.out")));
  });
});
