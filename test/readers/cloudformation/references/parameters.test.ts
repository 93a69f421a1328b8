import { describe, expect, test } from "vitest";
import type { Deployment } from "../../../../src/readers/reader.ts";
import { loneHole } from "../../../../src/values/value.ts";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

function declared(declaration: string): string {
  return `Parameters:\n  A: ${declaration}\nConditions:\n  IsX: !Equals [!Ref A, x]\n  IsBlank: !Equals ['', !Ref A]\n`;
}

function given(value: string): Partial<Deployment> {
  return { given: new Map([["A", value]]) };
}

function owned(...owners: readonly ({ vendor: string; account?: string } | "organization")[]): Partial<Deployment> {
  return { owners: new Map([["A", owners]]) };
}

describe("the values of a parameter", () => {
  const cases: [string, string, Partial<Deployment>, Shown[]][] = [
    ["anything", "{ Type: String }", {}, ["<A>"]],
    ["its default and anything else", "{ Type: String, Default: d }", {}, ["[d|default A]", "<A>"]],
    ["a blank default too", "{ Type: String, Default: '' }", {}, ["[|default A]", "<A>"]],
    ["a number for a default", "{ Type: Number, Default: 123456789012 }", {}, ["[123456789012|default A]", "<A>"]],
    ["no default that its own pattern refuses", "{ Type: String, Default: '', AllowedPattern: .+ }", {}, ["<A>"]],
    ["each allowed value", "{ Type: String, AllowedValues: [a, b] }", {}, ["[a|allowed A]", "[b|allowed A]"]],
    [
      "the default among allowed values",
      "{ Type: String, AllowedValues: [a, b], Default: b }",
      {},
      ["[a|allowed A]", "[b|default A]"],
    ],
    ["booleans as text", "{ Type: String, AllowedValues: [true] }", {}, ["[true|allowed A]"]],
    ["what is given", "{ Type: String, Default: d }", given("g"), ["[g|given A]"]],
    ["what is given before allowed values", "{ Type: String, AllowedValues: [a] }", given("g"), ["[g|given A]"]],
    ["a list", "{ Type: CommaDelimitedList }", {}, ["?parameter A…"]],
    [
      "a list by default",
      "{ Type: List<String>, Default: 'a, b' }",
      {},
      [["[a|default A]", "[b|default A]"], "?parameter A…"],
    ],
    [
      "a list by default, whose elements its pattern admits",
      "{ Type: CommaDelimitedList, AllowedPattern: '\\d', Default: '1,2' }",
      {},
      [["[1|default A]", "[2|default A]"], "?parameter A…"],
    ],
    ["a given list", "{ Type: CommaDelimitedList }", given("a,b "), [["[a|given A]", "[b|given A]"]]],
    [
      "each list of elements that are allowed",
      "{ Type: CommaDelimitedList, AllowedValues: [a, b] }",
      {},
      [["[a|allowed A]"], ["[a|allowed A]", "[b|allowed A]"], ["[b|allowed A]"], ["[b|allowed A]", "[a|allowed A]"]],
    ],
    [
      "a default list among them",
      "{ Type: List<String>, AllowedValues: [a, b], Default: 'b,a' }",
      {},
      [["[a|allowed A]"], ["[a|allowed A]", "[b|allowed A]"], ["[b|allowed A]"], ["[b|default A]", "[a|default A]"]],
    ],
    [
      "a list whose elements are allowed, of too many to try all",
      "{ Type: CommaDelimitedList, AllowedValues: [a, b, c, d] }",
      {},
      ["?parameter A…"],
    ],
    ["no name for a value", "{ Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b }", {}, ["<A>"]],
    ["no given name for a value", "{ Type: 'AWS::SSM::Parameter::Value<String>' }", given("/a/b"), ["<A>"]],
    ["a list kept elsewhere", "{ Type: 'AWS::SSM::Parameter::Value<List<String>>' }", {}, ["?parameter A…"]],
    ["no default that is hidden", "{ Type: String, NoEcho: true, Default: secret }", {}, ["<A>"]],
    ["nothing given that is hidden", "{ Type: String, NoEcho: true }", given("secret"), ["<A>"]],
    ["no allowed value that is hidden", "{ Type: String, NoEcho: 'true', AllowedValues: [secret] }", {}, ["<A>"]],
  ];
  test.each(cases)("%s", (_, declaration, deployment, expected) => {
    expect(values("!Ref A", declared(declaration), deployment)).toEqual(expected);
  });
});

