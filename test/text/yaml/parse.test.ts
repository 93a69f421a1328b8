import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/text/document.ts";
import { source } from "../../../src/text/source.ts";
import { parseYaml } from "../../../src/text/yaml/parse.ts";

const parse = (text: string) => parseYaml(source("template.yaml", text));

function only(text: string): Document {
  const { documents } = parse(text);
  expect(documents).toHaveLength(1);
  return documents[0] as Document;
}

describe("short forms", () => {
  const forms: [string, unknown][] = [
    ["!Ref Vendor", { Ref: "Vendor" }],
    ["!Condition IsProd", { Condition: "IsProd" }],
    [`!Sub 'arn:\${A}'`, { "Fn::Sub": `arn:\${A}` }],
    ["!Sub [x, {a: !Ref B}]", { "Fn::Sub": ["x", { a: { Ref: "B" } }] }],
    ["!If\n  - C\n  - !Ref A\n  - !Ref AWS::NoValue", { "Fn::If": ["C", { Ref: "A" }, { Ref: "AWS::NoValue" }] }],
    ["!Transform {Name: AWS::Include}", { "Fn::Transform": { Name: "AWS::Include" } }],
    ["!GetAtt Role.Arn", { "Fn::GetAtt": ["Role", "Arn"] }],
    ["!GetAtt Stack.Outputs.Account", { "Fn::GetAtt": ["Stack", "Outputs.Account"] }],
    ["!GetAtt [Stack, Outputs.Account]", { "Fn::GetAtt": ["Stack", "Outputs.Account"] }],
    ["!GetAtt Role", { "Fn::GetAtt": "Role" }],
    ["!GetAZs ''", { "Fn::GetAZs": "" }],
    ["!Include ./other.yaml", { "Fn::Include": "./other.yaml" }],
    ["!Unheard of", { "Fn::Unheard": "of" }],
    ['!Sub |\n  {"a": 1}\n', { "Fn::Sub": '{"a": 1}\n' }],
    ["!Sub &name x", { "Fn::Sub": "x" }],
    ["!Sub 012", { "Fn::Sub": 10 }],
  ];
  test.each(forms)("%s", (text, value) => {
    expect(only(text).value).toEqual(value);
  });
});

describe("YAML's own tags", () => {
  const tags: [string, unknown][] = [
    ["!!str 012", "012"],
    ["!!int '012'", 10],
    ["!!bool 'yes'", true],
    ["!!float 1", 1],
    ["!!null ''", null],
    ["! 012", 10],
    ["!!binary aGk=", "aGk="],
    ["!!map {a: 1}", { a: 1 }],
    ["!!set {a}", { a: null }],
    ["!<tag:yaml.org,2002:str> 1", "1"],
  ];
  test.each(tags)("%s", (text, value) => {
    expect(only(text).value).toEqual(value);
  });
});

test("only plain scalars have types, and keys have none", () => {
  expect(only(`{yes: yes, 012: 012, ~: ~, 'on': "on", 1.0: '1.0'}`).value).toEqual({
    yes: true,
    "012": 10,
    "~": null,
    on: "on",
    "1.0": "1.0",
  });
  expect(only("a: |\n  012\nb: >-\n  yes\n").value).toEqual({ a: "012\n", b: "yes" });
});

test("other scalars can be asked for", () => {
  const { documents } = parseYaml(source("a.yaml", "[a, 'a', 1]"), (text) => text === "a");
  expect(documents[0]?.value).toEqual([true, "a", false]);
});

describe("a dash in brackets, before a comma or a bracket, is a text, as for CloudFormation", () => {
  test.each<[string, unknown]>([
    ["!Split [-, !Ref A]", { "Fn::Split": ["-", { Ref: "A" }] }],
    ["!Join [-, [a, -]]", { "Fn::Join": ["-", ["a", "-"]] }],
    ["a: {b: -, c: - }", undefined],
    ["a: {b: -}", { a: { b: "-" } }],
    ["[- , a]", undefined],
    ["[- a]", undefined],
    ["-\n", [null]],
  ])("%s", (text, expected) => {
    if (expected === undefined) expect(() => parse(text)).toThrow();
    else expect(only(text).value).toEqual(expected);
  });
});

describe("in quotes and brackets a line may begin in any column, as for CloudFormation", () => {
  const rows: [string, unknown][] = [
    ["a:\n  - b: !Sub '{\n      x\n  }'\n    c: 1\n  - d\n", { a: [{ b: { "Fn::Sub": "{ x }" }, c: 1 }, "d"] }],
    ['a:\n  b: "x\ny\n\n z"\n  c: 1\n', { a: { b: "x y\nz", c: 1 } }],
    ["a:\n  b: {\n c: [1,\n2],\nd: 'e'\n}\n  f: 1\n", { a: { b: { c: [1, 2], d: "e" }, f: 1 } }],
    ["a:\n  b: [x\ny, z\n]\nc: 1\n", { a: { b: ["x y", "z"] }, c: 1 }],
  ];
  test.each(rows)("%j", (text, value) => {
    expect(only(text).value).toEqual(value);
  });

  test("places are those of the text", () => {
    const text = "a:\n  b: {\nc: 'd\ne'\n}\nf: g\n";
    const { locate } = only(text);
    const at = (...path: string[]) => text.slice(locate(path).start, locate(path).end);
    expect([at("a", "b", "c"), at("f")]).toEqual(["'d\ne'", "g"]);
  });
});

