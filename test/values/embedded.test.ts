import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/text/json.ts";
import { source } from "../../src/text/source.ts";
import { parsed } from "../../src/values/embedded.ts";
import { hole } from "../../src/values/hole.ts";
import { concat, text } from "../../src/values/text.ts";
import type { Origin, Value } from "../../src/values/value.ts";
import { HERE, made } from "./making.ts";
import { type Shown, shown } from "./shown.ts";

function embedded(value: Value): Value {
  if (value.kind !== "text") throw new Error("no text");
  return parsed(value);
}

function supplied(characters: string): Value {
  return text({ text: characters, from: { name: "P", by: "default" } }, HERE);
}

describe("a text of JSON", () => {
  const cases: [string, Value, Shown][] = [
    ["of known characters", made('{"a": [1, true, "b"]}'), { a: ["1", "true", "b"] }],
    ["with a hole in a string", made('{"a": "arn:<P>:root"}'), { a: "arn:<P>:root" }],
    ["with one hole as a string", made('{"a": "<P>"}'), { a: "<P>" }],
    ["with a hole behind an escaped quote", made('{"a": "\\"<P>"}'), { a: '"<P>' }],
    ["with a hole for a value", made('{"a": <P>}'), { a: "?parameter P" }],
    ["with a hole for an element", made('{"a": ["b", <P>]}'), { a: ["b", "?parameter P"] }],
    ["with a hole for the rest of an object", made('{"a": "b", <P>}'), "?parameter P"],
    ["with a hole in a key", made('{"a": {"<P>:sub": "b"}}'), { a: "?parameter P" }],
    ["that is one hole", made("<P>"), "?parameter P"],
    ["that is none", made("{'a': 1}"), "?malformed broken JSON"],
    ["that is YAML", made("a: 1"), "?malformed broken JSON"],
    ["that is no object", made("[1]"), "?malformed broken JSON"],
    ["that ends too soon", made('{"a": '), "?malformed broken JSON"],
    [
      "with supplied characters in a string",
      concat([made('{"a": "x:'), supplied("b"), made('"}')], HERE),
      { a: "x:[b|default P]" },
    ],
    [
      "with supplied characters for a value",
      concat([made('{"a": '), supplied('["b"]'), made("}")], HERE),
      { a: ["b"] },
    ],
    [
      "with supplied characters that end a string",
      concat([made('{"a": "'), supplied('b", "c": "d'), made('"}')], HERE),
      { a: "b", c: "d" },
    ],
    ["with characters that we use ourselves", made('{"a": "\ue0000\ue000<P>"}'), { a: "\ufffd0\ufffd<P>" }],
    ["with such characters escaped", made('{"a": "\\ue0007\\ue000"}'), { a: "" }],
  ];
  test.each(cases)("%s", (_, value, expected) => {
    expect(shown(embedded(value))).toEqual(expected);
  });

  test("ends where it is too deep to be walked", () => {
    let value: Value | undefined = embedded(made(`${'{"a":'.repeat(900)}1${"}".repeat(900)}`));
    while (value?.kind === "map") value = value.entries.get("a")?.value;
    expect(value).toMatchObject({ kind: "unknown", why: { reason: "budget" } });
  });

  test("has no place where a parameter's value is written", () => {
    const outer = parseJson(source("outer.json", JSON.stringify({ policy: '{"a": <P>}', default: '["b"]' })));
    const origin: Origin = { document: outer, path: ["policy"] };
    const start = text({ text: '{"a": ', origin: { ...origin, what: { start: 0, end: 6 } } }, origin);
    const place: Origin = { document: outer, path: ["default"] };
    const list = text({ text: '["b"]', from: { name: "P", by: "default" }, origin: place }, origin);
    const value = embedded(concat([start, list, text({ text: "}" }, origin)], origin));
    const inner = value.kind === "map" ? value.entries.get("a")?.value.origin : undefined;
    const range = inner?.document.locate(inner.path);
    expect(range?.end).toBeLessThan(outer.locate(["default"], "key").start);
  });

  test("has its places in the outer text", () => {
    const outer = parseJson(source("outer.json", JSON.stringify({ policy: '{"a": "b<P>cd"}' })));
    const origin: Origin = { document: outer, path: ["policy"] };
    const written = '{"a": "b<P>cd"}';
    const piece = (start: number, end: number): Value =>
      text({ text: written.slice(start, end), origin: { ...origin, what: { start, end } } }, origin);
    const open: Value = {
      kind: "text",
      parts: [{ hole: hole("P", "parameter", "parameter P") }],
      type: "string",
      origin,
    };
    const start = written.indexOf("<P>");
    const value = embedded(concat([piece(0, start), open, piece(start + 3, written.length)], origin));
    const inner = value.kind === "map" ? value.entries.get("a")?.value : undefined;
    const last = inner?.kind === "text" ? inner.parts.at(-1) : undefined;
    const place = last !== undefined && "text" in last ? last.origin : undefined;
    const range = place?.document.locate(place.path, place.what);
    expect(range && outer.source.text.slice(range.start, range.end)).toBe("cd");
  });
});
