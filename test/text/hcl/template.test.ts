import { describe, expect, test } from "vitest";
import { parseExpression, parseTemplate } from "../../../src/text/hcl/parse.ts";
import { Problem } from "../../../src/text/problem.ts";
import { source } from "../../../src/text/source.ts";
import { nodesOf, written } from "./written.ts";

/** HCL Native Syntax Specification, https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, "Templates": text, tree. */
const WHOLE: readonly (readonly [what: string, text: string, tree: string])[] = [
  ["characters", "a b\nc", "a b\nc"],
  ["nothing", "", ""],
  ["an interpolation", "a ${b.c} d", "a ${(. b c)} d"],
  ["interpolations side by side", "${a}${b}", "${a}${b}"],
  ["a backslash is a character outside quotes", 'a\\n"', 'a\\n"'],
  ["an escaped interpolation", "$${a} %%{b}", "${a} %{b}"],
  ["signs that begin nothing", "$a %b 5% $", "$a %b 5% $"],
  ["quotes inside", '${f("a ${b}")}', "${f(`a ${b}`)}"],
  ["braces inside", '${{ a = "}" }}', "${{`a`=`}`}}"],
  ["an if", "%{ if a }b%{ endif }", "%{if a}b%{else}%{end}"],
  ["an if with else", "%{ if a == 1 }b%{ else }c%{ endif }", "%{if (== a 1)}b%{else}c%{end}"],
  ["a for", "%{ for x in y }${x},%{ endfor }", "%{for x in y}${x},%{end}"],
  ["a for with keys", "%{ for k, x in y }${k}%{ endfor }", "%{for k x in y}${k}%{end}"],
  [
    "directives in directives",
    "%{if a}%{for x in y}%{if b}1%{endif}%{endfor}%{endif}",
    "%{if a}%{for x in y}%{if b}1%{else}%{end}%{end}%{else}%{end}",
  ],
  ["trim markers around an interpolation", "a \n ${~ b ~} \n c", "a${b}c"],
  ["trim markers around directives", "a\n%{~ if b ~}\nc\n%{~ endif ~}\nd", "a%{if b}c%{else}%{end}d"],
  ["a trim marker stops at what is no blank", "${a ~} b ${c}", "${a}b ${c}"],
];

test.each(WHOLE)("a whole text: %s", (_, text, tree) => {
  expect(written(parseTemplate(source("x", text)))).toBe(`\`${tree}\``);
});

const EXPRESSIONS: readonly (readonly [what: string, text: string, tree: string])[] = [
  ["escapes in quotes", '"a\\"\\\\\\n\\t\\r\\u00e9\\U0001F600"', 'a"\\\n\t\ré😀'],
  ["escaped interpolations in quotes", '"$${a}%%{b}"', "${a}%{b}"],
  ["a directive in quotes", '"%{ if a }b%{ endif }"', "%{if a}b%{else}%{end}"],
  ["a heredoc", "<<EOT\na\n  ${b}\nEOT\n", "a\n  ${b}\n"],
  ["a heredoc of nothing", "<<EOT\nEOT", ""],
  ["a heredoc knows no escapes", '<<EOT\n\\n"\nEOT', '\\n"\n'],
  ["a heredoc's mark within a line ends nothing", "<<EOT\nEOT a\na EOT\nEOT", "EOT a\na EOT\n"],
  ["a heredoc's mark may be indented", "<<EOT\na\n  EOT", "a\n"],
  ["a heredoc with line breaks of Windows", "<<EOT\r\na\r\nEOT\r\n", "a\r\n"],
  ["an indented heredoc", "<<-EOT\n    a\n      b\n    EOT", "a\n  b\n"],
  ["an indented heredoc with an empty line", "<<-EOT\n  a\n\n  b\n  EOT", "a\n\nb\n"],
  // As Terraform 1.11 prints them.
  ["blank lines of an indented heredoc keep their blanks", "<<-EOT\n  a\n\t\n  b\n  EOT", "a\n\t\nb\n"],
  ["the least indentation counts, of values too", "<<-EOT\n    ${a}\n   b\n  EOT", " ${a}\nb\n"],
  ["tabs and blanks are one each", "<<-EOT\n  a\n\tb\n  EOT", " a\nb\n"],
  ["a trim marker in a heredoc ends with its line", "<<EOT\na\n  ${~ b ~}\n\n  c\nEOT", "a\n${b}\n  c\n"],
  ["trimmed blanks are no indentation", "<<-EOT\n  a\n    ${~ b ~}\n    c\n  EOT", "  a\n${b}    c\n"],
  [
    "directives on lines of their own",
    "<<-EOT\n  %{ for x in y }\n  - ${x}\n  %{ endfor }\n  EOT",
    "%{for x in y}\n- ${x}\n%{end}\n",
  ],
  [
    "directives that trim keep the indentation of what is between",
    "<<-EOT\n  %{~ for x in y ~}\n  - ${x}\n  %{~ endfor ~}\n  z\n  EOT",
    "%{for x in y}  - ${x}\n%{end}  z\n",
  ],
  ["escapes are part of their line", "<<-EOT\n    $${a}\n  %%{b}\n  EOT", "  ${a}\n%{b}\n"],
  ["an indented heredoc that begins with a value", "<<-EOT\n  ${a}\n    b\n  EOT", "${a}\n  b\n"],
];

