import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { storeOf } from "../../src/surfaces/store.ts";

const store = storeOf("a build");
let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "store-"));
  folder = join(home, "a/kept");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

const read = () => {
  const bytes = store.read(folder, "one");
  return bytes && new TextDecoder().decode(bytes);
};

test("what one run writes the next one reads, and nobody else", () => {
  expect(read()).toBeUndefined();
  expect(store.write(folder, "one", "text")).toBe(true);
  expect(store.write(folder, "one", "other")).toBe(true);
  expect(read()).toBe("other");
  expect(readdirSync(folder)).toEqual(["one"]);
  expect([statSync(folder).mode & 0o777, statSync(join(folder, "one")).mode & 0o777]).toEqual([0o700, 0o600]);
});

test.skipIf(process.platform === "win32")("nothing is read or written where others may write", () => {
  store.write(folder, "one", "text");
  chmodSync(folder, 0o770);
  expect([read(), store.write(folder, "two", "text"), existsSync(join(folder, "two"))]).toEqual([
    undefined,
    false,
    false,
  ]);
  chmodSync(folder, 0o700);
  chmodSync(join(folder, "one"), 0o606);
  expect(read()).toBeUndefined();
});

test.skipIf(process.platform === "win32")("no link is followed, neither for the folder nor for what is in it", () => {
  const elsewhere = join(home, "elsewhere");
  mkdirSync(elsewhere, { mode: 0o700 });
  writeFileSync(join(elsewhere, "one"), "text", { mode: 0o600 });
  mkdirSync(join(home, "a"));
  symlinkSync(elsewhere, folder);
  expect([read(), store.write(folder, "two", "text"), readdirSync(elsewhere)]).toEqual([undefined, false, ["one"]]);
  rmSync(folder);
  store.write(folder, "two", "text");
  symlinkSync(join(elsewhere, "one"), join(folder, "one"));
  expect(read()).toBeUndefined();
});

test("a folder in the place of a file, and a file in that of a folder, are nothing that was kept", () => {
  mkdirSync(join(folder, "one"), { recursive: true, mode: 0o700 });
  expect([read(), store.write(folder, "one", "text")]).toEqual([undefined, false]);
  expect(readdirSync(folder)).toEqual(["one"]);
  folder = join(home, "file");
  writeFileSync(folder, "");
  expect([read(), store.write(folder, "one", "text")]).toEqual([undefined, false]);
});

test("what is longer than any record is not read", () => {
  store.write(folder, "one", "text");
  truncateSync(join(folder, "one"), 2 ** 28 + 1);
  expect(read()).toBeUndefined();
});

test("what a run that was killed left behind is in nobody's way, and does not grow without end", () => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `one.${process.pid}`), "half");
  expect([store.write(folder, "one", "text"), store.write(folder, "one", "text"), read()]).toEqual([
    false,
    true,
    "text",
  ]);
  for (let index = 0; index < 50; index += 1) store.write(folder, `more ${index}`, "text");
  expect(readdirSync(folder).length).toBeLessThanOrEqual(33);
});

test("the user's own folder lies in no repository", () => {
  vi.stubEnv("XDG_CACHE_HOME", home);
  vi.stubEnv("LOCALAPPDATA", home);
  vi.stubEnv("HOME", home);
  expect(store.folder?.startsWith(home)).toBe(true);
  mkdirSync(join(home, ".git"));
  expect([store.folder, store.isInRepository(folder)]).toEqual([undefined, true]);
});
