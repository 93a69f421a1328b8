import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

/** Federation, services, resources and a vendor's side as people write them, each verdict held against AWS's documentation. */
const { config, cases } = JSON.parse(readFileSync(new URL("./written-cases.json", import.meta.url), "utf8")) as {
  config: Config;
  cases: { title: string; template: unknown; config?: Config; expect: string[] }[];
};

test.each(cases.map((one) => [one.title, one] as const))("%s", (_, { template, config: own, expect: expected }) => {
  const files = [{ path: "t.json", content: JSON.stringify(template) }];
  const { findings, unknowns, errors } = check({ files, config: { ...config, ...own } });
  expect(errors).toEqual([]);
  const told = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  expect([...new Set(told)].sort()).toEqual(expected);
});
