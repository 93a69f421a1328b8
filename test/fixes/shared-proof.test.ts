// Equal edits of policies that are written alike are tried once, where nothing around them can make a difference.

import { describe, expect, test } from "vitest";
import type { CheckInput } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { mended, ofEach } from "./alone.ts";
import {
  AROUND,
  ID,
  NONE,
  NOTATIONS,
  POLICIES,
  parameters,
  template,
  UNKNOWN_OPERATOR,
  VENDOR,
  WEAK,
} from "./templates.ts";

function inFiles(...all: readonly object[]): CheckInput["files"] {
  return all.map((one, index) => ({ path: `${index}.json`, content: JSON.stringify(one, null, 2) }));
}

/** How many edits are tried, of those that mend something. */
function tried(files: CheckInput["files"], config: Config = {}) {
  const found = mended({ files, config });
  expect(found.together).toEqual(found.alone);
  return found.tried;
}

const SINGLE: Config = { tenancy: "single", vendors: [{ name: "Acme", tenancy: "single", accounts: [VENDOR] }] };

describe("is tried once", () => {
  const rows = [{}, SINGLE].flatMap((config) =>
    // What has to be evaluated is shared with none.
    POLICIES.filter((each) => each !== UNKNOWN_OPERATOR).map(
      (each) => [JSON.stringify(each.Statement), each, config] as const,
    ),
  );
  const mending: number[] = [];
  test.each(rows)("%s", (_, each, config) => {
    const [some, all] = tried(inFiles(template([each]), template([each]), template([each, each])), config);
    mending.push(some);
    expect(some * 4).toBe(all);
  });

  test("of several of them something mends what is found", () => {
    expect(mending.filter((some) => some > 0).length).toBeGreaterThan(4);
  });

  test("of policies beside each other", () => {
    const [some, all] = tried(inFiles(template(POLICIES), template(POLICIES)));
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
  });

  test("what declares a parameter, and what uses one that is declared alike", () => {
    const declared = parameters("ExternalId", { Type: "String" });
    const all = [template([NONE]), template([NONE]), template([NONE], declared), template([NONE], declared)];
    expect(tried(inFiles(...all))).toEqual([2, 4]);
  });

  test.each([NONE, WEAK])("in every notation", (each) => {
    const written = Object.entries(NOTATIONS).map(([name, write]) => ({
      path: `${name}.${name}`,
      content: write(template([each])),
    }));
    expect(tried(written)).toEqual([1, written.length]);
  });
});

describe("is tried in each file, beside", () => {
  const others = Object.entries(AROUND).filter(([name]) => !/^(?:nothing|a parameter)$/.test(name));
  test.each(others)("%s", (_, around) => {
    const [some, all] = tried(inFiles(template([NONE]), template([NONE], around)));
    expect(some).toBe(all);
  });
});

test("a parameter that is declared otherwise is tried for itself", () => {
  const declared = Object.entries(AROUND).filter(([name]) => name.startsWith("the parameter"));
  const files = inFiles(...declared.map(([, around]) => template([NONE], around)));
  const [some, all] = tried(files);
  expect([some, all]).toEqual([all, all]);
  const { together } = mended({ files });
  expect(together).toEqual(ofEach({ files }));
  expect(new Set(together.map((fixes) => fixes.length)).size).toBe(2);
});

test("under another scope each is tried", () => {
  const config: Config = { scopes: [{ files: ["1.json"], audience: "self" }] };
  expect(tried(inFiles(template([NONE]), template([NONE])), config)).toEqual([2, 2]);
});

test("what makes one whole with other files is tried with those", () => {
  const outer = template([NONE]) as { readonly Resources: object };
  const Inner = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "./0.json" } };
  const deploying = { Resources: { ...outer.Resources, Inner } };
  expect(tried(inFiles(template([NONE]), template([NONE]), deploying))).toEqual([3, 3]);
});

const role = (name: string, ...statements: readonly string[]) => `  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${statements.map((each) => `          - { Effect: Allow, Action: sts:AssumeRole, ${each} }\n`).join("")}`;
const ROOT = `Principal: { AWS: "arn:aws:iam::${VENDOR}:root" }`;
const CONDITION = `{ StringEqualsIfExists: { "sts:ExternalId": ${ID} } }`;
const yaml = (...all: readonly string[]) =>
  all.map((text, index) => ({ path: `${index}.yaml`, content: `Resources:\n${text}` }));

test("what changes something else as well is tried for itself", () => {
  const weak = role("R0", `${ROOT}, Condition: ${CONDITION}`);
  const alias = role("R0", `${ROOT}, Condition: &weak ${CONDITION}`);
  expect(tried(yaml(weak, weak, alias))).toEqual([1, 3]);
  expect(tried(yaml(weak, weak, `${alias}Metadata: { Copy: *weak }\n`))).toEqual([2, 3]);
});

test("what is written in another policy is tried for itself", () => {
  const service = 'Principal: { Service: "ec2.amazonaws.com" }';
  const aliases =
    role("R0", ROOT, `${service}, Condition: &weak ${CONDITION}`) + role("R1", `${ROOT}, Condition: *weak`);
  const plain =
    role("R0", ROOT, `${service}, Condition: ${CONDITION}`) + role("R1", `${ROOT}, Condition: ${CONDITION}`);
  expect(tried(yaml(aliases, aliases, plain))).toEqual([4, 6]);
});

test("what cannot be read without a warning is tried for itself, and what is one of several documents", () => {
  const weak = role("R0", `${ROOT}, Condition: ${CONDITION}`);
  const twice = "Metadata: { A: 1, A: 2 }\n";
  const further = "---\nResources: {}\n";
  expect(tried(yaml(weak, weak + twice, weak + further))).toEqual([3, 3]);
});

test("what is to be mended need not be the same", () => {
  const Statement = [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { AWS: [VENDOR, "200000000019"] },
      Condition: { StringEqualsIfExists: { "sts:ExternalId": ID } },
    },
  ];
  const files = inFiles(
    template([{ Version: "2012-10-17", Statement }]),
    template([{ Version: "2012-10-17", Statement }]),
  );
  for (const left of [1, 2, 3]) {
    const { together, alone } = mended({ files }, (report) => ({
      ...report,
      findings: report.findings.filter((_, index) => index !== left),
    }));
    expect(together).toEqual(alone);
    expect(together.map((fixes) => fixes.length)).toEqual([1, 1, 1]);
  }
});
