// The lines of what cannot be read, as people see them: where the bracket opened, and no value.

import { describe, expect, test } from "vitest";
import { wrapped } from "../../src/reporters/text/wrap.ts";
import { unconfused } from "../surfaces/cli/run.ts";

/** The frame of the only error, without its gutter's end. */
function frameOf(name: string, text: string): string {
  const { stdout } = unconfused(name, { files: { [`/home/me/${name}`]: text } });
  const [, frame = ""] = /-->.*\n((?:.*\|.*\n|\.\.\.\n)*)/.exec(stdout) ?? [];
  return frame
    .split("\n")
    .filter((line) => !/^ *\|?$/.test(line))
    .join("\n");
}

describe("a bracket that is not closed is shown where it opened", () => {
  const cases: [name: string, text: string, frame: string][] = [
    [
      "a.yaml",
      "Resources: # AWS::\n  R: [{ Type: a }\n  S: b\n",
      "2 |   R: [{ Type: (hidden) }\n  |      - opened here\n3 |   S: (hidden)\n  |   ^",
    ],
    [
      "a.yaml",
      "AWSTemplateFormatVersion: '['\nResources: { R: [a, '}'\n",
      "2 | Resources: { R: [(hidden), (hidden)\n  |                 - opened here\n3 | \n  | ^",
    ],
    [
      "a.json",
      '{ "AWSTemplateFormatVersion": "x",\n\n  "a": [1, { "b": "]" }\n}',
      '3 |   "a": [(hidden), { "b": (hidden) }\n  |        - opened here\n4 | }\n  | ^',
    ],
    [
      "a.tf",
      'resource "aws_iam_role" "r" {\n  a = [\n    "x",\n    "y"\n  b = 1\n}\n',
      "2 |   a = [\n  |       - opened here\n...\n5 |   b = 1\n  |   ^",
    ],
  ];
  test.each(cases)("%s %j", (name, text, frame) => {
    expect(frameOf(name, text).replace(/ +$/gm, "")).toBe(frame.replace(/ +$/gm, ""));
  });

  test("also in the configuration", () => {
    const config = 'vendors:\n  - { name: X, accounts: ["444455556666"\nrules: {}\n';
    const { stderr } = unconfused("", { files: { "/home/me/unconfused.yaml": config } });
    expect(stderr).toContain(
      '2 |   - { name: X, accounts: ["444455556666"\n  |                          - opened here\n',
    );
  });
});

describe("no value of what cannot be read is shown", () => {
  const SECRET = "hunter2";
  test.each([
    ["a.yaml", `Resources: # AWS::\n  R: { NoEcho: true, Default: ${SECRET}\n`],
    ["a.yaml", `Resources: # AWS::\n  R: [${SECRET}, '${SECRET}', "${SECRET}"\n  S: ${SECRET}`],
    ["a.yaml", `AWSTemplateFormatVersion: x\n  - ${SECRET}\n a: "${SECRET}`],
    ["a.json", `{ "AWSTemplateFormatVersion": "${SECRET}", "a": ["${SECRET}", ${SECRET}] }`],
    ["a.json", `{ "AWSTemplateFormatVersion": "x", "a": "${SECRET}`],
    ["a.template", `{ "AWSTemplateFormatVersion": "x", "a": '${SECRET}' }`],
    ["a.tf", `resource "a" "b" {\n  c = "${SECRET}" "${SECRET}"\n}`],
  ])("%s %j", (name, text) => {
    const { stdout, stderr, status } = unconfused(name, { files: { [`/home/me/${name}`]: text } });
    expect(status).toBe(2);
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stdout).toContain(" | ");
  });

  test.each([
    ["plan.json", '{ "format_version": "1.2", "terraform_version": "1", "x": [ 1 }'],
    ["a.json", '{ "terraform_version": "1", "x": [ 1 }'],
    ["terraform.tfstate", '{ "x": [ 1 }'],
  ])("and of %s no line", (name, text) => {
    const { stdout } = unconfused(name, { files: { [`/home/me/${name}`]: text } });
    expect(stdout).toMatch(/^error: /m);
    expect(stdout).not.toContain(" | ");
  });
});

test("text is wrapped between words, wide characters counted, and as it is where no width is given", () => {
  expect(wrapped("aa bb cc", { lead: "= ", indent: 2, width: 7 })).toEqual(["= aa bb", "  cc"]);
  expect(wrapped("監査 監査", { width: 8 })).toEqual(["監査", "監査"]);
  expect(wrapped("a-long-word b", { width: 4 })).toEqual(["a-long-word", "b"]);
  expect(wrapped("a b", { lead: "x: " })).toEqual(["x: a b"]);
});

test("only what goes to a terminal is wrapped", () => {
  const files = { "/home/me/a.yaml": "Resources: # AWS::\n  R: [\n" };
  const longest = (terminal: boolean) => {
    const { stdout } = unconfused("a.yaml --no-color", { files, terminal, env: { COLUMNS: "40" } });
    return Math.max(
      ...stdout
        .split("\n")
        .filter((line) => /^ /.test(line))
        .map((line) => line.length),
    );
  };
  expect(longest(true)).toBeLessThanOrEqual(40);
  expect(longest(false)).toBeGreaterThan(40);
});
