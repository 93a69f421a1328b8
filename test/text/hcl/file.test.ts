import { describe, expect, test } from "vitest";
import { type HclDocument, isHcl, parseHcl } from "../../../src/text/hcl/document.ts";
import type { Body } from "../../../src/text/hcl/syntax.ts";
import { parse } from "../../../src/text/parse.ts";
import { source } from "../../../src/text/source.ts";
import { written } from "./written.ts";

function parsed(text: string): HclDocument {
  return parseHcl(source("x.tf", text));
}

/** Arguments and blocks in one line, in the order of the file. */
function shown({ attributes, blocks }: Body): string {
  const all = [
    ...[...attributes.values()].map(({ start, name, value }) => ({ start, as: `${name}=${written(value)}` })),
    ...blocks.map(({ start, type, labels, body }) => ({ start, as: `${[type, ...labels].join(" ")}{${shown(body)}}` })),
  ];
  return all
    .sort((one, other) => one.start - other.start)
    .map(({ as }) => as)
    .join(" ");
}

/** HCL Native Syntax Specification, "Structural Elements" and "Comments and Whitespace". */
const FILES: readonly (readonly [what: string, text: string, shown: string])[] = [
  ["nothing", "", ""],
  ["blanks and comments", "\n  # a\n// b\n/* c\n d */ \n", ""],
  ["arguments", "a = 1\nb=[1,\n 2]\n", "a=1 b=[1 2]"],
  ["an argument that the file ends with", "a = b", "a=b"],
  ["a comment behind an argument", "a = 1 # one\nb = 2 // two\nc = 3 /* three */\n", "a=1 b=2 c=3"],
  ["a comment in an argument", "a = /* one\n two */ 1\n", "a=1"],
  ["blocks with labels", 'a {\n}\nb "c" {\n}\nd "e" "f g" {\n}\n', "a{} b c{} d e f g{}"],
  ["labels without quotes", "a b c {\n}\n", "a b c{}"],
  ["a label with escapes", 'a "b\\"c" {}\n', 'a b"c{}'],
  ["blocks in blocks", "a {\n b {\n  c = 1\n }\n d = 2\n}\n", "a{b{c=1} d=2}"],
  ["blocks in one line", "a {}\nb { c = 1 }\nd { e = [\n1] }", "a{} b{c=1} d{e=[1]}"],
  ["a comment behind a brace", "a { # b\n c = 1\n} # d\n", "a{c=1}"],
  ["line breaks of Windows", "a {\r\n b = 1\r\n\r\n c = 2\r\n}\r\n", "a{b=1 c=2}"],
  ["a heredoc, and what follows", "a = <<EOT\n b }\nEOT\nc = 1\n", "a=` b }\n` c=1"],
  ["a heredoc in brackets", "a = f(<<-EOT\n  b\n  EOT\n, c)\n", "a=f(`b\n` c)"],
  ["names with dashes and of other scripts", "größe-1 = 1\n", "größe-1=1"],
  ["comparisons are no arguments", "a = b == c\n", "a=(== b c)"],
  ["words of expressions as names", "for = 1\nnull = 2\n", "for=1 null=2"],
];

test.each(FILES)("%s", (_, text, tree) => {
  const { file } = parsed(text);
  expect(file.problems).toEqual([]);
  expect(shown(file.body)).toBe(tree);
});

