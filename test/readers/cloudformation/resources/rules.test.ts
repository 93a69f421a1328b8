import { describe, expect, test } from "vitest";
import { loneHole } from "../../../../src/values/value.ts";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

function ruled(rule: string): string {
  return `
Parameters:
  A: { Type: String, Default: '' }
  L: { Type: CommaDelimitedList }
  O: { Type: String }
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

  const narrowed: [string, string, string, Shown[]][] = [
    ["what contains it", "!Contains [[x, y], !Ref O]", "!Ref O", ["[x|allowed O]", "[y|allowed O]"]],
    ["what it equals", "!Equals [x, !Ref O]", "!Ref O", ["[x|allowed O]"]],
    [
      "one of several that it equals",
      "!Or [!Equals [!Ref O, x], !Contains [[y], !Ref O]]",
      "!Ref O",
      ["[x|allowed O]", "[y|allowed O]"],
    ],
    [
      "what all demand of it",
      "!And [!Contains [[x, y], !Ref O], !Contains [[y, z], !Ref O]]",
      "!Ref O",
      ["[y|allowed O]"],
    ],
    ["no more than is allowed otherwise", "!Contains [[w, z], !Ref S]", "!Ref S", ["[z|allowed S]"]],
    ["what its elements are in", "!EachMemberIn [!Ref L, [x]]", "!Ref L", [["[x|allowed L]"]]],
    ["what its elements equal", "!EachMemberEquals [!Ref L, x]", "!Ref L", [["[x|allowed L]"]]],
    ["all, where another may hold instead", "!Or [!Equals [!Ref O, x], !Equals [!Ref A, x]]", "!Ref O", ["<O>"]],
    [
      "all, where the opposite asks of another",
      "!Not [!And [!Equals [!Ref O, x], !Equals [!Ref A, x]]]",
      "!Ref O",
      ["<O>"],
    ],
    ["all, where the other is open", "!Contains [[x, !Ref A], !Ref O]", "!Ref O", ["<O>"]],
  ];
  test.each(narrowed)("leaves of an open parameter %s", (_, assertion, expression, expected) => {
    expect(values(expression, ruled(`{ Assertions: [{ Assert: ${assertion} }] }`))).toEqual(expected);
  });

  test.each([
    [
      "under a condition",
      "{ RuleCondition: !Equals [!Ref S, x], Assertions: [{ Assert: !Equals [!Ref O, x] }] }",
      true,
    ],
    ["a value that it excludes", "{ Assertions: [{ Assert: !Not [!Equals [!Ref O, '*']] }] }", false],
    ["values that it excludes", "{ Assertions: [{ Assert: !Not [!Contains [[x, '*'], !Ref O]] }] }", false],
  ])("whether a parameter admits a wildcard, %s", (_, rule, admitted) => {
    const found = outcomes("!Ref O", ruled(rule)).outcomes.map(({ result }) => loneHole(result)?.admits("*"));
    expect(found).toEqual([admitted]);
  });

  test("splits no world", () => {
    const rule = ruled("{ Assertions: [{ Assert: !Equals [!Ref A, b] }, { Assert: !Contains [[x], !Ref S] }] }");
    expect(outcomes("a", rule).outcomes).toHaveLength(1);
  });
});
