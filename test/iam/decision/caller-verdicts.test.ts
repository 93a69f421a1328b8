// Whole policies in which one statement names a caller and another has a pattern that the caller meets: whoever else meets it counts.

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { reportOn } from "../../oracle/reported.ts";
import { CONFIG, statement, VENDOR } from "../judged.ts";

const ACCOUNT = "444455556666";
const OPEN = "external-id-required";
const DEAD = "dead-grant";
/** All that IAM takes in the name of a role. */
const CHARACTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+=,.@-"];

/** Rules that have a finding, and whom their witnesses show. */
function found(...Statement: Json[]): string[] {
  const { findings, unknowns } = reportOn({ Version: "2012-10-17", Statement }, CONFIG);
  const shown = findings.map(({ rule, witness }) =>
    witness ? `${rule} ${witness.principal.split(":").at(-1)}` : rule,
  );
  return [...shown, ...unknowns.map(({ rule }) => `?${rule}`)].filter((line) => line !== "wildcard-with-condition");
}

const iam = (name: string): string => `arn:aws:iam::${ACCOUNT}:${name}`;
const sts = (session: string): string => `arn:aws:sts::${ACCOUNT}:assumed-role/${session}`;
const like = (name: string): Json => ({ ArnLike: { "aws:PrincipalArn": iam(name) } });

describe("an Allow by a pattern, and a Deny whose principal meets it", () => {
  test.each<[about: string, condition: Json, denied: string[], rule: string, isIt: RegExp]>([
    ["a role", like("role/app*"), [iam("role/app")], OPEN, /^role\/app.+$/],
    ["a role of one letter", like("role/?"), [iam("role/b")], OPEN, /^role\/[^b]$/],
    ["many roles", like("role/app*"), ["", ..."abcxyz"].map((end) => iam(`role/app${end}`)), OPEN, /^role\/app/],
    ["a role in a path", like("role/a/b*"), [iam("role/a/b")], OPEN, /^role\/a\/b.+$/],
    ["a role without a path", like("role/*"), [iam("role/app"), iam("role/anything")], OPEN, /^role\/anyone$/],
    ["a path between", like("role/*/b"), [iam("role/a/b"), iam("role/b")], OPEN, /^role\/.+\/b$/],
    ["a user", like("user/svc*"), [iam("user/svc")], OPEN, /^user\/svc.+$/],
    ["a user by name", { StringLike: { "aws:username": "svc*" } }, [iam("user/svc")], OPEN, /^user\/svc.+$/],
    [
      "a user by name, elsewhere",
      { StringEquals: { "aws:username": "svc" } },
      [iam("user/svc")],
      OPEN,
      /^user\/.+\/svc$/,
    ],
    ["another kind", like("*/svc"), [iam("role/svc")], OPEN, /^(user\/.*|role\/.+\/)svc$/],
    ["a session of a role", like("role/app"), [sts("app/alice")], OPEN, /^role\/app$/],
  ])("%s: whoever else does gets in", (_, condition, denied, rule, isIt) => {
    const [line = "", ...more] = found(statement("Allow", VENDOR, condition), statement("Deny", denied));
    expect(more).toEqual([]);
    expect(line.split(" ")[0]).toBe(rule);
    expect(line.split(" ")[1]).toMatch(isIt);
  });

  test.each<[about: string, allowed: Json, condition: Json, denied: string[]]>([
    ["the only role", VENDOR, like("role/app"), [iam("role/app")]],
    ["every role of a finite pattern", VENDOR, like("role/app?"), CHARACTERS.map((char) => iam(`role/app${char}`))],
    ["the account", VENDOR, like("role/app*"), [VENDOR]],
    ["the only session", sts("app/alice"), {}, [sts("app/alice")]],
    ["the session by its id", iam("role/app"), { StringLike: { "aws:userid": "*:alice" } }, [sts("app/alice")]],
    ["the unique id", "*", { StringLike: { "aws:userid": "AROAABCDEFGHIJKLMNOPQ:*" } }, ["AROAABCDEFGHIJKLMNOPQ"]],
  ])("%s: nobody gets in", (_, allowed, condition, denied) => {
    const lines = found(statement("Allow", allowed, condition), statement("Deny", denied));
    expect(lines.filter((line) => !/^\??dead-grant$/.test(line))).toEqual([]);
  });

  test("more sessions than one by the id, of which one is denied", () => {
    const ids = { StringLike: { "aws:userid": "*:al*" } };
    const lines = found(statement("Allow", iam("role/app"), ids), statement("Deny", sts("app/alice")));
    expect(lines).toEqual([`${OPEN} role/app`]);
  });

  test("all but one: that one", () => {
    const denial = { Effect: "Deny", NotPrincipal: { AWS: [iam("role/app2"), VENDOR] }, Action: "sts:*" };
    const others = { Effect: "Deny", NotPrincipal: { AWS: iam("role/app2") }, Action: "sts:*" };
    const allowed = statement("Allow", VENDOR, like("role/app*"));
    expect(found(allowed, denial)).toContain(`${OPEN} role/app`);
    expect(found(allowed, others)).toContain(`${OPEN} role/app2`);
  });
});

describe("names and paths are as long as IAM takes them", () => {
  const x = (count: number): string => "x".repeat(count);

  test.each<[about: string, condition: Json, line: string]>([
    ["a name of 64 characters", like(`role/${x(64)}`), `${OPEN} role/${x(64)}`],
    ["a name of 65", like(`role/${x(65)}`), DEAD],
    ["a user's of 65", { StringEquals: { "aws:username": x(65) } }, DEAD],
    ["a beginning of 65", { StringLike: { "aws:username": `${x(65)}*` } }, DEAD],
    ["a path of 65, or a name", like(`role/${x(65)}*`), `${OPEN} role/${x(65)}/b`],
    ["a path of 600", like(`role/${x(600)}/a`), DEAD],
  ])("%s", (_, condition, line) => {
    expect(found(statement("Allow", VENDOR, condition))).toEqual([line]);
  });

  test.each<[about: string, principal: string, line: string]>([
    ["a session of 64 characters", sts(`app/${x(64)}`), `${OPEN} role/app`],
    ["a session of 65", sts(`app/${x(65)}`), DEAD],
    ["a session of one", sts("app/x"), DEAD],
    ["a session of a role of 65", sts(`${x(65)}/alice`), DEAD],
    ["a role of 65", iam(`role/${x(65)}`), DEAD],
  ])("of a principal: %s", (_, principal, line) => {
    expect(found(statement("Allow", principal))).toEqual([line]);
  });
});
