import { describe, expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
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
    expect(stdout).toContain("under this in unconfused.yaml:\n\n    tenancy: single\n");
    expect(unconfused("explain public-trust").stdout).not.toContain("under this in unconfused.yaml");
  });

  test.each(builtinRules().map(({ id }) => id))(
    "%s: what makes the one example bad and the other good is told",
    (id) => {
      const [, bad, good] =
        /\nBad: [^\n]*\n(.*)\nGood: [^\n]*\n(.*)\nUnless an example/s.exec(unconfused(`explain ${id}`).stdout) ?? [];
      expect(good).toMatch(/^ {6}Statement:/m);
      expect(bad).not.toBe(good);
    },
  );

  test("shows policies as the files of the folder are written", () => {
    const shown = (files: Readonly<Record<string, string>>) => unconfused("explain public-trust", { files }).stdout;
    const yaml = '    AssumeRolePolicyDocument:\n      Version: "2012-10-17"\n';
    const hcl = '    assume_role_policy = jsonencode({\n      Version = "2012-10-17"\n';
    expect(shown({})).toContain(yaml);
    expect(shown({ "/home/me/role.yaml": "", "/home/me/infra/main.tf": "" })).toContain(yaml);
    for (const name of ["main.tf", "main.tofu"]) expect(shown({ [`/home/me/${name}`]: "" })).toContain(hcl);
  });

  test("fits the terminal", () => {
    const longest = (env: Readonly<Record<string, string>>) =>
      Math.max(
        ...unconfused("explain external-id-required", { env, files: {} })
          .stdout.split("\n")
          .filter((line) => /^[A-Z].* /.test(line) && !/^(?:Bad|Good): /.test(line))
          .map((line) => line.length),
      );
    expect([longest({ COLUMNS: "60" }), longest({}), longest({ COLUMNS: "500" })]).toEqual([
      expect.toSatisfy((width: number) => width > 50 && width <= 60),
      expect.toSatisfy((width: number) => width > 70 && width <= 80),
      expect.toSatisfy((width: number) => width > 90 && width <= 100),
    ]);
  });

  test("says which resource carries the policy of an example", () => {
    const bad = (id: string, files: Readonly<Record<string, string>> = {}) =>
      /\nBad: [^\n]*/.exec(unconfused(`explain ${id}`, { files }).stdout)?.[0];
    expect(bad("service-source")).toBe("\nBad: alarms of any account (AWS::SNS::TopicPolicy)");
    expect(bad("service-source", { "/home/me/main.tf": "" })).toBe(
      "\nBad: alarms of any account (aws_sns_topic_policy)",
    );
    expect(bad("dead-grant")).toBe("\nBad: an external ID that no request can carry");
  });

  test("tells who is who in the examples", () => {
    expect(unconfused("explain public-trust").stdout).toContain(
      "999988887777 is our own account, and the\nvendors are ExampleSingle (single-tenant, 111122223333) and ExampleMulti\n(multi-tenant, 444455556666).",
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
