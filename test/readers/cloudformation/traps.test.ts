import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";

const POLICY = `
        Version: 2012-10-17
        Statement:
          Effect: Allow
          Action: sts:AssumeRole
          Principal: { AWS: "333333333333" }`;

/** A template with one role; `policy` is the YAML behind AssumeRolePolicyDocument. */
function template(policy = POLICY, head = ""): string {
  return `AWSTemplateFormatVersion: 2010-09-09
${head}Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:${policy}
`;
}

const GOOD = { path: "good.yaml", content: template() };

function run(content: string | Uint8Array, path = "a.yaml") {
  return check({ files: [{ path, content }, GOOD] });
}

/** "principal class account" of every grant of the file, and the rules that find something in it. */
function judged(content: string | Uint8Array) {
  const { grants, findings, errors } = run(content);
  const own = <T extends { readonly file: string }>(all: readonly T[]) => all.filter(({ file }) => file === "a.yaml");
  return {
    callers: own(grants).flatMap(({ callers }) => callers.map((caller) => `${caller.class} ${caller.account}`)),
    rules: own(findings).map(({ rule }) => rule),
    errors,
  };
}

const trusting = (principal: string, more = "") =>
  template(`
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: ${principal} }${more} }]`);

describe("scalars that YAML does not read as they look", () => {
  const cases: [string, string, readonly string[], readonly string[]][] = [
    ["an account id without quotes", trusting("333333333333"), ["undeclared 333333333333"], ["external-id-required"]],
    [
      "one with a leading zero and an 8 or 9, which stays a text",
      trusting("012345678901"),
      ["undeclared 012345678901"],
      ["external-id-required"],
    ],
    ["one that is an octal number", trusting("012345670123"), [], ["invalid-policy"]],
    ["one of zeros", trusting("000000000000"), [], ["invalid-policy"]],
    ["a date, which stays a text", template(), ["undeclared 333333333333"], ["external-id-required"]],
    [
      "yes for true",
      trusting('"*"', ', Condition: { Bool: { "aws:MultiFactorAuthPresent": yes } }'),
      [],
      ["public-trust"],
    ],
  ];
  test.each(cases)("%s", (_, content, callers, rules) => {
    const found = judged(content);
    expect(found.errors).toEqual([]);
    expect(found.rules).toEqual(rules);
    if (callers.length > 0) expect(found.callers).toEqual(callers);
  });

  test.each([
    ["alone", trusting("012345670123")],
    [
      "within an ARN",
      `Mappings: { M: { k: { Id: 012345670123 } } }\n${trusting('!Sub ["arn:aws:iam::${A}:root", { A: !FindInMap [M, k, Id] }]')}`,
    ],
  ])("the octal number is told with the account that was meant: %s", (_, content) => {
    const { findings } = run(content);
    expect(findings.find(({ rule }) => rule === "invalid-policy")?.message).toContain(
      'the account id 012345670123 is read as the number 1402433619; write "012345670123"',
    );
  });
});

describe("external IDs that YAML reads as another value", () => {
  const asking = (id: string) => trusting("333333333333", `, Condition: { StringEquals: { "sts:ExternalId": ${id} } }`);
  const told = (content: string) =>
    run(content)
      .findings.filter(({ rule }) => rule === "invalid-policy")
      .map(({ message, line }) => [message, content.split("\n")[line - 1]?.trim()]);

  test.each([
    ["0017345", "7909"],
    ["0x1F2E", "7982"],
    ["12:30:45", "45045"],
    ["0000", "0"],
    ["1_000_000", "1000000"],
    ["17.50", "17.5"],
    ["+4917", "4917"],
    ["yes", "true"],
    ["Off", "false"],
  ])("%s is told", (written, read) => {
    const message = `IAM will read another value than is written: the external ID ${written} is read as ${read}; write "${written}"`;
    expect(told(asking(written)).map(([text]) => text)).toEqual([message]);
    expect(told(asking(`"${written}"`))).toEqual([]);
  });

  // AWS's own reader of templates leaves dates, and numbers that look the same, as they are.
  test.each(["17345", "2024-01-15", "true", "1.5"])("%s is not", (written) => {
    expect(told(asking(written))).toEqual([]);
  });

  test.each([
    ["a default", "Parameters:\n  P: { Type: String, Default: 0017345 }", "!Ref P"],
    ["an allowed value", "Parameters:\n  P: { Type: String, AllowedValues: [k3-7f19, 0017345] }", "!Ref P"],
    ["a mapping", "Mappings:\n  M: { a: { id: 0017345 } }", "!FindInMap [M, a, id]"],
    ["the map of a substitution", "Description: x", '!Sub ["${I}", { I: 0017345 }]'],
    ["a list", "Description: x", "[k3-7f19, 0017345]"],
  ])("in %s, at the place where it is written", (_, head, id) => {
    const [[message, line] = [], ...others] = told(`${head}\n${asking(id)}`);
    expect(others).toEqual([]);
    expect(message).toContain('the external ID 0017345 is read as 7909; write "0017345"');
    expect(line).toContain("0017345");
  });

  test("as accounts in conditions are", () => {
    const [[message] = []] = told(
      trusting('"*"', ", Condition: { StringEquals: { aws:PrincipalAccount: [012345670123, 333_333_333_333] } }"),
    );
    expect(message).toContain('the account id 012345670123 is read as 1402433619; write "012345670123"');
  });
});

