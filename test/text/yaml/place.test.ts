import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify, type ToStringOptions } from "yaml";
import type { Document, Json, Path } from "../../../src/text/document.ts";
import { Problem } from "../../../src/text/problem.ts";
import { type Range, source } from "../../../src/text/source.ts";
import { parseYaml } from "../../../src/text/yaml/parse.ts";

function parse(text: string): Document {
  const [document] = parseYaml(source("template.yaml", text)).documents;
  if (document === undefined) throw new Error("no document");
  return document;
}

function slice(document: Document, path: Path, what?: "value" | "key" | Range): string {
  const { start, end } = document.locate(path, what);
  return document.source.text.slice(start, end);
}

const TEMPLATE = `Resources:
  Role: # the role
    Properties:
      Name: !Sub "x-$A"   # comment
      Arn: !GetAtt Role.Arn.More
      Plain: one
        two
      Text: |

        first
         second

      Folded: !Sub >-
        {
          "a": 1
        }
      List: !If
        - C
        - {Key : 'it''s', n: ~}
        - !Ref X
      Empty:
      Alias: *a
      <<: *b
# end
`;

describe("the place of", () => {
  const document = parse(TEMPLATE.replace("Resources:", "A: &a\n  k: v\nB: &b\n  merged: !Ref M\nResources:"));
  const properties = ["Resources", "Role", "Properties"];
  const rows: [string, Path, "value" | "key" | Range | undefined, string][] = [
    ["a key", ["Resources", "Role"], "key", "Role"],
    ["a quoted scalar below its tag, quotes included", ["Name", "Fn::Sub"], "value", '"x-$A"'],
    ["a tagged value, tag included", ["Name"], "value", '!Sub "x-$A"'],
    ["a tag", ["Name", "Fn::Sub"], "key", "!Sub"],
    ["characters below a tag", ["Name", "Fn::Sub"], { start: 2, end: 4 }, "$A"],
    ["characters of a tagged value", ["Name"], { start: 0, end: 1 }, "x"],
    ["a resource in GetAtt", ["Arn", "Fn::GetAtt", 0], "value", "Role"],
    ["an attribute in GetAtt", ["Arn", "Fn::GetAtt", 1], "value", "Arn.More"],
    ["characters of an attribute in GetAtt", ["Arn", "Fn::GetAtt", 1], { start: 4, end: 6 }, "Mo"],
    ["a plain scalar on two lines", ["Plain"], "value", "one\n        two"],
    ["characters of both lines", ["Plain"], { start: 2, end: 5 }, "e\n        t"],
    ["a literal block's content", ["Text"], "value", "first\n         second"],
    ["characters of its second line", ["Text"], { start: 7, end: 11 }, " sec"],
    ["a folded block's content", ["Folded", "Fn::Sub"], "value", '{\n          "a": 1\n        }'],
    ["characters of a folded block", ["Folded", "Fn::Sub"], { start: 4, end: 7 }, '"a"'],
    ["a list below its tag", ["List", "Fn::If"], "value", "- C\n        - {Key : 'it''s', n: ~}\n        - !Ref X"],
    ["a list's item", ["List", "Fn::If", 0], "value", "C"],
    ["a key in braces", ["List", "Fn::If", 1, "Key"], "key", "Key"],
    ["a map in braces", ["List", "Fn::If", 1], "value", "{Key : 'it''s', n: ~}"],
    ["characters with a doubled quote", ["List", "Fn::If", 1, "Key"], { start: 1, end: 3 }, "t''"],
    ["no characters", ["List", "Fn::If", 1, "Key"], { start: 1, end: 1 }, ""],
    ["a value that is not written", ["Empty"], "value", ""],
    ["an alias", ["Alias"], "value", "*a"],
    ["what is behind an alias", ["Alias", "k"], "value", "v"],
    ["what was merged", ["merged"], "key", "merged"],
    ["the value of what was merged", ["merged", "Ref"], "value", "M"],
    ["a path that goes on after a scalar", ["Plain", "x", 0], "value", "one\n        two"],
    ["a key that is not there", ["List", "Fn::If", 1, "nowhere"], "key", "{Key : 'it''s', n: ~}"],
    ["another function than the tag", ["Name", "Fn::Join"], "value", '!Sub "x-$A"'],
    ["an item past the end", ["List", "Fn::If", 9], "value", "- C\n        - {Key : 'it''s', n: ~}\n        - !Ref X"],
  ];
  test.each(rows)("%s", (_, path, what, text) => {
    expect(slice(document, path[0] === "Resources" ? path : [...properties, ...path], what)).toBe(text);
  });

  test("an indented map, without the blanks and comments after it", () => {
    expect(slice(document, ["A"])).toBe("k: v");
    expect(slice(document, [])).toBe(document.source.text.replace(/\n# end\n$/, ""));
  });

  test("a tag that stands after tags of every kind", () => {
    const document = parse("[! a, ! {b: !!str}, !!seq [c], !<!Ref> d, &x !Foo , ? !!str e : !Bar f, !Sub g]");
    expect(slice(document, [3, "Ref"], "key")).toBe("!<!Ref>");
    expect(slice(document, [6, "Fn::Sub"], "key")).toBe("!Sub");
  });

  test("an empty block scalar is its header", () => {
    expect(slice(parse("a: |+ # nothing\n\nb: 1\n"), ["a"])).toBe("|+ # nothing");
  });
});

/** Pieces of which scalars are built that fold, escape, indent and quote in every way. */
const PIECES =
  "a|b| |  |\n|\n\n|\r\n|\r|\n  |\n\n   |\t|'|''|\\n|\\u0041|\\U0001F600|\\\n|\\\r\n|\\ |\\\"|é|😀|\u00a0|:|#|-".split(
    "|",
  );
const STYLES: Readonly<Record<string, (content: string) => string>> = {
  plain: (content) => `k: z${content}\n`,
  "single-quoted": (content) => `k: '${content}'\n`,
  "double-quoted": (content) => `k: "${content}"\n`,
  literal: (content) => `k: |\n${indented(content)}\n`,
  "literal, trailing lines kept": (content) => `k: |2+\n${indented(content)}\n \n`,
  folded: (content) => `k: >\n${indented(content)}\n`,
  "folded, stripped": (content) => `k: >1-\n${indented(content)}\n\n`,
};

function indented(content: string): string {
  return content.replace(/^|\n/g, "$&  ");
}

/** How the located source may spell a character; blanks at the edge of a block scalar have no place of their own. */
function spells(spelling: string, character: string): boolean {
  if (spelling === character || (character === "'" && spelling === "''") || /^\\./s.test(spelling)) return true;
  return /[ \t\n]/.test(character) && /^(\r\n|\r|\n)?$/.test(spelling);
}

describe("each character of a scalar is found where it is spelled", () => {
  test.each(Object.entries(STYLES))("%s", (_, write) => {
    const contents = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(contents, (content) => {
        const document = parseOrSkip(write(content));
        const { k } = document.value as { k: Json };
        fc.pre(typeof k === "string");
        let last = { start: 0, end: 0 };
        for (const [at, character] of k.split("").entries()) {
          const range = document.locate(["k"], { start: at, end: at + 1 });
          const spelling = document.source.text.slice(range.start, range.end);
          expect(spells(spelling, character), `${JSON.stringify(character)} as ${JSON.stringify(spelling)}`).toBe(true);
          const shared = range.start === last.start && (spelling.startsWith("\\") || character.trim() === "");
          expect(shared || range.start >= last.end).toBe(true);
          last = range;
        }
      }),
      { numRuns: 200 },
    );
  });
});

function parseOrSkip(text: string): Document {
  try {
    const document = parse(text);
    fc.pre(Object.keys(document.value as object).join() === "k");
    return document;
  } catch (thrown) {
    if (thrown instanceof Problem) fc.pre(false);
    throw thrown;
  }
}

function* paths(value: Json, path: Path = []): Generator<[Path, Json]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* paths(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** No fractions, and no integers past 2^53: JSON and YAML 1.1 write them differently. */
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }),
  ),
}));

describe("the text at the place of a value, read again, is the value", () => {
  const layouts: [string, ToStringOptions][] = [
    ["braces", { collectionStyle: "flow" }],
    ["indented, plain", { blockQuote: false }],
    ["indented, double quotes", { blockQuote: false, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }],
    ["indented, single quotes", { blockQuote: false, singleQuote: true, lineWidth: 10 }],
  ];
  test.each(layouts)("%s", (_, layout) => {
    fc.assert(
      fc.property(anyValue, (json) => {
        const document = parse(stringify(json, { version: "1.1", aliasDuplicateObjects: false, ...layout }));
        expect(JSON.stringify(document.value)).toBe(JSON.stringify(json));
        for (const [path, value] of paths(document.value)) {
          const { column } = document.source.position(document.locate(path).start);
          const again = parse(" ".repeat(column - 1) + slice(document, path));
          expect(JSON.stringify(again.value)).toBe(JSON.stringify(value));
        }
      }),
    );
  });
});
