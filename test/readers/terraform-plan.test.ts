import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { readerOf } from "../../src/readers/index.ts";
import type { Json, JsonObject } from "../../src/text/document.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";
import { change, configuration, grants, plan, report, trust, VENDOR } from "./terraform/making.ts";

const known = { assume_role_policy: trust({ AWS: VENDOR }) };
const later = { after_unknown: { assume_role_policy: true } };

describe("recognises", () => {
  test.each<[string, Json, string | undefined]>([
    ["a plan", plan([]), "terraform-plan"],
    ["a plan without changes", { format_version: "1.2", planned_values: {} }, "terraform-plan"],
    ["a plan that has only errors", { format_version: "1.2", configuration: {}, errored: true }, "terraform-plan"],
    ["no other JSON that has changes", { resource_changes: [] }, undefined],
    ["no file of another tool with a version", { format_version: "latest", configuration: {} }, undefined],
  ])("%s", (_, value, expected) => {
    const [document] = parse(source("a.json", JSON.stringify(value))).documents;
    expect(document && readerOf(document)?.format).toBe(expected);
  });
});

describe("judges what will be there", () => {
  test.each<[string, Json]>([
    ["created", change("aws_iam_role.r", known)],
    ["updated", change("aws_iam_role.r", known, { actions: ["update"], before: {} })],
    ["left as it is", change("aws_iam_role.r", known, { actions: ["no-op"], before: known })],
    ["replaced", change("aws_iam_role.r", known, { actions: ["delete", "create"], before: {} })],
    ["of an action that no one knows yet", change("aws_iam_role.r", known, { actions: ["transmute"] })],
    ["in a module", change("module.m[0].aws_iam_role.r", known, { module_address: "module.m[0]" })],
    ["one of several", change('aws_iam_role.r["a.b"]', known, { index: "a.b" })],
  ])("%s", (_, one) => {
    const { address } = one as { address: string };
    expect(grants(report(plan([one])))).toEqual([`${address} ${VENDOR} undeclared finding`]);
  });

  test.each<[string, Json]>([
    ["deleted", change("aws_iam_role.r", null, { actions: ["delete"], before: known })],
    ["forgotten", change("aws_iam_role.r", null, { actions: ["forget"], before: known })],
    ["a data source", change("data.aws_iam_role.r", known, { mode: "data", actions: ["read"] })],
    ["what a replacement left behind", { ...change("aws_iam_role.r", known), deposed: "0a1b2c3d" }],
    ["of another type", change("aws_iam_user.r", known, { type: "aws_iam_user" })],
  ])("and nothing that is %s", (_, one) => {
    const { errors, summary } = report(plan([one]));
    expect({ errors, files: summary.files, policies: summary.policies }).toEqual({ errors: [], files: 1, policies: 0 });
  });

  // By hand: only an experimental Terraform puts changes off. The form is that of its internal/command/jsonplan.
  test.each<[string, Json, string[]]>([
    ["with what is known of it", change("aws_iam_role.r", known), [`aws_iam_role.r ${VENDOR} undeclared finding`]],
    [
      "before it is known for which keys it will be there",
      { ...change('aws_iam_role.r["*"]', known), index_unknown: true },
      [`aws_iam_role.r["*"] ${VENDOR} undeclared finding`],
    ],
    [
      "without its policy",
      change("aws_iam_role.r", {}, later),
      ["aws_iam_role.r ${aws_iam_role.r.assume_role_policy} own+unnamed unknown"],
    ],
  ])("put off to a later run, %s", (_, put, expected) => {
    const deferred_changes = [{ reason: "instance_count_unknown", resource_change: put }];
    expect(grants(report(plan([], { deferred_changes, complete: false })))).toEqual(expected);
  });

  test.each<[string, JsonObject]>([
    ["of which a tool left the planned values only", {}],
    ["whose list of changes is empty", { resource_changes: [] }],
  ])("of a plan %s", (_, more) => {
    const resource = { mode: "managed", type: "aws_iam_role", name: "r" };
    const inner = { ...resource, address: "module.m.aws_iam_role.r", values: known };
    const root_module = {
      resources: [{ ...resource, address: "aws_iam_role.r", values: {} }],
      child_modules: [{ address: "module.m", resources: [inner] }],
    };
    // What is there is judged as it will be.
    const before = { ...inner, values: { assume_role_policy: trust({ AWS: "*" }) } };
    const prior_state = { values: { root_module: { child_modules: [{ address: "module.m", resources: [before] }] } } };
    const whole = { format_version: "1.2", planned_values: { root_module }, prior_state, ...more };
    expect(grants(report(whole))).toEqual([
      "aws_iam_role.r ${aws_iam_role.r.assume_role_policy} own+unnamed unknown",
      `module.m.aws_iam_role.r ${VENDOR} undeclared finding`,
    ]);
  });

  test("at the principal's own characters within the text of the policy", () => {
    const content = JSON.stringify(plan([change("aws_iam_role.r", known)]));
    const [finding] = report(plan([change("aws_iam_role.r", known)])).findings;
    const column = content.indexOf(VENDOR) - 1;
    expect(finding).toMatchObject({ line: 1, column, endColumn: column + VENDOR.length + 4 });
    expect(content.slice(column - 1, column + VENDOR.length + 3)).toBe(`\\"${VENDOR}\\"`);
  });
});

