import { describe, expect, test } from "vitest";
import { source } from "../../src/text/source.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: readonly [number, number]) =>
  Uint8Array.from(
    ["\uFEFF", ...text.split("")].flatMap((unit) => order.map((shift) => (unit.charCodeAt(0) >> shift) & 0xff)),
  );

describe("decodes", () => {
  const encodings: [string, string | Uint8Array][] = [
    ["a string", "é: 😀"],
    ["a string with a byte order mark", "\uFEFFé: 😀"],
    ["UTF-8", utf8("é: 😀")],
    ["UTF-8 with a byte order mark", utf8("\uFEFFé: 😀")],
    ["UTF-16, low byte first", utf16("é: 😀", [0, 8])],
    ["UTF-16, high byte first", utf16("é: 😀", [8, 0])],
  ];
  test.each(encodings)("%s", (_, content) => {
    expect(source("a.yaml", content).text).toBe("é: 😀");
  });
});

test("LF, CRLF and a lone CR end lines", () => {
  const { position, line } = source("a.yaml", "one\ntwo\r\nthree\rfour\n");
  const breaks = source("a.yaml", "\r\r\n\n\ra\n\r\rb\r");
  expect([...Array(9).keys()].map((index) => breaks.line(index + 1))).toEqual(["", "", "", "", "a", "", "", "b", ""]);
  expect([1, 2, 3, 4, 5, 6, 0].map(line)).toEqual(["one", "two", "three", "four", "", undefined, undefined]);
  expect(position(0)).toEqual({ line: 1, column: 1 });
  expect(position(3)).toEqual({ line: 1, column: 4 });
  expect(position(4)).toEqual({ line: 2, column: 1 });
  expect(position(9)).toEqual({ line: 3, column: 1 });
  expect(position(18)).toEqual({ line: 4, column: 4 });
  expect(position(20)).toEqual({ line: 5, column: 1 });
});

test("columns are UTF-16 code units", () => {
  expect(source("a.yaml", "😀é!").position(3)).toEqual({ line: 1, column: 4 });
});

test("a NUL character is refused where it stands", () => {
  const refused = () => source("a.yaml", utf8("a: 1\nb: \0"));
  expect(refused).toThrow(expect.objectContaining({ name: "Problem", line: 2, column: 4 }));
  expect(refused).toThrow("NUL");
});

test("UTF-16 without a byte order mark is refused and told how to be saved", () => {
  expect(() => source("a.yaml", utf16("a: 1", [0, 8]).slice(2))).toThrow(
    expect.objectContaining({ help: expect.stringContaining("UTF-8") }),
  );
});
