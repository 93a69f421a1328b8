import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config, Tenancy, Vendor } from "../../src/config/config.ts";
import type { Report } from "../../src/findings/report.ts";
import { forms, type ParameterForm } from "../../src/surfaces/examples/forms.ts";
import type { Json } from "../../src/text/document.ts";

interface Parameter {
  readonly Type?: string;
  readonly Default?: string;
  readonly AllowedValues?: readonly string[];
  readonly AllowedPattern?: string;
  readonly Bound?: string;
}

interface Case {
  readonly id: string;
  readonly title: string;
  readonly policy: Json;
  readonly parameters?: Readonly<Record<string, Parameter>>;
}

interface TrustCase extends Case {
  readonly expect: Readonly<Record<Tenancy, readonly string[]>>;
  readonly invalid?: boolean;
}

interface ScopeCase extends Case {
  readonly config: Config;
  readonly expect: readonly string[];
}

const HEART = ["public-trust", "account-scoped-principal", "external-id-required", "undeclared-account"];

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T;
}

function parameterForms(parameters: Case["parameters"] = {}): Record<string, ParameterForm> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { Type, Default, AllowedValues, AllowedPattern }]) => [
      name,
      {
        ...(Default === undefined ? {} : { default: Default }),
        ...(AllowedValues === undefined ? {} : { allowedValues: AllowedValues }),
        ...(AllowedPattern === undefined ? {} : { allowedPattern: AllowedPattern }),
        ...(Type === "CommaDelimitedList" ? { list: true } : {}),
      },
    ]),
  );
}

/** rule@caller, ?rule@caller for an unknown; the caller an account, a parameter's name or * (unnamed). */
function said(report: Report, rules: readonly string[]): string[] {
  const callers = (list: Report["findings"][number]["callers"]): string[] =>
    list.map(({ class: set, account }) => (set === "unnamed" ? "*" : (account ?? "?").replace(/^\$\{(.*)\}$/, "$1")));
  const lines = [
    ...report.findings.flatMap(({ rule, callers: list }) => callers(list).map((who) => [rule, `${rule}@${who}`] as const)),
    ...report.unknowns.flatMap(({ rule, callers: list }) => callers(list).map((who) => [rule, `?${rule}@${who}`] as const)),
  ];
  return [...new Set(lines.filter(([rule]) => rules.includes(rule)).map(([, line]) => line))].sort();
}

for (const form of forms) {
  describe(`trust policies as ${form.name}`, () => {
    const { config, cases } = read<{ config: { own: string[]; organizationIds: string[]; vendors: Vendor[] }; cases: TrustCase[] }>(
      "./trust-cases.json",
    );
    for (const { id, title, policy, parameters, expect: expected, invalid } of cases) {
      const bound = Object.entries(parameters ?? {}).flatMap(([name, { Bound }]) => (Bound === undefined ? [] : [name]));
      for (const tenancy of ["single", "multi"] as const) {
        test(`${id} ${tenancy}: ${title}`, () => {
          const written = form.write(policy, parameterForms(parameters));
          if ("reason" in written) throw new Error(written.reason);
          const report = check({
            files: written.files,
            config: {
              accounts: { own: config.own },
              organizationIds: config.organizationIds,
              vendors: config.vendors.map((vendor) => ({ ...vendor, tenancy, accountParameters: bound })),
              tenancy,
            },
          });
          expect(report.errors).toEqual([]);
          expect(said(report, HEART)).toEqual([...expected[tenancy]].sort());
          expect(report.findings.some(({ rule }) => rule === "invalid-policy")).toBe(invalid === true);
        });
      }
    }
  });

  describe(`scopes as ${form.name}`, () => {
    for (const { id, title, policy, parameters, config, expect: expected } of read<{ cases: ScopeCase[] }>("./scope-cases.json").cases) {
      test(`${id}: ${title}`, () => {
        const written = form.write(policy, parameterForms(parameters));
        if ("reason" in written) throw new Error(written.reason);
        const report = check({ files: written.files, config });
        expect(report.errors).toEqual([]);
        expect(said(report, [...HEART, "unconstrained-principal"])).toEqual([...expected].sort());
      });
    }
  });
}
