import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { check } from "../../src/check.ts";
import type { Finding, Report } from "../../src/findings/report.ts";
import { assembly, checkIn, MANIFEST, program, small, trust } from "./cdk/assemblies.ts";

const FILES = assembly("assembly");

/** Construct path, principal and verdict of every grant, with the line of the program. */
function grants({ grants }: Report): string[] {
  return grants.map(({ file, line, resource, principal, callers, verdict }) =>
    [`${file}:${line}`, resource.path, principal, callers.map((caller) => caller.class).join("+"), verdict].join(" "),
  );
}

test("a role in a CDK app at stacks.ts:24 is reported at stacks.ts:24, from synth output alone", () => {
  const { findings, errors } = checkIn("/app", FILES);
  expect(errors).toEqual([]);
  expect(findings.find(({ resource }) => resource.path === "Trust/Open/Resource")).toMatchObject({
    rule: "external-id-required",
    file: "stacks.ts",
    line: 24,
    column: 5,
    endLine: 24,
    endColumn: 6,
    resource: { format: "cdk", type: "AWS::IAM::Role", id: "Open2F4367FD" },
    related: [{ file: "cdk.out/Trust.template.json", line: 23, column: 16, message: "in the template" }],
  });
});

test("what the app could not look up is told: a placeholder reads like any value", () => {
  const manifest = FILES[MANIFEST] ?? "";
  const missing = ["ssm", "vpc-provider", "ssm"].map((provider, index) => ({ key: `k${index}`, provider, props: {} }));
  const without = (more: object) => JSON.stringify({ ...JSON.parse(manifest), ...more });
  const notes = (content: string) => checkIn("/app", { ...FILES, [MANIFEST]: content }).notes;
  expect(notes(without({ missing }))).toMatchObject([
    {
      message:
        "placeholders stand where the app looks values up (ssm, vpc-provider): run 'cdk synth' where it can, and check again",
      file: MANIFEST,
    },
  ]);
  expect(notes(without({ missing: [] }))).toEqual([]);
  expect(notes(manifest)).toEqual([]);
});

test("where the program is at hand, the place is the whole call", () => {
  const { findings } = checkIn("/app", { ...FILES, ...program() });
  const places = findings.filter(({ line }) => line === 24).map(({ column, endColumn }) => [column, endColumn]);
  expect(places).toEqual([[5, 5 + "new Role".length]]);
});

test("every role is judged, in stacks, nested stacks and stages, and by the account that each is deployed to", () => {
  const report = checkIn("/app", FILES);
  expect(grants(report).sort()).toEqual([
    "stacks.ts:100 Vendor/Bound/Resource arn:${AWS::Partition}:iam::222222222222:root undeclared ok",
    "stacks.ts:101 Vendor/Accepted/Resource arn:${AWS::Partition}:iam::222222222222:root undeclared finding",
    "stacks.ts:24 Trust/Open/Resource arn:${AWS::Partition}:iam::222222222222:root undeclared finding",
    "stacks.ts:25 Trust/Closed/Resource arn:${AWS::Partition}:iam::222222222222:root undeclared ok",
    "stacks.ts:26 Trust/TwoIds/Resource arn:${AWS::Partition}:iam::222222222222:root undeclared ok",
    "stacks.ts:27 Trust/Reader/Resource arn:aws:iam::333333333333:role/reader undeclared finding",
    "stacks.ts:28 Trust/Organization/Resource * own+unnamed unknown",
    "stacks.ts:29 Trust/Several/Resource arn:${AWS::Partition}:iam::333333333333:root undeclared finding",
    "stacks.ts:29 Trust/Several/Resource ec2.amazonaws.com service ok",
    "stacks.ts:32 Trust/Parameter/Resource arn:${AWS::Partition}:iam::${VendorAccount}:root deployTime finding",
    "stacks.ts:33 Trust/Own/Resource arn:${AWS::Partition}:iam::${AWS::AccountId}:root own ok",
    "stacks.ts:35 Trust/Deploy/Resource arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com federated ok",
    "stacks.ts:40 Trust/Function/ServiceRole/Resource lambda.amazonaws.com service ok",
    "stacks.ts:42 Trust/Members 333333333333 undeclared finding",
    "stacks.ts:53 Trust/Inner/Open/Resource arn:${AWS::Partition}:iam::333333333333:root undeclared finding",
    "stacks.ts:54 Trust/Inner/Parameter/Resource arn:${AWS::Partition}:iam::${VendorAccount}:root deployTime finding",
    "stacks.ts:61 Accounts/Root/Resource arn:${AWS::Partition}:iam::999988887777:root own ok",
    "stacks.ts:61 Production/Accounts/Root/Resource arn:${AWS::Partition}:iam::555566667777:root own ok",
    "stacks.ts:62 Accounts/Written/Resource arn:${AWS::Partition}:iam::999988887777:root own ok",
    "stacks.ts:62 Production/Accounts/Written/Resource arn:${AWS::Partition}:iam::999988887777:root undeclared finding",
    "stacks.ts:63 Accounts/Late 222222222222 undeclared finding",
    "stacks.ts:63 Accounts/Late ec2.amazonaws.com service ok",
    "stacks.ts:63 Production/Accounts/Late 222222222222 undeclared finding",
    "stacks.ts:63 Production/Accounts/Late ec2.amazonaws.com service ok",
  ]);
});

