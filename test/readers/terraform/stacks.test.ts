// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform and of Fn::Sub are written so
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Report } from "../../../src/index.ts";

const json = (value: unknown) => JSON.stringify(value);
const trust = (AWS: unknown) => ({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS } }] });
const template = (principal: unknown, more: object = {}) => ({
  Parameters: { Account: { Type: "String", Default: "111122223333" } },
  ...more,
  Resources: { Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust(principal) } } },
});
const ref = { Ref: "Account" };

/** Attributes of one resource as each kind of input has them. */
const inputs: readonly [string, (type: string, values: object) => Readonly<Record<string, string>>][] = [
  [
    "a plan",
    (type, values) => ({
      "plan.json": json({
        format_version: "1.2",
        resource_changes: [
          {
            address: `${type}.s`,
            mode: "managed",
            type,
            name: "s",
            change: { actions: ["create"], before: null, after: values, after_unknown: {} },
          },
        ],
      }),
    }),
  ],
  [
    "a state",
    (type, values) => ({
      "terraform.tfstate": json({
        version: 4,
        lineage: "x",
        resources: [{ mode: "managed", type, name: "s", provider: "p", instances: [{ attributes: values }] }],
      }),
    }),
  ],
  ["a configuration", (type, values) => ({ "main.tf.json": json({ resource: { [type]: { s: values } } }) })],
];

function report(files: Readonly<Record<string, string>>): Report {
  return check({ files: Object.entries(files).map(([path, content]) => ({ path, content })) });
}

/** "resource: caller" of every grant. */
function callers({ grants }: Report): readonly string[] {
  return grants.map(({ resource, callers: all }) => {
    return `${resource.id}: ${all.map((each) => `${each.class} ${each.account ?? ""}`.trim()).join(", ")}`;
  });
}

const notes = (of: Report) => of.notes.map(({ message }) => message);

describe.each(inputs)("in %s", (_, input) => {
  const escaped = (text: string) => (_ === "a configuration" ? text.replaceAll("${", () => "$${") : text);

  test.each(["aws_cloudformation_stack", "awscc_cloudformation_stack"])("the template of %s is judged", (type) => {
    const found = report(
      input(type, { template_body: json(template(ref)), parameters: { Account: "222222222222" }, template_url: null }),
    );
    expect(callers(found)).toEqual([`${type}.s/Role: undeclared 222222222222`]);
    expect([found.errors, found.notes]).toEqual([[], []]);
  });

  test("with defaults where it gives nothing", () => {
    const found = report(
      input("aws_cloudformation_stack", { template_body: json(template(ref)), parameters: null, template_url: null }),
    );
    expect(callers(found)).toEqual(["aws_cloudformation_stack.s/Role: undeclared 111122223333"]);
  });

  test("whatever language it is in, with functions of its own", () => {
    const body =
      "Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: sts:AssumeRole\n            Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }\n";
    const found = report(
      input("aws_cloudformation_stack", { template_body: escaped(body), parameters: null, template_url: null }),
    );
    expect(callers(found)).toEqual(["aws_cloudformation_stack.s/Role: own ${own}"]);
  });

  test("of a stack set, in accounts that may override what it is given", () => {
    const values = {
      template_body: json(template(ref)),
      parameters: [{ parameter_key: "Account", parameter_value: "222222222222" }],
      stack_instances_group: [{ parameter_overrides: [{ parameter_key: "Account", parameter_value: "333333333333" }] }],
      template_url: null,
    };
    expect(callers(report(input("awscc_cloudformation_stack_set", values)))).toEqual([
      "awscc_cloudformation_stack_set.s/Role: undeclared 333333333333, undeclared 222222222222",
    ]);
  });

  test.each([
    [
      "aws_cloudformation_stack",
      { template_url: "https://example.com/t.yaml" },
      "the template https://example.com/t.yaml",
    ],
    ["aws_cloudformation_stack_set", { template_url: null }, "a template that it does not name"],
    ["aws_servicecatalog_product", {}, "the template of the product"],
  ])("%s with %o is noted", (type, values, source) => {
    const found = report(input(type, { template_body: null, parameters: null, ...values }));
    expect(notes(found)).toEqual([`${type}.s: ${source} is not read`]);
    expect(found.notes[0]).toMatchObject({ file: Object.keys(input(type, {}))[0], line: 1 });
  });

  test("a template that does not parse is an error", () => {
    const found = report(
      input("aws_cloudformation_stack", { template_body: '{"Resources": {', parameters: null, template_url: null }),
    );
    expect(found.errors).toHaveLength(1);
    expect(notes(found)).toEqual(["aws_cloudformation_stack.s: the template in it is not read"]);
  });

  test("a role by Cloud Control is judged, other types are not", () => {
    const state = (type_name: string) => ({
      type_name,
      desired_state: json({ RoleName: "r", AssumeRolePolicyDocument: trust("*") }),
    });
    const role = report(input("aws_cloudcontrolapi_resource", state("AWS::IAM::Role")));
    expect(role.findings).toMatchObject([
      { rule: "public-trust", resource: { type: "AWS::IAM::Role", id: "aws_cloudcontrolapi_resource.s" } },
    ]);
    expect(report(input("aws_cloudcontrolapi_resource", state("AWS::SQS::Queue"))).grants).toEqual([]);
  });

  test("the trust policy of awscc_iam_role is judged", () => {
    const found = report(input("awscc_iam_role", { assume_role_policy_document: json(trust("*")) }));
    expect(found.findings).toMatchObject([{ rule: "public-trust", resource: { id: "awscc_iam_role.s" } }]);
  });
});

