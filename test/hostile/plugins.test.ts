// What inputs say through the plugins of other programs, which print our words as they are.

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unconfused } from "../../src/surfaces/cdk/plugin.ts";
import { language } from "../../src/surfaces/eslint/language.ts";
import { plugin } from "../../src/surfaces/eslint/plugin.ts";

const EVIL = "x\u001b[2J\n::stop-commands::y\n##[error]z\u202e";
/** What a terminal or a runner would obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
const OBEYED = /[\u0000-\u001f\u202e]|##\[/;

const role = (principal: unknown) => ({
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }],
    },
  },
});
const template = JSON.stringify({
  Parameters: { [EVIL]: { Type: "String" } },
  Resources: {
    [EVIL]: role(`arn:aws:iam::444455556666:role/${EVIL}`),
    Parameter: role({ Ref: EVIL }),
    Import: role({ "Fn::ImportValue": EVIL }),
    ["__proto__"]: role("444455556666"),
  },
});

test("ESLint is given one line of what can be seen", () => {
  const path = join(import.meta.dirname, "hostile.template.json");
  const parsed = language.parse({ path, body: template }, { languageOptions: {} });
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  const sourceCode = language.createSourceCode({ path, body: template }, parsed);
  const said: string[] = [];
  for (const rule of Object.values(plugin.rules)) {
    const report = ({ message, suggest = [] }: { message: string; suggest?: { desc: string }[] }) => {
      said.push(message, ...suggest.map(({ desc }) => desc));
    };
    rule.create({ sourceCode, report }).Document();
  }
  expect(said.some((each) => each.includes("x\\u{1b}[2J\\u{a}::stop-commands"))).toBe(true);
  expect(said.some((each) => each.includes("can assume __proto__ without"))).toBe(true);
  expect(said.filter((each) => OBEYED.test(each))).toEqual([]);
});

test("and so of what cannot be read", () => {
  const metadata = { Unconfused: { vendor: EVIL } };
  const body = JSON.stringify({ Resources: { R: { ...role("444455556666"), Metadata: metadata } } });
  const parsed = language.parse(
    { path: join(import.meta.dirname, "hostile.template.json"), body },
    { languageOptions: {} },
  );
  const said = parsed.ok ? [] : parsed.errors.map(({ message }) => message);
  expect(said).toEqual([expect.stringContaining("no vendor is called")]);
  expect(said.filter((each) => OBEYED.test(each))).toEqual([]);
});

test("the CDK is given one line of what can be seen", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "unconfused-")));
  try {
    const path = join(folder, "a.template.json");
    writeFileSync(path, template);
    const { violations } = unconfused.validate({ templatePaths: [path] });
    const said = violations.flatMap(({ description, violatingResources: [first] }) => [
      description,
      first?.resourceLogicalId ?? "",
      ...(first?.locations ?? []),
    ]);
    expect(said.some((each) => each.includes("role/x\\u{1b}[2J"))).toBe(true);
    expect(said.filter((each) => OBEYED.test(each))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
