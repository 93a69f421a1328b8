import { describe, expect, test } from "vitest";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

function ruled(rule: string): string {
  return `
Parameters:
  A: { Type: String, Default: '' }
  S: { Type: String, AllowedValues: [x, y, z] }
Rules:
  R: ${rule}
`;
}

describe("the Rules section", () => {
  const cases: [string, string, string, Shown[]][] = [
    ["refuses a default", "{ Assertions: [{ Assert: !Not [!Equals [!Ref A, '']] }] }", "!Ref A", ["<A>"]],
    [
      "leaves only what it contains",
      "{ Assertions: [{ Assert: !Contains [[x, y], !Ref S] }] }",
      "!Ref S",
      ["[x|allowed S]", "[y|allowed S]"],
    ],
    [
      "applies under its condition",
      "{ RuleCondition: !Equals [!Ref S, x], Assertions: [{ Assert: !Not [!Equals [!Ref A, '']] }] }",
      "[!Ref S, !Ref A]",
      [
        ["[x|allowed S]", "<A>"],
        ["[y|allowed S]", "[|default A]"],
        ["[y|allowed S]", "<A>"],
        ["[z|allowed S]", "[|default A]"],
        ["[z|allowed S]", "<A>"],
      ],
    ],
    [
      "excludes nothing where it may not apply",
      "{ RuleCondition: !Equals [!Ref S, x], Assertions: [{ Assert: !Not [!Equals [!Ref A, '']] }] }",
      "!Ref A",
      ["[|default A]", "<A>"],
    ],
    [
      "excludes nothing by what cannot be told",
      "{ Assertions: [{ Assert: !EachMemberIn [!RefAll 'AWS::EC2::VPC::Id', [y]] }, { Assert: !Equals [!ValueOf [V, Tags.T], y] }] }",
      "!Ref S",
      ["[x|allowed S]", "[y|allowed S]", "[z|allowed S]"],
    ],
    [
      "leaves only what is among others",
      "{ Assertions: [{ Assert: !EachMemberIn [[!Ref S, x], [x, z]] }] }",
      "!Ref S",
      ["[x|allowed S]", "[z|allowed S]"],
    ],
    [
      "leaves only what each member equals",
      "{ Assertions: [{ Assert: !EachMemberEquals [[!Ref S, z], z] }] }",
      "!Ref S",
      ["[z|allowed S]"],
    ],
    ["that says nothing", "{}", "a", ["a"]],
    ["that is broken", "[what]", "a", ["a"]],
  ];
  test.each(cases)("%s", (_, rule, expression, expected) => {
    expect(values(expression, ruled(rule))).toEqual(expected);
  });

  test("splits no world", () => {
    const rule = ruled("{ Assertions: [{ Assert: !Equals [!Ref A, b] }, { Assert: !Contains [[x], !Ref S] }] }");
    expect(outcomes("a", rule).outcomes).toHaveLength(1);
  });
});
