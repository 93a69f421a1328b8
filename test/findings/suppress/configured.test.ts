import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { FOUND, NOTHING, role, told } from "../suppressing.ts";

describe("the configuration", () => {
  const FILE = "infra/legacy/role.yaml";
  const ignoring = (entry: string) =>
    parseConfig(`ignore:\n  - { rule: public-trust, reason: why, ${entry} }\n`, "infra/unconfused.yaml");

  test.each([
    ["everything", ""],
    ["files, counted from its folder", 'files: ["legacy/**"]'],
    ["a resource by its logical id", "resource: Reader"],
    ["resources by a pattern", 'resource: "R*d*r"'],
    ["both", 'files: ["nothing", "legacy/*.yaml"], resource: "*"'],
  ])("suppresses by %s", (_, entry) => {
    const config = ignoring(entry);
    expect(told(role(), { path: FILE, config })).toEqual({ ...NOTHING, suppressed: ["public-trust 11 config: why"] });
  });

  test.each([
    ["another file", 'files: ["other/**"]'],
    ["a resource that is not checked", "resource: Writer"],
    ["a pattern that no resource fits", 'resource: "Reader?"'],
  ])("is not said to be unused when it speaks of %s", (_, entry) => {
    const config = ignoring(entry);
    expect(told(role(), { path: FILE, config })).toEqual({ ...NOTHING, findings: FOUND });
  });

  test("is told of where the entry stands, when a file that it speaks of was checked", () => {
    const config = ignoring('files: ["legacy/**"], resource: Writer');
    const { findings } = check({ files: [{ path: FILE, content: role() }], config });
    expect(findings.find(({ rule }) => rule === "unused-ignore")).toMatchObject({
      file: "infra/unconfused.yaml",
      line: 2,
      column: 13,
      endLine: 2,
      endColumn: 25,
      message: "the entry in the configuration suppresses nothing: there is no finding of public-trust for it",
      resource: { format: "cloudformation", type: "file", id: FILE },
    });
  });

  test("that a program made is told of at the first grant that the entry speaks of", () => {
    const config: Config = { ignore: [{ rule: "invalid-policy", resource: "Reader", reason: "why" }] };
    const { findings } = check({ files: [{ path: FILE, content: role() }], config });
    expect(findings.find(({ rule }) => rule === "unused-ignore")).toMatchObject({
      file: FILE,
      line: 11,
      resource: { id: "Reader" },
    });
  });

  test("that a program made is told of at the file, where the entry speaks of no grant", () => {
    const config: Config = { ignore: [{ rule: "invalid-policy", reason: "why" }] };
    expect(told("Resources:\n  Other:\n    Type: AWS::S3::Bucket\n", { config }).unused).toEqual([
      "1 the entry in the configuration suppresses nothing: there is no finding of invalid-policy for it",
    ]);
  });

  test("says nothing of files that are none of ours or cannot be read", () => {
    const config = ignoring("");
    const files = [
      { path: "infra/a.yaml", content: "a: 1" },
      { path: "infra/b.json", content: "{" },
    ];
    expect(check({ files, config }).findings).toEqual([]);
  });

  test("inline: false turns comments and metadata off, and nobody speaks of them", () => {
    const metadata = role({ at: 11 }).replace(
      "Resources:",
      "Metadata: { Unconfused: { ignore: [{ rule: public-trust, reason: why }] } }\nResources:",
    );
    expect(told(metadata, { config: { inline: false } })).toEqual({ ...NOTHING, findings: ["public-trust 12"] });
  });
});

describe("of several entries for one finding the first speaks, however each names the resource", () => {
  const WAYS = ["resource: Reader", 'resource: "Read*"', 'resource: "*"', 'files: ["**"]', ""];
  const pairs = WAYS.flatMap((first) => WAYS.map((second) => [first, second] as const));
  test.each(pairs)("%j before %j", (first, second) => {
    const entry = (words: string, reason: string) => `  - { rule: public-trust, reason: ${reason}, ${words} }\n`;
    const others = entry("resource: Writer", "other");
    const config = parseConfig(`ignore:\n${others}${entry(first, "one")}${entry(second, "two")}`, "unconfused.yaml");
    expect(told(role(), { config })).toMatchObject({ findings: [], suppressed: ["public-trust 11 config: one"] });
  });
});
