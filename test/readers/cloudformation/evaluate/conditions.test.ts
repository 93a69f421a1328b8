// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

const SECTIONS = `
Parameters:
  A: { Type: String }
  B: { Type: String, Default: '' }
  D: { Type: String, Default: d, AllowedValues: [d, e] }
  L: { Type: CommaDelimitedList, Default: '' }
  N: { Type: Number }
Mappings:
  M:
    One: { Blank: '', Flag: 'true' }
  ByRegion:
    us-east-1: { Word: x }
    eu-west-1: { Word: y }
Conditions:
`;

describe("a condition", () => {
  const cases: [string, string, Shown[]][] = [
    ["that literals decide", "!Equals [a, a]", ["yes"]],
    ["that literals deny", "!Equals [a, b]", ["no"]],
    ["that a mapping decides", "!Not [!Equals ['', !FindInMap [M, One, Blank]]]", ["no"]],
    ["that compares a boolean with a text", "!Equals [true, !FindInMap [M, One, Flag]]", ["yes"]],
    ["that compares a parameter", "!Equals [!Ref A, x]", ["yes", "no"]],
    ["that compares it with itself", "!Equals [!Ref A, !Ref A]", ["yes"]],
    ["that compares it with what it never is", "!Equals [!Ref N, x]", ["no"]],
    ["that compares it with what is not allowed", "!Equals [!Ref D, x]", ["no"]],
    ["that compares two parameters", "!Equals [!Ref A, !Ref B]", ["yes", "no"]],
    ["that compares a beginning that cannot match", "!Equals [!Sub 'x${A}', y]", ["no"]],
    ["that compares a beginning that can", "!Equals [!Sub 'x${A}', xy]", ["yes", "no"]],
    ["that compares a joined list", "!Equals ['', !Join ['', !Ref L]]", ["yes", "no"]],
    ["that compares a partition", "!Equals [!Ref AWS::Partition, aws-us-gov]", ["yes", "no"]],
    ["that compares a partition that there is not", "!Equals [!Ref AWS::Partition, aws-mars]", ["no"]],
    [
      "that compares what a region maps to",
      "!Equals [!FindInMap [ByRegion, !Ref AWS::Region, Word], x]",
      ["yes", "no"],
    ],
    ["and", "!And [!Equals [a, a], !Equals [!Ref A, x]]", ["yes", "no"]],
    ["and, decided by its second operand", "!And [!Equals [!Ref A, x], !Equals [a, b]]", ["no"]],
    ["or, decided by its second operand", "!Or [!Equals [!Ref A, x], !Equals [a, a]]", ["yes"]],
    ["or", "!Or [!Equals [a, b], !Equals [!Ref A, x]]", ["yes", "no"]],
    ["that is literally true", "true", ["yes"]],
    ["that refers to another", "!Condition Other", ["yes"]],
    ["that refers to itself", "!Not [!Condition C]", ["no", "yes"]],
    ["that refers to nothing", "!Condition Nobody", ["yes", "no"]],
    ["of an unknown function", "!Guess [a]", ["yes", "no"]],
    ["of nothing", "!Equals [a]", ["yes", "no"]],
  ];
  test.each(cases)("%s: %s", (_, condition, expected) => {
    expect(values("!If [C, 'yes', 'no']", `${SECTIONS}  C: ${condition}\n  Other: !Equals [a, a]\n`)).toEqual(expected);
  });

  test("that is not declared turns out either way", () => {
    expect(values("!If [Nobody, 'yes', 'no']")).toEqual(["yes", "no"]);
  });

  test.each([
    ["that literals decide", "!Equals ['', !FindInMap [M, One, Blank]]", 1],
    ["of a parameter with a default that does not matter", "!Equals [!Ref B, x]", 2],
    ["asked twice", "!And [!Equals [!Ref A, x], !Equals [x, !Ref A]]", 2],
    ["of two parameters, asked both ways round", "!And [!Equals [!Ref A, !Ref B], !Equals [!Ref B, !Ref A]]", 2],
    ["of two allowed values", "!Or [!Equals [!Ref D, d], !Equals [!Ref D, e]]", 2],
  ])("splits no more than it must: %s", (_, condition, expected) => {
    expect(outcomes("!If [C, 'yes', 'no']", `${SECTIONS}  C: ${condition}\n`).outcomes).toHaveLength(expected);
  });
});

describe("conditions hang together", () => {
  const conditions = `${SECTIONS}  IsX: !Equals [!Ref A, x]\n  IsY: !Equals [!Ref A, y]\n  NotX: !Not [!Condition IsX]\n  NoB: !Equals [!Ref B, '']\n`;
  const cases: [string, string, Shown[]][] = [
    ["the same one", "!Sub ['${P}${Q}', { P: !If [IsX, 1, 2], Q: !If [IsX, 1, 2] }]", ["11", "22"]],
    ["one and its opposite", "!Sub ['${P}${Q}', { P: !If [IsX, 1, 2], Q: !If [NotX, 1, 2] }]", ["12", "21"]],
    ["two of one parameter", "!Sub ['${P}${Q}', { P: !If [IsX, 1, 2], Q: !If [IsY, 1, 2] }]", ["12", "21", "22"]],
    ["one and its parameter", "!If [NoB, blank, !Ref B]", ["blank", "<B>"]],
  ];
  test.each(cases)("%s", (_, expression, expected) => {
    expect(values(expression, conditions)).toEqual(expected);
  });

  test("a world tells how they turned out and which word decided it", () => {
    const worlds = outcomes("!If [NotX, a, b]", conditions).outcomes;
    expect(worlds.map((world) => [Object.fromEntries(world.conditions), world.parameters.get("A")])).toEqual([
      [{ NotX: false }, "x"],
      [{ NotX: true }, undefined],
    ]);
  });

  test("its own account is a number in the world that compares it", () => {
    const sections = "Conditions:\n  C: !Equals [!Ref AWS::AccountId, '111122223333']\n";
    expect(values("!If [C, !Ref AWS::AccountId, !Ref AWS::AccountId]", sections)).toEqual([
      "[111122223333|compared AWS::AccountId]",
      "<AWS::AccountId>",
    ]);
  });
});

describe("the Condition of a resource", () => {
  test("leaves it out of worlds in which it does not hold", () => {
    const sections = `${SECTIONS}  C: !Equals [!Ref A, x]\nResources:\n`;
    const conditional = (name: string) => `!Ref A\n    Condition: ${name}`;
    expect(values(conditional("C"), sections)).toEqual(["[x|compared A]"]);
  });
});
