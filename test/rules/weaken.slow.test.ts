// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so
// Every good example of every rule, made weaker in every way: the rules about who gets in say what brute force finds.

import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { carriedBy } from "../../src/examples/carried.ts";
import { cloudformationJson } from "../../src/examples/forms.ts";
import { configFor } from "../../src/rules/example.ts";
import { builtinRules } from "../../src/rules/files/builtin.ts";
import type { Example, Rule } from "../../src/rules/rule.ts";
import { missed, refuted } from "../oracle/compare.ts";
import { isHeart, reportOn } from "../oracle/reported.ts";
import { asJson, type Policy } from "../oracle/request.ts";
import { breaches, type ResourcePolicy } from "../oracle/resources/evaluate.ts";
import { completed } from "../oracle/templates.ts";
import { CHANGE_NAMES, weakenings } from "./weakenings.ts";

const RESOURCE_RULES = ["public-resource", "resource-account-scoped", "resource-undeclared-account"];
/** Access points, and principals that are of no account. */
const NOT_IN_BRUTE_FORCE = /DataAccessPoint|CanonicalUser|cloudfront/;
const OWN_ACCOUNT = JSON.stringify({ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root" });

function isUnsigned(carrier = "s3"): boolean {
  return ["s3", "sqs", "sns"].includes(carrier);
}

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

/** The brute force has no catalogue of vendors, and knows of users and roles alone that assume a role. */
const rules = builtinRules().filter(
  ({ id, policy }) => id !== "tenancy-mismatch" && policy === "trust" && !/^federated-/.test(id),
);

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

const ofResources = builtinRules().filter(({ id, policy }) => policy === "resource" && !/^service-/.test(id));
/** Changes that opened an example of a resource. */
const openingResources = new Set<string>();

describe.each(ofResources)("$id", (rule) => {
  const examples = rule.examples.good.filter(({ policy }) => !NOT_IN_BRUTE_FORCE.test(JSON.stringify(policy)));
  test.each(examples)("$name", (example) => {
    const config = known(rule, example);
    const carried = carriedBy("resource", example.carrier);
    const written = JSON.parse(
      JSON.stringify(example.policy).replaceAll(OWN_ACCOUNT, '"arn:aws:iam::999988887777:root"'),
    );
    for (const weaker of weakenings(written)) {
      const policy = weaker.policy as unknown as ResourcePolicy;
      const form = cloudformationJson.write(asJson(weaker.policy), {}, carried);
      const { findings, unknowns } = check({ files: "files" in form ? form.files : [], config });
      const lines = [...findings.map((one) => one.rule), ...unknowns.map((one) => `?${one.rule}`)];
      const said = lines.filter((line) => RESOURCE_RULES.some((id) => line.includes(id)));
      const about = `${weaker.change}: ${JSON.stringify(weaker.policy)}`;
      expect([...new Set(said)].sort(), about).toEqual(breaches(policy, config, isUnsigned(example.carrier)));
      if (said.length > 0) openingResources.add(weaker.change);
    }
  });
});

test("every change that speaks of resources opens some example of them", () => {
  const others = [
    ...["with a Deny of session tags only", "with a Deny of one role only", "with the whole account"],
    // It is no account's number, and no organization's id.
    "with one more value",
  ];
  const expected = CHANGE_NAMES.filter((name) => !others.includes(name));
  expect([...openingResources].sort()).toEqual(expect.arrayContaining(expected.sort()));
});

test("every change opens some example", () => {
  expect([...opening].sort()).toEqual([...CHANGE_NAMES].sort());
});