test("what the program adds to a resource's metadata silences its findings", () => {
  const { findings, suppressed } = checkIn("/app", FILES);
  expect(suppressed).toMatchObject([
    { resource: { path: "Vendor/Accepted/Resource" }, line: 101, by: "metadata", reason: "retired with the old stack" },
  ]);
  expect(findings.filter(({ rule }) => rule === "unused-ignore")).toEqual([]);
  const { findings: all } = checkIn("/app", FILES, { config: { inline: false } });
  expect(all.map(({ resource }) => resource.path)).toContain("Vendor/Accepted/Resource");
});

test("what the program adds to a resource's metadata names the vendor of its deploy-time accounts", () => {
  const files = small({}, { Metadata: { Unconfused: { vendor: "Panther" } } });
  const path = "cdk.out/Stack.template.json";
  const content = files[path]?.replace('"AWS":"222222222222"', '"AWS":{"Fn::ImportValue":"Collector"}') ?? "";
  const vendors = [{ name: "Panther", tenancy: "single", accounts: ["111122223333"] }] as const;
  const { grants, errors } = checkIn("/app", { ...files, [path]: content }, { config: { vendors } });
  expect(grants).toMatchObject([{ verdict: "ok", resource: { format: "cdk" }, callers: [{ vendor: "Panther" }] }]);
  expect(errors).toEqual([]);
  const { errors: misnamed } = checkIn(
    "/app",
    { ...files, [path]: content.replace("Panther", "Panter") },
    { config: { vendors } },
  );
  expect(misnamed).toMatchObject([
    { file: path, message: 'no vendor is called "Panter"', help: "did you mean Panther?" },
  ]);
});

test("the account of a stack is not that of the targets of its stack sets, but of their organization", () => {
  const account = "arn:aws:iam::222222222222:root";
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust(account) } };
  const body = JSON.stringify({ Resources: { Inner: role } });
  const template = {
    Resources: { Role: role, Set: { Type: "AWS::CloudFormation::StackSet", Properties: { TemplateBody: body } } },
  };
  const files = small({});
  const manifest = JSON.parse(files[MANIFEST] ?? "");
  manifest.artifacts.Stack.environment = "aws://222222222222/eu-west-1";
  const { grants } = checkIn("/app", {
    [MANIFEST]: JSON.stringify(manifest),
    "cdk.out/Stack.template.json": JSON.stringify(template),
  });
  expect(grants.map(({ resource, callers }) => [resource.id, callers[0]?.class])).toEqual([
    ["Role", "own"],
    ["Set/Inner", "organization"],
  ]);
});

