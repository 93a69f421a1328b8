import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config, Tenancy, Vendor } from "../../src/config/config.ts";
import type { Report } from "../../src/findings/report.ts";
import type { Json } from "../../src/text/document.ts";
import { forms } from "../forms.ts";
import { exampleParameters, type Parameter } from "./parameters.ts";

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

/** rule@caller, ?rule@caller for an unknown; the caller an account, a parameter's name or * (unnamed). */
function said(report: Report, rules: readonly string[]): string[] {
  const callers = (list: Report["findings"][number]["callers"]): string[] =>
    list.map(({ class: set, account }) => (set === "unnamed" ? "*" : (account ?? "?").replace(/^\$\{(.*)\}$/, "$1")));
  const lines = [
    ...report.findings.flatMap(({ rule, callers: list }) =>
      callers(list).map((who) => [rule, `${rule}@${who}`] as const),
    ),
    ...report.unknowns.flatMap(({ rule, callers: list }) =>
      callers(list).map((who) => [rule, `?${rule}@${who}`] as const),
    ),
  ];
  return [...new Set(lines.filter(([rule]) => rules.includes(rule)).map(([, line]) => line))].sort();
}

/** Cases that ask for the value of a variable or for how a condition turns out. */
const ASKING = "T011 T133 T135 T137 T139 T141 T143 T145 T147";
const ASKING_SCOPES = "S11 S17 S19 S21 S25";
// Blocks that are there in some worlds only are `dynamic` ones, which tests of their own have.
const BLOCKS = {
  "a statement that is not spelled out": "T141 T149 T151",
  "a condition that is not spelled out": "T143",
};
/** Form, why it cannot say a case, and the cases. Every other case is checked. */
const UNSAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Terraform JSON (aws_iam_policy_document)": BLOCKS,
  "HCL (aws_iam_policy_document)": BLOCKS,
  "HCL (heredoc)": { "JSON in a text has no words for what is left out": "T141 T143" },
  "Terraform plan": { "a plan has a value for every variable": `${ASKING} ${ASKING_SCOPES}` },
  "IAM (trust policy)": { "IAM has a value for everything": `${ASKING} T149 T151 ${ASKING_SCOPES}` },
  "IAM (list-roles)": { "IAM has a value for everything": `${ASKING} T149 T151 ${ASKING_SCOPES}` },
  "Terraform state": { "a state has a value for everything": `${ASKING} T149 T151 ${ASKING_SCOPES}` },
};

const trust = read<{ config: { own: string[]; organizationIds: string[]; vendors: Vendor[] }; cases: TrustCase[] }>(
  "./trust-cases.json",
);
const scopes = read<{ cases: ScopeCase[] }>("./scope-cases.json");

test.each(forms)("$name says all cases but those that are listed", (form) => {
  const unsaid = new Map<string, string[]>();
  for (const { id, policy, parameters } of [...trust.cases, ...scopes.cases]) {
    const written = form.write(policy, exampleParameters(parameters));
    if ("reason" in written) unsaid.set(written.reason, [...(unsaid.get(written.reason) ?? []), id]);
  }
  const listed = Object.fromEntries([...unsaid].map(([reason, ids]) => [reason, ids.join(" ")]));
  expect(listed).toEqual(UNSAID[form.name] ?? {});
});

for (const form of forms) {
  describe(`trust policies as ${form.name}`, () => {
    const { config, cases } = trust;
    for (const { id, title, policy, parameters, expect: expected, invalid } of cases) {
      const written = form.write(policy, exampleParameters(parameters));
      if ("reason" in written) continue;
      const bound = Object.entries(parameters ?? {}).flatMap(([name, { Bound }]) =>
        Bound === undefined ? [] : [name],
      );
      for (const tenancy of ["single", "multi"] as const) {
        test(`${id} ${tenancy}: ${title}`, () => {
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
    for (const { id, title, policy, parameters, config, expect: expected } of scopes.cases) {
      const written = form.write(policy, exampleParameters(parameters));
      if ("reason" in written) continue;
      test(`${id}: ${title}`, () => {
        const report = check({ files: written.files, config });
        expect(report.errors).toEqual([]);
        expect(said(report, [...HEART, "unconstrained-principal"])).toEqual([...expected].sort());
      });
    }
  });
}
