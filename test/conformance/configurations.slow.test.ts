import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

interface Cases {
  readonly config: Config;
  readonly cases: readonly {
    readonly title: string;
    readonly files: Readonly<Record<string, string>>;
    readonly config?: Config;
    readonly expect: readonly string[];
  }[];
}

/** Templates of CloudFormation, and configurations of Terraform, as people write them: each verdict is the one that AWS's documentation gives. */
describe.each(["template-cases.json", "configuration-cases.json"])("%s", (name) => {
  const { config, cases }: Cases = JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

  test.each(cases.map((one) => [one.title, one] as const))("%s", (_, { files, config: own, expect: expected }) => {
    const all = Object.entries(files).map(([path, content]) => ({ path, content }));
    const { findings, unknowns, errors } = check({
      // What stands beside a configuration is read where it asks for it.
      files: all.length > 1 ? all.filter(({ path }) => path.endsWith(".tf")) : all,
      read: (path) => files[path],
      config: { ...config, ...own },
    });
    expect(errors).toEqual([]);
    const told = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
    expect([...new Set(told)].sort()).toEqual(expected);
  });
});
