// Policies whose partition only a resource or the source of a service spells out: what they open is open there.

import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { carriedBy } from "../../../src/examples/carried.ts";
import { cloudformationJson } from "../../../src/examples/forms.ts";
import type { Json } from "../../../src/text/document.ts";

const OWN = "999988887777";
const CONFIG = { audience: "customers", accounts: { own: [OWN] } } as const;

function rulesOn(carried: ReturnType<typeof carriedBy>, statement: Json): string[] {
  const form = cloudformationJson.write({ Version: "2012-10-17", Statement: [statement] }, {}, carried);
  const { findings, unknowns } = check({ files: "files" in form ? form.files : [], config: CONFIG });
  return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)].sort();
}

describe.each(["aws", "aws-cn", "aws-us-gov", "aws-iso-b"])("in %s", (partition) => {
  const roles = (name: string): Json => ({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Resource: `arn:${partition}:iam::${name}`,
  });
  const alarms = (account: string): Json => ({
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: "*",
    Condition: { ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:*:${account}:alarm:*` } },
  });

  test.each<[about: string, carried: ReturnType<typeof carriedBy>, statement: Json, expected: string[]]>([
    ["any role", carriedBy("identity"), roles("*:role/*"), ["deputy-assumes-anything", "deputy-omits-external-id"]],
    ["a role of ours", carriedBy("identity"), roles(`${OWN}:role/x`), []],
    ["alarms of anyone", carriedBy("resource", "sns"), alarms("*"), ["service-source"]],
    ["alarms of ours", carriedBy("resource", "sns"), alarms(OWN), []],
  ])("%s", (_, carried, statement, expected) => {
    expect(rulesOn(carried, statement)).toEqual(expected);
  });
});
