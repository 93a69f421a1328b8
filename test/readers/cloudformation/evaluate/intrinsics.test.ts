// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import { loneHole, sourceText } from "../../../../src/values/value.ts";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

const PARAMETERS = `
Parameters:
  A: { Type: String }
  B: { Type: String }
  L: { Type: CommaDelimitedList }
`;

describe("a value", () => {
  const cases: [string, string, Shown][] = [
    ["a text", "abc", "abc"],
    ["a number", "123456789012", "123456789012"],
    ["a boolean", "true", "true"],
    ["a list", "[a, !Ref A]", ["a", "<A>"]],
    ["a map", "{ k: !Ref A, Ref: not alone }", { k: "<A>", Ref: "not alone" }],
    ["an entry that is left out", "{ k: !Ref AWS::NoValue, l: m }", { l: "m" }],
    ["an element that is left out", "[!Ref AWS::NoValue, a]", ["a"]],
    ["the whole left out", "!Ref AWS::NoValue", "-"],
    ["a map named Condition alone, which is no function here", "{ Condition: A }", { Condition: "A" }],
    ["the long form in YAML", "{ Ref: A }", "<A>"],
    ["a macro", "{ Fn::Transform: { Name: Mine }, k: v }", "?macro macro Mine"],
    ["a loop that says nothing", "{ Fn::ForEach::X: [], k: v }", "?malformed Fn::ForEach::X"],
    ["a function that nobody can work out", "!Cidr [a, 1, 2]", "?known-after-apply Fn::Cidr"],
    ["a function that nobody knows", "!Tomorrow x", "?known-after-apply Fn::Tomorrow"],
  ];
  test.each(cases)("%s: %s", (_, expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });
});

describe("Ref", () => {
  const cases: [string, Shown][] = [
    ["!Ref A", "<A>"],
    ["!Ref L", "?parameter L…"],
    ["!Ref AWS::AccountId", "<AWS::AccountId>"],
    ["!Ref AWS::NotificationARNs", "?parameter AWS::NotificationARNs…"],
    ["!Ref Nobody", "<Nobody>"],
    ["!Ref __proto__", "<__proto__>"],
    ["!Ref [a]", "?known-after-apply Ref"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });

  test("knows the sort of its own account and partition", () => {
    const sorts = outcomes("[!Ref AWS::AccountId, !Ref AWS::Partition]").outcomes.map(({ result }) => result);
    expect(sorts).toMatchObject([
      { items: [{ parts: [{ hole: { sort: "own-account" } }] }, { parts: [{ hole: { sort: "partition" } }] }] },
    ]);
  });
});

describe("Fn::Sub", () => {
  const cases: [string, Shown][] = [
    ["!Sub 'arn:${AWS::Partition}:iam::${A}:root'", "arn:<AWS::Partition>:iam::<A>:root"],
    ["!Sub '${A}${A}'", "<A><A>"],
    ["!Sub '${!A}-${!aws:username}'", "${A}-${aws:username}"],
    ["!Sub '${ A }'", "<A>"],
    ["!Sub '$A {B} ${'", "$A {B} ${"],
    ["!Sub '${Nested.Outputs.Arn}'", "<Nested.Outputs.Arn>"],
    ["!Sub ['${V}-${A}', { V: !Ref B }]", "<B>-<A>"],
    ["!Sub ['${A}', { A: shadowed }]", "shadowed"],
    ["!Sub ['${V.W}', { V.W: dotted }]", "dotted"],
    ["!Sub ['${V}', { V: !Cidr [x] }]", "<Fn::Cidr>"],
    ["!Sub ['${V}', { V: [x] }]", '<no text: ["x"]>'],
    ["!Sub '${L}'", '<no text: <"L">>'],
    ["!Sub { not: a text }", "?known-after-apply Fn::Sub"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });

  test("tells where its characters stand", () => {
    const [world] = outcomes("!Sub 'ab${A}cd${!E}'", PARAMETERS).outcomes;
    const parts = world?.result.kind === "text" ? world.result.parts : [];
    const texts = parts.flatMap((part) => ("text" in part && part.origin ? [[part.text, part.origin] as const] : []));
    expect(texts.map(([text]) => text)).toEqual(["ab", "cd", "${", "E}"]);
    for (const [text, { document, path, what }] of texts) {
      const { start, end } = document.locate(path, what);
      expect(document.source.text.slice(start, end)).toBe(text);
    }
  });
});

describe("Fn::Join", () => {
  const cases: [string, Shown][] = [
    ["!Join [':', ['arn:aws:iam:', !Ref A, root]]", "arn:aws:iam::<A>:root"],
    ["!Join ['', [a, !Ref AWS::NoValue, b]]", "ab"],
    ["!Join [',', !Ref L]", "<L>"],
    ["!Join [',', !Split ['-', a-b]]", "a,b"],
    ["!Join [!Ref A, [a]]", "?known-after-apply Fn::Join"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });
});

