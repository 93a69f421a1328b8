import { describe, expect, test } from "vitest";
import type { Document, Path } from "../../src/text/document.ts";
import { embed, type Piece } from "../../src/text/embedded.ts";
import { parseJson } from "../../src/text/json/parse.ts";
import type { Range } from "../../src/text/source.ts";
import { source } from "../../src/text/source.ts";
import { parseYaml } from "../../src/text/yaml/parse.ts";

function yaml(text: string): Document {
  return parseYaml(source("template.yaml", text)).documents[0] as Document;
}

function slice(document: Document, path: Path, what?: "value" | "key" | Range): string {
  const { start, end } = document.locate(path, what);
  return document.source.text.slice(start, end);
}

function whole(outer: Document, ...path: Path): Document {
  const text = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], outer.value);
  return embed(outer, path, text as string);
}

describe("JSON within", () => {
  const outers: [string, Document][] = [
    ["a literal block", yaml('a:\n  b: |\n    {\n      "p": ["x\\ty"]\n    }\n')],
    ["a folded block", yaml('a:\n  b: >\n    {\n    "p": ["x\\ty"]\n    }\n')],
    ["single quotes", yaml(`a:\n  b: '{"p": ["x\\ty"]}'`)],
    ["double quotes", yaml('a:\n  b: "{\\"p\\": [\\"x\\\\ty\\"]}"')],
    ["a JSON text", parseJson(source("template.json", '{"a": {"b": "{\\"p\\": [\\"x\\\\ty\\"]}"}}'))],
  ];
  test.each(outers)("%s", (_, outer) => {
    const inner = whole(outer, "a", "b");
    expect(inner.value).toEqual({ p: ["x\ty"] });
    expect(inner.source).toBe(outer.source);
    expect(inner.spelling(["p", 0])).toBe("x\\ty");
    expect(slice(inner, ["p"], "key")).toMatch(/^\\?"p\\?"$/);
    expect(slice(inner, ["p", 0])).toMatch(/^\\?"x\\{1,2}ty\\?"$/);
    expect(slice(inner, ["p", 0], { start: 1, end: 2 })).toMatch(/^\\{1,2}t$/);
    expect(slice(inner, ["p", 0], { start: 2, end: 3 })).toBe("y");
  });
});

test("YAML within a block, its comments with it", () => {
  const outer = yaml("Body: |\n  # unconfused\n  Resources:\n    Role: !Ref X # why\n");
  const inner = whole(outer, "Body");
  expect(inner.value).toEqual({ Resources: { Role: { Ref: "X" } } });
  expect(slice(inner, ["Resources", "Role", "Ref"])).toBe("X");
  expect(inner.comments().map(({ text, range }) => [text, outer.source.text.slice(range.start, range.end)])).toEqual([
    ["unconfused", "# unconfused"],
    ["why", "# why"],
  ]);
});

test("a document within a document within a document", () => {
  const inmost = { c: "here" };
  const outer = parseJson(source("a.json", JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(inmost) }) })));
  expect(slice(whole(whole(outer, "a"), "b"), ["c"], { start: 1, end: 4 })).toBe("ere");
});

describe("a text put together from pieces", () => {
  const outer = yaml('Join:\n  - \'{"a": "arn:\'\n  - !Ref Partition\n  - \':root", \'\n  - \'"b": "c"}\'\n');
  // Ref became ????, which nobody wrote.
  const text = '{"a": "arn:????:root", "b": "c"}';
  const pieces: Piece[] = [
    { start: 0, length: 11, path: ["Join", 0], from: 0 },
    { start: 15, length: 8, path: ["Join", 2], from: 0 },
    { start: 23, length: 9, path: ["Join", 3], from: 0 },
  ];
  const inner = embed(outer, ["Join"], text, pieces);
  const rows: [string, Path, "value" | "key" | Range, string][] = [
    ["within one piece", ["b"], "value", '"c"'],
    ["a key", ["a"], "key", '"a"'],
    ["across pieces", ["a"], "value", `"arn:'\n  - !Ref Partition\n  - ':root"`],
    ["a placeholder, nearer to the piece before", ["a"], { start: 4, end: 5 }, ":"],
    ["a placeholder, nearer to the piece after", ["a"], { start: 7, end: 8 }, ":"],
    ["characters after a placeholder", ["a"], { start: 9, end: 13 }, "root"],
  ];
  test.each(rows)("%s", (_, path, what, expected) => {
    expect(slice(inner, path, what)).toBe(expected);
  });

  test("pieces in another order than in the outer text: the first one's", () => {
    const turned = yaml("y: 'y\"}'\nx: '{\"a\": \"x'\n");
    const inside = embed(turned, [], '{"a": "xy"}', [
      { start: 0, length: 8, path: ["x"], from: 0 },
      { start: 8, length: 3, path: ["y"], from: 0 },
    ]);
    expect(slice(inside, ["a"])).toBe('"');
    expect(slice(inside, ["a"], { start: 1, end: 2 })).toBe("y");
  });

  test("no pieces: the place of the whole", () => {
    expect(slice(embed(outer, ["Join", 3], "{}", []), [])).toBe(`'"b": "c"}'`);
  });
});

describe("what cannot be read is told in the outer text", () => {
  const rows: [string, Document, number, number, string][] = [
    ["JSON in a block", yaml('a:\n  b: |\n    {\n      "p": 1,\n    }\n'), 4, 13, "a comma after the last entry"],
    ["a key that is none", yaml("a:\n  b: |\n    {\n    [\n"), 4, 5, "a key without double quotes"],
    ["an open bracket", yaml('a:\n  b: |\n    {"x":\n    [\n'), 4, 6, "the [ of line 4 is never closed"],
    ["YAML in a block", yaml("a:\n  b: |\n    x: *\n"), 3, 8, "a bare *"],
    ["a tab in YAML in a block", yaml("a:\n  b: |\n    x:\n    \ty: 1\n"), 4, 5, "a tab in the indentation"],
    ["nothing", yaml("a:\n  b: ' '\n"), 2, 7, "holds no document"],
  ];
  test.each(rows)("%s", (_, outer, line, column, message) => {
    const read = () => whole(outer, "a", "b");
    expect(read).toThrow(expect.objectContaining({ name: "Problem", line, column }));
    expect(read).toThrow(message);
  });
});
