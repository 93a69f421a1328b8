// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

const SECTIONS = `
Parameters:
  Site: { Type: String, AllowedValues: [eu, us] }
  Any: { Type: String, Default: eu }
  Mars: { Type: String, Default: mars }
Mappings:
  Accounts:
    eu: { Id: '111122223333', Other: '1' }
    us: { Id: '444455556666', Other: '2' }
    nowhere: { Id: '0', Other: '3' }
  Lists:
    a: { b: [x, y] }
  ByRegion:
    us-east-1: { Id: '1' }
    others: { Id: '3' }
    eu-west-1: { Id: '2' }
  ByAccount:
    '111122223333': { Id: own }
  Macro:
    Fn::Transform: { Name: AWS::Include }
`;

describe("Fn::FindInMap", () => {
  const cases: [string, string, Shown[]][] = [
    ["by known keys", "!FindInMap [Accounts, eu, Id]", ["[111122223333|mapping Accounts]"]],
    ["a list", "!FindInMap [Lists, a, b]", [["[x|mapping Lists]", "[y|mapping Lists]"]]],
    [
      "by an allowed value",
      "!FindInMap [Accounts, !Ref Site, Id]",
      ["[111122223333|mapping Accounts]", "[444455556666|mapping Accounts]"],
    ],
    [
      "by a parameter, any key of the map",
      "!FindInMap [Accounts, !Ref Any, Id]",
      ["[111122223333|mapping Accounts]", "[444455556666|mapping Accounts]", "[0|mapping Accounts]"],
    ],
    ["by region", "!FindInMap [ByRegion, !Ref AWS::Region, Id]", ["[1|mapping ByRegion]", "[2|mapping ByRegion]"]],
    ["by account", "!FindInMap [ByAccount, !Ref AWS::AccountId, Id]", ["[own|mapping ByAccount]"]],
    [
      "by its second key",
      "!FindInMap [Accounts, eu, !Ref Any]",
      ["[111122223333|mapping Accounts]", "[1|mapping Accounts]"],
    ],
    ["a key that is not there", "!FindInMap [Accounts, mars, Id]", []],
    ["a default for a key that is not there", "!FindInMap [Accounts, mars, Id, { DefaultValue: d }]", ["d"]],
    [
      "a default for all other values of a parameter",
      "!FindInMap [ByAccount, !Ref AWS::AccountId, Id, { DefaultValue: d }]",
      ["[own|mapping ByAccount]", "d"],
    ],
    ["by a key that is put together", "!FindInMap [ByRegion, !Sub '${Any}-west-1', Id]", ["[2|mapping ByRegion]"]],
    ["by a key that is put together and cannot be there", "!FindInMap [Accounts, !Sub '${Any}x', Id]", []],
    [
      "by a key that nobody knows, any key of the map",
      "!FindInMap [Accounts, !GetAtt Made.Site, Id]",
      ["[111122223333|mapping Accounts]", "[444455556666|mapping Accounts]", "[0|mapping Accounts]"],
    ],
    [
      "by a key that nobody knows, or a default",
      "!FindInMap [ByAccount, !ImportValue Account, Id, { DefaultValue: d }]",
      ["[own|mapping ByAccount]", "d"],
    ],
    [
      "by one such key twice",
      "[!FindInMap [Lists, !ImportValue A, b, { DefaultValue: d }], !FindInMap [Lists, !ImportValue A, b, { DefaultValue: d }]]",
      [
        [
          ["[x|mapping Lists]", "[y|mapping Lists]"],
          ["[x|mapping Lists]", "[y|mapping Lists]"],
        ],
        ["d", "d"],
      ],
    ],
    ["in a map that is not there", "!FindInMap [Nobody, a, b]", ["?known-after-apply Fn::FindInMap"]],
    ["in a map that a macro fills", "!FindInMap [Macro, a, b]", ["?known-after-apply Fn::FindInMap"]],
    ["a key that JavaScript knows", "!FindInMap [Accounts, constructor, name]", []],
    ["without a key", "!FindInMap [Accounts, eu]", ["?known-after-apply Fn::FindInMap"]],
  ];
  test.each(cases)("%s: %s", (_, expression, expected) => {
    expect(values(expression, SECTIONS)).toEqual(expected);
  });

  test("goes by one key in one world, wherever it is asked", () => {
    expect(
      values("[!FindInMap [Accounts, !Ref Site, Id], !FindInMap [Accounts, !Ref Site, Other], !Ref Site]", SECTIONS),
    ).toEqual([
      ["[111122223333|mapping Accounts]", "[1|mapping Accounts]", "[eu|allowed Site]"],
      ["[444455556666|mapping Accounts]", "[2|mapping Accounts]", "[us|allowed Site]"],
    ]);
  });

  test("names the parameter's value in every world, the last included", () => {
    const worlds = outcomes("!FindInMap [Accounts, !Ref Site, Id]", SECTIONS).outcomes;
    expect(worlds.map(({ parameters }) => parameters.get("Site"))).toEqual(["eu", "us"]);
  });

  test("tells no worlds apart but by the keys", () => {
    const worlds = outcomes("!FindInMap [Accounts, !Ref Mars, Id, { DefaultValue: d }]", SECTIONS).outcomes;
    expect(worlds.map(({ parameters }) => parameters.get("Mars"))).toEqual(["eu", "us", "nowhere", undefined]);
  });

  test("tells where the value stands", () => {
    const [world] = outcomes("!FindInMap [Accounts, eu, Id]", SECTIONS).outcomes;
    expect(world?.result).toMatchObject({
      parts: [{ origin: { path: ["Mappings", "Accounts", "eu", "Id"] } }],
      origin: { path: ["Resources", "R", "Properties", "P"] },
    });
  });
});
