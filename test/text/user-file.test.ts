import { expect, test } from "vitest";
import { Problem } from "../../src/text/problem.ts";
import { parseUserFile } from "../../src/text/user-file.ts";

test("reads YAML 1.2, not what CloudFormation makes of it", () => {
  const document = parseUserFile("a.yaml", "a: off\nb: 0123\nc: '12'\n");
  expect(document?.value).toEqual({ a: "off", b: 123, c: "12" });
  expect(document?.spelling(["b"])).toBe("0123");
});

test.each(["", "# a comment\n", "---\n"])("%j is empty", (text) => {
  expect(parseUserFile("a.yaml", text)).toBeUndefined();
});

test.each([
  ["a: 1\nb:\n  c: 1\n  c: 2\n", "a duplicate key in one map", 4, 3],
  ["a: 1\n---\nb: 2\n", "a second document in one file", 3, 1],
  [`a: 1\n${"# b\n".repeat(300_000)}`, "more than 1 MB of YAML", 1, 1],
  ["a: [1,\n", "a bracket is not closed before the indentation decreases", 2, 1],
])("%.20j is refused", (text, message, line, column) => {
  expect(() => parseUserFile("a.yaml", text)).toThrow(expect.objectContaining({ message, line, column }));
  expect(() => parseUserFile("a.yaml", text)).toThrow(Problem);
});

test("a file that is too long is not taken for a template", () => {
  const long = () => parseUserFile("a.yaml", "#".repeat(2 ** 20 + 1));
  expect(long).toThrow(expect.objectContaining({ help: expect.not.stringContaining("CloudFormation") }));
});
