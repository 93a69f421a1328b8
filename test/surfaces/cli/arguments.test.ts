import { describe, expect, test } from "vitest";
import { readArguments } from "../../../src/surfaces/cli/options/arguments.ts";
import { Stop } from "../../../src/surfaces/cli/stop.ts";

describe("commands and paths", () => {
  test.each([
    ["", "check", []],
    ["check", "check", []],
    ["check a b", "check", ["a", "b"]],
    ["a b", "check", ["a", "b"]],
    ["check rules", "check", ["rules"]],
    ["-- rules", "check", ["rules"]],
    ["-", "check", ["-"]],
    ["a --strict b", "check", ["a", "b"]],
    ["-- --strict", "check", ["--strict"]],
    ["explain public-trust", "explain", ["public-trust"]],
    ["rules", "rules", []],
    ["--strict -- rules", "check", ["rules"]],
    ["--no-config rules", "rules", []],
    ["--config x.yaml explain public-trust", "explain", ["public-trust"]],
    ["--rules rules check", "check", []],
    ["help explain", "help", ["explain"]],
    ["test-rules mine", "test-rules", ["mine"]],
  ])("unconfused %s", (typed, command, positionals) => {
    const given = readArguments(typed.split(" ").filter((word) => word !== ""));
    expect(given).toMatchObject({ command, positionals });
  });
});

test("list options repeat, in order", () => {
  const given = readArguments(["--only", "a", "--only=b"]);
  expect(given.values("only")).toEqual(["a", "b"]);
});

test("an inline value may begin with a dash", () => {
  expect(readArguments(["--stdin-name=-x", "-"]).value("stdin-name")).toBe("-x");
});

describe("an --output belongs to the --format before it", () => {
  test.each([
    ["", [{ format: "text" }]],
    ["--format json", [{ format: "json" }]],
    ["--format text --format sarif --output a.sarif", [{ format: "text" }, { format: "sarif", output: "a.sarif" }]],
    [
      "--format json --output a.json --format sarif --output a.sarif",
      [
        { format: "json", output: "a.json" },
        { format: "sarif", output: "a.sarif" },
      ],
    ],
  ])("%s", (typed, formats) => {
    expect(readArguments(typed.split(" ").filter((word) => word !== "")).formats).toEqual(formats);
  });
});

describe("refusals", () => {
  test.each([
    ["--fromat json", "there is no option --fromat", "did you mean --format?"],
    ["--bucket x", "there is no option --bucket", "'unconfused --help' lists the options"],
    ["-f", "there is no option -f", "'unconfused --help' lists the options"],
    ["--__proto__", "there is no option --__proto__", "'unconfused --help' lists the options"],
    ["explain --strict x", "'explain' has no option --strict", "'unconfused explain --help' lists those that it has"],
    ["--tenancy", "--tenancy needs a value", "write --tenancy=single|multi"],
    ["--config --strict", "--config needs a value", "write --config=FILE"],
    ["--config=", "--config needs a value", "write --config=FILE"],
    ["--tenancy both", "--tenancy cannot be 'both'", "it is one of single, multi"],
    [
      "--format xml",
      "--format cannot be 'xml'",
      "it is one of text, concise, json, sarif, github, gitlab, markdown, html, mermaid",
    ],
    ["--strict=yes", "--strict takes no value", "write --strict alone"],
    ["--tenancy single --tenancy multi", "--tenancy is given twice", "give it once"],
    ["rules --format text --format json", "--format is given twice", "give it once"],
    ["--output a", "--output belongs to the --format before it", "write --format text --output a"],
    [
      "--format json --output a --output b",
      "--output belongs to the --format before it",
      "write --format text --output b",
    ],
    [
      "--format json --format text",
      "only one format may go to standard output",
      "give each other --format an --output FILE",
    ],
  ])("unconfused %s", (typed, message, help) => {
    const read = () => readArguments(typed.split(" "));
    expect(read).toThrow(Stop);
    expect(read).toThrow(expect.objectContaining({ error: { message, help } }));
  });
});
