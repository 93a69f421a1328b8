// What mends a finding, applied: the finding is gone, no other rule speaks, and brute force lets the vendor in with its id alone.

import { describe, expect, test } from "vitest";
import { type CheckInput, check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import type { Finding, Fix } from "../../src/findings/report.ts";
import { evaluate } from "../oracle/evaluate.ts";
import type { Request } from "../oracle/request.ts";
import { deployedPolicies } from "./deployed.ts";
import { languages, plain, type Words, written } from "./written.ts";

const VENDOR = "111122223333";
const ID = "k3f9d7a1-7c52";
const ROOT = `"arn:aws:iam::${VENDOR}:root"`;
const MULTI: Config = { vendors: [{ name: "Acme", tenancy: "multi", accounts: [VENDOR] }] };
const SINGLE: Config = { tenancy: "single", vendors: [{ name: "Acme", tenancy: "single", accounts: [VENDOR] }] };

function found(path: string, content: string, config: Config, more: CheckInput["files"] = []): readonly Finding[] {
  const { findings, errors } = check({ files: [{ path, content }, ...more], config, fixes: true });
  expect(errors).toEqual([]);
  return findings;
}

/** Offsets are found anew, from lines and columns. */
function applied(text: string, { edits }: Fix): string {
  const lines = text.split(/(?<=\r\n|\n)/);
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length, 0) + column - 1;
  return [...edits]
    .sort((one, other) => other.line - one.line || other.column - one.column)
    .reduce((so, edit) => {
      const [start, end] = [offset(edit.line, edit.column), offset(edit.endLine, edit.endColumn)];
      return so.slice(0, start) + edit.text + so.slice(end);
    }, text);
}

function request(account: string, id?: string): Request {
  return {
    principal: `arn:aws:iam::${account}:role/deputy`,
    session: "session",
    uniqueId: "AROAEXAMPLEEXAMPLE123",
    time: 1_790_000_000,
    sends: id === undefined ? {} : { "sts:externalid": id },
  };
}

function lets(path: string, text: string, who: Request): string[] {
  return deployedPolicies(path, text, ID).map((policy) => evaluate(policy, who));
}

type Row = readonly [what: string, rule: string, config: Config, words: Words, safe: boolean, says: RegExp];

const id = JSON.stringify(ID);
const ROWS: readonly Row[] = [
  [
    "IfExists",
    "external-id-required",
    MULTI,
    { principal: ROOT, condition: ["StringEqualsIfExists", "sts:ExternalId", id] },
    true,
    /^drop IfExists from StringEqualsIfExists$/,
  ],
  [
    "ForAllValues",
    "external-id-required",
    MULTI,
    { principal: ROOT, condition: ["ForAllValues:StringEquals", "sts:ExternalId", id] },
    true,
    /^drop ForAllValues from ForAllValues:StringEquals$/,
  ],
  [
    "both, with an id",
    "external-id-required",
    MULTI,
    { principal: ROOT, condition: ["ForAllValues:StringLikeIfExists", "sts:ExternalId", id] },
    true,
    /^drop ForAllValues and IfExists/,
  ],
  [
    "the key of another service, and IfExists",
    "external-id-required",
    MULTI,
    { principal: ROOT, condition: ["StringEqualsIfExists", "aws:ExternalId", id] },
    true,
    /^drop IfExists from StringEqualsIfExists, and write sts:ExternalId for aws:ExternalId$/,
  ],
  [
    "no condition at all",
    "external-id-required",
    MULTI,
    { principal: ROOT },
    false,
    /^demand sts:ExternalId, with the value of the new (?:parameter AcmeExternalId|variable acme_external_id)$/,
  ],
  [
    "another condition",
    "external-id-required",
    MULTI,
    { principal: ROOT, condition: ["StringLike", "aws:PrincipalArn", `"arn:aws:iam::${VENDOR}:role/*"`] },
    false,
    /^demand sts:ExternalId/,
  ],
  [
    "another key under the operator",
    "external-id-required",
    MULTI,
    { principal: ROOT, condition: ["StringEquals", "aws:PrincipalAccount", `"${VENDOR}"`] },
    false,
    /^demand sts:ExternalId/,
  ],
];

