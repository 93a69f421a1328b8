import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectWithPackage } from "./packed.ts";
import { BAD, ROOT, run } from "./run.ts";

const MODULES = join(import.meta.dirname, "consumers/node_modules");
const installed = existsSync(join(MODULES, "jest"));
if (!installed) console.warn("skipped: Jest and linters of packages; 'npm ci --prefix test/e2e/consumers' brings them");

let project: string;

beforeAll(() => {
  project = projectWithPackage({ "bad.yaml": BAD });
});

afterAll(() => rmSync(project, { recursive: true }));

function node(script: string, ...words: readonly string[]) {
  return run(process.execPath, [script, ...words], { cwd: project });
}

const USE = `test("it judges", () => {
  const report = check({ files: [{ path: "bad.yaml", content: readFileSync("bad.yaml", "utf8") }] });
  expect(report.findings[0].rule).toBe("external-id-required");
  expect(toSarif(report).runs[0].results).toHaveLength(report.findings.length);
  expect(unconfused.name).toBe("unconfused");
  expect(Object.keys(plugin.languages)).toEqual(["iac"]);
});
`;

describe.runIf(installed)("those who look at packages", () => {
  test("publint finds nothing", () => {
    const { status, stdout } = node(join(MODULES, "publint/src/cli.js"), "--strict", "node_modules/unconfused");
    expect(stdout).not.toMatch(/Suggestions:|Warnings:|Errors:/);
    expect(status).toBe(0);
  });

  test("attw finds the types of every entry, by every way to resolve them", () => {
    const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
    const attw = join(MODULES, "@arethetypeswrong/cli/dist/index.js");
    const { status, stdout } = node(
      attw,
      tarball,
      "--no-definitely-typed",
      "--format",
      "json",
      "--exclude-entrypoints",
      "schemas/config.schema.json",
    );
    expect(JSON.parse(stdout).problems ?? {}).toEqual({});
    expect(status).toBe(0);
  });

  test("Jest takes it by require", () => {
    writeFileSync(
      join(project, "use.test.cjs"),
      `const { readFileSync } = require("node:fs");\nconst { check, toSarif } = require("unconfused");\nconst { unconfused } = require("unconfused/cdk");\nconst plugin = require("unconfused/eslint");\n${USE}`,
    );
    const config = JSON.stringify({ testMatch: ["**/*.test.cjs"], moduleFileExtensions: ["cjs", "js", "json"] });
    const { status, stderr } = node(join(MODULES, "jest/bin/jest.js"), "--config", config, "--rootDir", project);
    expect(stderr).toContain("1 passed");
    expect(status).toBe(0);
  });

  test("the last TypeScript that resolves as Node 10 did has types, for the plugins as well", () => {
    const code = `import { check, rules, toSarif, ConfigError, type Finding, type SarifLog } from "unconfused";
import { unconfused } from "unconfused/cdk";
import plugin from "unconfused/eslint";
export const found: readonly Finding[] = check({ files: [] }).findings;
export const log: SarifLog = toSarif(check({ files: [] }));
export const names: readonly string[] = [...rules.map(({ id }) => id), unconfused.name, plugin.meta.name];
export const isOurs = (thrown: unknown): thrown is ConfigError => thrown instanceof ConfigError;
`;
    writeFileSync(join(project, "old.ts"), code);
    const options = [
      "--noEmit",
      "--strict",
      "--target",
      "es2022",
      "--module",
      "commonjs",
      "--moduleResolution",
      "node10",
    ];
    const ended = node(join(MODULES, "typescript/bin/tsc"), ...options, "old.ts");
    expect(ended).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

test("Vitest takes it by import", () => {
  writeFileSync(
    join(project, "use.test.mjs"),
    `import { readFileSync } from "node:fs";\nimport { expect, test } from "vitest";\nimport { check, toSarif } from "unconfused";\nimport { unconfused } from "unconfused/cdk";\nimport plugin from "unconfused/eslint";\n${USE}`,
  );
  if (!existsSync(join(project, "node_modules/vitest"))) {
    symlinkSync(join(ROOT, "node_modules/vitest"), join(project, "node_modules/vitest"));
  }
  const { status, stdout } = node(join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "use.test.mjs");
  expect(stdout).toMatch(/1 passed/);
  expect(status).toBe(0);
});

test("schemas can be imported", () => {
  const use = 'process.stdout.write(require("unconfused/schemas/report.schema.json").title)';
  expect(run(process.execPath, ["--eval", use], { cwd: project }).stdout).toBe("Unconfused report");
});
