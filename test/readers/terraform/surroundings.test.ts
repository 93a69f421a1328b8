import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/text/document.ts";
import type { Shown } from "../../values/shown.ts";
import { type Files, outcomesIn, resources, valuesIn } from "./evaluated.ts";

describe("identities of the configuration are in its own account", () => {
  const cases: readonly (readonly [what: string, blocks: JsonObject, expression: string, value: Shown])[] = [
    ["a role", { name: "x" }, "aws_iam_role.i.arn", "arn:<aws_partition>:iam::<aws_caller_identity>:role/x"],
    [
      "a role with a path",
      { name: "x", path: "/p/" },
      "aws_iam_role.i.arn",
      "arn:<aws_partition>:iam::<aws_caller_identity>:role/p/x",
    ],
    [
      "a role without a name",
      {},
      "aws_iam_role.i.arn",
      "arn:<aws_partition>:iam::<aws_caller_identity>:role/<aws_iam_role.i>",
    ],
    ["its name", { name: "x" }, "aws_iam_role.i.name", "x"],
    [
      "what is made up for it",
      { name: "x" },
      "aws_iam_role.i.unique_id",
      "?known-after-apply aws_iam_role.i.unique_id",
    ],
  ];
  test.each(cases)("%s", (_, block, expression, value) => {
    const resource = { aws_iam_role: { i: block }, test_it: { r: { p: `\${${expression}}` } } };
    expect(valuesIn({ "main.tf.json": { resource } }, "test_it.r")).toEqual([value]);
  });

  test("an OIDC provider is called by its URL without the scheme", () => {
    const resource = {
      aws_iam_openid_connect_provider: { i: { url: "https://a.b/c" } },
      test_it: { r: { p: "${aws_iam_openid_connect_provider.i.arn}" } },
    };
    expect(valuesIn({ "main.tf.json": { resource } }, "test_it.r")).toEqual([
      "arn:<aws_partition>:iam::<aws_caller_identity>:oidc-provider/a.b/c",
    ]);
  });
});

test("API Gateway calls a function by an ARN of the own account", () => {
  const resource = {
    aws_api_gateway_rest_api: { i: { name: "a" } },
    test_it: { r: { p: "${aws_api_gateway_rest_api.i.execution_arn}/*/*" } },
  };
  expect(valuesIn({ "main.tf.json": { resource } }, "test_it.r")).toEqual([
    "arn:<aws_partition>:execute-api:<region>:<aws_caller_identity>:<aws_api_gateway_rest_api.i.execution_arn>/*/*",
  ]);
});

test("what CloudWatch Logs sends is an ARN of the own account", () => {
  const group = (mode: "resource" | "data", address: string): Files => ({
    "main.tf.json": {
      [mode]: { aws_cloudwatch_log_group: { g: { name: "a" } } },
    },
    "it.tf.json": { resource: { test_it: { r: { p: `\${${address}.arn}:*` } } } },
  });
  for (const [mode, address] of [
    ["resource", "aws_cloudwatch_log_group.g"],
    ["data", "data.aws_cloudwatch_log_group.g"],
  ] as const) {
    expect(valuesIn(group(mode, address), "test_it.r")).toEqual([
      `arn:<aws_partition>:logs:<region>:<aws_caller_identity>:log-group:<${address}.arn>:*`,
    ]);
  }
});

