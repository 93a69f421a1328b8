import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

/** Configurations of Terraform as people write them: what the expressions come to decides the verdict. */
const { config, cases } = JSON.parse(readFileSync(new URL("./configuration-cases.json", import.meta.url), "utf8")) as {
  config: Config;
  cases: { title: string; files: Record<string, string>; config?: Config; expect: string[] }[];
};

test.each(cases.map((one) => [one.title, one] as const))("%s", (_, { files, config: own, expect: expected }) => {
  const { findings, unknowns, errors } = check({
    files: Object.entries(files).flatMap(([path, content]) => (path.endsWith(".json") ? [] : { path, content })),
    read: (path) => files[path],
    config: { ...config, ...own },
  });
  expect(errors).toEqual([]);
  const told = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  expect([...new Set(told)].sort()).toEqual(expected);
});
