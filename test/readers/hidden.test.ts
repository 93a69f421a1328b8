// Which lines of an input are not shown: wherever a name says so, however it is spelled.

import { expect, test } from "vitest";
import { hiddenIn } from "../../src/readers/hidden.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";

function hiddenLines(path: string, text: string): readonly number[] {
  return [...hiddenIn(parse(source(path, text)).documents).keys()];
}

test.each([
  ["a name", "a:\n  DbPassword: hunter2\n", [2]],
  ["a name with a blank", 'a:\n  "api key": hunter2\n', [2]],
  ["a name with a sign", "a:\n  PRIVATE-KEY: hunter2\n", [2]],
  ["a name that escapes spell", 'a:\n  "pass\\u0077ord": hunter2\n', [2]],
  ["a name over two lines", '? "api\n  key"\n: hunter2\n', [3]],
  ["a mark", "Parameters:\n  P:\n    NoEcho: true\n    Default: hunter2\n", [4]],
  ["a mark that escapes spell", '{"P": {"No\\u0045cho": true,\n"Default": "hunter2"}}', [2]],
  ["a list", "a:\n  - token: [x,\n      y]\n", [2, 3]],
  ["values that were given", "scopes:\n  - parameters:\n      P: hunter2\n", [3]],
  ["parameters of something else", "a:\n  - parameters:\n      P: x\n", []],
  ["a map, which is no secret", "a:\n  Secret:\n    Type: x\n", []],
  ["nothing", "a:\n  b: c\n", []],
])("%s", (_, text, lines) => {
  expect(hiddenLines(text.startsWith("{") ? "t.json" : "t.yaml", text)).toEqual(lines);
});
