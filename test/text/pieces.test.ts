import { expect, test } from "vitest";
import { gathered, piecesOf } from "../../src/text/pieces.ts";

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

test.each([
  [[], []],
  [["", ""], []],
  [["a"], ["a"]],
  [
    ["a", "bc", "d", "efgh", "i"],
    ["abc", "defgh", "i"],
  ],
])("%j in pieces of three at least", (pieces, longer) => {
  expect([...gathered(pieces, 3)]).toEqual(longer);
});
