// Organizations that let callers in: ours, those that nobody has spoken of, and any whose id a pattern meets.

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { reportOn, summary } from "../../oracle/reported.ts";
import { CONFIG, statement } from "../judged.ts";

const OURS = "o-ours123456";

function verdict(condition: Json, organizationIds: readonly string[] = [OURS]): string[] {
  const policy = { Version: "2012-10-17", Statement: [statement("Allow", "*", condition)] };
  return summary(reportOn(policy, { ...CONFIG, organizationIds }));
}

const onPaths = (pattern: string): Json => ({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": pattern } });

describe("a pattern on organization paths", () => {
  test.each<[string, string, string[]]>([
    ["lets ours in", `${OURS}/*`, []],
    ["lets in those whose id begins so", "o-a1*/*", ["public-trust@*"]],
    ["lets in those whose id begins like ours", `${OURS}*`, ["public-trust@*"]],
    [
      "lets in whoever has such a unit, for ids of units are another's as well",
      "*/ou-ab12-11111111/*",
      ["public-trust@*"],
    ],
  ])("%s: %s", (_, pattern, expected) => {
    expect(verdict(onPaths(pattern))).toEqual(expected);
  });
});

describe("an id whose case does not count", () => {
  const condition = { StringEqualsIgnoreCase: { "aws:PrincipalOrgID": OURS.toUpperCase() } };

  test("is ours where ours is declared", () => {
    expect(verdict(condition)).toEqual([]);
  });

  test("is nobody knows whose where none is", () => {
    expect(verdict(condition, [])).toEqual(["?public-trust@*"]);
  });
});
