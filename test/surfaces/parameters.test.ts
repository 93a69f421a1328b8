import { describe, expect, test } from "vitest";
import { readParameters } from "../../src/surfaces/parameters.ts";
import { Problem } from "../../src/text/problem.ts";
import { findingsOf, reportOf, roleFor, unconfused } from "./cli/run.ts";

const read = (text: string, name = "parameters.json") => readParameters(name, new TextEncoder().encode(text));

describe("a file of parameters is", () => {
  const cases: [string, string, Record<string, unknown>][] = [
    [
      "the list of the AWS command line",
      '[{ "ParameterKey": "A", "ParameterValue": "x" }, { "ParameterKey": "B", "UsePreviousValue": true }]',
      { A: "x" },
    ],
    [
      "its skeleton of a whole call",
      '{ "StackName": "s", "Parameters": [{ "ParameterKey": "A", "ParameterValue": "x" }] }',
      { A: "x" },
    ],
    [
      "the template configuration of CodePipeline",
      '{ "Parameters": { "A": "x" }, "Tags": { "B": "y" }, "StackPolicy": {} }',
      { A: "x" },
    ],
    ["a flat map", '{ "A": "x", "B": ["y", "z"] }', { A: "x", B: ["y", "z"] }],
    ["a flat map with a parameter of that name", '{ "Parameters": "x" }', { Parameters: "x" }],
    ["YAML", "A: x\nB: [y, !Unheard z]\n", { A: "x", B: ["y", { "Fn::Unheard": "z" }] }],
    ["without what it gives no value", '{ "A": null, "B": "x" }', { B: "x" }],
    [
      "as its numbers are spelled",
      '{ "A": 123456789012, "B": [1e3], "C": true }',
      { A: "123456789012", B: ["1e3"], C: "true" },
    ],
    ["as YAML spells them", "A: 012345670123\nB: yes\n", { A: "012345670123", B: "yes" }],
  ];
  test("tfvars in Terraform's own language", () => {
    const text =
      'a = "x" # one\nb = ["y", -1, true]\nc = { d = "z", "e f" = null }\ng = null\nh = <<-EOT\n  i\n  EOT\n';
    expect(Object.fromEntries(read(text, "prod.auto.tfvars"))).toEqual({
      a: "x",
      b: ["y", "-1", "true"],
      c: { d: "z", "e f": null },
      h: "i\n",
    });
  });

  test.each([
    ["a = \n", "this is not valid HCL: expected a value", 1, 5],
    ["a = 1\nb = var.x\n", "the value of b is no constant", 2, 5],
    ['a = "${x}"\n', "the value of a is no constant", 1, 5],
    ["a {\n}\n", "a block in a file of values", 1, 1],
  ])("no tfvars: %j", (text, message, line, column) => {
    expect(() => read(text, "terraform.tfvars")).toThrow(Problem);
    try {
      read(text, "terraform.tfvars");
    } catch (thrown) {
      expect(thrown).toMatchObject({ message, line, column });
    }
  });

  test.each(cases)("%s", (_, text, expected) => {
    expect(Object.fromEntries(read(text, text.startsWith("A:") ? "p.yaml" : "p.json"))).toEqual(expected);
  });
});

describe("a file of parameters that is none is refused in its place", () => {
  const cases: [string, string, number, number, string][] = [
    ["a text", '"A"', 1, 1, "neither a map nor a list"],
    [
      "an entry without a key",
      '[\n{ "ParameterKey": "A", "ParameterValue": "x" },\n  { "Key": "B" }]',
      3,
      3,
      "no ParameterKey",
    ],
    ["an entry in the parameters of a call", '{ "Parameters": [\n  "A=x"] }', 2, 3, "no ParameterKey"],
    [
      "an entry with a key that nobody knows",
      '[\n  { "ParameterKey": "A", "ParameterVal": "x" }]',
      2,
      26,
      'unknown key "ParameterVal"',
    ],
    [
      "a list that gives a parameter two values",
      '[{ "ParameterKey": "A", "ParameterValue": "x" },\n { "ParameterKey": "A", "ParameterValue": "y" }]',
      2,
      2,
      '"A" is given twice',
    ],
    [
      "a map that gives a parameter two values",
      '{ "A": "x",\n  "A": "y" }',
      2,
      3,
      "duplicate key: line 1 has it already",
    ],
    ["several documents", "A: x\n---\nB: y\n", 3, 1, "a second document"],
    ["text in another encoding", '{ "A": "x\uFFFD" }', 1, 10, "bytes that are not UTF-8"],
    ["broken JSON", '{ "A": "x",\n}', 1, 11, "a comma after the last entry"],
  ];
  test.each(cases)("%s", (_, text, line, column, message) => {
    let thrown: unknown;
    try {
      read(text);
    } catch (problem) {
      thrown = problem;
    }
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({ line, column, message: expect.stringContaining(message) });
  });

  test("an empty file too", () => {
    expect(() => read("")).toThrow("the file is empty");
  });
});

describe("--parameters", () => {
  const role = `Parameters: { Vendor: { Type: String } }\n${roleFor("!Ref Vendor")}`;
  const forms = [
    '[{ "ParameterKey": "Vendor", "ParameterValue": "999988887777" }]',
    '{ "Parameters": { "Vendor": "999988887777" } }',
    '{ "Vendor": 999988887777 }',
  ];
  test.each(forms)("decides what the template leaves open: %s", (text) => {
    const files = { "/home/me/a.yaml": role, "/home/me/p.json": text };
    const own = "a.yaml --own-account 999988887777";
    expect(findingsOf(own, { files })).not.toEqual([]);
    expect(reportOf(`${own} --parameters p.json`, { files })).toMatchObject({
      findings: [],
      unknowns: [],
      grants: [{ verdict: "ok", callers: [{ class: "own", account: "999988887777" }] }],
    });
  });

  test("that cannot be read stops the run, and says where", () => {
    const files = { "/home/me/a.yaml": role, "/home/me/p.json": "[\n1]" };
    const { status, stdout, stderr } = unconfused("a.yaml --parameters p.json", { files });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(" --> p.json:2:1\n");
  });
});