describe("Fn::Select and Fn::Split", () => {
  const cases: [string, Shown][] = [
    ["!Select [1, [a, b]]", "b"],
    ["!Select ['1', [a, b]]", "b"],
    ["!Select [0, !Ref L]", "<L>"],
    ["!Select [4, !Split [':', !Ref AWS::StackId]]", "<AWS::AccountId>"],
    ["!Select [4, !Split [':', !Ref A]]", "<A>"],
    ["!Select [x, [a, b]]", "?known-after-apply Fn::Select"],
    ["!Select [!Ref A, !Ref L]", "?known-after-apply Fn::Select"],
    [`!Select [!Ref A, [${Array(101).fill("a")}]]`, "?known-after-apply Fn::Select"],
    ["!Select [0, text]", "?known-after-apply Fn::Select"],
    ["!Split [',', 'a,b']", ["a", "b"]],
    ["!Split [',', !Ref A]", "?parameter A…"],
    ["!Split ['', ab]", "?known-after-apply Fn::Split"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });

  test("an index that deployment decides is that of any item", () => {
    const { outcomes: worlds } = outcomes("!Select [!Ref A, [a, b]]", PARAMETERS);
    expect(worlds.map(({ parameters, result }) => [parameters.get("A"), sourceText(result)])).toEqual([
      ["0", "a"],
      ["1", "b"],
    ]);
  });

  test("an index beyond the list is refused by CloudFormation", () => {
    expect(values("!Select [2, [a, b]]")).toEqual([]);
  });
});

describe("Fn::Length", () => {
  const cases: [string, Shown][] = [
    ["!Length [a, !Ref A]", "2"],
    ["!Length [a, !Ref AWS::NoValue]", "1"],
    ["{ Fn::Length: !Split [',', 'a,b,c'] }", "3"],
    ["{ Fn::Length: !Ref L }", "<L>"],
    ["!Length text", "?known-after-apply Fn::Length"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });
});

describe("Fn::ToJsonString", () => {
  const cases: [string, Shown][] = [
    ["!ToJsonString { a: [b, 1, true, null], '\"': !Ref A }", '{"a":["b",1,true,null],"\\"":"<A>"}'],
    ["!ToJsonString { a: !Ref AWS::NoValue, b: '\"quoted\"' }", '{"b":"\\"quoted\\""}'],
    ["!ToJsonString [!Ref L]", "[<L>]"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, PARAMETERS)).toEqual([expected]);
  });
});

describe("Fn::GetStackOutput", () => {
  test("is unknown, equal for one output only", () => {
    const output = (name: string) => `{ Fn::GetStackOutput: { StackName: S, OutputName: ${name} } }`;
    const [world] = outcomes(`[${output("X")}, ${output("X")}, ${output("!Ref A")}]`, PARAMETERS).outcomes;
    const holes = world?.result.kind === "list" ? world.result.items.map(loneHole) : [];
    expect(holes.map((hole) => [hole?.reason, hole?.source])).toEqual([
      ["import", "output S.X"],
      ["import", "output S.X"],
      ["import", "output S.${A}"],
    ]);
    expect(holes[0]?.id === holes[1]?.id).toBe(true);
    expect(holes[0]?.id === holes[2]?.id).toBe(false);
  });

  test("that names none cannot be told", () => {
    expect(values("!GetStackOutput { StackName: S }")).toEqual(["?known-after-apply Fn::GetStackOutput"]);
  });
});

describe("Fn::ImportValue", () => {
  test("is unknown, equal for one name only", () => {
    const [world] = outcomes("[!ImportValue X, !ImportValue X, !ImportValue {Fn::Sub: '${A}-Y'}]", PARAMETERS).outcomes;
    expect(world?.result).toMatchObject({
      items: [
        { parts: [{ hole: { id: 'Fn::ImportValue "X"', reason: "import", source: "import X" } }] },
        { parts: [{ hole: { id: 'Fn::ImportValue "X"' } }] },
        { parts: [{ hole: { source: "import ${A}-Y" } }] },
      ],
    });
  });
});

describe("a value stands where it is written", () => {
  const cases: [string, string, (string | number)[]][] = [
    ["a function at the call", "!Sub '${A}'", []],
    ["a branch at the branch", "!If [C, !Ref A, !Ref B]", ["Fn::If", 1]],
    ["a branch in a branch", "!If [C, !If [C, a, b], c]", ["Fn::If", 1, "Fn::If", 1]],
    ["a selected element at the element", "!Select [1, [a, b]]", ["Fn::Select", 1, 1]],
    ["an element of a list that is made at the call", "!Select [0, !If [C, [a], [b]]]", []],
  ];
  test.each(cases)("%s", (_, expression, path) => {
    const sections = `Conditions: { C: !Equals [a, a] }${PARAMETERS}`;
    const [world] = outcomes(expression, sections).outcomes;
    expect(world?.result.origin.path).toEqual(["Resources", "R", "Properties", "P", ...path]);
  });

  test("an entry has the place of its key", () => {
    const [world] = outcomes("{ AWS: a }").outcomes;
    const key = world?.result.kind === "map" ? world.result.entries.get("AWS")?.key : undefined;
    const range = key?.document.locate(key.path, key.what);
    expect(range && key?.document.source.text.slice(range.start, range.end)).toBe("AWS");
  });
});
