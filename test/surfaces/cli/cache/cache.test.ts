import { describe, expect, test } from "vitest";
import { digestOf } from "../../../../src/surfaces/cli/cache/record.ts";
import { BAD, roleFor, unconfused } from "../run.ts";
import { EDITS, type Files, OPEN, OTHER, taken, told, without } from "./runs.ts";

/** Two that stand alone, two that do not, and a module. */
const FILES: Files = {
  "/r/.git/HEAD": "",
  "/r/alone.yaml": BAD,
  "/r/open.yaml": OPEN,
  "/r/parent.yaml":
    "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ./child.yaml }\n",
  "/r/child.yaml": OTHER,
  "/r/tf/main.tf": `resource "aws_iam_role" "r" {\n  assume_role_policy = file("trust.tftpl")\n}\n`,
  "/r/tf/trust.tftpl": `{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}]}\n`,
};
const COUNT = 5;

function afterOne(files: Files = FILES): Map<string, string> {
  const kept = new Map<string, string>();
  told({ files, kept });
  return kept;
}

describe("a run after one of the same files", () => {
  test("takes all of them from it, and tells the same", () => {
    const kept = afterOne();
    expect(told({ files: FILES, kept })).toEqual(without({ files: FILES }));
    expect(taken({ files: FILES, kept })).toBe(COUNT);
  });

  test.each([
    ["one that stands alone", { "/r/open.yaml": BAD }, COUNT - 1],
    ["one that is part of another", { "/r/child.yaml": OPEN }, 2],
    ["what one of Terraform reads", { "/r/tf/trust.tftpl": "{}" }, 2],
    ["a new file of a module", { "/r/tf/more.tf": `variable "x" {}\n` }, 2],
    ["one that is new", { "/r/new.yaml": BAD }, COUNT],
    [
      "one that has to do with one of before",
      { "/r/new.yaml": FILES["/r/parent.yaml"]?.replace("child", "alone") ?? "" },
      0,
    ],
  ])("judges anew what has to do with what changed: %s", (_, edit, count) => {
    const kept = afterOne();
    const files = { ...FILES, ...edit };
    expect(told({ files, kept: new Map(kept) })).toEqual(without({ files }));
    expect(taken({ files, kept })).toBe(count);
  });

  test.each([
    ["other options", { options: "--own-account 444455556666" }],
    ["another list of what is left out", { options: "--exclude none" }],
    ["another build", { build: "b" }],
    ["a configuration", { files: { ...FILES, "/r/unconfused.yaml": "failOn: low\n" } }],
  ])("takes nothing under %s", (_, change) => {
    const kept = afterOne();
    const given = { files: FILES, ...change };
    expect(taken({ ...given, kept: new Map(kept) })).toBe(0);
    expect(told({ ...given, kept })).toEqual(without(given));
  });

  test("tells of a day that has passed", () => {
    const files = {
      "/r/a.yaml": BAD.replace(/(AWS: .*)/, "$1 # unconfused-ignore external-id-required until 2026-12-01 -- old"),
      "/r/b.yaml": OPEN,
    };
    const kept = afterOne(files);
    const later = { files, today: "2026-12-02" };
    expect(told({ ...later, kept: new Map(kept) })).toEqual(without(later));
    expect(taken({ ...later, kept })).toBe(1);
  });

  test.each(["--baseline known.json", "--strict", "--fix", "--format sarif --output s.sarif"])(
    "goes together with %s",
    (options) => {
      const baseline = unconfused("check alone.yaml --baseline known.json --update-baseline", {
        cwd: "/r",
        files: FILES,
      });
      const files = { ...FILES, "/r/known.json": baseline.saved.get("/r/known.json") ?? "" };
      const kept = new Map<string, string>();
      told({ files, kept, options });
      expect(told({ files, kept, options })).toEqual(without({ files, options }));
    },
  );

  test("tells of what denies, though it is kept nowhere", () => {
    const files = { "/r/a.yaml": roleFor("arn:aws:iam::999988887777:root") };
    const options = "--debug --own-account 999988887777";
    const kept = new Map<string, string>();
    const words = ({ stderr }: { readonly stderr: string }) =>
      stderr.split("\n").filter((line) => !/cache|time:/.test(line));
    told({ files, kept, options });
    expect(words(told({ files, kept, options }))).toEqual(words(without({ files, options })));
  });
});

