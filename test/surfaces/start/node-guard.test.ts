import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refusalOf } from "../../../src/surfaces/start/node-guard.ts";

test.each([
  ["18.20.4", "18.20"],
  ["20.18.3", "20.18"],
  ["12.22.12", "12.22"],
  ["0.10.48", "0.10"],
])("Node %s is told to be too old", (version, shown) => {
  expect(refusalOf(version)).toMatch(
    new RegExp(`^error: Unconfused needs Node 20\\.19 or later; this is ${shown}\n {2}= help: install `),
  );
});

test.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0", "26.10.0", process.versions.node])(
  "Node %s will do",
  (version) => {
    expect(refusalOf(version)).toBeUndefined();
  },
);

test("it is the eldest that package.json names", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  const [, major = "", minor = 0] = /^\^(\d+)\.(\d+)/.exec(engines.node) ?? [];
  expect(refusalOf(`${major}.${minor}.0`)).toBeUndefined();
  expect(refusalOf(`${major}.${Number(minor) - 1}.0`)).toContain(`needs Node ${major}.${minor} or later`);
});
