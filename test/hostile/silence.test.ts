// Configurations and inputs that lower what is reported: nothing of it happens in silence.

import { describe, expect, test } from "vitest";
import { excludesEverything } from "../../src/config/exclude.ts";
import { BAD, FILES, roleFor, unconfused } from "../surfaces/cli/run.ts";

const linesOf = (typed: string, files: Readonly<Record<string, string>>) =>
  unconfused(typed, { files }).stdout.trimEnd().split("\n");

describe("the summary tells what the verdicts rest on", () => {
  test.each([
    ["the configuration", "", "configuration: unconfused.yaml"],
    ["a rule that is off", "rules: { external-id-required: off }", "rules off: external-id-required"],
    [
      "a rule that is off for some files",
      "scopes: [{ files: [bad.yaml], rules: { external-id-required: false } }]",
      "rules off: external-id-required in some files",
    ],
    [
      "a rule of a lower severity",
      "rules: { public-trust: low, external-id-required: critical }",
      "rules lowered: public-trust from critical to low",
    ],
    [
      "a rule of a lower severity for some files",
      "scopes: [{ files: [bad.yaml], rules: { public-trust: { severity: medium } } }]",
      "rules lowered: public-trust from critical to medium in some files",
    ],
  ])("%s", (_, config, line) => {
    expect(linesOf("check", { ...FILES, "/home/me/unconfused.yaml": config })).toContain(line);
  });

  test("what is asked, where that is less than what is not", () => {
    expect(linesOf("check --only public-trust", FILES)).toContain("rules asked, no others: public-trust");
  });

  test("nothing of all that where nothing was set", () => {
    expect(linesOf("check", FILES).join("\n")).not.toMatch(/configuration:|rules/);
  });

  const PARAMETER = `Parameters: { Vendor: { Type: String, AllowedPattern: "[0-9]{12}" } }\n${roleFor("!Ref Vendor")}`;
  const VENDORS = "vendors: [{ name: Acme, tenancy: single, accounts: ['111122223333'] }]";
  test.each([
    ["a tenancy", "Metadata: { Unconfused: { tenancy: single } }", "", "1 verdict rests on"],
    ["a vendor", "Metadata: { Unconfused: { vendor: Acme } }", VENDORS, "1 verdict rests on"],
    [
      "a tenancy that the configuration overrules",
      "Metadata: { Unconfused: { tenancy: single } }",
      "tenancy: multi",
      undefined,
    ],
    ["a tenancy that counts for nothing", "Metadata: { Unconfused: { tenancy: single } }", "inline: false", undefined],
    ["nothing", "", VENDORS, undefined],
  ])("how much rests on what the input says about itself: %s", (_, metadata, config, begins) => {
    const lines = linesOf("check a.yaml", {
      "/home/me/a.yaml": `${PARAMETER}\n${metadata}\n`,
      "/home/me/unconfused.yaml": config,
    });
    const told = lines.filter((line) => line.includes("what the input says about itself"));
    expect(told).toEqual(begins === undefined ? [] : [expect.stringContaining(begins)]);
  });
});

describe("--allow-empty is no way around a configuration that excludes everything", () => {
  test.each([
    ["all of it, of a folder", 'exclude: ["**"]', "", 3],
    ["all of it, of files that a hook names", 'exclude: ["**/*"]', "bad.yaml open.yaml", 3],
    ["all that is in the folder", 'exclude: ["*.yaml"]', "", 3],
    ["what the hook names of this commit", 'exclude: ["bad.yaml"]', "bad.yaml", 0],
    ["another folder", 'exclude: ["fixtures/**"]', "empty", 0],
  ])("%s", (_, config, paths, status) => {
    const files = { ...FILES, "/home/me/unconfused.yaml": config, "/home/me/empty/README.md": "" };
    const run = unconfused(`check --allow-empty ${paths}`, { files });
    expect(run.status).toBe(status);
    if (status === 3) expect(run.stdout).toContain("the configuration excludes everything");
  });

  test("what the user excludes is the user's own wish", () => {
    const files = { ...FILES, "/home/me/unconfused.yaml": 'exclude: ["fixtures/**"]' };
    expect(unconfused("check --allow-empty --exclude ** ", { files }).status).toBe(0);
  });

  test.each([
    [["**"], true],
    [["**/*"], true],
    [["**/*.json", "**/*.{yaml,yml,template,tf,tfstate}"], true],
    [["*"], false],
    [["**/*.json"], false],
    [[], false],
  ])("%j", (exclude, everything) => {
    expect(excludesEverything({ exclude })).toBe(everything);
    expect(excludesEverything({ exclude, directory: "infra" })).toBe(everything);
  });
});

describe("a file's name is no option", () => {
  test.each([
    ["--exclude=*.yaml", "check --allow-empty --exclude=*.yaml bad.yaml", 2],
    ["--tenancy", "check --tenancy single bad.yaml", 2],
    ["-h", "check -h bad.yaml", 2],
    ["--exclude=*.yaml", "check --allow-empty -- --exclude=*.yaml bad.yaml", 1],
    ["--exclude=*.yaml", "check ./--exclude=*.yaml bad.yaml", 1],
    ["folder/--exclude=*.yaml", "check --allow-empty --exclude=*.yaml bad.yaml", 0],
  ])("%s: %s", (name, typed, status) => {
    const run = unconfused(typed, { files: { ...FILES, [`/home/me/${name}`]: "a: b\n" } });
    expect(run.status).toBe(status);
    if (status === 2) expect(run.stderr).toContain(`a file here is called ${name}, as an option is`);
  });
});

test("a rule that nothing may silence is not", () => {
  const files = {
    "/home/me/a.yaml": BAD.replace(
      "AWS: arn",
      "AWS: # unconfused-ignore external-id-required -- trust me\n                arn",
    ),
    "/home/me/unconfused.yaml": "rules: { external-id-required: { ignorable: false } }",
  };
  expect(unconfused("check a.yaml", { files }).status).toBe(1);
});

test("a folder that is named and excluded has a name", () => {
  const { stderr } = unconfused("check . --exclude **", { files: FILES });
  expect(stderr).toContain("note: this folder is excluded by the configuration or --exclude: skipped");
});

test("UTF-16 without a byte order mark, which nothing reads, is an error", () => {
  const wide = new Uint8Array(Array.from(BAD, (character) => [character.charCodeAt(0), 0]).flat());
  const { status, stdout } = unconfused("check .", { files: { ...FILES, "/home/me/wide.yaml": wide } });
  expect(status).toBe(2);
  expect(stdout).toContain("wide.yaml");
});