test("how long a list of allowed elements is stays open, for one may stand in it twice", () => {
  const declaration = declared("{ Type: CommaDelimitedList, AllowedValues: [a, b] }");
  const counted = `${declaration}  IsTwo: !Equals [!Length [a, b], 2]\n  OfThree: !Equals [{ 'Fn::Length': !Ref A }, 3]\n`;
  expect(values("!If [OfThree, !Ref A, none]", counted)).toContainEqual(["[a|allowed A]", "[b|allowed A]"]);
  expect(values("!If [OfThree, !Ref A, none]", counted)).toContain("none");
  expect(values("!If [IsTwo, 1, 2]", counted)).toEqual(["1"]);
});

describe("a parameter that the configuration says who supplies", () => {
  const owners = (declaration: string, deployment: Partial<Deployment>) =>
    outcomes("!Ref A", declared(declaration), deployment).outcomes.map(
      ({ result, parameters }) => loneHole(result)?.owner ?? parameters.get("A"),
    );
  const one = { vendor: "V", account: "111122223333" };
  const two = { vendor: "V", account: "444455556666" };
  const cases: [string, string, Partial<Deployment>, unknown[]][] = [
    ["one account", "{ Type: String }", owned(one), [one]],
    ["two accounts, one world each", "{ Type: String }", owned(one, two), [one, two]],
    ["an account that is not known", "{ Type: String }", owned({ vendor: "V" }), [{ vendor: "V" }]],
    ["ours", "{ Type: String }", owned("organization"), ["organization"]],
    ["a default that is the account", "{ Type: String, Default: '111122223333' }", owned(one), [one]],
    ["a default that is another", "{ Type: String, Default: '999' }", owned(one), ["999", one]],
    [
      "a hidden default that may be another",
      "{ Type: String, NoEcho: true, Default: '999' }",
      owned(one),
      [undefined, one],
    ],
    [
      "a hidden default that is the account",
      "{ Type: String, NoEcho: true, Default: '111122223333' }",
      owned(one),
      [one],
    ],
    ["a hidden blank default", "{ Type: String, NoEcho: true, Default: '' }", owned(one), [one]],
  ];
  test.each(cases)("%s", (_, declaration, deployment, expected) => {
    expect(owners(declaration, deployment)).toEqual(expected);
  });

  test("supplies also what is taken out of the parameter", () => {
    const [world] = outcomes("!Select [4, !Split [':', !Ref A]]", declared("{ Type: String }"), owned(one)).outcomes;
    expect(loneHole(world?.result)?.owner).toEqual(one);
  });

  test("is the same account wherever it stands", () => {
    const all = outcomes("[!Ref A, !Ref A]", declared("{ Type: String }"), owned(one, two)).outcomes;
    const pairs = all.map(({ result }) =>
      result.kind === "list" ? result.items.map((item) => loneHole(item)?.owner) : [],
    );
    expect(pairs).toEqual([
      [one, one],
      [two, two],
    ]);
  });
});