/** A data source of which the identifiers `null` come with the apply. */
function deferred(name: string, identifiers: readonly Json[], more: JsonObject = {}): JsonObject {
  const marks = { identifiers: identifiers.map((each) => each === null) };
  const { module_address, index } = more;
  const prefix = module_address === undefined ? "" : `${String(module_address)}.`;
  const suffix = index === undefined ? "" : `[${JSON.stringify(index)}]`;
  return change(
    `${prefix}data.aws_iam_policy_document.${name}${suffix}`,
    { statement: [{ actions: ["sts:AssumeRole"], principals: [{ type: "AWS", identifiers }] }] },
    {
      ...more,
      mode: "data",
      type: "aws_iam_policy_document",
      name,
      actions: ["read"],
      after_unknown: { json: true, id: true, statement: [{ principals: [marks] }] },
    },
  );
}

const role = (reference: string) => ({
  address: "aws_iam_role.r",
  expressions: { assume_role_policy: { references: [reference, reference.replace(/\.\w+$/, "")] } },
});
const data = (name: string, ...references: readonly string[]) => ({
  address: `data.aws_iam_policy_document.${name}`,
  expressions: { statement: [{ principals: [{ type: { constant_value: "AWS" }, identifiers: { references } }] }] },
});

describe("what is known after apply", () => {
  test.each<[string, readonly Json[], JsonObject, string[]]>([
    [
      "a policy document is put together, with the one identifier that is not known",
      [change("aws_iam_role.r", {}, later), deferred("d", [VENDOR, null])],
      { resources: [role("data.aws_iam_policy_document.d.json"), data("d", "aws_external_saas_account.v.id")] },
      [
        `aws_iam_role.r ${VENDOR} undeclared finding`,
        "aws_iam_role.r ${aws_external_saas_account.v.id} undeclared+deployTime+own+unnamed finding",
      ],
    ],
    [
      "an account that the plan makes is ours",
      [change("aws_iam_role.r", {}, later), deferred("d", [null])],
      { resources: [role("data.aws_iam_policy_document.d.json"), data("d", "aws_organizations_account.v.id")] },
      ["aws_iam_role.r ${aws_organizations_account.v.id} organization ok"],
    ],
    [
      "of several instances, that of the same key",
      [
        change('aws_iam_role.r["a"]', {}, { ...later, index: "a" }),
        deferred("d", ["111122223333"], { index: "b" }),
        deferred("d", [VENDOR], { index: "a" }),
      ],
      {
        resources: [
          {
            ...role("data.aws_iam_policy_document.d"),
            expressions: { assume_role_policy: { references: ["data.aws_iam_policy_document.d", "each.key"] } },
          },
          data("d"),
        ],
      },
      [`aws_iam_role.r["a"] ${VENDOR} undeclared finding`],
    ],
    [
      "through the variable of a module",
      [change("module.m.aws_iam_role.r", {}, { ...later, module_address: "module.m" }), deferred("d", [VENDOR])],
      {
        resources: [data("d")],
        module_calls: {
          m: {
            expressions: { policy: { references: ["data.aws_iam_policy_document.d.json"] } },
            module: { resources: [role("var.policy")], variables: { policy: {} } },
          },
        },
      },
      [`module.m.aws_iam_role.r ${VENDOR} undeclared finding`],
    ],
    [
      "of several documents in one, each in its place",
      [
        change("aws_iam_role.r", {}, later),
        deferred("one", [VENDOR]),
        deferred("two", ["333344445555"]),
        change(
          "data.aws_iam_policy_document.all",
          { source_policy_documents: [null, null], statement: null },
          {
            ...{ mode: "data", type: "aws_iam_policy_document", name: "all" },
            after_unknown: { json: true, source_policy_documents: [true, true] },
          },
        ),
      ],
      {
        resources: [
          role("data.aws_iam_policy_document.all.json"),
          data("one"),
          data("two"),
          {
            address: "data.aws_iam_policy_document.all",
            expressions: {
              source_policy_documents: {
                references: ["data.aws_iam_policy_document.one.json", "data.aws_iam_policy_document.two.minified_json"],
              },
            },
          },
        ],
      },
      [`aws_iam_role.r ${VENDOR} undeclared finding`, "aws_iam_role.r 333344445555 undeclared finding"],
    ],
    [
      "through the output of a module",
      [change("aws_iam_role.r", {}, later), deferred("d", [VENDOR], { module_address: "module.m" })],
      {
        resources: [role("module.m.policy")],
        module_calls: {
          m: {
            module: {
              resources: [data("d")],
              outputs: { policy: { expression: { references: ["data.aws_iam_policy_document.d.json"] } } },
            },
          },
        },
      },
      [`aws_iam_role.r ${VENDOR} undeclared finding`],
    ],
  ])("%s", (_, changes, root, expected) => {
    expect(grants(report(plan(changes, configuration(root))))).toEqual(expected);
  });

  const ownRole = change(
    "aws_iam_role.mine",
    { name: "mine", path: "/a/" },
    { name: "mine", after_unknown: { arn: true } },
  );
  const mine = { address: "aws_iam_role.mine", provider_config_key: "aws" };
  const trusting = { ...role("data.aws_iam_policy_document.d.json"), provider_config_key: "aws" };
  const waiting = [change("aws_iam_role.r", {}, later), deferred("d", [null]), ownRole];
  const ARN = "arn:${aws_partition}:iam::";
  test.each<[string, readonly Json[], readonly JsonObject[], string]>([
    [
      "of the same provider: in the own account",
      waiting,
      [trusting, mine, data("d", "aws_iam_role.mine.arn", "aws_iam_role.mine")],
      `${ARN}\${aws_caller_identity}:role/a/mine own ok`,
    ],
    [
      "of another provider: in an account of ours",
      waiting,
      [trusting, { ...mine, provider_config_key: "aws.other" }, data("d", "aws_iam_role.mine.arn")],
      `${ARN}\${aws.other}:role/a/mine organization ok`,
    ],
    [
      "without a name yet",
      [
        ...waiting.slice(0, 2),
        change("aws_iam_role.mine", {}, { name: "mine", after_unknown: { arn: true, name: true } }),
      ],
      [trusting, mine, data("d", "aws_iam_role.mine.arn")],
      `${ARN}\${aws_caller_identity}:role\${aws_iam_role.mine.arn} own ok`,
    ],
  ])("an identifier that can only be the ARN of a role of the plan, %s", (_, changes, resources, expected) => {
    const all = grants(report(plan(changes, configuration({ resources }))));
    expect(all.filter((grant) => grant.startsWith("aws_iam_role.r "))).toEqual([`aws_iam_role.r ${expected}`]);
  });

  test.each<[string, readonly JsonObject[]]>([
    ["another attribute of it", [trusting, mine, data("d", "aws_iam_role.mine.unique_id")]],
    ["something else as well", [trusting, mine, data("d", "aws_iam_role.mine.arn", "local.other")]],
    ["a role that the plan does not show", [trusting, data("d", "aws_iam_role.elsewhere.arn")]],
    ["the key of an instance's value", [trusting, mine, data("d", "aws_iam_role.mine.arn", "each.value")]],
    [
      "a dynamic block, which the configuration leaves out",
      [
        trusting,
        mine,
        {
          address: "data.aws_iam_policy_document.d",
          expressions: { version: { references: ["aws_iam_role.mine.arn"] } },
        },
      ],
    ],
  ])("but not where it may be %s", (_, resources) => {
    const [grant] = report(plan(waiting, configuration({ resources }))).grants;
    expect(grant?.callers.map((caller) => caller.class)).toContain("deployTime");
  });

  test.each<[string, readonly Json[], JsonObject, string]>([
    [
      "what the expression refers to",
      [change("aws_iam_role.r", {}, later)],
      { resources: [role("aws_external_saas_account.v.id")] },
      "aws_external_saas_account.v.id, known after apply",
    ],
    [
      "of several that which waits itself",
      [
        change("aws_iam_role.r", {}, later),
        change(
          "aws_external_saas_account.v",
          {},
          { type: "aws_external_saas_account", name: "v", after_unknown: { id: true } },
        ),
      ],
      {
        resources: [
          {
            address: "aws_iam_role.r",
            expressions: { assume_role_policy: { references: ["var.known", "aws_external_saas_account.v.id"] } },
          },
        ],
      },
      "aws_external_saas_account.v.id, known after apply",
    ],
    [
      "the attribute itself, where the configuration says nothing",
      [change("aws_iam_role.r", {}, later)],
      {},
      "aws_iam_role.r.assume_role_policy, known after apply",
    ],
  ])("else it is unknown, and names %s", (_, changes, root, expected) => {
    const { findings, unknowns } = report(plan(changes, configuration(root)));
    expect(findings).toEqual([]);
    expect(new Set(unknowns.map(({ source }) => source))).toEqual(new Set([expected]));
  });
});

