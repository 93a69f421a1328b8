import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BAD, FILES, findingsOf, reportOf, unconfused } from "./run.ts";

const rule = readFileSync(new URL("../../../rules/trust/public-trust.yaml", import.meta.url), "utf8");

describe("the configuration", () => {
  const single = 'tenancy: single\nvendors:\n  - { name: Acme, tenancy: single, accounts: ["444455556666"] }\n';

  test.each([
    ["in the working directory", "/home/me/unconfused.yaml", "/home/me"],
    ["with a dot", "/home/me/.unconfused.yaml", "/home/me"],
    ["in the nearest parent", "/home/me/unconfused.yaml", "/home/me/a/b"],
  ])("is found %s", (_, path, cwd) => {
    const files = { "/home/me/.git/HEAD": "", "/home/me/a/b/bad.yaml": BAD, "/home/me/bad.yaml": BAD, [path]: single };
    expect(findingsOf("bad.yaml", { files, cwd })).toEqual([]);
  });

  test("is not looked for above the repository", () => {
    const files = { "/home/me/a/.git/HEAD": "", "/home/me/a/bad.yaml": BAD, "/home/me/unconfused.yaml": single };
    expect(findingsOf("bad.yaml", { files, cwd: "/home/me/a" })).toEqual(["bad.yaml external-id-required"]);
  });

  test("is not looked for above the working directory where there is no repository", () => {
    const files = { "/home/me/a/bad.yaml": BAD, "/home/me/unconfused.yaml": single };
    expect(findingsOf("bad.yaml", { files, cwd: "/home/me/a" })).toEqual(["bad.yaml external-id-required"]);
  });

  test("may be left aside, or be another", () => {
    const files = {
      ...FILES,
      "/home/me/unconfused.yaml": single,
      "/home/me/other.yaml": "rules: { external-id-required: low }\n",
    };
    expect(findingsOf("bad.yaml --no-config", { files })).toEqual(["bad.yaml external-id-required"]);
    expect(reportOf("bad.yaml --config other.yaml", { files }).findings).toMatchObject([{ severity: "low" }]);
  });

  test("is one", () => {
    const files = { ...FILES, "/home/me/unconfused.yaml": single, "/home/me/.unconfused.yaml": single };
    const { status, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain("error: two configurations in one folder\n --> .unconfused.yaml\n");
    expect(status).toBe(2);
  });

  test("stops the run if it is wrong, before anything is checked", () => {
    const files = { ...FILES, "/home/me/unconfused.yaml": "tenancy: multi\ntennancy: single\n" };
    const { status, stdout, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain(" --> unconfused.yaml:2:1\n");
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  test("says which rules there are no more than the catalogue does", () => {
    const files = { ...FILES, "/home/me/unconfused.yaml": "rules: { public-trsut: off }\n" };
    const { status, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain("public-trsut");
    expect(stderr).toContain("public-trust");
    expect(status).toBe(2);
  });

  test("has patterns that are relative to its folder, wherever reports are relative to", () => {
    const files = {
      "/home/me/.git/HEAD": "",
      "/home/me/[a]/unconfused.yaml": 'scopes: [{ files: ["x/**"], tenancy: single }]\nexclude: ["out/**"]\n',
      "/home/me/[a]/x/bad.yaml": BAD,
      "/home/me/[a]/y/bad.yaml": BAD,
      "/home/me/[a]/out/bad.yaml": BAD,
    };
    expect(findingsOf("", { files, cwd: "/home/me/[a]" })).toEqual(["[a]/y/bad.yaml external-id-required"]);
  });

  test.each([
    ["the configuration names a folder, from its own", "--config infra/unconfused.yaml"],
    ["an option names the folder", "--rules infra/our-rules"],
    ["an option names the file", "--rules infra/our-rules/trust/our-rule.yaml"],
  ])("rules of the user's own are asked where %s", (_, typed) => {
    const files = {
      ...FILES,
      "/home/me/infra/unconfused.yaml": "extends: [./our-rules]\n",
      "/home/me/infra/our-rules/trust/our-rule.yaml": rule.replace("id: public-trust", "id: our-rule"),
    };
    expect(findingsOf(`open.yaml ${typed}`, { files }).sort()).toEqual([
      "open.yaml our-rule",
      "open.yaml public-trust",
    ]);
    expect(unconfused(`explain our-rule ${typed}`, { files }).stdout).toMatch(/^our-rule \(critical\): /);
  });

  test("reads rule files whatever the letters of their ending", () => {
    const files = { ...FILES, "/home/me/rules/our-rule.YAML": rule.replace("id: public-trust", "id: our-rule") };
    expect(findingsOf("open.yaml --rules rules", { files })).toContain("open.yaml our-rule");
  });

  test("is told of a folder without rules", () => {
    const files = { ...FILES, "/home/me/unconfused.yaml": "extends: [./our-rules]\n", "/home/me/our-rules/x.txt": "" };
    const { status, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain("error: no rule file here\n --> our-rules\n");
    expect(status).toBe(2);
  });

  test("is told of rules that are not there, as it names them", () => {
    const files = { ...FILES, "/home/me/infra/unconfused.yaml": "extends: [./our-rules]\n" };
    const { status, stderr } = unconfused("bad.yaml --config infra/unconfused.yaml", { files });
    expect(stderr).toContain("error: extends: there is no file or folder ./our-rules\n --> infra/unconfused.yaml\n");
    expect(stderr).toContain("= help: check the spelling; a path here is relative to this file\n");
    expect(status).toBe(2);
  });
});
