import { describe, expect, test } from "vitest";
import { type CheckInput, check } from "../../src/check.ts";

const OPEN = { Statement: { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" } };

/** Two roles that anyone can assume; the first has metadata of its own. */
function template(ofRole: unknown, ofTemplate?: unknown): string {
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: OPEN } };
  const Resources = { Reader: { Metadata: ofRole, ...role }, Writer: role };
  return JSON.stringify({ Metadata: ofTemplate, Resources }, null, 1);
}

function reportOf(content: string, under: Partial<CheckInput> = {}) {
  return check({ files: [{ path: "role.json", content }], ...under });
}

describe("a mistake in what a resource says about itself is told, and the rest goes on", () => {
  const at = "Resources.Reader.Metadata.Unconfused";
  test.each<[what: string, block: unknown, line: number, message: string, help: string]>([
    ["a key", { tenency: "single" }, 6, `unknown key "tenency" in ${at}`, "did you mean tenancy?"],
    ["a key unlike any", { owner: "us" }, 6, `unknown key "owner" in ${at}`, "known here: vendor, tenancy, ignore"],
    ["a key of a prototype", JSON.parse('{"__proto__": {}}'), 6, `unknown key "__proto__" in ${at}`, "known here: "],
    [
      "a tenancy",
      { tenancy: "singel" },
      6,
      `${at}.tenancy cannot be "singel"`,
      "did you mean single? it takes single or",
    ],
    [
      "a tenancy that is a map",
      { tenancy: { Ref: "T" } },
      6,
      `${at}.tenancy cannot be a map`,
      "it takes single or multi",
    ],
    [
      "a vendor that is a map",
      { vendor: { Ref: "V" } },
      6,
      `${at}.vendor is a map, and should be a text`,
      "write a text",
    ],
    ["a blank vendor", { vendor: " " }, 6, `${at}.vendor is blank`, "the name of a vendor of unconfused.yaml"],
    ["a text for the block", "single", 5, `${at} is a text, and should be a map`, "write a map"],
    ["a list for the block", [], 5, `${at} is a list, and should be a map`, "write a map"],
    ["nothing for the block", null, 5, `${at} is empty`, "write a map"],
  ])("%s", (_, block, line, message, help) => {
    const { errors, findings } = reportOf(template({ Unconfused: block }));
    expect(errors).toMatchObject([{ file: "role.json", line, message, help: expect.stringContaining(help) }]);
    expect(findings.map(({ rule }) => rule)).toEqual(["public-trust", "public-trust"]);
  });
});

describe("a vendor that nobody declares is told where it is named", () => {
  const declared = (...names: string[]) => names.map((name) => ({ name, tenancy: "single" }) as const);
  test.each<[what: string, names: string[], help: string]>([
    ["like one that is", ["Acme", "Panther"], "did you mean Panther?"],
    ["unlike any", ["Acme"], "declare it under vendors in unconfused.yaml"],
    ["without any", [], "declare it under vendors in unconfused.yaml"],
  ])("%s", (_, names, help) => {
    const content = template({ Unconfused: { vendor: "Panter" } });
    const { errors } = reportOf(content, { config: { vendors: declared(...names) } });
    const place = { file: "role.json", line: 6, column: 16 };
    expect(errors).toEqual([{ ...place, message: 'no vendor is called "Panter"', help }]);
  });

  test("beside a key that is a mistake", () => {
    const { errors } = reportOf(template({ Unconfused: { vendor: "Panter", tenency: "single" } }));
    expect(errors.map(({ line }) => line)).toEqual([7, 6]);
  });

  test("by the scope of the file", () => {
    const config = { scopes: [{ files: ["role.json"], vendors: declared("Panther") }] };
    const content = template({ Unconfused: { vendor: "Panther" } });
    expect(reportOf(content, { config }).errors).toEqual([]);
    const elsewhere = check({ files: [{ path: "other.json", content }], config }).errors;
    expect(elsewhere).toMatchObject([{ file: "other.json", message: 'no vendor is called "Panther"' }]);
  });
});

test("a mistake of a template is told once, whatever is in it", () => {
  const { errors } = reportOf(template({}, { Unconfused: { tenency: "single" } }));
  expect(errors.map(({ message }) => message)).toEqual(['unknown key "tenency" in Metadata.Unconfused']);
});

test("a mistake of a template that another one deploys is told where it stands, once", () => {
  const inner = template({ Unconfused: "single" });
  const stack = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "./role.json" } };
  const outer = JSON.stringify({ Resources: { One: stack, Two: stack } });
  const files = [
    { path: "outer.json", content: outer },
    { path: "role.json", content: inner },
  ];
  expect(check({ files }).errors.map(({ file, line }) => `${file}:${line}`)).toEqual(["role.json:5"]);
});

test("a resource that speaks of its tenancy, and says nothing that is one, is not judged by its template's", () => {
  const of = (tenancy: string) =>
    template({ Unconfused: { tenancy } }, { Unconfused: { tenancy: "single" } }).replaceAll(
      '"AWS": "*"',
      '"AWS": "444455556666"',
    );
  const found = (tenancy: string) =>
    reportOf(of(tenancy)).findings.map(({ rule, resource }) => `${rule} ${resource.id}`);
  expect(found("single")).toEqual([]);
  expect(found("mutli")).toEqual(["external-id-required Reader"]);
});

test("of a file whose own words count for nothing no word is a mistake", () => {
  const { errors } = reportOf(template({ Unconfused: { tenency: "single" } }), { config: { inline: false } });
  expect(errors).toEqual([]);
});

test.each(["unconfused", "UNCONFUSED", "UnConfused", "Unconfuse", "Unconfusd", "Confused"])(
  "metadata that is called %s is told where it stands, of a resource and of a template",
  (key) => {
    const { errors } = reportOf(template({ [key]: { tenancy: "single" } }, { [key]: {} }));
    expect(errors.map(({ line, message, help }) => [line, message, help])).toEqual([
      [3, `"${key}" in Metadata is not read`, "did you mean Unconfused?"],
      [8, `"${key}" in Resources.Reader.Metadata is not read`, "did you mean Unconfused?"],
    ]);
  },
);

test.each(["Unused", "Configured", "Comment", "cdk_nag", "aws:cdk:path"])("%s is metadata of somebody else", (key) => {
  expect(reportOf(template({ [key]: "x" }, { [key]: "x" })).errors).toEqual([]);
});