describe("what the plan says nothing of stays as it is", () => {
  const there = (address: string) => ({ address, mode: "managed", type: "aws_iam_role", name: "r", values: known });
  const prior = (...resources: readonly Json[]) => ({ prior_state: { values: { root_module: { resources } } } });
  test.each<[string, Json, string[]]>([
    ["a role", plan([], prior(there("aws_iam_role.r"))), ["aws_iam_role.r"]],
    ["but not one that is changed", plan([change("aws_iam_role.r", null)], prior(there("aws_iam_role.r"))), []],
    [
      "nor one that is moved",
      plan(
        [{ ...change("aws_iam_role.new", known), previous_address: "aws_iam_role.r" }],
        prior(there("aws_iam_role.r")),
      ),
      ["aws_iam_role.new"],
    ],
  ])("%s", (_, content, addresses) => {
    expect(grants(report(content))).toEqual(addresses.map((address) => `${address} ${VENDOR} undeclared finding`));
  });
});

test("a secret that an expression in the JSON syntax refers to is not told", () => {
  const written = JSON.parse(
    trust({ AWS: VENDOR }, { StringEquals: { "sts:ExternalId": "${var.id}", "aws:x": "${test_it.l.id}" } }),
  );
  const constant_value = JSON.stringify(written);
  const resources = [
    {
      address: "aws_iam_role.r",
      expressions: { assume_role_policy: { constant_value, references: ["var.id", "test_it.l.id", "test_it.l"] } },
    },
  ];
  const more = {
    ...configuration({ resources, variables: { id: { sensitive: true } } }),
    variables: { id: { value: "the-secret-id" } },
  };
  const made = report(plan([change("aws_iam_role.r", {}, later)], more));
  expect(grants(made)).toEqual([expect.stringContaining("aws_iam_role.r (sensitive) undeclared")]);
  expect(JSON.stringify(made)).not.toContain("the-secret-id");
});

