import { describe, expect, test } from "vitest";
import { BAD, FILES, findingsOf, reportOf, unconfused } from "./run.ts";

describe("the configuration", () => {
  const single = 'tenancy: single\nvendors:\n  - { name: Acme, tenancy: single, accounts: ["444455556666"] }\n';

  test.each([
    ["in the working directory", "/work/unconfused.yaml", "/work"],
    ["with a dot", "/work/.unconfused.yaml", "/work"],
    ["in the nearest parent", "/work/unconfused.yaml", "/work/a/b"],
  ])("is found %s", (_, path, cwd) => {
    const files = { "/work/.git/HEAD": "", "/work/a/b/bad.yaml": BAD, "/work/bad.yaml": BAD, [path]: single };
    expect(findingsOf("bad.yaml", { files, cwd })).toEqual([]);
  });

  test("is not looked for above the repository", () => {
    const files = { "/work/a/.git/HEAD": "", "/work/a/bad.yaml": BAD, "/work/unconfused.yaml": single };
    expect(findingsOf("bad.yaml", { files, cwd: "/work/a" })).toEqual(["bad.yaml external-id-required"]);
  });

  test("is not looked for above the working directory where there is no repository", () => {
    const files = { "/work/a/bad.yaml": BAD, "/work/unconfused.yaml": single };
    expect(findingsOf("bad.yaml", { files, cwd: "/work/a" })).toEqual(["bad.yaml external-id-required"]);
  });

  test("may be left aside, or be another", () => {
    const files = {
      ...FILES,
      "/work/unconfused.yaml": single,
      "/work/other.yaml": "rules: { external-id-required: low }\n",
    };
    expect(findingsOf("bad.yaml --no-config", { files })).toEqual(["bad.yaml external-id-required"]);
    expect(reportOf("bad.yaml --config other.yaml", { files }).findings).toMatchObject([{ severity: "low" }]);
  });

  test("is one", () => {
    const files = { ...FILES, "/work/unconfused.yaml": single, "/work/.unconfused.yaml": single };
    const { status, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain("error: two configurations in one folder\n --> .unconfused.yaml\n");
    expect(status).toBe(2);
  });

  test("stops the run if it is wrong, before anything is checked", () => {
    const files = { ...FILES, "/work/unconfused.yaml": "tenancy: multi\ntennancy: single\n" };
    const { status, stdout, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain(" --> unconfused.yaml:2:1\n");
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  test("says which rules there are no more than the catalogue does", () => {
    const files = { ...FILES, "/work/unconfused.yaml": "rules: { public-trsut: off }\n" };
    const { status, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain("public-trsut");
    expect(stderr).toContain("public-trust");
    expect(status).toBe(2);
  });

  test("has patterns that are relative to its folder, wherever reports are relative to", () => {
    const files = {
      "/work/.git/HEAD": "",
      "/work/[a]/unconfused.yaml": 'scopes: [{ files: ["x/**"], tenancy: single }]\nexclude: ["out/**"]\n',
      "/work/[a]/x/bad.yaml": BAD,
      "/work/[a]/y/bad.yaml": BAD,
      "/work/[a]/out/bad.yaml": BAD,
    };
    expect(findingsOf("", { files, cwd: "/work/[a]" })).toEqual(["[a]/y/bad.yaml external-id-required"]);
  });

  test("may bring rules of its own, from its own folder", () => {
    const files = { ...FILES, "/work/unconfused.yaml": "extends: [./our-rules]\n", "/work/our-rules/x.txt": "" };
    const { status, stderr } = unconfused("bad.yaml", { files });
    expect(stderr).toContain("error: no rule file here\n --> our-rules\n");
    expect(status).toBe(2);
  });
});
