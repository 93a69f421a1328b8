import { describe, expect, test } from "vitest";
import { jsonText, valueEncodedIn } from "../../src/values/json-text.ts";
import { concat, text } from "../../src/values/text.ts";
import type { Value } from "../../src/values/value.ts";
import { ABSENT, anything, HERE, listed, made, mapped, supplied } from "./making.ts";
import { type Shown, shown } from "./shown.ts";

describe("as JSON text", () => {
  const cases: [string, Value, Shown][] = [
    ["a text", made("a"), '"a"'],
    ["a text with a hole", made("a<P>"), '"a<P>"'],
    ["a text with supplied characters", supplied("a"), '"[a|default P]"'],
    ["a text that needs escapes", made('a"\n'), '"a\\"\\n"'],
    ["supplied characters that need escapes", supplied('"'), '"[\\"|default P]"'],
    ["a number", text({ text: "12" }, HERE, "number"), "12"],
    ["a boolean", text({ text: "true" }, HERE, "boolean"), "true"],
    ["null", text({ text: "" }, HERE, "null"), "null"],
    ["what is absent", ABSENT, "null"],
    ["a hole of any shape", anything("P"), "<P>"],
    ["an empty list", listed(), "[]"],
    ["a list", listed(made("a"), anything("P"), listed()), '["a",<P>,[]]'],
    ["an empty map", mapped({}), "{}"],
    ["a map", mapped({ a: made("b"), 'c"': mapped({ d: ABSENT }) }), '{"a":"b","c\\"":{"d":null}}'],
  ];
  test.each(cases)("%s", (_, value, expected) => {
    expect(shown(jsonText(value, HERE))).toBe(expected);
  });

  test("characters that JSON need not escape are, where that is asked for", () => {
    expect(shown(jsonText(mapped({ "<": listed(made("a>\n")) }), HERE, /[<>]/g))).toBe('{"\\u003c":["a\\u003e\\n"]}');
  });

  test("characters without escapes stand where they stood, others nowhere", () => {
    const origin = { ...HERE, path: ["a"] };
    const value: Value = {
      kind: "text",
      parts: [
        { text: "plain", origin },
        { text: '"', origin },
      ],
      type: "string",
      origin,
    };
    expect(jsonText(value, HERE)).toEqual({
      kind: "text",
      parts: [{ text: '"' }, { text: "plain", origin }, { text: '\\"' }, { text: '"' }],
      type: "string",
      origin: HERE,
    });
  });
});

test("a JSON text remembers what it was made of, a text made of it does not", () => {
  const value = mapped({ a: made("b") });
  const written = jsonText(value, HERE);
  if (written.kind !== "text") throw new Error("no text");
  expect(valueEncodedIn(written)).toBe(value);
  const longer = concat([written, made("")], { ...HERE, path: ["a"] });
  expect(longer.kind === "text" && valueEncodedIn(longer)).toBeUndefined();
});

test("a value too large for a text has none", () => {
  expect(jsonText(listed(made("x".repeat(60_000)), made("x".repeat(60_000))), HERE)).toMatchObject({ kind: "unknown" });
});