describe("whose accounts they are", () => {
  const root = (account: string) => `arn:aws:iam::${account}:root`;
  const trusting = (account: string) => ({ assume_role_policy: trust({ AWS: root(account) }) });
  const resources = [
    { address: "aws_iam_role.r", provider_config_key: "aws" },
    { address: "data.aws_caller_identity.me", provider_config_key: "aws" },
    { address: "data.aws_caller_identity.other", provider_config_key: "aws.other" },
  ];
  const identity = (name: string, account_id: string) => ({
    address: `data.aws_caller_identity.${name}`,
    mode: "data",
    type: "aws_caller_identity",
    name,
    values: { account_id },
  });
  const provider = (expressions: JsonObject) => ({ aws: { name: "aws", expressions } });
  const classOf = (more: JsonObject): readonly string[] | undefined => {
    const changes = [change("aws_iam_role.r", trusting("999988887777"))];
    const [grant] = report(plan(changes, { ...configuration({ resources }), ...more })).grants;
    return grant?.callers.map((caller) => caller.class);
  };

  test.each<[string, Json, string]>([
    ["the caller's identity", identity("me", "999988887777"), "own"],
    ["another provider's caller identity", identity("other", "999988887777"), "organization"],
    ["another caller identity", identity("me", "111122223333"), "undeclared"],
  ])("the account of %s", (_, one, expected) => {
    expect(classOf({ prior_state: { values: { root_module: { resources: [one] } } } })).toEqual([expected]);
  });

  const arn = (account: string) => ({ role_arn: { constant_value: `arn:aws:iam::${account}:role/deploy` } });
  const variables = {
    account: { value: "999988887777" },
    ids: { value: ["999988887777"] },
    all: { value: { account: "999988887777" } },
  };
  test.each<[string, JsonObject, string]>([
    ["is allowed alone", { allowed_account_ids: { constant_value: ["999988887777"] } }, "own"],
    ["is allowed alone, by a variable", { allowed_account_ids: { references: ["var.ids"] } }, "own"],
    [
      "is allowed among others",
      { allowed_account_ids: { constant_value: ["999988887777", "111122223333"] } },
      "undeclared",
    ],
    ["assumes a role of", { assume_role: [arn("999988887777")] }, "own"],
    ["assumes a role of in the end", { assume_role: [arn("111122223333"), arn("999988887777")] }, "own"],
    ["assumes a role of with a token", { assume_role_with_web_identity: [arn("999988887777")] }, "own"],
    [
      "assumes a role of, with a variable in its ARN",
      { assume_role: [{ role_arn: { references: ["var.account"] } }] },
      "own",
    ],
    [
      "assumes a role of, with an attribute of a variable in its ARN",
      { assume_role: [{ role_arn: { references: ["var.all.account", "var.all"] } }] },
      "own",
    ],
    [
      "may assume a role of, with two variables in its ARN",
      { assume_role: [{ role_arn: { references: ["var.account", "var.ids"] } }] },
      "undeclared",
    ],
  ])("the account that the provider %s", (_, expressions, expected) => {
    expect(classOf({ ...configuration({ resources }, { provider_config: provider(expressions) }), variables })).toEqual(
      [expected],
    );
  });

  test("the account in the role's own ARN, whatever the provider says", () => {
    const more = configuration(
      { resources },
      { provider_config: provider({ allowed_account_ids: { constant_value: ["111122223333"] } }) },
    );
    const after = { ...trusting("999988887777"), arn: "arn:aws:iam::999988887777:role/r" };
    expect(grants(report(plan([change("aws_iam_role.r", after, { actions: ["no-op"] })], more)))).toEqual([
      `aws_iam_role.r ${root("999988887777")} own ok`,
    ]);
  });

  test("the account that a variable brings, which the configuration says carries the vendor's", () => {
    const more = { variables: { vendor_account: { value: "222233334444" } } };
    const vendors = [{ name: "Ours", tenancy: "single", accountParameters: ["vendor_account"] }] as const;
    expect(grants(report(plan([change("aws_iam_role.r", known)], more), { vendors }))).toEqual([
      `aws_iam_role.r ${VENDOR} vendor ok`,
    ]);
  });
});

