// Every good example of every rule, made weaker in every way: the rules about who gets in say what brute force finds.

import { describe, expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { configFor } from "../../src/rules/example.ts";
import { builtinRules } from "../../src/rules/files/builtin.ts";
import type { Example, Rule } from "../../src/rules/rule.ts";
import { missed, refuted } from "../oracle/compare.ts";
import { isHeart, reportOn } from "../oracle/reported.ts";
import { asJson, type Policy } from "../oracle/request.ts";
import { completed } from "../oracle/templates.ts";
import { CHANGE_NAMES, weakenings } from "./weakenings.ts";

const SEED = 1;
const DRAWS = 100;

/** What deployment gives the parameters of the examples. */
const GIVEN = { ExternalId: "Supplied-1", CustomerId: "Supplied-1", VendorAccountId: "777788889999" };

/** What the brute force knows of a configuration. */
function known(rule: Rule, example: Example): Config {
  const { accounts, organizationIds, vendors, tenancy } = configFor(rule, example);
  return {
    ...(accounts && { accounts }),
    ...(organizationIds && { organizationIds }),
    ...(vendors && { vendors }),
    ...(tenancy && { tenancy }),
  };
}

/** The policies that an example may become, under either outcome of its conditions. */
function deployed({ policy }: Example): Policy[] {
  const names = [...JSON.stringify(policy).matchAll(/"Fn::If":\["(\w+)"/g)].map(([, name = ""]) => name);
  return [true, false].map((outcome) => {
    const conditions = Object.fromEntries(names.map((name) => [name, outcome]));
    const policies = completed({ policy, parameters: {} }, { parameters: GIVEN, conditions });
    // IAM reads a number as the text that it is written as.
    return JSON.parse(JSON.stringify(policies), (_, value) => (typeof value === "number" ? String(value) : value));
  });
}

/** Changes that opened an example, as the rules saw it. */
const opening = new Set<string>();

/** The brute force has no catalogue of vendors. */
const rules = builtinRules().filter(({ id }) => id !== "tenancy-mismatch");

describe.each(rules)("$id", (rule) => {
  test.each(rule.examples.good)("$name", (example) => {
    const config = known(rule, example);
    for (const policy of deployed(example)) {
      for (const weaker of weakenings(policy)) {
        const report = reportOn(asJson(weaker.policy), config);
        const about = `${weaker.change}: ${JSON.stringify(weaker.policy)}`;
        expect(missed(weaker.policy, config, report, SEED, DRAWS), about).toBeUndefined();
        expect(refuted(weaker.policy, config, report), about).toBeUndefined();
        if (report.findings.some(isHeart)) opening.add(weaker.change);
      }
    }
  });
});

test("every change opens some example", () => {
  expect([...opening].sort()).toEqual([...CHANGE_NAMES].sort());
});