test("a whole folder without `read`: every template once, as part of the assembly", () => {
  const files = Object.entries(FILES).map(([path, content]) => ({ path, content }));
  for (const all of [files, files.toReversed()]) {
    const report = check({ files: all });
    expect(report.errors).toEqual([]);
    expect(new Set(report.grants.map(({ resource }) => resource.format))).toEqual(new Set(["cdk"]));
    expect(report.grants).toHaveLength(checkIn("/app", FILES).grants.length);
    expect(report.findings.find(({ resource }) => resource.path === "Trust/Open/Resource")).toMatchObject({
      file: "stacks.ts",
      line: 24,
      related: [{ file: "cdk.out/Trust.template.json", line: 23 }],
    });
  }
});

test("synthesised by another machine, the place is told, and the machine's folders are not", () => {
  const moved = Object.fromEntries(
    Object.entries(FILES).map(([path, content]) => [path, content.replaceAll("(/app/", "(/home/ci/7/")]),
  );
  const report = check({ files: [{ path: MANIFEST, content: moved[MANIFEST] ?? "" }], read: (path) => moved[path] });
  expect(grants(report).sort()).toEqual(grants(checkIn("/app", FILES)).sort());
  expect(JSON.stringify(report)).not.toContain("/home");
});

describe("the same infrastructure", () => {
  const json = FILES["cdk.out/Trust.template.json"] ?? "";
  const told = ({ findings, unknowns }: Report) => {
    const without = ({
      resource: { id, type },
      ...rest
    }: Pick<Finding, "resource" | "message" | "callers"> & { rule: string }) => {
      const { message, callers, rule } = rest;
      return { id, type, message, callers, rule };
    };
    return [...findings, ...unknowns]
      .map(without)
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  };
  const only = small({});
  const stack = { ...only, "cdk.out/Stack.template.json": json };

  test("as YAML, JSON and CDK: the same findings, up to place and construct path", () => {
    const asJson = told(check({ files: [{ path: "a.json", content: json }] }));
    expect(asJson.length).toBeGreaterThan(4);
    expect(told(check({ files: [{ path: "a.yaml", content: stringify(JSON.parse(json)) }] }))).toEqual(asJson);
    expect(told(checkIn("/app", stack))).toEqual(asJson);
  });
});

describe("what is not there is an error that names it, and the rest is judged", () => {
  const PATH = [
    "cdk.out/Trust.template.json",
    "cdk.out/TrustInner67E51CCE.nested.template.json",
    "cdk.out/assembly-Production/manifest.json",
  ];
  test.each(PATH)("%s", (path) => {
    const { [path]: _, ...rest } = FILES;
    const { errors, findings } = checkIn("/app", rest);
    expect(errors).toEqual([
      {
        message: expect.stringContaining(`${path.slice("cdk.out/".length)}`),
        help: "run 'cdk synth' again, and check the whole folder that it writes",
        file: MANIFEST,
        line: expect.any(Number),
        column: expect.any(Number),
      },
    ]);
    expect(findings.length).toBeGreaterThan(0);
  });

  test("metadata that are missing or broken cost only the construct paths", () => {
    for (const metadata of [undefined, "{", "[1]", '{"/Trust/Open/Resource": {"type": 1}}']) {
      const { "cdk.out/Trust.metadata.json": _, "cdk.out/tree.json": __, ...rest } = FILES;
      const report = checkIn("/app", {
        ...rest,
        ...(metadata !== undefined && { "cdk.out/Trust.metadata.json": metadata }),
      });
      expect(report.errors).toEqual([]);
      expect(report.findings.filter(({ file }) => file === "cdk.out/Trust.template.json")).not.toEqual([]);
    }
  });

  test("a template that does not parse is an error in it", () => {
    const { errors } = checkIn("/app", { ...FILES, "cdk.out/Trust.template.json": '{"Resources": {' });
    expect(errors).toMatchObject([{ file: "cdk.out/Trust.template.json", line: 1 }]);
  });
});