describe("accounts", () => {
  const role = (more: object = {}, provider: unknown = {}): Files => ({
    "main.tf.json": {
      provider: { aws: provider },
      data: { aws_caller_identity: { own: {}, b: { provider: "aws.b" } } },
      resource: {
        aws_iam_role: {
          r: { p: "${data.aws_caller_identity.own.account_id} ${data.aws_caller_identity.b.account_id}", ...more },
        },
      },
    } as unknown as JsonObject,
  });
  const sorts = (files: Files): unknown => {
    const [outcome] = outcomesIn(files, "aws_iam_role.r").outcomes;
    const { result } = outcome ?? {};
    return (
      result?.kind === "text" &&
      result.parts.map((part) => ("hole" in part ? [part.hole.sort, part.hole.owner] : part.text))
    );
  };

  test("of the provider that makes the role is the own one, of another provider one of ours", () => {
    expect(sorts(role())).toEqual([["own-account", undefined], " ", ["account", "organization"]]);
    expect(sorts(role({ provider: "aws.b" }))).toEqual([["account", "organization"], " ", ["own-account", undefined]]);
  });

  describe("that a variable carries are those of the providers which work there, whatever their number", () => {
    const carried = (provider: unknown, more: JsonObject = {}) => {
      const { resource, ...others } = role({}, provider)["main.tf.json"] as JsonObject;
      const { r } = (resource as { aws_iam_role: { r: JsonObject } }).aws_iam_role;
      const variable = { account: { default: "111122223333" } };
      return sorts({
        "main.tf.json": {
          ...others,
          variable,
          resource: { aws_iam_role: { r: { ...r, p: "${var.account}", ...more } } },
        },
      });
    };
    const roleArn = (account: string) => ({ assume_role: { role_arn: `arn:aws:iam::${account}:role/x` } });
    test.each([
      ["in the role that is assumed", roleArn("${var.account}"), "own-account"],
      ["as the only one allowed", { allowed_account_ids: ["${var.account}"] }, "own-account"],
      ["for the provider of the role", [{}, { alias: "b", ...roleArn("${var.account}") }], "account"],
      ["not as one of several", { allowed_account_ids: ["${var.account}", "1"] }, undefined],
      ["not in the name of the role", roleArn("111122223333:role/${var.account}"), undefined],
      ["not within the number", roleArn("1${var.account}"), undefined],
    ])("%s", (_, provider, sort) => {
      const found = carried(provider) as readonly (readonly [string | undefined, unknown])[];
      expect(Array.isArray(found[0]) ? found[0][0] : undefined).toBe(sort);
    });
  });

  const placed = (files: Files): unknown => {
    const found = resources(files).get("aws_iam_role.r");
    const { account, accounts } = found?.whereabouts?.() ?? {};
    return [account, accounts?.beside];
  };
  test.each([
    ["the only one allowed", { allowed_account_ids: ["111122223333"] }, ["111122223333", []]],
    ["none, of several allowed", { allowed_account_ids: ["111122223333", "444455556666"] }, [undefined, []]],
    [
      "that of the role that is assumed",
      { assume_role: { role_arn: "arn:aws:iam::111122223333:role/x" } },
      ["111122223333", []],
    ],
    [
      "of each provider its own",
      [{ allowed_account_ids: ["111122223333"] }, { alias: "b", allowed_account_ids: ["444455556666"] }],
      ["111122223333", ["444455556666"]],
    ],
    [
      "that of the caller of another provider",
      [
        { assume_role: { role_arn: "arn:aws:iam::${data.aws_caller_identity.b.account_id}:role/x" } },
        { alias: "b", allowed_account_ids: ["444455556666"] },
      ],
      ["444455556666", []],
    ],
    [
      "none, where only its own caller says which",
      { assume_role: { role_arn: "arn:aws:iam::${data.aws_caller_identity.own.account_id}:role/x" } },
      [undefined, []],
    ],
  ])("a provider tells: %s", (_, provider, expected) => {
    expect(placed(role({}, provider))).toEqual(expected);
  });

  test("a module's provider is the one that its call passes", () => {
    const files: Files = {
      "main.tf.json": {
        provider: { aws: [{ alias: "b", allowed_account_ids: ["444455556666"] }] },
        module: { m: { source: "./it", providers: { aws: "aws.b" } } },
      },
      "it/main.tf.json": { resource: { aws_iam_role: { r: { p: "x" } } } },
    };
    expect(resources(files).get("module.m.aws_iam_role.r")?.whereabouts?.().account).toBe("444455556666");
  });
});

describe("files beside the configuration", () => {
  const files = (template: string): Files => ({
    "app/main.tf.json": {
      locals: { text: '{"a":"$${a}"}' },
      data: {
        template_file: {
          of_file: { template: '${file("t.tpl")}', vars: { a: "1", b: true } },
          of_text: { template: '{"a":"$${a}"}', vars: { a: "1" } },
        },
      },
      resource: { test_it: { r: { p: template } } },
      module: { m: { source: "./it" } },
    },
    "app/it/main.tf.json": { resource: { test_it: { r: { p: '${file("${path.module}/p.json")}' } } } },
    "app/it/p.json": '{"in":"module"}',
    "app/p.json": '{"in":"root"}',
    "app/t.tpl": '{"a":"${a}"%{ if b }, "b":"$${x}"%{ endif }}',
    "app/broken.tpl": "${",
  });
  test.each([
    ['${file("p.json")}', '{"in":"root"}'],
    ['${file("${path.module}/p.json")}', '{"in":"root"}'],
    ['${templatefile("t.tpl", { a = "1", b = true })}', '{"a":"1", "b":"${x}"}'],
    ['${templatefile("${path.module}/t.tpl", { a = "1", b = false })}', '{"a":"1"}'],
    ['${file("nothing.json")}', "?file file nothing.json"],
    ['${file("/etc/passwd")}', "?file file /etc/passwd"],
    ['${templatefile("broken.tpl", {})}', "?file template app/broken.tpl"],
    ['${templatestring(local.text, { a = "1" })}', '{"a":"1"}'],
    ["${data.template_file.of_file.rendered}", '{"a":"1", "b":"${x}"}'],
    ["${data.template_file.of_text.rendered}", '{"a":"1"}'],
    ['${fileexists("p.json")}', "true"],
  ])("%s", (template, value) => {
    expect(valuesIn(files(template), "test_it.r")).toEqual([value]);
  });

  test("of a module are found from its folder", () => {
    expect(valuesIn(files("x"), "module.m.test_it.r")).toEqual(['{"in":"module"}']);
  });

  test("keep the places of their characters", () => {
    const { outcomes } = outcomesIn(files('${jsondecode(file("p.json"))}'), "test_it.r");
    const [{ result }] = outcomes as readonly [(typeof outcomes)[number]];
    const inner = result.kind === "map" ? result.entries.get("in")?.value.origin : undefined;
    const range = inner?.document.locate(inner.path);
    expect([inner?.document.source.path, range && inner?.document.source.position(range.start)]).toEqual([
      "app/p.json",
      { line: 1, column: 7 },
    ]);
  });
});
