import { describe, expect, test } from "vitest";
import { lasting, parse, parseFile } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";

const values = (path: string, text: string | Uint8Array) =>
  parse(source(path, text)).documents.map(({ value }) => value);

describe("is read as", () => {
  const rows: [string, string, string, unknown[]][] = [
    ["JSON: a .json", "a.json", '\n {"a": [1e3]}', [{ a: [1000] }]],
    ["JSON: a list in a .json", "a.json", "[1e3]", [[1000]]],
    ["JSON: a .template with braces", "a.TEMPLATE", '{"a": 1e3}', [{ a: 1000 }]],
    ["JSON: any name with braces", "a.yaml", '{"a": 1e3}', [{ a: 1000 }]],
    ["JSON: a state", "terraform.tfstate", '{"a": 1e3}', [{ a: 1000 }]],
    ["YAML: a .template without braces", "a.template", "a: 1e3", [{ a: "1e3" }]],
    ["YAML: a .json without brackets", "a.json", "a: 1e3", [{ a: "1e3" }]],
    ["YAML: braces that are no JSON", "a.yaml", "{a: !Ref B, } # why", [{ a: { Ref: "B" } }]],
    ["YAML: a list in a .yaml", "a.yaml", "[1e3]", [["1e3"]]],
    ["YAML: a stream", "-", "a: 1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["nothing: blanks in a .json", "a.json", " \n", []],
    ["nothing: an empty file", "a.yaml", "", []],
  ];
  test.each(rows)("%s", (_, path, text, expected) => {
    expect(values(path, text)).toEqual(expected);
  });
});

describe("is refused as JSON, whatever YAML would make of it,", () => {
  const rows: [string, string, string][] = [
    ["a.json", '{"a": 1,}', "a comma after the last entry"],
    ["a.template", "{'a': 1}", "single quotes"],
    ["a.json", "[1, # one\n2]", "a comment"],
    ["a.json", '// first\n{"a": 1}', "a comment"],
  ];
  test.each(rows)("%s with %j", (path, text, message) => {
    expect(() => parse(source(path, text))).toThrow(message);
  });
});

test.each([
  ["main.tf", "#\n".repeat(2 * 1024 * 1024 + 1), "more than 4 MB of HCL"],
  ["a.json", `"${" ".repeat(128 * 1024 * 1024)}"`, "more than 128 MB"],
])("of %s what is too long is refused, with what to do", (path, text, message) => {
  expect(() => parse(source(path, text))).toThrow(
    expect.objectContaining({ message, help: expect.stringContaining("--exclude") }),
  );
});

test("what is neither is refused as YAML, where its name does not promise JSON", () => {
  expect(() => parse(source("a.yaml", '{"a": [1, }'))).toThrow(expect.objectContaining({ name: "Problem", line: 1 }));
});

describe("warns of", () => {
  test("bytes that are no UTF-8, at the first", () => {
    const { documents, warnings } = parse(source("a.yaml", Uint8Array.from([0x61, 0x3a, 0x20, 0xff, 0xfe])));
    expect(documents[0]?.value).toEqual({ a: "\uFFFD\uFFFD" });
    expect(warnings.map(({ line, column }) => [line, column])).toEqual([[1, 4]]);
  });

  test("keys that stand twice", () => {
    expect(parse(source("a.yaml", "a: 1\na: 2\n")).warnings).toHaveLength(1);
    expect(parse(source("a.json", '{"a": 1, "a": 2}')).warnings).toHaveLength(1);
  });

  test("nothing else", () => {
    expect(parse(source("a.yaml", "\uFEFFa: é\n")).warnings).toEqual([]);
  });
});

describe("the content of a file", () => {
  const long = JSON.stringify({ a: "é".repeat(1024 * 1024), b: 1 });
  const bytes = (text: string) => new TextEncoder().encode(text);

  test("is kept as its text where it is long, so that its bytes can be let go", () => {
    expect(lasting("a.json", bytes(`\uFEFF${long}`))).toBe(long);
  });

  test("is kept as it is where it is short, or is no text", () => {
    const [short, binary] = [bytes('{"a": 1}'), bytes(`\0${long}`)];
    expect(lasting("a.json", short)).toBe(short);
    expect(lasting("a.json", binary)).toBe(binary);
  });

  test("is parsed once for one file", () => {
    const [short, copy] = [bytes('{"a": 1}'), Buffer.from(long).toString()];
    expect(parseFile("a.json", short)).toBe(parseFile("a.json", short));
    expect(parseFile("a.json", long)).toBe(parseFile("a.json", copy));
    const [first, other] = [parseFile("a.json", long), parseFile("b.json", long)];
    expect(other).not.toBe(first);
    expect(parseFile("a.json", long)).toBe(first);
    expect(parseFile("a.json", long.replace("1", "2")).documents[0]?.value).toMatchObject({ b: 2 });
  });
});
