// Vendors whom a policy does not name make no difference to what is said of it, however many are declared.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Config, Vendor } from "../../src/config/config.ts";
import type { Caller, Report } from "../../src/findings/report.ts";
import { configs, policies } from "./policies.ts";
import { reportOn, wholeReportOn } from "./reported.ts";
import { asJson, type Policy } from "./request.ts";
import { PATIENCE, running } from "./runs.ts";

const each = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** Those that stand for strangers in a witness, those that patterns of the policies match, and others. */
const NUMBERS = [
  ...["444455556666", "777788889999", "123456789012", "111122223333", "555566667777", "600000000006"],
  ...["11119999999", "11110000000", "44445555999", "44445555000", "99999999999", "20000000000"].flatMap((head) =>
    each(10, (digit) => `${head}${digit}`),
  ),
  ...each(100, (index) => `${300_000_000_000 + index * 6_919_000_003}`),
];

function vendor(account: string, index: number): Vendor {
  return { name: `Nobody ${index}`, tenancy: index % 2 === 0 ? "single" : "multi", accounts: [account] };
}

function declaring(config: Config, accounts: readonly string[]): Config {
  return { ...config, vendors: [...(config.vendors ?? []), ...accounts.map(vendor)] };
}

function unnamedIn(policy: Policy, config: Config): string[] {
  const text = JSON.stringify([policy, config]);
  return NUMBERS.filter((account) => !text.includes(account));
}

/** All that is said, but for the numbers that stand for whoever the policy does not name. */
function told({ findings, unknowns, grants }: Report, policy: Policy, config: Config): unknown {
  const names = JSON.stringify([policy, config]);
  const shown = (callers: readonly Caller[]) => [
    ...new Set(
      callers.map(({ account = "", ...rest }) =>
        JSON.stringify([/^\d{12}$/.test(account) && !names.includes(account) ? "*" : account, rest]),
      ),
    ),
  ];
  return [
    findings.map((one) => [one.rule, one.severity, one.line, one.column, shown(one.callers)]),
    unknowns.map((one) => [one.rule, one.reason, one.source, one.line, one.column, shown(one.callers)]),
    grants.map((one) => [one.verdict, one.line, one.column, shown(one.callers)]),
  ];
}

test(
  "random policies",
  () => {
    fc.assert(
      fc.property(policies, configs, (policy, config) => {
        const others = unnamedIn(policy, config);
        const few = told(wholeReportOn(asJson(policy), declaring(config, others.slice(-1))), policy, config);
        expect(told(reportOn(asJson(policy), declaring(config, others)), policy, config)).toEqual(few);
      }),
      running(0.4),
    );
  },
  PATIENCE,
);

const OWN: Config = { accounts: { own: ["999988887777"] } };

function held(arn: string): Policy {
  const Condition = { ArnLike: { "aws:PrincipalArn": arn } };
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", Condition }],
  };
}

test.each([
  ["a name in any account", "arn:aws:iam::*:role/x*"],
  ["accounts by how their numbers begin", "arn:aws:iam::2*:role/x*"],
  ["nobody but accounts that are declared", "arn:aws:iam::20000000000?:role/x"],
])("a pattern that lets in %s lets anyone in, whoever is declared", (_, arn) => {
  const policy = held(arn);
  const accounts = [...NUMBERS, ...each(2000, (index) => `${700_000_000_000 + index}`)];
  const few = told(reportOn(asJson(policy), declaring(OWN, ["300000000000"])), policy, OWN);
  const many = reportOn(asJson(policy), declaring(OWN, accounts));
  expect(told(many, policy, OWN)).toEqual(few);
  expect(many.findings.map(({ rule }) => rule)).toContain("public-trust");
});

test("a stranger is shown by a number that is nobody's, where a pattern leaves one", () => {
  const declared = each(10, (digit) => `20000000000${digit}`);
  const shown = (accounts: readonly string[]) =>
    reportOn(asJson(held("arn:aws:iam::20000000000?:role/x")), declaring(OWN, accounts)).findings[0]?.witness
      ?.principal;
  expect(shown(declared.filter((account) => !account.endsWith("4")))).toContain("200000000004");
  expect(declared).toContain(shown(declared)?.split(":")[4]);
});
