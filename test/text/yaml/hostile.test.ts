// Texts with more mistakes than anybody wants to hear of: the first is told, and the others cost next to nothing.

import { expect, test, vi } from "vitest";
import { Parser } from "yaml";
import { source } from "../../../src/text/source.ts";
import { parseYaml } from "../../../src/text/yaml/parse.ts";

test.each([
  ["quotes", '"\n', { line: 2, column: 5 }],
  ["quotes of values", 'a: "b\n', undefined],
  ["keys without a value", "{ a\n", undefined],
  ["brackets", "]\n", undefined],
])("%s that nothing closes", (_, line, place) => {
  const text = (count: number) => `a: 1\nb: ${line.repeat(count)}`;
  const faultOf = (count: number) => {
    try {
      parseYaml(source("a.yaml", text(count)));
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  };
  const parsed = vi.spyOn(Parser.prototype, "next");
  const few = faultOf(7);
  expect(few).toMatchObject({ line: expect.any(Number), column: expect.any(Number), ...place });
  expect(faultOf(2001)).toMatchObject({ ...(few as object) });
  expect(parsed.mock.calls.length).toBeLessThan(1500);
  parsed.mockRestore();
});

// A pattern that can match each such line in two ways takes twice as long for every line more: seconds for these, and never ends for the head of a usual template.
test("comments of Windows before a document without a mark", () => {
  const text = `${"# a\r\n".repeat(28)}b: c\r\n`;
  const before = process.cpuUsage().user;
  expect(parseYaml(source("a.yaml", text)).documents).toHaveLength(1);
  expect(process.cpuUsage(undefined).user - before).toBeLessThan(500_000);
});
