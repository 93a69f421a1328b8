// Repositories that try to have the run read what is not theirs, wait for ever, or write over files.

import { describe, expect, test } from "vitest";
import { BAD, unconfused } from "../surfaces/cli/run.ts";
import type { Entry } from "../surfaces/memory-host.ts";

const RULE_LIKE = "id: [secret-of-the-machine";

function machine(files: Readonly<Record<string, Entry>>) {
  return {
    cwd: "/repo",
    files: { "/repo/.git/HEAD": "", "/repo/bad.yaml": BAD, "/elsewhere/secret": RULE_LIKE, ...files },
  };
}

describe("what a link leads out of the repository for is not read, and none of it is told", () => {
  test.each([
    ["the configuration", "bad.yaml", { "/repo/unconfused.yaml": { link: "/elsewhere/secret" } }],
    ["a named configuration", "bad.yaml --config link.yaml", { "/repo/link.yaml": { link: "/elsewhere/secret" } }],
    ["a named rule", "bad.yaml --rules link.yaml", { "/repo/link.yaml": { link: "/elsewhere/secret" } }],
    ["parameters", "bad.yaml --parameters link.json", { "/repo/link.json": { link: "/elsewhere/secret" } }],
    [
      "rules that the configuration extends",
      "bad.yaml",
      { "/repo/unconfused.yaml": "extends: [link.yaml]", "/repo/link.yaml": { link: "/elsewhere/secret" } },
    ],
    ["a path that leads out", "bad.yaml", { "/repo/unconfused.yaml": "extends: [../elsewhere/secret]" }],
    ["an absolute path", "bad.yaml", { "/repo/unconfused.yaml": "extends: [/elsewhere]" }],
  ] as const)("%s", (_, typed, files) => {
    const { status, stdout, stderr } = unconfused(typed, machine(files));
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("leads out of the repository");
    expect(stderr).not.toContain("secret-of-the-machine");
  });

  test("what is within it may be extended, also from a folder below", () => {
    const { status, stderr } = unconfused("bad.yaml", {
      ...machine({
        "/repo/a/unconfused.yaml": "extends: [../rules]",
        "/repo/rules/x.txt": "",
        "/repo/a/bad.yaml": BAD,
      }),
      cwd: "/repo/a",
    });
    expect(status).toBe(2);
    expect(stderr).toContain("no rule file here");
  });
});

describe("pipes, devices and sockets are no files", () => {
  test.each([
    ["an input", "pipe"],
    ["a configuration", "bad.yaml --config pipe"],
    ["a rule", "bad.yaml --rules pipe"],
    ["parameters", "bad.yaml --parameters pipe"],
  ])("%s", (_, typed) => {
    const { status, stdout, stderr } = unconfused(typed, machine({ "/repo/pipe": { kind: "other" } }));
    expect(status).toBe(2);
    expect(stdout + stderr).toContain("this is not a regular file");
  });

  test("the configuration that is found", () => {
    const { status, stderr } = unconfused("bad.yaml", machine({ "/repo/unconfused.yaml": { kind: "other" } }));
    expect([status, stderr]).toEqual([2, expect.stringContaining("this is not a regular file")]);
  });
});

describe("a report takes no other file's place", () => {
  const files = {
    "/repo/unconfused.yaml": "extends: [rules]",
    "/repo/rules/my.yaml": "",
    "/repo/linked": { link: "/repo/bad.yaml" },
    "/repo/parameters.json": "{}",
    "/repo/out": { link: "/elsewhere" },
    "/repo/out.sarif": { link: "/elsewhere/secret" },
  };
  const rest = { ...files, "/repo/unconfused.yaml": "" };
  test.each([
    ["an input", "check --format json --output bad.yaml", "would replace an input"],
    ["an input by another name", "check bad.yaml --format json --output ./x/../bad.yaml", "would replace an input"],
    ["an input through a link", "check bad.yaml --format json --output linked", "would replace an input"],
    ["an input that is no template", "check README.md --format json --output README.md", "would replace an input"],
    ["the configuration", "check --format json --output unconfused.yaml", "would replace the configuration"],
    [
      "parameters",
      "check --parameters parameters.json --format json --output parameters.json",
      "would replace a file of parameters",
    ],
    [
      "another report",
      "check --format json --output x --format sarif --output ./x",
      "would replace another report of this run",
    ],
    ["what a link leads to", "check --format sarif --output out.sarif", "leads out of the repository"],
    ["a folder that a link leads to", "check --format sarif --output out/new.sarif", "leads out of the repository"],
  ])("%s", (_, typed, message) => {
    const { status, stderr, saved } = unconfused(typed, machine({ ...rest, "/repo/README.md": "text" }));
    expect(stderr).toContain(message);
    expect([status, [...saved]]).toEqual([2, []]);
  });

  test("a report of the run before is none", () => {
    const { saved, status } = unconfused(
      "check . --format json --output report.json",
      machine({ "/repo/report.json": "{}" }),
    );
    expect([status, [...saved.keys()]]).toEqual([1, ["/repo/report.json"]]);
  });
});