describe("in a configuration", () => {
  const stack = (values: object, more: object = {}) => ({
    "main.tf.json": json({ resource: { aws_cloudformation_stack: { s: values } }, ...more }),
  });

  test("what a variable decides of the text is so in every world", () => {
    const body = json(template("arn:aws:iam::${var.vendor}:root"));
    const variable = { vendor: { type: "string", default: "222222222222" } };
    const found = report(stack({ template_body: body }, { variable }));
    expect(callers(found)).toEqual(["aws_cloudformation_stack.s/Role: undeclared 222222222222, deployTime ${vendor}"]);
    expect(found.findings.map(({ rule }) => rule)).toContain("external-id-required");
  });

  test("what a variable gives to a parameter is bound by the variable's name", () => {
    const files = stack(
      { template_body: json(template(ref)), parameters: { Account: "${var.panther}" } },
      { variable: { panther: { type: "string" } } },
    );
    const [path, content] = Object.entries(files)[0] ?? ["", ""];
    const vendors = [{ name: "Panther", tenancy: "single" as const, accountParameters: ["panther"] }];
    const found = check({ files: [{ path, content }], config: { vendors } });
    expect(found.grants).toMatchObject([{ callers: [{ class: "vendor", vendor: "Panther" }], verdict: "ok" }]);
  });

  test("a template is one that a condition chooses", () => {
    const [one, other] = [template("222222222222"), template("*")].map(json).map((each) => each.replaceAll('"', '\\"'));
    const found = report(
      stack(
        { template_body: `\${var.open ? "${other}" : "${one}"}` },
        { variable: { open: { type: "bool", default: false } } },
      ),
    );
    expect(found.findings.map(({ rule }) => rule)).toEqual(["public-trust", "external-id-required"]);
    expect(found.grants).toHaveLength(2);
  });

  test("a template in a file of the run, and one made of values", () => {
    const files = {
      ...stack({ template_body: '${file("${path.module}/t.json")}' }),
      "t.json": json(template(ref)),
    };
    expect(callers(report(files))).toContain("aws_cloudformation_stack.s/Role: undeclared 111122223333");
    const made = stack({
      template_body:
        '${jsonencode({ Resources = { Role = { Type = "AWS::IAM::Role", Properties = { AssumeRolePolicyDocument = { Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }] } } } } })}',
    });
    expect(report(made).findings.map(({ rule }) => rule)).toEqual(["public-trust"]);
  });

  test("in a module, it is under the settings of the module's file", () => {
    const files = {
      "main.tf.json": json({ module: { m: { source: "./m" } } }),
      "m/main.tf.json": stack({ template_body: json(template(ref)) })["main.tf.json"],
    };
    const config = { scopes: [{ files: ["m/**"], accounts: { own: ["111122223333"] } }] };
    const found = check({ files: Object.entries(files).map(([path, content]) => ({ path, content })), config });
    expect(callers(found)).toEqual(["module.m.aws_cloudformation_stack.s/Role: own 111122223333"]);
  });

  test("one that deployment decides is noted", () => {
    const found = report(stack({ template_body: "${var.body}" }, { variable: { body: { type: "string" } } }));
    expect(notes(found)).toEqual(["aws_cloudformation_stack.s: variable body is not read"]);
  });

  test("no stack is made with no instance", () => {
    const found = report(stack({ count: 0, template_body: json(template("*")) }));
    expect([found.grants, found.notes]).toEqual([[], []]);
  });

  test("stacks of a set that are resources of their own override what it gives, those of another do not", () => {
    const instance = (stack_set_name: string, Account: string) => ({
      stack_set_name,
      parameter_overrides: { Account },
    });
    const files = {
      "sets.tf.json": json({
        resource: {
          aws_cloudformation_stack_set: {
            s: { name: "one", template_body: json(template(ref)), parameters: { Account: "222222222222" } },
          },
        },
      }),
      "stacks.tf.json": json({
        resource: {
          aws_cloudformation_stack_set_instance: {
            a: instance("${aws_cloudformation_stack_set.s.name}", "333333333333"),
            b: instance("other", "444455556666"),
          },
        },
      }),
    };
    expect(callers(report(files))).toEqual([
      "aws_cloudformation_stack_set.s/Role: undeclared 333333333333, undeclared 222222222222",
    ]);
  });
});

test("nothing of a template that is secret is told", () => {
  const secret = "s3cr3t-external-id";
  const policy = trust("222222222222");
  const statement = { ...policy.Statement[0], Condition: { StringEquals: { "sts:ExternalId": secret } } };
  const body = {
    Resources: {
      Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: { Statement: [statement] } } },
    },
  };
  const change = {
    actions: ["create"],
    before: null,
    after: { template_body: json(body), parameters: null },
    after_unknown: {},
    after_sensitive: { template_body: true },
  };
  const plan = {
    format_version: "1.2",
    resource_changes: [
      { address: "aws_cloudformation_stack.s", mode: "managed", type: "aws_cloudformation_stack", name: "s", change },
    ],
  };
  const found = report({ "plan.json": json(plan) });
  expect(found.grants).toHaveLength(1);
  expect(json(found)).not.toContain(secret);
  expect(json(found)).not.toContain("222222222222");
});
