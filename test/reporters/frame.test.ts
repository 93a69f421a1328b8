import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFrame } from "../../src/reporters/text/frame.ts";
import { source } from "../../src/text/source.ts";

/** The frame of the characters between `«` and `»`, as two lines. */
function framed(marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const read = source("a.yaml", marked.replace(/[«»]/g, ""));
  const [from, to] = [read.position(start), read.position(end)];
  const place = { file: "a.yaml", line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  const { line, marks } = codeFrame(place, read) ?? { line: "", marks: "" };
  return `${line}\n${marks}`;
}

const rows: [name: string, marked: string, line: string, marks: string][] = [
  ["plain", "AWS: «root»", "AWS: root", "     ^^^^"],
  ["tabs count four", "\ta\t«root»", "    a    root", "         ^^^^"],
  ["wide characters count two", "日本: «監査» é", "日本: 監査 é", "      ^^^^"],
  ["an emoji counts two", "🚀 «a»", "🚀 a", "   ^"],
  ["a combining mark counts nothing", "e\u0301 «e\u0301x»", "e\u0301 e\u0301x", "  ^^"],
  ["joiners are spelled out", "👩\u200d🚀 «a»", "👩\\u{200d}🚀 a", "             ^"],
  ["escape sequences are spelled out", "\u001b[2J«a»", "\\u{1b}[2Ja", "         ^"],
  ["text that turns around is spelled out", "«\u202ea»", "\\u{202e}a", "^^^^^^^^^"],
  ["a second line", "a: 1\r\nb: «2»\r\n", "b: 2", "   ^"],
  ["several lines: the first to its end", "a: «[1,\n 2]»", "a: [1,", "   ^^^"],
  ["an empty place has one mark", "a: «»", "a:", "   ^"],
  ["blanks at the end are left out", "«a»  ", "a", "^"],
];

test.each(rows)("%s", (_, marked, line, marks) => {
  expect(framed(marked)).toBe(`${line}\n${marks}`);
});

describe("a long line is cut around the place", () => {
  const long = "0123456789".repeat(9);
  const longest = "0123456789".repeat(50);
  const cuts: [name: string, marked: string, line: RegExp, marks: RegExp][] = [
    ["at its start", `«ab»${long}${long}`, /^ab\d{118}…$/, /^\^\^$/],
    ["in the middle", `${long}«ab»${long}`, /^…\d{40}ab\d{78}…$/, /^ {41}\^\^$/],
    ["at its end", `${long}${long}«ab»`, /^…\d{118}ab$/, /^ {119}\^\^$/],
    ["where the place itself is long", `«${longest}»`, /^\d{120}…$/, /^\^{120}$/],
    ["never through a surrogate pair", `${"🚀".repeat(90)}1«ab»`, /^…🚀{59}1ab$/u, /^ {120}\^\^$/],
  ];
  test.each(cuts)("%s", (_, marked, line, marks) => {
    const [shown, under] = framed(marked).split("\n");
    expect(shown).toMatch(line);
    expect(under).toMatch(marks);
  });
});

describe("of a line of more than 200 characters the place is shown and nothing else", () => {
  const secret = "hunter2 ".repeat(50);
  test.each([
    ["at its start", `«ab»${secret}`, "ab…", "^^"],
    ["in the middle", `${secret}«ab»${secret}`, "…ab…", " ^^"],
    ["at its end", `${secret}«ab»`, "…ab", " ^^"],
    ["where it goes on below", `${secret}«ab\n»`, "…ab", " ^^"],
    ["an empty place", `${secret}«»${secret}`, "……", " ^"],
    ["never half a character", `${secret}«🚀»${secret}`, "…🚀…", " ^^"],
  ])("%s", (_, marked, line, marks) => {
    expect(framed(marked)).toBe(`${line}\n${marks}`);
  });
});

describe("what is hidden is not shown", () => {
  const line = "p: hunter2, a: root, q: geheim";
  const place = { file: "a.yaml", line: 1, column: 16, endLine: 1, endColumn: 20 };
  const hide = (text: string, declared: boolean) => {
    return { start: line.indexOf(text), end: line.indexOf(text) + text.length, declared };
  };
  test.each([
    [
      "before and behind the place",
      [hide("hunter2", true), hide("geheim", false)],
      "p: (hidden), a: root, q: (hidden)",
      16,
    ],
    ["the place, where the input calls it secret", [hide("root", true)], "p: hunter2, a: (hidden), q: geheim", 15],
    [
      "but for the place, where only a name says so",
      [hide("a: root", false)],
      "p: hunter2, (hidden)root, q: geheim",
      20,
    ],
    [
      "to the end of the line",
      [{ start: 19, end: Number.POSITIVE_INFINITY, declared: true }],
      "p: hunter2, a: root(hidden)",
      15,
    ],
  ])("%s", (_, hidden, shown, indent) => {
    const { line: seen, marks } = codeFrame(place, source("a.yaml", line), hidden) ?? { line: "", marks: "" };
    expect(seen).toBe(shown);
    expect(marks.search(/\^/)).toBe(indent);
  });
});

test("a line of plain characters is framed as any other line", () => {
  const plain = fc.string({ unit: fc.constantFrom("a", " ", "~", '"'), maxLength: 260 });
  fc.assert(
    fc.property(
      plain,
      fc.nat(270),
      fc.nat(270),
      fc.option(fc.nat(200), { nil: undefined }),
      (line, start, end, width) => {
        const place = { file: "a.yaml", line: 1, column: start + 1, endLine: 1, endColumn: end + 1 };
        // It hides nothing.
        const hidden = [{ start: 0, end: 0, declared: true }];
        const read = source("a.yaml", line);
        expect(codeFrame(place, read, [], width)).toEqual(codeFrame(place, read, hidden, width));
      },
    ),
  );
});

test.each([
  ["a source that cannot be had", undefined],
  ["a line past the end", source("a.yaml", "one line")],
])("no frame of %s", (_, read) => {
  expect(codeFrame({ file: "a.yaml", line: 9, column: 1, endLine: 9, endColumn: 2 }, read)).toBeUndefined();
});