test.each(EXPRESSIONS)("a template in an expression: %s", (_, text, tree) => {
  expect(written(parseExpression(source("x", text)))).toBe(`\`${tree}\``);
});

test("every expression in a template stands where it is written", () => {
  const text = 'a ${b.c} %{ if d == "e" }${[for x in y : x ]}%{ endif } ${ f( g ) }';
  const found = nodesOf(parseTemplate(source("x", text))).slice(1);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    "b.c",
    "b",
    'd == "e"',
    "d",
    '"e"',
    "[for x in y : x ]",
    "y",
    "x",
    "f( g )",
    "g",
  ]);
});

test("characters know their places beside escapes, trimmed blanks and removed indentation", () => {
  const texts = ['"a\\n b"', '"  ${x ~}  c"', "<<-EOT\n    a\n      b\n    EOT"];
  const places = texts.map((text) => {
    const tree = parseExpression(source("x", text));
    return tree.kind === "template" ? tree.parts.map(({ start, end }) => text.slice(start, end)) : [];
  });
  expect(places).toEqual([
    ["a", "\\n", " b"],
    ["  ", "${x ~}", "c"],
    ["a\n", "  b\n"],
  ]);
});

describe("what is no template is told where it ceases to be one", () => {
  const cases: readonly (readonly [text: string, message: string, line: number, column: number])[] = [
    ["a ${b", 'expected "}"', 1, 6],
    ["a\n${b c}", 'expected "}"', 2, 5],
    ["${}", "expected a value", 1, 3],
    ["%{ iff a }", "expected a directive", 1, 4],
    ["%{ if a }b", "an if without endif", 1, 11],
    ["%{ if a }b%{ endfor }", "an if without endif", 1, 22],
    ["%{ for a in b }c", "a for without endfor", 1, 17],
    ["%{ endif }", '"endif" without its beginning', 1, 11],
    ['${"a}', "a string that is not closed", 1, 6],
    ["${<<EOT\na}", "a heredoc that is not closed", 2, 3],
  ];
  test.each(cases)("%j: %s", (text, message, line, column) => {
    let problem: unknown;
    try {
      parseTemplate(source("x", text));
    } catch (thrown) {
      problem = thrown;
    }
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ message: expect.stringContaining(message), line, column });
  });

  test("directives are not nested without end", () => {
    expect(() => parseTemplate(source("x", "%{if a}".repeat(100_000)))).toThrow(Problem);
  });
});
