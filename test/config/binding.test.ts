import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config, Vendor } from "../../src/config/config.ts";

const PANTHER: Vendor = { name: "Panther", tenancy: "single", accounts: ["111122223333"] };
const DATADOG: Vendor = { name: "Datadog", tenancy: "multi", accounts: ["444455556666"] };
const FOUND_NOWHERE: Vendor = { name: "Vault", tenancy: "single" };

interface Trusted {
  readonly principal: unknown;
  readonly condition?: unknown;
  /** Of the parameter P. */
  readonly declared?: Readonly<Record<string, unknown>>;
  readonly ofRole?: unknown;
  readonly ofTemplate?: unknown;
}

function template({ principal, condition, declared, ofRole, ofTemplate }: Trusted): string {
  const statement = { Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole", Condition: condition };
  const document = { Version: "2012-10-17", Statement: [statement] };
  return JSON.stringify({
    Parameters: { P: { Type: "String", ...declared }, Name: { Type: "String" } },
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Properties: { AssumeRolePolicyDocument: document },
        Metadata: ofRole && { Unconfused: ofRole },
      },
    },
    Metadata: ofTemplate && { Unconfused: ofTemplate },
  });
}

/** What a run says of who gets in, without where it stands. */
function verdicts(trusted: Trusted, config: Config) {
  const files = [{ path: "role.json", content: template(trusted) }];
  const { findings, unknowns, grants, errors } = check({ files, config });
  return {
    findings: findings.map(({ rule, callers, world }) => [rule, callers, world]),
    unknowns: unknowns.map(({ rule, callers, reason, source }) => [rule, callers, reason, source]),
    grants: grants.map(({ callers, verdict }) => [callers, verdict]),
    errors,
  };
}

const ROOT = { "Fn::Sub": "arn:aws:iam::${P}:root" };
const TAKEN_OUT = { "Fn::Select": [4, { "Fn::Split": [":", { Ref: "P" }] }] };
const REST = { "Fn::Sub": "arn:aws:iam::${P}:role/${Name}" };

describe("a resource whose metadata name the vendor is judged as if the parameter stood in its accountParameters", () => {
  const trusts: [string, Trusted][] = [
    ["the account in an ARN", { principal: ROOT }],
    ["a whole principal", { principal: { Ref: "P" } }],
    ["a list", { principal: { Ref: "P" }, declared: { Type: "CommaDelimitedList" } }],
    ["an account taken out of an ARN", { principal: TAKEN_OUT }],
    ["a role whose name deployment decides too", { principal: REST }],
    ["in a condition", { principal: "*", condition: { StringEquals: { "aws:PrincipalAccount": { Ref: "P" } } } }],
    ["an ARN in a condition", { principal: "*", condition: { ArnLike: { "aws:PrincipalArn": REST } } }],
    ["with the vendor's account for a default", { principal: ROOT, declared: { Default: "111122223333" } }],
    ["with another account for a default", { principal: ROOT, declared: { Default: "777788889999" } }],
    ["with a hidden default", { principal: ROOT, declared: { NoEcho: true, Default: "777788889999" } }],
    ["with the account for a hidden default", { principal: ROOT, declared: { NoEcho: true, Default: "111122223333" } }],
    ["without a default, hidden", { principal: ROOT, declared: { NoEcho: true } }],
    [
      "taken out of an ARN with a hidden default",
      { principal: TAKEN_OUT, declared: { NoEcho: true, Default: "arn:aws:iam::777788889999:root" } },
    ],
    [
      "beside an external ID that deployment decides in part",
      { principal: ROOT, condition: { StringEquals: { "sts:ExternalId": { "Fn::Sub": "id-${Name}" } } } },
    ],
    ["beside an account that is written", { principal: [ROOT, "777788889999"] }],
  ];
  const vendors: [string, Vendor][] = [
    ["of one account", PANTHER],
    ["of two accounts", { ...PANTHER, accounts: ["111122223333", "222233334444"] }],
    ["of none that is known", FOUND_NOWHERE],
    ["that serves many", DATADOG],
  ];
  const rows = trusts.flatMap(([what, trusted]) =>
    vendors.map(([whose, vendor]) => [what, whose, trusted, vendor] as const),
  );
  test.each(rows)("%s, a vendor %s", (_, __, trusted, vendor) => {
    const bound = verdicts({ ...trusted, ofRole: { vendor: vendor.name } }, { vendors: [vendor] });
    expect(bound).toEqual(verdicts(trusted, { vendors: [{ ...vendor, accountParameters: ["P"] }] }));
    expect(bound).not.toEqual(verdicts(trusted, { vendors: [vendor] }));
  });
});