describe("what is broken is told where it is, and what follows is read", () => {
  const NEXT = 'next "block" {\n a = 1\n}\n';
  const cases: readonly (readonly [text: string, message: string, line: number, column: number])[] = [
    ["a = \n", "expected a value", 1, 5],
    ["a = 1 2\n", "expected the end of the line", 1, 7],
    ["a 1\n", 'expected "=" and a value, or "{"', 1, 3],
    ['a "b" = 1\n', 'expected a label or "{"', 1, 7],
    ['a "${b}" {\n}\n', "a label that is a template", 1, 3],
    ["= 1\n", "expected a name", 1, 1],
    ["}\n", "expected a name", 1, 1],
    ["a {\n  b = 1\n  c = [1,\n}\n", "expected a value", 4, 1],
    ["a {\n  b = 1 }\n", "expected the end of the line", 2, 9],
    ["a { b = 1\n}\n", "a block in one line has one argument", 1, 10],
    ["a { b = 1, c = 2 }\n", "a block in one line has one argument", 1, 10],
    ["a { b {} }\n", "a block in one line has one argument", 1, 7],
    ["a {} b {}\n", "expected the end of the line", 1, 6],
    ["a {\n  b = 1\n  b = 2\n}\n", "a second argument b", 3, 3],
    ['a {\n  b = "c\n}\n', "a string that is not closed", 2, 9],
    ["a {\n  b = (1\n}\n", 'expected ")"', 3, 1],
    ["a = b ?\n c : d\n", "expected a value", 1, 8],
  ];
  test.each(cases)("%j: %s", (text, message, line, column) => {
    const { file } = parsed(`${text}${NEXT}`);
    expect(file.problems).toMatchObject([{ message: expect.stringContaining(message), line, column }]);
    expect(shown(file.body)).toContain("next block{a=1}");
  });

  test("a block that is not closed, where it begins", () => {
    expect(parsed(`a {\n b = 1\n${NEXT}`).file.problems).toMatchObject([{ line: 1, column: 1 }]);
    const { file } = parsed(`a {\n b = 1\n${NEXT}c {\n`);
    expect(file.problems).toMatchObject([
      { message: expect.stringContaining("a block that is not closed"), line: 6, column: 1 },
    ]);
    expect(shown(file.body)).toBe("next block{a=1}");
  });

  test("a comment and a heredoc that are not closed", () => {
    expect(parsed("a = 1\n/* b\n").file.problems).toMatchObject([{ line: 2, column: 1 }]);
    expect(parsed(`a = <<EOT\n b\n${NEXT}`).file).toMatchObject({
      problems: [{ message: expect.stringContaining("a heredoc that is not closed") }],
    });
  });

  test("blocks in blocks without end", () => {
    const { file } = parsed("a {\n".repeat(100_000));
    expect(file.problems[0]?.message).toContain("nested more than");
    expect(file.problems.length).toBeLessThan(100);
  });
});

const TEXT = ["# one", 'a "b" { /* two */', '  c = "d\\"e" // three', "}"].join("\n");

describe("a document of HCL", () => {
  const document = parsed(TEXT);
  const block = TEXT.indexOf('a "b"');
  const argument = TEXT.indexOf("c =");
  const at = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

  test("finds blocks and arguments, and what they are known by", () => {
    expect(at(document.locate([block]))).toBe(TEXT.slice(block));
    expect(at(document.locate([block], "key"))).toBe('a "b"');
    expect(at(document.locate([argument]))).toBe('"d\\"e"');
    expect(at(document.locate([argument], "key"))).toBe("c");
    expect(at(document.locate([]))).toBe(TEXT);
  });

  test("finds characters, sequences that stand for one as a whole", () => {
    const start = TEXT.indexOf("d\\");
    expect(at(document.locate([argument], { start, end: start + 1 }))).toBe("d");
    expect(at(document.locate([argument], { start, end: start + 2 }))).toBe('d\\"');
    expect(at(document.locate([argument], { start: start + 1, end: start + 2 }))).toBe('\\"');
    expect(at(document.locate([argument], { start, end: start + 4 }))).toBe('d\\"e');
  });

  test("has comments of three kinds, each once, without their marks", () => {
    expect(document.comments().map(({ text, range }) => [text, at(range)])).toEqual([
      ["one", "# one"],
      ["two", "/* two */"],
      ["three", "// three"],
    ]);
  });

  test("is what files of Terraform and OpenTofu are read into", () => {
    for (const path of ["x.tf", "x.tofu"]) {
      const [found] = parse(source(path, "{")).documents;
      expect(found && isHcl(found) && found.file.problems).toHaveLength(1);
    }
    const [other] = parse(source("x.tf.json", "{}")).documents;
    expect(other && isHcl(other)).toBe(false);
  });
});