describe.each(ROWS)("%s", (what, rule, config, words, safe, says) => {
  // A word that takes the place of another is spelled the same everywhere: one such edit is enough.
  test.each(!safe || what === "IfExists" ? languages : plain)("%s", (language) => {
    const before = written(language, words);
    const [finding, ...others] = found(language, before, config);
    expect(others).toEqual([]);
    expect(finding?.rule).toBe(rule);
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error("nothing mends it");
    expect(fix.description).toMatch(says);
    expect(fix.safe).toBe(safe);
    const after = applied(before, fix);
    expect(found(language, after, config)).toEqual([]);
    expect(lets(language, after, request(VENDOR, ID))).toEqual(["allowed"]);
    for (const other of [request(VENDOR), request(VENDOR, "another"), request("444455556666", ID)]) {
      expect(lets(language, after, other)).toEqual(["denied"]);
    }
    // All that stood there stands there still, but for the words that were wrong.
    for (const comment of before.match(/(?:#|\/\/) .*/g) ?? []) expect(after).toContain(comment);
  });
});

describe("the dedicated account is trusted instead of", () => {
  test.each(languages)("another one: %s", (language) => {
    const before = written(language, { principal: '"arn:aws:iam::444455556666:root"' });
    const [finding] = found(language, before, SINGLE);
    expect(finding?.rule).toBe("account-scoped-principal");
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error("nothing mends it");
    expect(fix).toMatchObject({ safe: false, description: `trust ${VENDOR}, the account of Acme` });
    const after = applied(before, fix);
    expect(found(language, after, SINGLE)).toEqual([]);
    expect(lets(language, after, request(VENDOR))).toEqual(["allowed"]);
    expect(lets(language, after, request("444455556666"))).toEqual(["denied"]);
  });

  test.each<[about: string, config: Config]>([
    [
      "where two vendors are declared",
      { vendors: [...(SINGLE.vendors ?? []), { name: "Other", tenancy: "single", accounts: ["222233334444"] }] },
    ],
    [
      "where it has two accounts",
      { vendors: [{ name: "Acme", tenancy: "single", accounts: [VENDOR, "222233334444"] }] },
    ],
    [
      "where a parameter may carry another",
      { vendors: [{ name: "Acme", tenancy: "single", accounts: [VENDOR], accountParameters: ["Account"] }] },
    ],
  ])("nothing, %s", (_, config) => {
    const before = written("block.yaml", { principal: '"arn:aws:iam::444455556666:root"' });
    const findings = found("block.yaml", before, { ...config, tenancy: "single" });
    expect(findings.map(({ rule }) => rule)).toEqual(["account-scoped-principal"]);
    expect(findings.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

describe("an account id that YAML reads as a number", () => {
  const condition: Words["condition"] = ["StringEquals", "sts:ExternalId", id];
  const ours: Config = { vendors: [{ name: "Acme", tenancy: "multi", accounts: ["012345670123"] }] };

  test.each<[spelled: string, safe: boolean]>([
    ["012345670123", true],
    ["12345670123", false],
    ["arn:aws:iam::12345670123:root", false],
    ["'arn:aws:iam::12345670123:root'", false],
  ])("%s", (spelled, safe) => {
    const before = written("block.yaml", { principal: spelled, condition });
    const [finding] = found("block.yaml", before, ours);
    expect(finding?.rule).toBe("invalid-policy");
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error("nothing mends it");
    expect(fix.safe).toBe(safe);
    const after = applied(before, fix);
    expect(found("block.yaml", after, ours)).toEqual([]);
    expect(lets("block.yaml", after, request("012345670123", ID))).toEqual(["allowed"]);
    expect(lets("block.yaml", after, request("012345670123"))).toEqual(["denied"]);
  });

  test("is left, where another rule would speak of the account", () => {
    const before = written("block.yaml", { principal: "012345670123" });
    expect(found("block.yaml", before, ours).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

test("an operator that IAM does not have", () => {
  const before = written("block.yaml", { principal: ROOT, condition: ["StringEqual", "sts:ExternalId", id] });
  const fixes = found("block.yaml", before, MULTI).flatMap(({ fixes = [] }) => fixes);
  expect(fixes.map(({ description }) => description)).toContain("write StringEquals");
});

describe("nothing is proposed", () => {
  test.each<[about: string, words: Words, config: Config]>([
    // It would make the grant one that nobody can use.
    [
      "for a key that nobody sends",
      { principal: ROOT, condition: ["StringEqualsIfExists", "aws:SourceAccount", '"1"'] },
      SINGLE,
    ],
    ["for StringLike without wildcards", { principal: ROOT, condition: ["StringLike", "sts:ExternalId", id] }, MULTI],
    // Public, whatever is sent.
    ["for anyone", { principal: '"*"' }, MULTI],
  ])("%s", (_, words, config) => {
    for (const language of languages) {
      const findings = found(language, written(language, words), config);
      expect(findings.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
    }
  });

  test("that makes two equal keys of one map", () => {
    const text = written("block.yaml", { principal: ROOT, condition: ["StringEqualsIfExists", "sts:ExternalId", id] });
    const before = text.replace(
      "              StringEqualsIfExists:",
      `              StringEquals:\n                aws:PrincipalAccount: "${VENDOR}"\n              StringEqualsIfExists:`,
    );
    expect(found("block.yaml", before, MULTI).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });

  test("that is a loss, though the rules that would tell are off", () => {
    const before = written("block.yaml", {
      principal: ROOT,
      condition: ["StringEqualsIfExists", "aws:SourceAccount", '"999988887777"'],
    });
    const off: Config = { ...MULTI, rules: { "dead-grant": "off", "invalid-policy": "off" } };
    const fixes = found("block.yaml", before, off).flatMap(({ fixes = [] }) => fixes);
    expect(fixes.filter(({ description }) => description.startsWith("drop"))).toEqual([]);
  });

  test("for a template that the CDK made", () => {
    const text = written("template.json", { principal: ROOT });
    const made = text.replace(
      '"Type": "AWS::IAM::Role",',
      '$&\n      "Metadata": { "aws:cdk:path": "App/Role/Resource" },',
    );
    const [finding] = found("template.json", made, MULTI);
    expect(finding?.resource.path).toBe("App/Role/Resource");
    expect(finding?.fixes).toBeUndefined();
  });

  test("for a variable that whoever calls the module does not give", () => {
    const before = written("encoded.tf", { principal: ROOT });
    const caller = { path: "main.tf", content: 'module "vendor" {\n  source = "./vendor"\n}\n' };
    const findings = found("vendor/encoded.tf", before, MULTI, [caller]);
    expect(findings.map(({ rule }) => rule)).toEqual(["external-id-required"]);
    expect(findings.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

describe("a text that holds a policy", () => {
  const text = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${VENDOR}:root` }, Action: "sts:AssumeRole" }],
  });
  const template = (document: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${document}
`;

  test("names nothing where nothing is substituted", () => {
    const half = text.slice(0, 20);
    const written = [`'${text}'`, `!Join ["", ['${half}', !Sub '${text.slice(20)}']]`, `!Sub ['${text}', {}]`];
    for (const document of written) {
      const findings = found("text.yaml", template(document), MULTI);
      expect(findings.map(({ rule }) => rule)).toEqual(["external-id-required"]);
      expect(findings.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
    }
  });

  test.each([
    ["quoted", `!Sub ${JSON.stringify(text)}`],
    ["folded", `!Sub >-\n        ${text.replace(",", ",\n        ")}`],
    ["in one branch of two", `!If [Is, !Sub '${text}', !Sub '${text.replace(VENDOR, "444455556666")}']`],
  ])("is substituted, and %s", (_, document) => {
    const before = `Conditions: { Is: !Equals [!Ref "AWS::Region", eu-west-1] }\n${template(document)}`;
    const [first] = found("text.yaml", before, MULTI);
    const [fix] = first?.fixes ?? [];
    if (fix === undefined) throw new Error("nothing mends it");
    const after = found("text.yaml", applied(before, fix), MULTI);
    expect(after.filter(({ fingerprint }) => fingerprint === first?.fingerprint)).toEqual([]);
  });
});

describe("what is declared already is used", () => {
  test("a parameter", () => {
    const text = written("block.yaml", { principal: ROOT });
    const before = `Parameters:\n  VendorExternalID:\n    Type: String\n${text}`;
    const [finding] = found("block.yaml", before, MULTI);
    const [fix] = finding?.fixes ?? [];
    expect(fix?.edits.map((edit) => edit.text.trim().split("\n").at(-1)?.trim())).toEqual([
      "sts:ExternalId: !Ref VendorExternalID",
    ]);
  });

  test("a variable of the module, in another file", () => {
    const before = written("encoded.tf", { principal: ROOT });
    const variables = { path: "variables.tf", content: 'variable "external_id" {\n  type = string\n}\n' };
    const [finding] = found("encoded.tf", before, MULTI, [variables]);
    const [fix] = finding?.fixes ?? [];
    expect(fix?.edits).toHaveLength(1);
    expect(fix?.edits[0]?.text).toContain("var.external_id");
  });

  test("a variable of Terraform's JSON syntax, which another file of the module declares", () => {
    const before = written("text.tf.json", { principal: ROOT });
    const variables = {
      path: "variables.tf.json",
      content: '{ "variable": [{ "external_id": { "type": "string" } }] }',
    };
    const [finding] = found("text.tf.json", before, MULTI, [variables]);
    const [fix] = finding?.fixes ?? [];
    expect(fix?.edits.map((edit) => edit.text)).toEqual([
      ', \\"Condition\\": { \\"StringEquals\\": { \\"sts:ExternalId\\": \\"${var.external_id}\\" } }',
    ]);
  });

  test("in the module that the policy is written in, not in the one that it is given to", () => {
    const policy = JSON.stringify({
      Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${VENDOR}:root` }, Action: "sts:AssumeRole" }],
    });
    const role = {
      path: "roles/main.tf",
      content:
        'variable "trust" {\n  type = string\n}\nresource "aws_iam_role" "role" {\n  assume_role_policy = var.trust\n}\n',
    };
    const call = (trust: string) => `module "roles" {\n  source = "./roles"\n  trust  = ${trust}\n}\n`;
    const [finding] = found("main.tf", call(`jsonencode(${policy})`), MULTI, [role]);
    const [fix] = finding?.fixes ?? [];
    expect(new Set(fix?.edits.map(({ file }) => file))).toEqual(new Set(["main.tf"]));
    expect(fix?.edits.some(({ text }) => text.includes('variable "acme_external_id"'))).toBe(true);
  });

  test("not one of two that may be meant", () => {
    const text = written("block.yaml", { principal: ROOT });
    const before = `Parameters:\n  OneExternalId:\n    Type: String\n  OtherExternalId:\n    Type: String\n${text}`;
    expect(found("block.yaml", before, MULTI).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

test("two findings of one statement are mended by one edit", () => {
  const before = written("block.yaml", {
    principal: `[${ROOT}, "arn:aws:iam::222233334444:root"]`,
    condition: ["StringEqualsIfExists", "sts:ExternalId", id],
  });
  const findings = found("block.yaml", before, {});
  expect(findings).toHaveLength(2);
  const [one, other] = findings.map(({ fixes = [] }) => fixes[0]);
  expect(one).toBeDefined();
  expect(one).toEqual(other);
});

test("nobody is told of edits who did not ask", () => {
  const { findings } = check({ files: [{ path: "a.yaml", content: written("block.yaml", { principal: ROOT }) }] });
  expect(findings).toHaveLength(1);
  expect(findings[0]).not.toHaveProperty("fixes");
});
