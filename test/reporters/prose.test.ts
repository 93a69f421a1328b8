import { describe, expect, test } from "vitest";
import { markdownForScreen, plain } from "../../src/reporters/prose.ts";
import { displayWidth, painter } from "../../src/reporters/screen.ts";
import { builtinRules } from "../../src/rules/files/builtin.ts";

const ESCAPE = "\u001b";
const page = (width: number, color = false) => ({ width, paint: painter(color) });

describe("prose on a screen", () => {
  test.each([
    ["paragraphs are wrapped, and stay apart", "one two\nthree four\n\nfive", "one two\nthree four\n\nfive", 10],
    ["a word that is wider than the page has its own line", "a abcdefghijklm b", "a\nabcdefghijklm\nb", 5],
    ["marks of code and bold are not shown", "**Do** `this`, now.", "Do this, now.", 80],
    ["code is not broken", "is `a b c` here", "is\na b c\nhere", 6],
    ["what is all signs keeps quotes", 'under `*` or `"*"`', 'under "*" or "*"', 80],
    ["a list hangs", "Either:\n- one two\n- three", "Either:\n  - one\n    two\n  - three", 9],
    ["numbers are kept", "1. one two\n2. three", "  1. one\n     two\n  2. three", 9],
    ["a link shows where it leads", "[here](https://a.example)", "here (https://a.example)", 80],
    ["a heading", "## Head\n\ntext", "Head\n\ntext", 80],
    [
      "code on lines of its own stands as it is",
      "Write:\n```yaml\na: `b`\n\n  c: **d**\n```\nso",
      "Write:\n\n    a: `b`\n\n      c: **d**\n\nso",
      80,
    ],
    ["wide characters take two columns", "日本 日本 日本", "日本 日本\n日本", 10],
  ])("%s", (_, markdown, shown, width) => {
    expect(markdownForScreen(markdown, page(width))).toBe(shown);
  });

  test("colours change nothing but colours", () => {
    const markdown = "**Do not** use `IfExists`, ever, in `a b` or elsewhere.";
    const colored = markdownForScreen(markdown, page(20, true));
    expect(colored).toContain(`${ESCAPE}[`);
    expect(colored.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]+m`, "g"), "")).toBe(markdownForScreen(markdown, page(20)));
  });

  test.each(builtinRules().map(({ id, why, fix }) => [id, `${why}\n\n${fix}`]))(
    "%s: no marks are left, no line is too wide",
    (_, markdown) => {
      for (const line of markdownForScreen(markdown, page(60))
        .split("\n")
        .filter((one) => !one.startsWith("    "))) {
        expect(line).not.toMatch(/`|\*\*/);
        if (line.includes(" ")) expect(displayWidth(line)).toBeLessThanOrEqual(62);
      }
    },
  );

  test("a sentence within another text has no marks", () => {
    expect(plain("Use `StringEquals`,\n  **never** `*`.")).toBe('Use StringEquals, never "*".');
  });
});
