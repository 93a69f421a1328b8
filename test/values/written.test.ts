// What is written is told of values in which nothing is decided elsewhere.

import { expect, test } from "vitest";
import type { Json } from "../../src/text/document.ts";
import { parseJson } from "../../src/text/json/parse.ts";
import { source } from "../../src/text/source.ts";
import { text } from "../../src/values/text.ts";
import type { Value } from "../../src/values/value.ts";
import { writtenValue } from "../../src/values/written.ts";
import { ABSENT, anything, HERE, listed, made, mapped, supplied } from "./making.ts";

const within = (value: Value): Value => mapped({ a: listed(made("b"), value) });

test("texts, lists and maps are JSON", () => {
  expect(writtenValue(within(made("c")))?.json).toEqual({ a: ["b", "c"] });
  expect(writtenValue(mapped({}))?.json).toEqual({});
});

test("a name that JavaScript knows is one like any other", () => {
  const json = writtenValue(mapped({ ["__proto__"]: made("a") }))?.json;
  expect(JSON.stringify(json)).toBe('{"__proto__":"a"}');
});

const OTHERS: readonly (readonly [string, Value])[] = [
  ["a hole", made("a<P>")],
  ["what a parameter supplies", supplied("a")],
  ["a number", text({ text: "1" }, HERE, "number")],
  ["a truth value", text({ text: "true" }, HERE, "boolean")],
  ["null", text({ text: "" }, HERE, "null")],
  ["what is spelled otherwise", text({ text: "12", spelled: "012" }, HERE)],
  ["what is not known", anything("P")],
  ["nothing", ABSENT],
  ["a set", { kind: "list", items: [made("a")], origin: HERE, order: "set" }],
  ["a list in an order that nobody knows", { kind: "list", items: [made("a")], origin: HERE, order: "unknown" }],
];

test.each(OTHERS)("%s is not", (_, value) => {
  expect(writtenValue(within(value))).toBeUndefined();
});

test("a text in which a key stands twice is not", () => {
  expect(writtenValue(text({ text: '{"a": {"b": "1", "c": "2"}}' }, HERE))?.json).toEqual({ a: { b: "1", c: "2" } });
  expect(writtenValue(text({ text: '{"a": {"b": "1", "b": "2"}}' }, HERE))).toBeUndefined();
});

test("a text is the object that it holds, and each part stands where it is written", () => {
  const json: Json = { Statement: [{ Effect: "Allow", Principal: { AWS: ["a", "b"] } }] };
  const outer = JSON.stringify({ policy: JSON.stringify(json) });
  const document = parseJson(source("made.json", outer));
  const path = ["policy"];
  const written = writtenValue(text({ text: JSON.stringify(json), origin: { document, path } }, { document, path }));
  expect(written?.json).toEqual(json);
  const standing = (...inside: (string | number)[]) => {
    const origin = written?.at(inside);
    const range = origin?.document.locate(origin.path, origin.what);
    return range && outer.slice(range.start, range.end);
  };
  expect(standing("Statement", 0, "Principal", "AWS", 1)).toBe('\\"b\\"');
  expect(standing("Statement", 0, "Effect")).toBe('\\"Allow\\"');
  expect(writtenValue(text({ text: "no object", origin: { document, path } }, { document, path }))).toBeUndefined();
});
