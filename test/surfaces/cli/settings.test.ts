import { describe, expect, test } from "vitest";
import { BAD, FILES, findingsOf, reportOf, roleFor, unconfused } from "./run.ts";

describe("options over the configuration", () => {
  test.each([
    ["bad.yaml --own-account 444455556666", []],
    ["bad.yaml --organization-account 444455556666", []],
    ["bad.yaml --tenancy single", []],
    ["bad.yaml --vendor Acme=444455556666:single", []],
    ["bad.yaml --vendor Acme=444455556666", ["bad.yaml external-id-required"]],
    ["bad.yaml open.yaml --skip external-id-required", ["open.yaml public-trust"]],
    ["bad.yaml open.yaml --only external-id-required", ["bad.yaml external-id-required"]],
    ["--exclude open.yaml", ["bad.yaml external-id-required"]],
  ])("unconfused %s", (typed, findings) => {
    expect(findingsOf(typed)).toEqual(findings);
  });

  test("--organization-id: who carries it is one of ours", () => {
    const ofOurs = "            Condition: { StringEquals: { aws:PrincipalOrgID: o-a1b2c3d4e5 } }\n";
    const files = { "/home/me/a.yaml": roleFor('"*"', ofOurs) };
    const unknowns = (typed: string) => reportOf(typed, { files }).unknowns.map(({ rule }: { rule: string }) => rule);
    expect(unknowns("a.yaml")).toContain("public-trust");
    expect(unknowns("a.yaml --organization-id o-a1b2c3d4e5")).toEqual([]);
  });

  test("--vendor: accounts, and parameters that carry them", () => {
    const parameter = "Parameters: { Theirs: { Type: String } }\n";
    const files = { ...FILES, "/home/me/a.yaml": `${parameter}${roleFor('!Sub "arn:aws:iam::${Theirs}:root"')}` };
    const typed = "a.yaml bad.yaml --vendor Acme=Theirs,444455556666";
    expect(findingsOf(`${typed}:single`, { files })).toEqual([]);
    expect(reportOf(`${typed}:multi`, { files }).findings).toMatchObject([
      { file: "a.yaml", rule: "external-id-required", severity: "high", vendor: "Acme" },
      { file: "bad.yaml", rule: "external-id-required", severity: "high", vendor: "Acme" },
    ]);
  });

  test("--only turns a rule on, --skip outranks a scope", () => {
    const off = "rules: { external-id-required: off }\n";
    const on = 'scopes: [{ files: ["**"], rules: { external-id-required: high } }]\n';
    const withConfig = (text: string) => ({ files: { ...FILES, "/home/me/unconfused.yaml": text } });
    expect(findingsOf("bad.yaml", withConfig(off))).toEqual([]);
    expect(findingsOf("bad.yaml --only external-id-required", withConfig(off))).toEqual([
      "bad.yaml external-id-required",
    ]);
    expect(findingsOf("bad.yaml", withConfig(on))).toEqual(["bad.yaml external-id-required"]);
    expect(findingsOf("bad.yaml --skip external-id-required", withConfig(on))).toEqual([]);
  });

  test.each([
    ["in a scope", 'scopes: [{ files: ["**"], rules: { external-id-required: off } }]\n'],
    ["in a scope, in full", 'scopes: [{ files: ["**"], rules: { external-id-required: { severity: off } } }]\n'],
    ["in full", "rules: { external-id-required: { severity: false } }\n"],
  ])("--only turns on a rule that is off %s", (_, text) => {
    const files = { ...FILES, "/home/me/unconfused.yaml": text };
    expect(findingsOf("bad.yaml", { files })).toEqual([]);
    expect(findingsOf("bad.yaml --only external-id-required", { files })).toEqual(["bad.yaml external-id-required"]);
  });

  test("--only leaves a rule its severity, and that nothing may silence it", () => {
    const silenced = BAD.replace(/(AWS: .*)/, "$1 # unconfused-ignore external-id-required -- whatever");
    const files = {
      "/home/me/low.yaml": BAD,
      "/home/me/bad.yaml": silenced,
      "/home/me/unconfused.yaml": `rules: { external-id-required: { severity: off, ignorable: false } }
scopes: [{ files: [low.yaml], rules: { external-id-required: low } }]
`,
    };
    expect(reportOf("--only external-id-required", { files }).findings).toMatchObject([
      { file: "bad.yaml", severity: "medium" },
      { file: "low.yaml", severity: "low" },
    ]);
  });

  test("--no-inline: what a file says about itself counts for nothing", () => {
    const files = { "/home/me/bad.yaml": `Metadata: { Unconfused: { tenancy: single } }\n${BAD}` };
    expect(findingsOf("bad.yaml", { files })).toEqual([]);
    expect(findingsOf("bad.yaml --no-inline", { files })).toEqual(["bad.yaml external-id-required"]);
  });
});

describe("--parameters", () => {
  const template = `Parameters:\n  Vendor: { Type: String }\n${roleFor("!Ref Vendor")}`;
  const values = "123456789012";
  test.each([
    ["a flat map", `{ "Vendor": "${values}" }`],
    ["CloudFormation's list", `[{ "ParameterKey": "Vendor", "ParameterValue": "${values}" }]`],
    ["CodePipeline's form", `{ "Parameters": { "Vendor": "${values}" } }`],
    ["a number that is one", `{ "Vendor": ${values} }`],
    ["YAML", `Vendor: ${values}`],
  ])("as %s", (_, text) => {
    const files = { "/home/me/a.yaml": template, "/home/me/values.json": text };
    const [finding] = reportOf("a.yaml --own-account 999988887777 --parameters values.json", { files }).findings;
    expect(finding.callers).toMatchObject([{ account: values }]);
  });

  test("that cannot be read stop the run", () => {
    const files = { ...FILES, "/home/me/values.json": '[{ "Key": "Vendor" }]' };
    const { status, stderr } = unconfused("bad.yaml --parameters values.json", { files });
    expect(stderr).toContain("error: this entry has no ParameterKey\n --> values.json:1:2\n");
    expect(status).toBe(2);
  });
});

test("--strict makes a finding of what cannot be told", () => {
  const files = { "/home/me/a.yaml": roleFor("!ImportValue Vendor") };
  const { findings, unknowns } = reportOf("a.yaml --tenancy single --strict", { files });
  expect(unknowns).toEqual([]);
  const told = expect.stringMatching(/^cannot tell whether (?!.*cannot tell)/);
  const help = expect.stringContaining("Metadata: { Unconfused: { vendor: NAME } }");
  expect(findings).toMatchObject([
    { rule: "public-trust", severity: "medium", message: told, help },
    { rule: "account-scoped-principal", severity: "medium", message: told, help },
  ]);
  // Whether it is everybody nobody knows; that the account gets in is certain, and whose it is nobody knows.
  expect(findings.map((finding: object) => "witness" in finding)).toEqual([false, true]);
});