describe("nothing else is bound", () => {
  const config: Config = { vendors: [PANTHER, { ...DATADOG, accountParameters: ["Theirs"] }] };
  const ALLOWED = ["111122223333", "777788889999"];
  test.each<[what: string, trusted: Trusted]>([
    ["an account that is written", { principal: "777788889999" }],
    ["one of those that a parameter allows", { principal: ROOT, declared: { AllowedValues: ALLOWED } }],
    ["the own account", { principal: { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root" } }],
    ["what a macro makes", { principal: { "Fn::Transform": { Name: "Trusted" } } }],
    ["the name of a role", { principal: { "Fn::Sub": "arn:aws:iam::777788889999:role/${Name}" } }],
    ["a role of the template", { principal: { Ref: "Role" } }],
  ])("%s", (_, trusted) => {
    expect(verdicts({ ...trusted, ofRole: { vendor: "Panther" } }, config)).toEqual(verdicts(trusted, config));
  });

  test("what the configuration says of a parameter outranks it", () => {
    const ours: Config = { vendors: [PANTHER, { ...DATADOG, accountParameters: ["P"] }] };
    const trusted = { principal: ROOT, declared: { NoEcho: true, Default: "777788889999" } };
    expect(verdicts({ ...trusted, ofRole: { vendor: "Panther" } }, ours)).toEqual(verdicts(trusted, ours));
    const organization: Config = { vendors: [PANTHER], accounts: { organizationParameters: ["P"] } };
    const { grants } = verdicts({ principal: ROOT, ofRole: { vendor: "Panther" } }, organization);
    expect(grants).toMatchObject([[[{ class: "organization" }], "ok"]]);
  });
});

test.each<[what: string, principal: unknown]>([
  ["an import", { "Fn::ImportValue": "Trusted" }],
  ["an attribute", { "Fn::GetAtt": ["Lookup", "Account"] }],
  ["a dynamic reference", "arn:aws:iam::{{resolve:ssm:/vendor/account}}:root"],
])("%s that is an account is the vendor's too", (_, principal) => {
  const config: Config = { tenancy: "single", vendors: [PANTHER] };
  const { unknowns } = verdicts({ principal }, config);
  expect(unknowns.map(([rule]) => rule)).toContain("account-scoped-principal");
  const { grants, ...told } = verdicts({ principal, ofRole: { vendor: "Panther" } }, config);
  expect(grants).toMatchObject([[[{ class: "vendor", vendor: "Panther" }], "ok"]]);
  expect(told).toEqual({ findings: [], unknowns: [], errors: [] });
});

describe("who speaks", () => {
  const config: Config = { vendors: [PANTHER, DATADOG] };
  const vendorsOf = (blocks: Pick<Trusted, "ofRole" | "ofTemplate">, more: Config = {}) => {
    const files = [{ path: "role.json", content: template({ principal: ROOT, ...blocks }) }];
    const { grants } = check({ files, config: { ...config, ...more } });
    return grants.flatMap(({ callers }) => callers.map((caller) => caller.vendor ?? caller.class));
  };

  test("the template, for its resources", () => {
    expect(vendorsOf({ ofTemplate: { vendor: "Panther" } })).toEqual(["Panther"]);
  });

  test("the resource before the template", () => {
    expect(vendorsOf({ ofRole: { vendor: "Datadog" }, ofTemplate: { vendor: "Panther" } })).toEqual(["Datadog"]);
    expect(vendorsOf({ ofRole: { tenancy: "multi" }, ofTemplate: { vendor: "Panther" } })).toEqual(["Panther"]);
  });

  test("nobody where the resource names none that is declared", () => {
    expect(vendorsOf({ ofRole: { vendor: "Datadgo" }, ofTemplate: { vendor: "Panther" } })).toEqual(["deployTime"]);
    expect(vendorsOf({ ofRole: { vendor: ["Panther"] } })).toEqual(["deployTime"]);
  });

  test("nobody where what a file says of itself counts for nothing", () => {
    expect(vendorsOf({ ofTemplate: { vendor: "Panther" } }, { inline: false })).toEqual(["deployTime"]);
  });

  test("a vendor of a scope, in its files", () => {
    const scoped = (files: string): Config => ({ vendors: [], scopes: [{ files: [files], vendors: [PANTHER] }] });
    expect(vendorsOf({ ofRole: { vendor: "Panther" } }, scoped("role.json"))).toEqual(["Panther"]);
    expect(vendorsOf({ ofRole: { vendor: "Panther" } }, scoped("other.json"))).toEqual(["deployTime"]);
  });
});

test("in YAML it stands with the resource, and lets nobody else in", () => {
  const content = `Parameters:
  Collector: { Type: String }
Resources:
  Bound:
    Type: AWS::IAM::Role
    Metadata:
      Unconfused: { vendor: Panther }
    Properties: &trusting
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: !Sub "arn:aws:iam::\${Collector}:root" } }
  Open:
    Type: AWS::IAM::Role
    Properties: *trusting
`;
  const config: Config = { tenancy: "single", vendors: [PANTHER] };
  const { grants, unknowns } = check({ files: [{ path: "role.yaml", content }], config });
  expect(grants).toMatchObject([
    { resource: { id: "Bound" }, verdict: "ok", callers: [{ vendor: "Panther", tenancyFrom: "vendor" }] },
    { resource: { id: "Open" }, verdict: "unknown", callers: [{ class: "deployTime" }] },
  ]);
  expect(unknowns).toMatchObject([{ rule: "account-scoped-principal", resource: { id: "Open" } }]);
});
