import { describe, expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/builtin.ts";
import { unconfused } from "./run.ts";

describe("explain", () => {
  test("tells why, bad, good, how to fix and where to read on", () => {
    const { status, stdout } = unconfused("explain external-id-required");
    expect(stdout).toMatch(/^external-id-required \(high\): /);
    for (const heading of [
      "\nBad: ",
      "\nGood: ",
      "\nHow to fix it\n",
      "\nSee also\n",
      "https://docs.aws.amazon.com/",
    ]) {
      expect(stdout).toContain(heading);
    }
    expect(status).toBe(0);
  });

  test("tells the configuration that an example is under", () => {
    const { stdout } = unconfused("explain account-scoped-principal");
    expect(stdout).toContain('under this in unconfused.yaml:\n\n    {\n      "tenancy": "single"\n    }\n');
    expect(unconfused("explain public-trust").stdout).not.toContain("under this in unconfused.yaml");
  });

  test.each(builtinRules.map(({ id }) => id))("%s: what makes the one example bad and the other good is told", (id) => {
    const [, bad, good] =
      /\nBad: [^\n]*\n(.*)\nGood: [^\n]*\n(.*)\nUnless an example/s.exec(unconfused(`explain ${id}`).stdout) ?? [];
    expect(good).toMatch(/"Statement"/);
    expect(bad).not.toBe(good);
  });

  test("tells who is who in the examples", () => {
    expect(unconfused("explain public-trust").stdout).toContain(
      "999988887777 is our own account, and the vendors are\nExampleSingle (single-tenant, 111122223333) and ExampleMulti (multi-tenant, 444455556666).",
    );
  });
});

describe("rules", () => {
  test("for people", () => {
    expect(unconfused("rules").stdout).toMatch(/^external-id-required +high +\S/m);
  });

  test("for programs", () => {
    const listed = JSON.parse(unconfused("rules --format json").stdout);
    expect(listed).toContainEqual(expect.objectContaining({ id: "public-trust", severity: "critical", enabled: true }));
  });
});
