import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandLine, flag, INPUTS, type Input } from "../../../src/surfaces/action/inputs.ts";
import { OPTIONS } from "../../../src/surfaces/cli/options/options.ts";

const action = parse(readFileSync(new URL("../../../action.yml", import.meta.url), "utf8"));

/** As the runner gives them: what is not set has its default. */
function typed(given: Partial<Record<Input, string>>): string {
  return commandLine((name) => given[name] ?? action.inputs[name].default).join(" ");
}

test("the inputs of action.yml are those of the code", () => {
  expect(Object.keys(action.inputs).sort()).toEqual([...INPUTS].sort());
});

test("what is left to its default asks for nothing", () => {
  expect(typed({})).toBe("check --format=text -- .");
});

describe("an input", () => {
  test.each([
    [{ paths: "a\n  \n b \n" }, "check --format=text -- a b"],
    [{ rules: "r\ns" }, "check --rules=r --rules=s --format=text -- ."],
    [{ parameters: "p.json" }, "check --parameters=p.json --format=text -- ."],
    [{ config: "c.yaml", tenancy: "single" }, "check --config=c.yaml --tenancy=single --format=text -- ."],
    [{ "fail-on": "never", strict: "true", "no-inline": "TRUE" }, "check --fail-on=never --strict --no-inline"],
    [{ format: "json" }, "check --format=json -- ."],
    [{ format: "json=a=b.json" }, "check --format=text --format=json --output=a=b.json -- ."],
    [{ "sarif-file": "r.sarif" }, "check --format=text --format=sarif --output=r.sarif -- ."],
    [{ paths: "--debug" }, "check --format=text -- --debug"],
  ])("%o is an option", (given, line) => {
    expect(typed(given)).toContain(line);
  });

  test.each(["baseline", "since"] as const)(
    "%s is given on, or refused where the command line has no such option",
    (name) => {
      if (Object.hasOwn(OPTIONS, name)) expect(typed({ [name]: "x" })).toContain(`--${name}=x`);
      else expect(() => typed({ [name]: "x" })).toThrow(`input ${name}: this version has no option --${name} yet`);
    },
  );

  test("for a report in a file names the file", () => {
    expect(() => typed({ format: "text\njson= " })).toThrow("input format: 'json=' names no file");
  });

  test("that is true or false is nothing else", () => {
    expect([flag("strict", () => ""), flag("summary", () => " ", true)]).toEqual([false, true]);
    expect(() => flag("summary", () => "yes")).toThrow("input summary cannot be 'yes'");
  });
});
