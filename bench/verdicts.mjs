// How many of the trust policies of test/conformance each program judges correctly: it has to flag the bad ones, and not the good ones.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.mjs";

const { config, cases } = JSON.parse(
  readFileSync(new URL("../test/conformance/trust-cases.json", import.meta.url), "utf8"),
);

/** A role that another trusts by an external ID, or does not, is what tells the tenancies apart; programs that know no tenancy get one verdict. */
const TENANCIES = ["single", "multi"];

/** @returns {Record<string, string>} by tenancy: "12 of 14 bad, 7 of 9 good" */
export function verdicts({ alone }) {
  const folder = mkdtempSync(join(tmpdir(), "verdicts-"));
  try {
    const results = TENANCIES.map((tenancy) => [tenancy, counted(tenancy, folder, alone)]);
    return Object.fromEntries(results);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function counted(tenancy, folder, alone) {
  const vendors = config.vendors.map((vendor) => ({ ...vendor, tenancy }));
  const accounts = { own: config.own };
  // Read by ours alone; JSON is YAML.
  writeFileSync(
    join(folder, "unconfused.yaml"),
    JSON.stringify({ accounts, organizationIds: config.organizationIds, vendors, tenancy }),
  );
  const right = { pass: 0, fail: 0 };
  const all = { pass: 0, fail: 0 };
  for (const { id, policy, parameters = {}, [tenancy]: expected } of cases) {
    if (!(expected in all)) continue;
    const file = join(folder, `${id}.json`);
    writeFileSync(file, JSON.stringify(template(policy, parameters)));
    const { status } = measure(alone(file), folder);
    rmSync(file);
    all[expected] += 1;
    if ((status === 0) === (expected === "pass")) right[expected] += 1;
  }
  return `${right.fail} of ${all.fail} bad, ${right.pass} of ${all.pass} good`;
}

function template(policy, parameters) {
  const declared = Object.entries(parameters).map(([name, { Bound: _, ...rest }]) => [
    name,
    { Type: "String", ...rest },
  ]);
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    ...(declared.length > 0 && { Parameters: Object.fromEntries(declared) }),
    Resources: { Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: policy } } },
  };
}