describe("what is no plan that can be read whole", () => {
  test("a policy that was cut out of it is unknown, not absent", () => {
    const { unknowns, summary } = report(plan([change("aws_iam_role.r", { name: "r" })]));
    expect(summary.grants).toEqual({ ok: 0, finding: 0, unknown: 1 });
    expect(unknowns.map(({ reason, source }) => `${reason}: ${source}`)).toContain(
      "file: aws_iam_role.r.assume_role_policy, of which the file tells nothing",
    );
  });

  test("a later format", () => {
    expect(report({ ...plan([]), format_version: "2.0" }).errors).toEqual([
      {
        message: "a Terraform plan of format version 2.0; this version of unconfused reads up to 1.x",
        help: "update unconfused, or write the file with an earlier Terraform",
        file: "plan.json",
        line: 1,
        column: 19,
      },
    ]);
  });

  test("a minor version that is not known yet is read", () => {
    expect(report({ ...plan([change("aws_iam_role.r", known)]), format_version: "1.99" }).findings).toHaveLength(1);
  });

  test("one that ended in an error is read as far as it goes, and is an error", () => {
    const { errors, findings } = report(plan([change("aws_iam_role.r", known)], { errored: true }));
    expect(errors.map(({ message }) => message)).toEqual(["this plan is incomplete: Terraform stopped at an error"]);
    expect(findings).toHaveLength(1);
  });

  test("half of one: an error where it ends", () => {
    const content = JSON.stringify(plan([change("aws_iam_role.r", known)])).slice(0, 200);
    expect(check({ files: [{ path: "plan.json", content }] }).errors).toMatchObject([
      { file: "plan.json", line: 1, column: 201, help: "close it; is a part of the file missing?" },
    ]);
  });

  test.each<[string, Json]>([
    ["changes that are no list", { ...plan([]), resource_changes: {} }],
    ["a change that is none", plan([null, 1, "x", [], {}, { change: {} }, { address: "a", change: { after: {} } }])],
    ["a configuration that is none", plan([change("aws_iam_role.r", {}, later)], { configuration: [1] })],
    [
      "names of JavaScript",
      plan(
        [change("__proto__", { __proto__: 1, constructor: 2 }, later)],
        configuration({ module_calls: { constructor: {} } }),
      ),
    ],
    [
      "a document made of itself, twice",
      plan(
        [
          change("aws_iam_role.r", {}, later),
          change(
            "data.aws_iam_policy_document.d",
            { source_policy_documents: [null, null] },
            {
              ...{ mode: "data", type: "aws_iam_policy_document", name: "d" },
              after_unknown: { json: true, source_policy_documents: [true, true] },
            },
          ),
        ],
        configuration({
          resources: [
            role("data.aws_iam_policy_document.d.json"),
            {
              address: "data.aws_iam_policy_document.d",
              expressions: {
                source_policy_documents: {
                  references: ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d.minified_json"],
                },
              },
            },
          ],
        }),
      ),
    ],
    ["a policy that is a number", plan([change("aws_iam_role.r", { assume_role_policy: 7 })])],
  ])("hostile: %s", (_, content) => {
    expect(report(content).errors).toEqual([]);
  });
});
