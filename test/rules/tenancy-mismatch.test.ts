import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { parseConfig } from "../../src/config/load.ts";

const template = `Resources:
  Role:
    Type: AWS::IAM::Role
    Metadata:
      Unconfused:
        tenancy: single
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: "464622532012" }
            Action: sts:AssumeRole
`;

test("a file that calls a shared account single-tenant is told where it says so, and is not believed", () => {
  const { findings } = check({ files: [{ path: "role.yaml", content: template }] });
  const places = findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
  expect(places.sort()).toEqual(["external-id-required 11:31", "tenancy-mismatch 6:18"]);
});

test("a configuration that calls it so is told where it says so, with the principal beside it", () => {
  const said = 'vendors:\n  - name: Datadog\n    tenancy: single\n    accounts: ["464622532012"]\n';
  const content = template.replace("tenancy: single", "ignore: []");
  const config = parseConfig(said, "unconfused.yaml");
  const { findings } = check({ files: [{ path: "role.yaml", content }], config });
  expect(findings).toMatchObject([
    {
      rule: "tenancy-mismatch",
      ...{ file: "unconfused.yaml", line: 3, column: 14 },
      resource: { id: "Role" },
      related: [{ file: "role.yaml", line: 11, column: 31, message: "trusted here" }],
    },
  ]);
});

test("so is a scope of it", () => {
  const said =
    'scopes:\n  - files: ["*.yaml"]\n    vendors: [{ name: Datadog, tenancy: single, accounts: ["464622532012"] }]\n';
  const { findings } = check({
    files: [{ path: "role.yaml", content: template }],
    config: parseConfig(said, "unconfused.yaml"),
  });
  expect(findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)).toContain(
    "tenancy-mismatch unconfused.yaml:3",
  );
});

test("nobody calls an account single-tenant by saying so of another in the same policy", () => {
  const content = `Parameters:
  Collector: { Type: String, AllowedPattern: "[0-9]{12}" }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: { AWS: ["464622532012", !Ref Collector] }
            Condition: { StringEquals: { sts:ExternalId: 8f14e45f-ceea-467f-a0e6-5d1f6b1a2c3d } }
`;
  const { findings } = check({ files: [{ path: "role.yaml", content }], config: { tenancy: "single" } });
  // Collector may turn out to be Datadog's account, but it is Collector of whom the configuration speaks.
  expect(findings.map(({ rule, callers }) => [rule, ...callers.map(({ account }) => account)])).toEqual([
    ["external-id-in-single-tenant", "${Collector}"],
  ]);
});
