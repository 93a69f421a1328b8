import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import type { Json } from "../../src/text/document.ts";
import { forms } from "../forms.ts";
import { exampleParameters, type Parameter } from "./parameters.ts";

interface FederationCase {
  readonly id: string;
  readonly title: string;
  readonly policy: Json;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly config?: Config;
  readonly expect: readonly string[];
}

const RULES = ["federated-subject", "federated-audience"];
const { config, cases } = JSON.parse(readFileSync(new URL("./federation-cases.json", import.meta.url), "utf8")) as {
  readonly config: Config;
  readonly cases: readonly FederationCase[];
};

/** Formats in which everything has a value. */
const WITH_VALUES = new Set(["Terraform plan", "Terraform state", "IAM (trust policy)", "IAM (list-roles)"]);

for (const form of forms) {
  describe(`federated principals as ${form.name}`, () => {
    for (const { id, title, policy, parameters, config: own = {}, expect: expected } of cases) {
      const written = form.write(policy, exampleParameters(parameters));
      if ("reason" in written) {
        test(`${id} is one of a value that deployment decides`, () => {
          expect(WITH_VALUES.has(form.name)).toBe(true);
          expect(JSON.stringify(policy)).toMatch(/"(?:Ref|Fn::Sub|\$unknown)"/);
        });
        continue;
      }
      test(`${id}: ${title}`, () => {
        const report = check({ files: written.files, config: { ...config, ...own } });
        expect(report.errors).toEqual([]);
        const found = [
          ...report.findings.map(({ rule }) => [rule, rule] as const),
          ...report.unknowns.map(({ rule }) => [rule, `?${rule}`] as const),
        ];
        const said = found.filter(([rule]) => RULES.includes(rule)).map(([, line]) => line);
        expect([...new Set(said)].sort()).toEqual([...expected].sort());
      });
    }
  });
}