describe("what an open parameter admits", () => {
  const admits = (declaration: string, word: string) => {
    const found = outcomes("!Ref A", declared(declaration)).outcomes.at(-1)?.result;
    return loneHole(found)?.admits(word);
  };
  const cases: [string, string, string[], string[]][] = [
    ["anything", "{ Type: String }", ["*", "", "a"], []],
    ["by pattern, as a whole", "{ Type: String, AllowedPattern: '\\d{12}' }", ["123456789012"], ["*", "1234567890123"]],
    ["by a pattern that nobody understands", "{ Type: String, AllowedPattern: '(?i)x' }", ["*"], []],
    ["by a pattern of hostile length", `{ Type: String, AllowedPattern: '${"(a+)+".repeat(1000)}' }`, ["*"], []],
    ["by length", "{ Type: String, MinLength: 2, MaxLength: '3' }", ["ab", "abc"], ["*", "abcd"]],
    ["numbers", "{ Type: Number }", ["12", "-1", "1.5"], ["*", "x", ""]],
    ["what exists in the account", "{ Type: 'AWS::EC2::VPC::Id' }", ["vpc-1"], ["*"]],
    ["anything by an empty pattern", "{ Type: String, AllowedPattern: '' }", ["a", "*"], []],
    ["elements by pattern", "{ Type: CommaDelimitedList, AllowedPattern: 'a+' }", ["aa"], ["*"]],
    ["elements that are allowed", "{ Type: CommaDelimitedList, AllowedValues: [a, b, c, d] }", ["a"], ["*"]],
    ["elements of any length", "{ Type: CommaDelimitedList, MinLength: 2, MaxLength: 3 }", ["a", "abcd"], []],
    [
      "values whose name is held to a pattern",
      "{ Type: 'AWS::SSM::Parameter::Value<String>', AllowedPattern: /.+ }",
      ["*"],
      [],
    ],
    ["hidden ones that are allowed", "{ Type: String, NoEcho: true, AllowedValues: [a] }", ["a"], ["*"]],
    ["an element that alone is the default list", "{ Type: CommaDelimitedList, Default: d }", ["d"], []],
    ["not its default again", "{ Type: String, Default: d }", ["*"], ["d"]],
  ];
  test.each(cases)("%s", (_, declaration, words, others) => {
    expect(words.map((word) => admits(declaration, word))).toEqual(words.map(() => true));
    expect(others.map((word) => admits(declaration, word))).toEqual(others.map(() => false));
  });

  test.each([
    ["{ Type: String, AllowedPattern: '^\\d{12}$' }", "account"],
    ["{ Type: String, AllowedPattern: '^$|^[0-9]{12}$' }", "account"],
    ["{ Type: String, MinLength: 12, MaxLength: 12 }", "account"],
    ["{ Type: String, AllowedPattern: '[0-9]+', MinLength: 12, MaxLength: 12 }", "account"],
    ["{ Type: String, AllowedPattern: '[0-9]+' }", undefined],
    ["{ Type: String, MaxLength: 12 }", undefined],
    ["{ Type: CommaDelimitedList, AllowedPattern: '\\d{12}' }", undefined],
    ["{ Type: String }", undefined],
  ])("%s has the length of an account id: %s", (declaration, sort) => {
    const found = outcomes("!Ref A", declared(declaration)).outcomes.at(-1)?.result;
    expect(loneHole(found)?.sort).toBe(sort);
  });

  test.each([
    ["a hidden one", "{ Type: String, NoEcho: true }", "sensitive"],
    ["another", "{ Type: String }", "parameter"],
  ])("%s is unknown because it is %s", (_, declaration, reason) => {
    const found = outcomes("!Ref A", declared(declaration)).outcomes.at(-1)?.result;
    expect(loneHole(found)).toMatchObject({ reason, source: "parameter A" });
  });
});

describe("a parameter that a condition compares", () => {
  test("is that word in one world, and told to be compared", () => {
    const worlds = outcomes("!If [IsX, !Ref A, !Ref A]", declared("{ Type: String }")).outcomes;
    expect(worlds.map(({ result, parameters }) => [loneHole(result)?.name, parameters.get("A")])).toEqual([
      [undefined, "x"],
      ["A", undefined],
    ]);
    expect(values("!If [IsX, !Ref A, none]", declared("{ Type: String }"))).toEqual(["[x|compared A]", "none"]);
  });

  test("never shows its value where that is hidden", () => {
    const worlds = outcomes("!If [IsX, a, b]", declared("{ Type: String, NoEcho: true, Default: x }"));
    expect(worlds.outcomes.map(({ parameters, conditions }) => [parameters.size, conditions.get("IsX")])).toEqual([
      [0, true],
      [0, false],
    ]);
  });
});

test("tells where a default stands, and how it is spelled", () => {
  const [world] = outcomes("!Ref A", declared("{ Type: String, Default: 012345670123 }")).outcomes;
  const part = world?.result.kind === "text" ? world.result.parts[0] : undefined;
  expect(part).toMatchObject({
    text: "1402433619",
    spelled: "012345670123",
    origin: { path: ["Parameters", "A", "Default"] },
  });
});