test("of a key that stands twice the last counts, and it is told", () => {
  const content = template(`${POLICY}\n          Principal: { AWS: "222222222222" }`);
  const { grants, notes } = run(content);
  expect(grants.filter(({ file }) => file === "a.yaml")).toMatchObject([{ principal: "222222222222" }]);
  expect(notes.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(["a.yaml:12:11"]);
});

test("merge keys bring what they stand for, and an alias its value", () => {
  const head = `Metadata:
  Base: &base { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: &vendor "222222222222" } }
`;
  const policy = `
        Statement:
          - { <<: *base, Principal: { AWS: "333333333333" } }
          - { <<: *base, Condition: { StringEquals: { "aws:PrincipalAccount": *vendor } } }`;
  const { grants } = run(template(policy, head));
  expect(
    grants.filter(({ file }) => file === "a.yaml").map(({ principal, conditions }) => [principal, conditions]),
  ).toEqual([
    ["333333333333", []],
    ["222222222222", ["StringEquals aws:PrincipalAccount"]],
  ]);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((each) => [each.charCodeAt(0), 0])]);

describe("however a file is encoded, a place in it is the same", () => {
  const cases: [string, string | Uint8Array][] = [
    ["UTF-8", bytes(template())],
    ["with a byte order mark", bytes(`\uFEFF${template()}`)],
    ["UTF-16", utf16(template())],
    ["CRLF", bytes(template().replaceAll("\n", "\r\n"))],
    ["CR", bytes(template().replaceAll("\n", "\r"))],
  ];
  test.each(cases)("%s", (_, content) => {
    const { findings, errors } = run(content);
    expect(errors).toEqual([]);
    expect(findings.find(({ file }) => file === "a.yaml")).toMatchObject({
      line: 11,
      column: 29,
      endLine: 11,
      endColumn: 43,
    });
  });
});

test("every template of a stream is judged, and that deployment takes but one is told", () => {
  const { grants, notes } = run(`${template()}---\nother: 1\n---\n${template()}`);
  expect(grants.filter(({ file }) => file === "a.yaml").map(({ line }) => line)).toEqual([11, 25]);
  expect(notes).toMatchObject([{ file: "a.yaml", line: 15, message: expect.stringContaining("another document") }]);
});

test("names that JavaScript gives meaning to are names", () => {
  const content = template()
    .replace("  Role:", "  __proto__:")
    .replace("Effect: Allow", "Effect: Allow\n          __proto__: { Effect: Deny }");
  const { grants, findings } = run(content);
  expect(grants.filter(({ file }) => file === "a.yaml")).toMatchObject([{ resource: { id: "__proto__" } }]);
  expect(findings.filter(({ file }) => file === "a.yaml").map(({ rule }) => rule)).toContain("invalid-policy");
});

describe("a file that nobody should read is an error in its place, and the rest of the run goes on", () => {
  const bomb = Array.from(
    { length: 12 },
    (_, level) =>
      `  a${level}: &a${level} [${
        level === 0
          ? "x"
          : Array(10)
              .fill(`*a${level - 1}`)
              .join()
      }]\n`,
  );
  const cases: [string, string | Uint8Array, number][] = [
    ["an alias bomb", template(POLICY, `Metadata:\n${bomb.join("")}`), 9],
    ["an alias of what it stands in", template("\n        Statement: &a [*a]"), 7],
    ["a depth that no template has", template(` ${"[".repeat(5000)}`), 6],
    ["a tab in the indentation", template("\n\tStatement: []"), 7],
    ["a NUL character", template().replace("Allow", "Al\0ow"), 9],
    ["a size that no template has", `${template()}${"# nothing\n".repeat(300_000)}`, 1],
    [
      "JSON of a depth that no template has",
      `{"AWSTemplateFormatVersion": "2010-09-09", "Metadata": ${"[".repeat(5000)}${"]".repeat(5000)}}`,
      1,
    ],
  ];
  test.each(cases)("%s", (_, content, line) => {
    const { errors, grants } = run(content, content.toString().startsWith("{") ? "a.json" : "a.yaml");
    expect(errors).toMatchObject([{ line, help: expect.stringMatching(/\w/) }]);
    expect(grants.map(({ file }) => file)).toEqual(["good.yaml"]);
  });
});

test("a thousand keys that stand twice are told, not all of them", () => {
  const { notes, errors } = run(`${template()}Metadata:\n${"  k: v\n".repeat(1000)}`);
  expect([errors, notes.length]).toEqual([[], 100]);
});
