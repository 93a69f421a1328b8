import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { carriedBy } from "../../src/examples/carried.ts";
import type { Report } from "../../src/findings/report.ts";
import type { Json } from "../../src/text/document.ts";
import { forms } from "../forms.ts";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly policy: Json;
  readonly config?: Config;
  readonly expect: readonly string[];
}

const RULES = ["deputy-assumes-anything", "deputy-omits-external-id"];

/** What each form cannot say, and the cases. Every other case is checked. */
const UNSAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Terraform plan": { "a plan has a value for every variable": "I39 I41" },
  "Terraform state": { "a state has a value for everything": "I39 I41" },
};

/** What the CLI of IAM prints of a role is its trust policy. */
const saying = forms.filter(({ name }) => !name.startsWith("IAM"));

const url = new URL("./identity-cases.json", import.meta.url);
const { config, cases } = JSON.parse(readFileSync(url, "utf8")) as { config: Config; cases: Case[] };

/** `?rule` for an unknown. */
function said({ findings, unknowns }: Report): string[] {
  const lines = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  return [...new Set(lines.filter((line) => RULES.includes(line.replace("?", ""))))].sort();
}

for (const form of saying) {
  describe(`identity policies as ${form.name}`, () => {
    const unsaid: Record<string, string[]> = {};
    for (const { id, title, policy, config: own, expect: expected } of cases) {
      const written = form.write(policy, {}, carriedBy("identity"));
      if ("reason" in written) {
        unsaid[written.reason] = [...(unsaid[written.reason] ?? []), id];
        continue;
      }
      test(`${id}: ${title}`, () => {
        const report = check({ files: written.files, config: { ...config, ...own } });
        expect(report.errors).toEqual([]);
        expect(said(report)).toEqual([...expected].sort());
      });
    }
    test("all cases but those that are listed are said", () => {
      const listed = Object.entries(unsaid).map(([reason, ids]) => [reason, ids.join(" ")]);
      expect(Object.fromEntries(listed)).toEqual(UNSAID[form.name] ?? {});
    });
  });
}
