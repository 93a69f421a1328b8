// What is told of a policy is told at the places of an equal one where it stands in the document, and it is certain at which of its parts.

import { expect, test } from "vitest";
import { movable } from "../../../src/findings/judging/moved.ts";
import type { UnplacedResult } from "../../../src/findings/judging/tell.ts";
import { parseFile } from "../../../src/text/parse.ts";
import type { Origin } from "../../../src/values/value.ts";
import { type Written, writtenAt } from "../../../src/values/written.ts";

const POLICY = { Statement: [{ Principal: "*" }] };

function written(path: string): Written {
  const [document] = parseFile(path, JSON.stringify({ one: POLICY })).documents;
  if (document === undefined) throw new Error("a document");
  return writtenAt(POLICY, document, ["one"]);
}

const [ONE, OTHER] = [written("one.json"), written("other.json")];

function resultAt(origin: Origin): UnplacedResult {
  const told = { principal: "*", callers: [], conditions: [], verdict: "ok", rules: [] } as const;
  const result = { secret: false, hasWorlds: true, findings: [], unknowns: [], inlineVerdicts: 0 };
  return { ...result, grants: [{ told, origin }], files: [origin.document.source.path] };
}

const moved = (origin: Origin, from: Written = ONE) => movable(resultAt(origin), from)?.(OTHER);

test("a value, and a key", () => {
  const path = ["Statement", 0, "Principal"];
  for (const what of [undefined, "key"] as const) {
    const { grants, files } = moved(ONE.at(path, what)) ?? {};
    expect(grants?.map(({ origin }) => origin)).toEqual([OTHER.at(path, what)]);
    expect(files).toEqual(["other.json"]);
  }
  expect(OTHER.at(path, "key")).toEqual({ ...OTHER.at(path), what: "key" });
});

test("nothing of another document, of another part of it, or within a text", () => {
  const here = ONE.at(["Statement"]);
  expect(moved(OTHER.at(["Statement"]))).toBeUndefined();
  expect(moved({ ...here, path: [] })).toBeUndefined();
  expect(moved({ ...here, path: ["one", "Version"] })).toBeUndefined();
  expect(moved({ ...here, what: { start: 0, end: 1 } })).toBeUndefined();
});

test("nothing that stands where several parts do", () => {
  const here = ONE.at([]);
  expect(moved(here, { json: POLICY, at: () => here })).toBeUndefined();
});
