import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { carriedBy } from "../../src/examples/carried.ts";
import type { Report } from "../../src/findings/report.ts";
import type { Json } from "../../src/text/document.ts";
import { forms } from "../forms.ts";
import { exampleParameters, type Parameter } from "./parameters.ts";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly kind: "trust" | "resource";
  readonly carrier?: string;
  readonly policy?: Json;
  readonly template?: Json;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly config?: Config;
  readonly expect: readonly string[];
}

const RULES = ["service-source", "service-source-in-trust"];

/** Which service a carrier of the cases is of, by the prefix of its actions. */
const SERVICES: Readonly<Record<string, string>> = {
  "AWS::KMS::Key": "kms",
  "AWS::S3::Bucket": "s3",
  "AWS::SNS::Topic": "sns",
  "AWS::SQS::Queue": "sqs",
};

/** In a plan and a state everything has a value. */
const ASKING = ["V17"];

const url = new URL("./service-cases.json", import.meta.url);
const { config, cases } = JSON.parse(readFileSync(url, "utf8")) as { config: Config; cases: Case[] };

/** `?rule` for an unknown. */
function said({ findings, unknowns }: Report): string[] {
  const lines = [...findings.map(({ rule }) => [rule, rule]), ...unknowns.map(({ rule }) => [rule, `?${rule}`])];
  return [...new Set(lines.filter(([rule = ""]) => RULES.includes(rule)).map(([, line = ""]) => line))].sort();
}

for (const form of forms.filter(({ name }) => !name.startsWith("IAM"))) {
  describe(`services as ${form.name}`, () => {
    for (const { id, title, kind, carrier = "", policy, parameters, config: own, expect: expected } of cases) {
      if (policy === undefined) continue;
      const written = form.write(policy, exampleParameters(parameters), carriedBy(kind, SERVICES[carrier]));
      test(`${id}: ${title}`, () => {
        if ("reason" in written) {
          expect(ASKING).toContain(id);
          return;
        }
        const report = check({ files: written.files, config: { ...config, ...own } });
        expect(report.errors).toEqual([]);
        expect(said(report)).toEqual([...expected].sort());
      });
    }
  });
}

describe("services in the fields of a template", () => {
  for (const { id, title, template, config: own, expect: expected } of cases) {
    if (template === undefined) continue;
    test(`${id}: ${title}`, () => {
      const files = [{ path: "example.template.json", content: JSON.stringify(template) }];
      const report = check({ files, config: { ...config, ...own } });
      expect(report.errors).toEqual([]);
      expect(said(report)).toEqual([...expected].sort());
    });
  }
});
