// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the identifiers of loops are written so

import { describe, expect, test } from "vitest";
import { inEveryWorld } from "../../../../src/values/worlds.ts";
import { type Shown, shown } from "../../../values/shown.ts";
import { reading, values } from "../evaluated.ts";

const HEAD = `Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList, Default: 'a, b-c' }
  Open: { Type: CommaDelimitedList }
  X: { Type: String }
  Y: { Type: String }
`;

/** Every resource of a template with its property P in each world. */
function resources(sections: string): Record<string, Shown[]> {
  return Object.fromEntries(
    reading(HEAD + sections).resources.map(({ id, property }) => {
      const { outcomes } = inEveryWorld((world) => shown(property("P", world)));
      return [id, outcomes.map(({ result }) => result)];
    }),
  );
}

function looped(collection: string, body: string): string {
  return `Resources:\n  Fn::ForEach::Each: [N, ${collection}, ${body}]\n`;
}

describe("a loop makes a resource of every element", () => {
  const one = "{ 'R${N}': { Type: Test::Made::Here, Properties: { P: !Sub 'x-${N}' } } }";
  const cases: [string, string, Record<string, Shown[]>][] = [
    ["of a list", looped("[a, b]", one), { Ra: ["x-a"], Rb: ["x-b"] }],
    ["of an empty list", looped("[]", one), {}],
    [
      "without what is no letter or digit, where &{} says so",
      looped("['10.0', b-c]", "{ 'R&{N}': { Type: T::T::T, Properties: { P: !Sub '${N} &{N}' } } }"),
      { R100: ["10.0 100"], Rbc: ["b-c bc"] },
    ],
    [
      "by Ref, in texts and in keys",
      looped("[a]", "{ 'R${N}': { Type: 'T::T::${N}', Properties: { P: [!Ref N, 'v-${N}', { 'k${N}': w }] } } }"),
      { Ra: [["a", "v-a", { ka: "w" }]] },
    ],
    [
      "whose attributes are asked for by name",
      `${looped("[a]", "{ 'R${N}': { Type: AWS::IAM::User, Properties: { UserName: bob, P: { Fn::GetAtt: ['R${N}', Arn] } } } }")}`,
      { Ra: ["arn:<AWS::Partition>:iam::<AWS::AccountId>:user/bob"] },
    ],
    [
      "of a loop in a loop",
      looped(
        "[a, b]",
        "{ 'Fn::ForEach::In': [M, [c, !Ref N], { 'R${N}${M}': { Type: T::T::T, Properties: { P: !Sub '${N}${M}' } } }] }",
      ),
      { Rac: ["ac"], Raa: ["aa"], Rbc: ["bc"], Rbb: ["bb"] },
    ],
    [
      "of a mapping",
      `Mappings: { M: { k: { Ids: ['1', '2'] } } }\n${looped("!FindInMap [M, k, Ids]", "{ 'R${N}': { Type: T::T::T, Properties: { P: !Ref N } } }")}`,
      { R1: ["[1|mapping M]"], R2: ["[2|mapping M]"] },
    ],
    [
      "of parameters, which have names of their own",
      looped("[!Ref X, !Ref Y]", "{ 'R${N}': { Type: T::T::T, Properties: { P: !Ref N } } }"),
      { "R${X}": ["<X>"], "R${Y}": ["<Y>"] },
    ],
    [
      "of one parameter that looks like another",
      looped(
        "[!Select [0, !Ref Open], !Select [1, !Ref Open]]",
        "{ 'R${N}': { Type: T::T::T, Properties: { P: k } } }",
      ),
      { "R${Open}": ["k"], "R${Open} (2)": ["k"] },
    ],
    [
      "of what deployment decides: its default, and any other element",
      looped("!Ref Names", "{ 'R&{N}': { Type: T::T::T, Properties: { P: !Ref N } } }"),
      { Ra: ["[a|default Names]"], Rbc: ["[b-c|default Names]"], "R${Names}": ["[a|default Names]", "<Names>"] },
    ],
    [
      "of what deployment alone knows",
      looped("!Ref Open", "{ 'R${N}': { Type: T::T::T, Properties: { P: !Ref N } } }"),
      { "R${Open}": ["<Open>"] },
    ],
  ];
  test.each(cases)("%s", (_, sections, expected) => {
    expect(resources(sections)).toEqual(expected);
  });

  test("beside which others stand", () => {
    const beside = `${looped("[a]", one)}  Other: { Type: T::T::T, Properties: { P: v } }\n`;
    expect(resources(beside)).toEqual({ Ra: ["x-a"], Other: ["v"] });
  });

  test("in Outputs is nothing to a policy", () => {
    expect(reading(`${HEAD}Resources: {}\nOutputs: { Fn::ForEach::O: broken }`)).toMatchObject({
      problems: [],
      notes: [],
    });
  });
});