describe("nothing is kept", () => {
  test.each([
    ["of a part of a run", "check . --shard 1/2 --cache"],
    ["of standard input", "check - --cache"],
    ["of a file that is judged with others", "check tf/main.tf child.yaml --cache"],
    ["unless it is asked for", "check ."],
  ])("%s", (_, typed) => {
    const kept = new Map<string, string>();
    unconfused(typed, { cwd: "/r", files: { ...FILES, "/r/tf/other.tf": "" }, kept, stdin: BAD });
    expect(kept.size).toBe(0);
  });

  test("of a file that cannot be read, which is told again", () => {
    const files = { "/r/a.template": `AWSTemplateFormatVersion: "2010-09-09"\n  - [\n`, "/r/b.yaml": BAD };
    const kept = afterOne(files);
    expect(told({ files, kept: new Map(kept) }).status).toBe(2);
    expect(taken({ files, kept })).toBe(1);
  });

  test("of what holds secrets in clear", () => {
    const { "/r/tf/b/plan.json": plan = "" } = EDITS["a plan is made of a module"] ?? {};
    const files = { "/r/plan.json": plan, "/r/a.yaml": BAD };
    const kept = afterOne(files);
    expect([...kept.values()].join()).not.toContain("777788889999");
    expect(told({ files, kept: new Map(kept) })).toEqual(without({ files }));
    expect(taken({ files, kept })).toBe(1);
  });
});

describe("a cache", () => {
  const words = (typed: string, files: Files, kept: Map<string, string>) =>
    unconfused(typed, { cwd: "/r", files, kept }).stderr;

  const STRANGE = ["null", "{}", "[]", "{", '{"kinds":null,"alone":[]}', '{"kinds":[null],"alone":[]}'];
  test.each<readonly [string, (text: string) => string]>([
    ["cut off", (text: string) => text.slice(0, -100)],
    ["of one other character", (text: string) => text.replace("public-trust", "public-trusT")],
    ["empty", () => ""],
    ["anything", () => "a\nb"],
    ["without a digest", (text: string) => text.slice(text.indexOf("\n") + 1)],
    ...STRANGE.map((text) => [`${text} with its digest`, () => `${digestOf(text)}\n${text}`] as const),
  ])("that is %s counts for nothing, and is written anew", (_, damage) => {
    const kept = new Map(Array.from(afterOne(), ([name, text]) => [name, damage(text)]));
    expect(told({ files: FILES, kept: new Map(kept) })).toEqual(without({ files: FILES }));
    expect(words("check . --cache --debug", FILES, kept)).toContain(`what was there is damaged; 0 of ${COUNT} files`);
    expect(taken({ files: FILES, kept })).toBe(COUNT);
  });

  test("is kept where it is said", () => {
    const kept = new Map<string, string>();
    unconfused("check . --cache=/var/kept", { cwd: "/r", files: FILES, kept });
    expect([...kept.keys()].join()).toMatch(/^\/var\/kept\/[0-9a-f]{64}$/);
  });

  test.each([
    ["in the repository", "check . --cache=kept", FILES],
    ["in another one", "check . --cache=/other/kept", { ...FILES, "/other/.git/HEAD": "" }],
    ["in what is checked", "check /far --cache=/far/kept", { ...FILES, "/far/a.yaml": BAD }],
    ["behind a link into it", "check . --cache=/link/kept", { ...FILES, "/link": { link: "/r" } }],
  ])("is not read %s, where others may write", (_, typed, files) => {
    const kept = new Map<string, string>();
    const run = unconfused(typed, { cwd: "/r", files: files as Files, kept });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("is in a repository, or in what is checked");
    expect(kept.size).toBe(0);
  });

  test("that cannot be written is told with --debug alone", () => {
    const kept = new Map<string, string>();
    kept.set = () => new Map();
    expect(told({ files: FILES, kept })).toEqual(without({ files: FILES }));
    expect(words("check . --cache --debug", FILES, kept)).toContain("it cannot be written to");
  });
});
