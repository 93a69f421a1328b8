import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readRegular, replaceFile } from "../../src/surfaces/disk.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "disk-"));
  writeFileSync(at("old.json"), "the old report");
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

describe("a file is replaced as a whole", () => {
  test("who has the old one open reads all of it", () => {
    const descriptor = openSync(at("old.json"), "r");
    replaceFile(at("old.json"), "new");
    expect(readFileSync(descriptor, "utf8")).toBe("the old report");
    closeSync(descriptor);
    expect(readFileSync(at("old.json"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["old.json"]);
  });

  test("it keeps who may read it", () => {
    chmodSync(at("old.json"), 0o600);
    replaceFile(at("old.json"), "new");
    expect(statSync(at("old.json")).mode & 0o777).toBe(0o600);
  });

  test("a link stays a link", () => {
    symlinkSync("old.json", at("link.json"));
    replaceFile(at("link.json"), "new");
    expect(lstatSync(at("link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("old.json"), "utf8")).toBe("new");
  });

  test("a link that leads nowhere becomes the file, and nothing is written where it led", () => {
    symlinkSync("elsewhere", at("broken.json"));
    replaceFile(at("broken.json"), "new");
    expect(readFileSync(at("broken.json"), "utf8")).toBe("new");
    expect(readdirSync(folder).sort()).toEqual(["broken.json", "old.json"]);
  });
});

describe("where that cannot be done, it is said and nothing is left behind", () => {
  test.each([
    ["a folder", () => mkdirSync(at("folder")), "folder", "this is a folder, not a file"],
    ["below a file", () => {}, "old.json/report.json", "a part of this path is a file, not a folder"],
    ["a device without room", () => {}, "/dev/full", "the disk is full"],
  ])("%s", (_, prepare, name, message) => {
    prepare();
    const before = readdirSync(folder);
    const path = name.startsWith("/") ? name : at(name);
    expect(() => replaceFile(path, "new")).toThrow(expect.objectContaining({ name: "Problem", message }));
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(at("old.json"), "utf8")).toBe("the old report");
  });

  test.skipIf(process.getuid?.() === 0)("a folder that may not be written", () => {
    chmodSync(folder, 0o500);
    expect(() => replaceFile(at("old.json"), "new")).toThrow("permission denied");
    expect(readFileSync(at("old.json"), "utf8")).toBe("the old report");
  });
});

test("what is no regular file is not waited for", () => {
  execFileSync("mkfifo", [at("pipe")]);
  expect(() => readRegular(at("pipe"))).toThrow("this is not a regular file");
  expect(() => readRegular("/dev/zero")).toThrow("this is not a regular file");
});
