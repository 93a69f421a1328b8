// What plugins of other programs say of what is not judged: nothing of it may look like a pass.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unconfused } from "../../src/surfaces/cdk/plugin.ts";
import { language } from "../../src/surfaces/eslint/language.ts";
import { plugin } from "../../src/surfaces/eslint/plugin.ts";

/** Nobody knows who sends such a key. */
const CARRIED = { StringEquals: { "example:Key": "x" } };
const TEMPLATE = JSON.stringify({
  Resources: {
    Nested: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "https://example.com/x.yaml" } },
    Role: {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sts:AssumeRole", Condition: CARRIED },
          ],
        },
      },
    },
  },
});

test("ESLint is told what cannot be decided, and what is not read", () => {
  const path = join(import.meta.dirname, "any.template.json");
  const parsed = language.parse({ path, body: TEMPLATE }, { languageOptions: {} });
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  const sourceCode = language.createSourceCode({ path, body: TEMPLATE }, parsed);
  const said: string[] = [];
  plugin.rules["cannot-tell"]?.create({ sourceCode, report: ({ message }) => said.push(message) }).Document();
  expect(said).toContainEqual(expect.stringContaining("cannot tell"));
  expect(said).toContainEqual(expect.stringContaining("the template https://example.com/x.yaml is not read"));
});

test("the CDK is told as warnings, which let the synthesis go on", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "unconfused-")));
  try {
    const path = join(folder, "a.template.json");
    writeFileSync(path, TEMPLATE);
    const { success, violations } = unconfused.validate({ templatePaths: [path] });
    expect(success).toBe(true);
    expect(violations).toMatchObject([
      { severity: "warning", description: expect.stringMatching(/^cannot tell .*external-id-required/) },
      { ruleName: "not-judged", severity: "warning", description: expect.stringContaining("is not read") },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
