import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectWithPackage } from "./packed.ts";
import { BAD, GOOD, ROOT, run } from "./run.ts";

const MODULES = join(import.meta.dirname, "eslint/node_modules");
const installed = existsSync(join(MODULES, "eslint"));
if (!installed) console.warn("skipped: ESLint; 'npm ci --prefix test/e2e/eslint' brings it");

const CONFIG = `import unconfused from "unconfused/eslint";\nexport default [...unconfused.configs.recommended];\n`;
const role = (principal: string) =>
  `resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "${principal}" } }] })\n}\n`;
const json = JSON.stringify(
  {
    Resources: {
      R: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sts:AssumeRole" },
          },
        },
      },
    },
  },
  null,
  2,
);

let project: string;

beforeAll(() => {
  if (!installed) return;
  project = projectWithPackage({
    "bad.template.yaml": BAD,
    "good.template.yaml": GOOD,
    "bad.template.json": json,
    "broken.template.yaml": 'AWSTemplateFormatVersion: "2010-09-09"\nResources: [\n',
    "other.template.json": '{ "name": "a chart" }',
    "main.tf": role("*"),
  });
});

beforeEach(() => {
  for (const name of ["eslint.config.mjs", "unconfused.yaml"]) rmSync(join(project, name), { force: true });
  writeFileSync(join(project, "eslint.config.mjs"), CONFIG);
});

afterAll(() => {
  if (installed) rmSync(project, { recursive: true });
});

interface Message {
  readonly ruleId: string | null;
  readonly severity: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly fix?: { readonly range: readonly number[]; readonly text: string };
  readonly suggestions?: readonly { readonly desc: string }[];
}

describe.runIf(installed).each(["eslint", "eslint-9"])("%s", (eslint) => {
  function lint(...words: readonly string[]): ReadonlyMap<string, readonly Message[]> {
    const bin = join(MODULES, eslint, "bin/eslint.js");
    const { stdout, stderr } = run(process.execPath, [bin, "--format", "json", ...words], { cwd: project });
    expect(stderr).toBe("");
    const files: readonly { readonly filePath: string; readonly messages: readonly Message[] }[] = JSON.parse(stdout);
    return new Map(files.map(({ filePath, messages }) => [filePath.slice(project.length + 1), messages]));
  }

  test("finds in YAML, JSON and HCL what the command line finds, where it stands", () => {
    const found = lint(".");
    const places = (file: string) =>
      found
        .get(file)
        ?.map(({ ruleId, line, column, endLine, endColumn, severity }) => [
          ruleId,
          [line, column, endLine, endColumn],
          severity,
        ]);
    expect(places("bad.template.yaml")).toEqual([["unconfused/external-id-required", [11, 20, 11, 50], 2]]);
    expect(places("bad.template.json")?.[0]?.slice(0, 1)).toEqual(["unconfused/external-id-required"]);
    expect(places("main.tf")).toEqual([["unconfused/public-trust", [2, 117, 2, 120], 2]]);
    expect(places("good.template.yaml")).toEqual([]);
    expect(places("other.template.json")).toEqual([]);
    expect(found.get("bad.template.yaml")?.[0]?.message).toContain("Allowed: sts:AssumeRole by arn:aws:iam::4444");
    expect(found.get("broken.template.yaml")).toEqual([
      expect.objectContaining({ ruleId: null, fatal: true, message: expect.stringContaining("bracket") }),
    ]);
  });

  test("takes the rules' severities from ESLint's configuration, and who is who from ours", () => {
    const off = `${CONFIG.trim().slice(0, -2)}, { files: ["**/*.tf"], rules: { "unconfused/public-trust": "off" } }];\n`;
    writeFileSync(join(project, "eslint.config.mjs"), off);
    writeFileSync(join(project, "unconfused.yaml"), 'accounts: { own: ["444455556666"] }\n');
    const found = lint("bad.template.yaml", "main.tf");
    expect([...found.values()]).toEqual([[], []]);
  });

  test("mends with --fix what is safe, suggests the rest, and leaves what another file would need", () => {
    const past = BAD.replace(
      /$/,
      '            Condition:\n              StringEqualsIfExists:\n                "sts:ExternalId": k3f9d7a1\n',
    );
    writeFileSync(join(project, "fix.template.yaml"), past);
    const [before] = lint("fix.template.yaml").get("fix.template.yaml") ?? [];
    expect(before?.fix?.text).toContain("StringEquals");
    expect(lint("--fix", "fix.template.yaml").get("fix.template.yaml")).toEqual([]);
    expect(readFileSync(join(project, "fix.template.yaml"), "utf8")).toBe(past.replace("IfExists", ""));
    const [{ fix, suggestions = [] } = { suggestions: [] }] = lint("bad.template.yaml").get("bad.template.yaml") ?? [];
    expect(fix).toBeUndefined();
    expect(suggestions.map(({ desc }) => desc)).toEqual([expect.stringContaining("demand sts:ExternalId")]);
    rmSync(join(project, "fix.template.yaml"));
  });

  test("warns of what cannot be told, unless that is off", () => {
    const open = BAD.replace(/"?arn:aws:iam::444455556666:root"?/, '!ImportValue "Vendor"');
    writeFileSync(join(project, "open.template.yaml"), open);
    const doubts = () =>
      (lint("open.template.yaml").get("open.template.yaml") ?? [])
        .filter(({ ruleId }) => ruleId === "unconfused/cannot-tell")
        .map(({ severity, message }) => [severity, message]);
    expect(doubts()).toEqual([[1, expect.stringMatching(/\(public-trust\), because of import Vendor; if a vendor/)]]);
    const off = `${CONFIG.trim().slice(0, -2)}, { files: ["**/*.yaml"], rules: { "unconfused/cannot-tell": "off" } }];\n`;
    writeFileSync(join(project, "eslint.config.mjs"), off);
    expect(doubts()).toEqual([]);
    rmSync(join(project, "open.template.yaml"));
  });

  test("tells a mistake in our configuration at every file", () => {
    writeFileSync(join(project, "unconfused.yaml"), "tenancy: sinlge\n");
    expect(lint("bad.template.yaml").get("bad.template.yaml")?.[0]?.message).toContain("did you mean single?");
  });

  test("gives options of the command line", () => {
    const options = `${CONFIG.trim().slice(0, -2)}, { files: ["**/*.yaml"], languageOptions: { options: ["--organization-account", "444455556666"] } }];\n`;
    writeFileSync(join(project, "eslint.config.mjs"), options);
    expect(lint("bad.template.yaml").get("bad.template.yaml")).toEqual([]);
  });

  test("has types that ESLint's own take", () => {
    const consumer = join(project, "consumer.mts");
    writeFileSync(
      consumer,
      `import type { Linter } from "${join(MODULES, eslint, "lib/types/index.d.ts").replace(/\.d\.ts$/, ".js")}";\nimport unconfused from "unconfused/eslint";\nexport const config: Linter.Config[] = [...unconfused.configs.recommended];\n`,
    );
    if (!existsSync(join(project, "node_modules/@types"))) {
      symlinkSync(join(MODULES, "@types"), join(project, "node_modules/@types"));
    }
    const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", "--skipLibCheck"];
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const ended = run(process.execPath, [tsc, ...options, "--types", "", "consumer.mts"], { cwd: project });
    expect(ended).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