test("keys that JavaScript knows are keys like others", () => {
  const { value } = only("__proto__: {a: 1}\nconstructor: 2\ntoString: 3\n");
  expect(Object.entries(value as object)).toEqual([
    ["__proto__", { a: 1 }],
    ["constructor", 2],
    ["toString", 3],
  ]);
  expect(({} as { a?: unknown }).a).toBeUndefined();
});

describe("merge keys", () => {
  const cases: [string, string, unknown][] = [
    ["an alias", "base: &b {x: 1, y: 2}\nd: {<<: *b, y: 3}", { x: 1, y: 3 }],
    ["after the explicit key", "base: &b {x: 1, y: 2}\nd: {y: 3, <<: *b}", { x: 1, y: 3 }],
    ["a list, whose first wins", "d: {<<: [{x: 1}, {x: 2, z: 3}]}", { x: 1, z: 3 }],
    ["of what was merged", "a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nd: {<<: *b}", { x: 1, y: 2 }],
    ["only as a plain key", `d: {"<<": {x: 1}}`, { "<<": { x: 1 } }],
  ];
  test.each(cases)("%s", (_, text, value) => {
    const { documents, warnings } = parse(text);
    expect(documents[0]?.value).toMatchObject({ d: value });
    expect(warnings).toEqual([]);
  });
});

test("of equal keys the last one counts, with a warning at its place", () => {
  const { documents, warnings } = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");
  expect(documents[0]?.value).toEqual({ a: 3, b: { c: 2 } });
  expect(warnings.map(({ line, column }) => [line, column])).toEqual([
    [4, 3],
    [5, 1],
  ]);
  expect(warnings[1]?.message).toContain("line 1 has it already;");
});

describe("aliases", () => {
  test("repeat a value, a key and a short form", () => {
    expect(only("a: &a !Ref X\nb: *a\nc: &k key\n*k : 1\n").value).toEqual({
      a: { Ref: "X" },
      b: { Ref: "X" },
      c: "key",
      key: 1,
    });
  });

  test("repeat the last anchor of their name above", () => {
    expect(only("[&a 1, *a, &a 2, *a]").value).toEqual([1, 1, 2, 2]);
  });

  test("end with their document", () => {
    expect(() => parse("a: &a 1\n---\nb: *a\n")).toThrow(expect.objectContaining({ line: 3, column: 4 }));
  });
});

describe("a stream", () => {
  test("has a document for each that is not empty", () => {
    const { documents } = parse("# nothing\n---\na: !Ref A\n---\n---\n!Ref B\n...\n---\n- c\n");
    expect(documents.map(({ value }) => value)).toEqual([{ a: { Ref: "A" } }, { Ref: "B" }, ["c"]]);
  });

  test.each(["", " \n\n", "# only a comment\n", "---\n", "\uFEFF"])("%j has none", (text) => {
    expect(parse(text).documents).toEqual([]);
  });
});

describe("comments", () => {
  const text = [
    "# first  ",
    "a: 1 # at the end",
    "b: |  # header",
    "  # no comment",
    "  text",
    'c: "# none" #',
    "d: x#none",
    "e: [1, # within",
    "  2]",
    "---",
    "f: 1",
    "# last",
  ].join("\r\n");

  test("are those of their document, none of them from within a scalar", () => {
    const { documents } = parse(text);
    expect(documents.map((document) => document.comments().map((comment) => comment.text))).toEqual([
      ["first", "at the end", "header", "", "within"],
      ["last"],
    ]);
  });

  test("have the place of the # and the text", () => {
    for (const document of parse(text).documents) {
      for (const { text: comment, range } of document.comments()) {
        const { start, end } = range;
        expect(document.source.text.slice(start, end)).toBe(comment === "" ? "#" : `# ${comment}`);
      }
    }
  });
});

test("spelling: as the scalar is written, without quotes", () => {
  const document = only(
    `a: 012345670123\nb: "x\\ny"\nc: 'it''s'\nd: !GetAtt Role.Arn\ne: |\n  two\n  lines\nf: !Sub 01\ng: [1]\nh: &h 1.50\ni: *h\nj:\n`,
  );
  const rows: [(string | number)[], string | undefined][] = [
    [["a"], "012345670123"],
    [["b"], "x\\ny"],
    [["c"], "it''s"],
    [["d", "Fn::GetAtt"], "Role.Arn"],
    [["d", "Fn::GetAtt", 1], "Arn"],
    [["e"], "two\n  lines"],
    [["f", "Fn::Sub"], "01"],
    [["f"], undefined],
    [["g"], undefined],
    [["g", 0], "1"],
    [["i"], "1.50"],
    [["j"], ""],
    [["k"], undefined],
  ];
  for (const [path, spelling] of rows) expect([path, document.spelling(path)]).toEqual([path, spelling]);
});

test("line breaks of every kind", () => {
  for (const text of ["a:\n- b\n- c\n", "a:\r\n- b\r\n- c\r\n", "a:\r- b\r- c\r"]) {
    expect(only(text).value).toEqual({ a: ["b", "c"] });
  }
});
