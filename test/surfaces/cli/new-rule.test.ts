// A rule to start from, as its author begins.

import { expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { BAD, findingsOf, unconfused } from "./run.ts";

const { status, stderr, saved } = unconfused("new-rule our-rule ours");
const [[path, text] = ["", ""]] = [...saved];
const files = { [path]: text, "/home/me/bad.yaml": BAD };

test("it is written where it is asked for, and says what comes next", () => {
  expect(status).toBe(0);
  expect(path).toBe("/home/me/ours/our-rule.yaml");
  expect(stderr).toBe("note: ours/our-rule.yaml is written: change it, and run 'unconfused test-rules ours'\n");
  expect([...unconfused("new-rule our-rule").saved.keys()]).toEqual(["/home/me/our-rule.yaml"]);
});

test("its examples come out as they should", () => {
  expect(unconfused("test-rules ours", { files })).toMatchObject({ status: 0 });
});

test("it finds something, and is told in every format without an address or a weakness of its own", () => {
  expect(findingsOf("bad.yaml --rules ours --only our-rule", { files })).toEqual(["bad.yaml our-rule"]);
  for (const format of ["text", "sarif", "markdown", "gitlab"]) {
    expect(unconfused(`bad.yaml --rules ours --only our-rule --format ${format}`, { files }).stdout).toContain(
      "our-rule",
    );
  }
  expect(unconfused("explain our-rule --rules ours", { files }).stdout).not.toContain("See also");
});

test("a file that is there stays", () => {
  const again = unconfused("new-rule our-rule ours", { files });
  expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining("this file is there already") });
  expect(again.saved.size).toBe(0);
});

test("a link that leads out of the repository is not followed", () => {
  const linked = { "/home/me/.git/HEAD": "", "/home/me/ours": { link: "/etc/cron.d" }, "/etc/cron.d/a": "" };
  const { status, stderr, saved } = unconfused("new-rule our-rule ours", { files: linked });
  expect([status, saved.size]).toEqual([2, 0]);
  expect(stderr).toContain("a symbolic link here leads out of the repository");
});

test("the built-in rules say what a user's may leave out", () => {
  for (const { cwe = [], since, references = [] } of builtinRules()) {
    expect(cwe.length).toBeGreaterThan(0);
    expect(references.length).toBeGreaterThan(0);
    expect(since).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
