import { describe, expect, test } from "vitest";
import { BAD, FILES, findingsOf, unconfused } from "./run.ts";

describe("reports", () => {
  test("go where they are told to", () => {
    const { stdout, saved } = unconfused("bad.yaml --format text --format sarif --output out/a.sarif");
    expect(stdout).toContain("[external-id-required]");
    expect(JSON.parse(saved.get("/home/me/out/a.sarif") ?? "").version).toBe("2.1.0");
  });

  test("that programs read leave the errors to standard error", () => {
    const { stdout, stderr } = unconfused("nowhere.yaml --format json");
    expect(JSON.parse(stdout).errors).toMatchObject([{ file: "nowhere.yaml" }]);
    expect(stderr).toContain("error: there is no such file or folder\n --> nowhere.yaml\n");
  });

  test("that people read have them themselves", () => {
    const { stdout, stderr } = unconfused("nowhere.yaml");
    expect(stdout).toContain("error: there is no such file or folder\n --> nowhere.yaml\n");
    expect(stderr).toBe("");
  });

  test.each([
    ["", {}, false],
    ["--color always", {}, true],
    ["", { terminal: true }, true],
    ["--color never", { terminal: true }, false],
    ["", { terminal: true, env: { NO_COLOR: "1" } }, false],
    ["", { terminal: true, env: { TERM: "dumb" } }, false],
    ["", { env: { FORCE_COLOR: "1" } }, true],
    ["", { terminal: true, env: { FORCE_COLOR: "0" } }, false],
  ])("%s %o: colours %s", (typed, machine, colored) => {
    expect(unconfused(`bad.yaml ${typed}`, machine).stdout.includes("\u001b[")).toBe(colored);
  });
});

test("notes go to standard error, unless --quiet", () => {
  const files = { ...FILES, "/home/me/values.yaml": "a: 1\n" };
  expect(unconfused("good.yaml values.yaml", { files }).stderr).toBe(
    "note: values.yaml is not infrastructure as code: skipped\n",
  );
  expect(unconfused("good.yaml values.yaml --quiet", { files }).stderr).toBe("");
});

test("a note shows what would steer a terminal", () => {
  const files = { "/home/me/\u001b[2J.yaml": "a: 1\n" };
  expect(unconfused("\u001b[2J.yaml", { files }).stderr).toContain("note: \\u{1b}[2J.yaml is not");
});

test("standard input is a file", () => {
  expect(findingsOf("- --stdin-name x.yaml", { stdin: BAD })).toEqual(["x.yaml external-id-required"]);
});
