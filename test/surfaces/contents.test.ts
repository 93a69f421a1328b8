// What files hold, by the names that reports have for them.

import { expect, test } from "vitest";
import { contentsOf } from "../../src/surfaces/contents.ts";
import { memoryHost } from "./memory-host.ts";

const FILES = { "/home/me/m/main.tf": "a", "/home/me/m/link.tf": { link: "/home/me/roles" }, "/home/me/roles": "b" };

function contents() {
  const { host } = memoryHost({ files: FILES });
  const asked: string[] = [];
  const watched: typeof host = {
    ...host,
    kindOf(path) {
      asked.push(path);
      return host.kindOf(path);
    },
  };
  const read = contentsOf([], watched, { cwd: "/home/me", repository: undefined }, ["/home/me"]);
  return { ...read, asked };
}

const textOf = (content: string | Uint8Array | undefined) =>
  content === undefined ? undefined : new TextDecoder().decode(content as Uint8Array);

test("a file of a module is not looked for where its folder is listed without it", () => {
  const { filesIn, read, asked, names } = contents();
  expect(filesIn("m")).toEqual(["m/link.tf", "m/main.tf"]);
  asked.length = 0;
  expect(read("m/variables.tf")).toBeUndefined();
  expect(asked).toEqual([]);
  expect(names()).toEqual(["m/variables.tf"]);
  expect([textOf(read("m/main.tf")), textOf(read("m/link.tf"))]).toEqual(["a", "b"]);
});

test("every other file is looked for", () => {
  const { filesIn, read } = contents();
  expect(textOf(read("m/main.tf"))).toBe("a");
  filesIn("elsewhere");
  filesIn(".");
  expect([textOf(read("roles")), read("elsewhere/main.tf"), read("trust.json")]).toEqual(["b", undefined, undefined]);
});