describe("an assembly does not choose what is read", () => {
  test.each(["../secret.json", "/etc/secret.json", "x/../../secret.json", "C:\\secret.json", "..\\secret.json", "."])(
    "%s",
    (name) => {
      const asked: string[] = [];
      const files = small({});
      const content = (files[MANIFEST] ?? "").replace('"Stack.template.json"', JSON.stringify(name));
      const { errors } = check({
        files: [{ path: MANIFEST, content }],
        read(path) {
          asked.push(path);
          return undefined;
        },
      });
      expect(errors).toMatchObject([{ file: MANIFEST }]);
      expect(asked).toEqual([]);
    },
  );
});

test("a manifest of any version, with artifacts of any type", () => {
  const content = JSON.stringify({
    version: "99.0.0",
    artifacts: { Tomorrow: { type: "cdk:tomorrow", properties: [] } },
  });
  const { summary, errors } = check({ files: [{ path: MANIFEST, content }] });
  expect({ errors, files: summary.files }).toEqual({ errors: [], files: 1 });
});

test.each([
  ["no artifacts", { version: "1.0.0" }],
  ["artifacts of others", { version: "1.0.0", artifacts: { a: { type: "zip" } } }],
  ["no version", { artifacts: { a: { type: "cdk:tree" } } }],
])("other JSON is no assembly: %s", (_, value) => {
  expect(check({ files: [{ path: MANIFEST, content: JSON.stringify(value) }] }).summary.files).toBe(0);
});

test("an old schema: metadata in the manifest, the trace with the logical id", () => {
  const { findings, errors } = checkIn("/app", assembly("old"));
  expect(errors).toEqual([]);
  expect(findings.map(({ file, line, resource }) => `${file}:${line} ${resource.path}`)).toEqual([
    "cdk.out/Old.template.json:23 Old/Untraced/Resource",
    "lib/old-stack.ts:7 Old/Vendor/Resource",
  ]);
});

describe("a nested stack", () => {
  const { "cdk.out/Trust.metadata.json": _, ...byHash } = FILES;
  const { "cdk.out/Trust.assets.json": __, ...byMetadata } = FILES;
  const { "cdk.out/Trust.assets.json": ___, ...byNothing } = byHash;
  const told = JSON.parse(FILES["cdk.out/Trust.template.json"] ?? "");
  told.Resources.InnerNestedStackInnerNestedStackResource745E041B.Metadata = {
    "aws:asset:path": "TrustInner67E51CCE.nested.template.json",
  };

  test.each([
    ["the hash of its template", byHash],
    ["metadata of its construct", byMetadata],
    [
      "metadata in the template",
      { ...byHash, "cdk.out/Trust.assets.json": "{", "cdk.out/Trust.template.json": JSON.stringify(told) },
    ],
  ])("is known by %s", (_, files) => {
    const { grants, errors } = checkIn("/app", files);
    expect(errors).toEqual([]);
    expect(grants.filter(({ resource }) => resource.id.startsWith("InnerNestedStack"))).toHaveLength(2);
  });

  test("that nothing tells of is an error that names what is missing", () => {
    const { errors, grants } = checkIn("/app", byNothing);
    expect(errors).toMatchObject([
      { message: "Trust.assets.json, which a nested stack needs, is not in the assembly", file: MANIFEST },
    ]);
    expect(grants.length).toBeGreaterThan(15);
  });

  test("has the parameters of the stack around it", () => {
    const config = { vendors: [{ name: "Vendor", tenancy: "single", accountParameters: ["VendorAccount"] }] } as const;
    const { grants } = checkIn("/app", FILES, { config });
    expect(grants.find(({ resource }) => resource.path === "Trust/Inner/Parameter/Resource")).toMatchObject({
      callers: [{ class: "vendor", vendor: "Vendor" }],
      verdict: "ok",
    });
  });
});
