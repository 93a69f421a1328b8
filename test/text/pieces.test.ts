import { expect, test } from "vitest";
import { piecesOf } from "../../src/text/pieces.ts";

test.each([
  ["", []],
  ["abc", ["ab", "c"]],
  ["abcd", ["ab", "cd"]],
  ["a😀bc", ["a😀", "bc"]],
  ["😀😀a", ["😀", "😀", "a"]],
  ["a\ud83db", ["a\ud83d", "b"]],
])("%j in pieces of two", (text, pieces) => {
  expect([...piecesOf(text, 2)]).toEqual(pieces);
});