describe("a loop in properties", () => {
  const cases: [string, string, Shown][] = [
    ["makes entries", "{ Fn::ForEach::K: [N, [a, b], { 'k${N}': !Ref N }], z: y }", { ka: "a", kb: "b", z: "y" }],
    ["alone makes a map", "{ Fn::ForEach::K: [N, [a], { 'k${N}': v }] }", { ka: "v" }],
    [
      "of keys that deployment decides can make any map",
      "{ Fn::ForEach::K: [N, [!Ref X], { 'k${N}': v }] }",
      "?parameter the key k${X}",
    ],
    [
      "over what deployment decides can make any map",
      "{ Fn::ForEach::K: [N, !Ref Open, { 'k${N}': v }] }",
      "?parameter Open…",
    ],
  ];
  test.each(cases)("%s", (_, expression, expected) => {
    expect(values(expression, HEAD)).toEqual([expected]);
  });
});

test("a loop in Conditions makes conditions", () => {
  const sections = `${HEAD}Conditions:
  Fn::ForEach::C: [N, [a, b], { 'Is\${N}': !Equals [!Ref N, a] }]
`;
  expect(values("[!If [Isa, p, q], !If [Isb, p, q]]", sections)).toEqual([["p", "q"]]);
});

test("a section is the same in every world: a condition does not choose its loops", () => {
  const sections = `${HEAD}Conditions:
  Big: !Equals [!Ref X, big]
  Fn::ForEach::C: [N, !If [Big, [a], [b]], { 'Is\${N}': !Equals [a, a] }]
`;
  const either = values("[!If [Big, x, z], !If [Isa, p, q], !If [Isb, p, q]]", sections);
  expect(either).toContainEqual(["x", "q", "p"]);
  expect(either).toContainEqual(["z", "p", "q"]);
});

describe("a loop that cannot be run is told", () => {
  const cases: [string, string, string][] = [
    [
      "without a body",
      looped("[a]", "x").replace(", x]", "]"),
      "Fn::ForEach::Each is not expanded: the resources that it makes are not read",
    ],
    [
      "over no list",
      looped("text", "{ R: {} }"),
      "Fn::ForEach::Each is not expanded: the resources that it makes are not read",
    ],
    [
      "over a key that no mapping has",
      `Mappings: { M: { k: { v: [a] } } }\n${looped("!FindInMap [M, z, v]", "{}")}`,
      "Resources that CloudFormation refuses is not expanded: the resources that it makes are not read",
    ],
    [
      "that makes types that deployment decides",
      looped("[!Ref X]", "{ 'R${N}': { Type: 'AWS::IAM::${N}' } }"),
      "R${X} is not read: deployment decides its Type",
    ],
  ];
  test.each(cases)("%s", (_, sections, expected) => {
    const { notes, problems } = reading(HEAD + sections);
    expect([notes.map(({ message }) => message), problems]).toEqual([[expected], []]);
  });

  test("and one that makes too many ends, with a role of which nothing is known", () => {
    const digits = "['0','1','2','3','4','5','6','7','8','9']";
    let body = "{ R: { Type: T::T::T } }";
    for (let level = 0; level < 6; level += 1) body = `{ Fn::ForEach::L${level}: [N${level}, ${digits}, ${body}] }`;
    const { notes, resources } = reading(`${HEAD}Resources: ${body}`);
    expect(notes).toEqual([]);
    const unknown = resources.filter(({ id }) => id.startsWith("Fn::"));
    expect(new Set(unknown.map(({ id }) => id.replace(/\d$/, "")))).toEqual(new Set(["Fn::ForEach::L"]));
    const [value] = inEveryWorld((world) => unknown[0]?.property("AssumeRolePolicyDocument", world)).outcomes;
    expect(value?.result).toMatchObject({ kind: "unknown", why: { reason: "budget" } });
  });
});
