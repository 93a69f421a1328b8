import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { machine } from "../../src/surfaces/host.ts";

let folder: string;
const host = machine();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "host-"));
  mkdirSync(join(folder, "b"));
  writeFileSync(join(folder, "a.yaml"), "a");
  writeFileSync(join(folder, "Z.yaml"), "z");
  symlinkSync(join(folder, "a.yaml"), join(folder, "link"));
  symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a folder's entries come in code-unit order, links not followed", () => {
  expect(host.list(folder)).toEqual([
    { name: "Z.yaml", kind: "file" },
    { name: "a.yaml", kind: "file" },
    { name: "b", kind: "folder" },
    { name: "broken", kind: "link" },
    { name: "link", kind: "link" },
  ]);
});

test.each([
  ["a.yaml", "file"],
  ["b", "folder"],
  ["link", "file"],
  ["broken", undefined],
  ["nowhere", undefined],
])("what a path leads to: %s", (name, kind) => {
  expect(host.kindOf(join(folder, name))).toBe(kind);
});

test("where a path really is", () => {
  const real = realpathSync(folder);
  expect(host.realPath(join(folder, "a.yaml"))).toBe(join(real, "a.yaml"));
  expect(host.realPath(join(folder, "link"))).toBe(join(real, "a.yaml"));
  expect(host.realPath(join(folder, "broken"))).toBeUndefined();
});

test("bytes are read as they are", () => {
  expect([...host.read(join(folder, "link"))]).toEqual([97]);
});

describe("refusals say what is wrong and what to do", () => {
  test.each([
    ["nowhere", "there is no such file or folder", "check the spelling; paths are relative to the working directory"],
    ["b", "this is a folder, not a file", "name a file"],
    ["a.yaml/b", "a part of this path is a file, not a folder", "check the spelling"],
  ])("%s", (name, message, help) => {
    expect(() => host.read(join(folder, name))).toThrow(expect.objectContaining({ name: "Problem", message, help }));
  });

  test("a file instead of a folder", () => {
    expect(() => host.list(join(folder, "a.yaml"))).toThrow("a part of this path is a file, not a folder");
  });
});

test("a file is saved with the folders above it", () => {
  host.save(join(folder, "new/deep/report.json"), "{}");
  expect(readFileSync(join(folder, "new/deep/report.json"), "utf8")).toBe("{}");
});

test("a day is an ISO date", () => {
  expect(host.today()).toMatch(/^\d{4}-\d\d-\d\d$/);
});
