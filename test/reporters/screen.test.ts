import { describe, expect, test } from "vitest";
import { allVisible, displayWidth, printable, printableJson } from "../../src/reporters/screen.ts";

describe("beside the mark of what is cut, which is quick to look over", () => {
  test.each([
    ["a character that turns the text around", "a… \u202eb", "a… \\u{202e}b", "a… \\u202eb"],
    ["one that nobody sees", "…\u200b", "…\\u{200b}", "…\\u200b"],
    ["one that separates lines", "\u2028…", "\\u{2028}…", "\\u2028…"],
    ["nothing", "cut off…", "cut off…", "cut off…"],
  ])("%s is spelled out", (_, text, spelled, inJson) => {
    expect(printable(text)).toBe(spelled);
    expect(allVisible([text])).toEqual([spelled]);
    expect(printableJson(text)).toBe(`"${inJson}"\n`);
    expect(JSON.parse(printableJson(text))).toBe(text);
  });

  test("a text is as wide as before", () => {
    expect([displayWidth("a…"), displayWidth("日…"), displayWidth("…é")]).toEqual([2, 3, 2]);
  });
});
