// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are written so
// In each notation a trust policy that is told by another comes to what judging it alone comes to.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import type { Form } from "../../../src/examples/form.ts";
import { policiesOf } from "../../../src/policies/find.ts";
import type { Json } from "../../../src/text/document.ts";
import { forms } from "../../forms.ts";
import { PATIENCE, running } from "../../oracle/runs.ts";
import { CONFIG, type Filling, filled, filling, form, WITH_VENDORS } from "./filled.ts";
import { runOnFiles, unwritten } from "./judged.ts";

/** Each policy in a folder of its own; what a notation cannot say is left out. */
function run(policies: readonly (readonly [Form, Json])[], config: Config = CONFIG) {
  const files = policies.flatMap(([{ write }, policy], index) => {
    const written = write(policy, {});
    if ("reason" in written) return [];
    return written.files.map(({ path, content }) => ({ path: `${index}/${path}`, content }));
  });
  const { resources, ...judging } = runOnFiles(files, config);
  return { ...judging, resources: resources.filter(({ type }) => /iam_role$|IAM::Role$/i.test(type)) };
}

const policy = (account: string, id?: string, more: object = {}): Json => ({
  Version: "2012-10-17",
  Statement: [
    {
      ...{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: `arn:aws:iam::${account}:root` } },
      ...(id !== undefined && { Condition: { StringEquals: { "sts:ExternalId": id } } }),
      ...more,
    },
  ],
});
const USUAL = policy("200000000019", "c0ffee00-aaaa");
const ALIKE = policy("200000000027", "c0ffee00-bbbb");

describe.each(forms)("$name", (notation) => {
  const toldByUsual = (other: Json): boolean => {
    const { resources, isToldBy } = run([
      [notation, USUAL],
      [notation, other],
    ]);
    const [, second] = resources;
    return second !== undefined && isToldBy(resources.slice(0, 1), second);
  };

  test("tells a policy by one that is written like it", () => {
    // The CDK leaves the partition of each ARN to deployment.
    expect(toldByUsual(ALIKE)).toBe(notation.name !== "CDK");
  });

  test("does not where it is written otherwise", () => {
    expect(toldByUsual(policy("200000000027"))).toBe(false);
    expect(toldByUsual(policy("999988887777", "c0ffee00-aaaa"))).toBe(false);
    expect(toldByUsual(policy("200000000027", "changeme"))).toBe(false);
    expect(toldByUsual(policy("200000000027", "c0ffee00-aaaa", { Effect: "Deny" }))).toBe(false);
  });
});

const shown = (after: Json, after_unknown: Json): Json => ({
  ...{ address: "aws_iam_role.r", mode: "managed", type: "aws_iam_role", name: "r" },
  change: { actions: ["create"], before: null, after: { assume_role_policy: after }, after_unknown },
});

/** What stands at the attribute of a plan's role, as it is written. */
function writtenInPlan(after: Json, after_unknown: Json = {}): Json | undefined {
  const content = JSON.stringify({ format_version: "1.2", resource_changes: [shown(after, after_unknown)] });
  const [role] = runOnFiles([{ path: "plan.json", content }], CONFIG).resources;
  const written = role?.written?.("assume_role_policy");
  return typeof written === "string" ? undefined : written?.json;
}

describe("a policy of a plan is what is written where", () => {
  const text = JSON.stringify(USUAL);

  test("nothing of it is left to the apply", () => {
    expect(writtenInPlan(text)).toEqual(USUAL);
    expect(writtenInPlan(text, { assume_role_policy: false })).toEqual(USUAL);
    expect(writtenInPlan(text, { assume_role_policy: true })).toBeUndefined();
  });

  test("it is the text of an object", () => {
    for (const other of ["", "a", `[${text}]`, `"${text}`, `${text},`, text.replace("Allow", "\ue0000\ue000")])
      expect(writtenInPlan(other), `${other}`).toBeUndefined();
  });
});

describe("of the policies within a role in a plan or a state is told what judging them comes to, where there are", () => {
  const ASSUMES = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }] });
  const rows: [name: string, inline_policy: Json | undefined, marks: Json | undefined, isWritten: boolean][] = [
    ["nothing is said", undefined, undefined, true],
    ["none is set", null, undefined, true],
    ["there is none", [], undefined, true],
    ["there is none, of which nothing is left to the apply", [], [], true],
    ["the apply decides", undefined, true, false],
    ["the apply decides of one", [], [{ policy: true }], false],
    ["nobody says whether the apply decides", undefined, false, false],
    ["there is an empty block", [{}], undefined, false],
    ["there is one", [{ name: "a", policy: ASSUMES }], undefined, false],
  ];
  const shapes = (inline_policy: Json | undefined, marks: Json | undefined): readonly (readonly [string, Json])[] => {
    const inline = inline_policy === undefined ? {} : { inline_policy };
    const attributes = { assume_role_policy: JSON.stringify(USUAL), ...inline };
    const after_unknown = marks === undefined ? {} : { inline_policy: marks };
    const names = { mode: "managed", type: "aws_iam_role", name: "r" };
    const change = { actions: ["create"], before: null, after: attributes, after_unknown };
    const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
    const resources = [{ ...names, provider, instances: [{ attributes }] }];
    return [
      ["plan.json", { format_version: "1.2", resource_changes: [{ ...names, address: "aws_iam_role.r", change }] }],
      ...(marks === undefined ? [["terraform.tfstate", { version: 4, lineage: "x", resources }] as const] : []),
    ];
  };

  test.each(rows)("%s", (_, inline_policy, marks, isWritten) => {
    for (const [path, json] of shapes(inline_policy, marks)) {
      const { resources, judge } = runOnFiles([{ path, content: JSON.stringify(json) }], CONFIG);
      expect(resources).toHaveLength(1);
      expect(judge(resources)).toEqual(judge(resources.map(unwritten)));
      const documents = resources
        .flatMap((one) => policiesOf(one))
        .find(({ kind }) => kind === "identity")
        ?.written?.();
      expect(documents?.length === 0, path).toBe(isWritten);
    }
  });

  test("a role whose own policy is not told is not told for that", () => {
    const role = { mode: "managed", type: "aws_iam_role", name: "r", instances: [{ attributes: { name: "r" } }] };
    const content = JSON.stringify({ version: 4, lineage: "x", resources: [role] });
    const { resources, judge } = runOnFiles([{ path: "terraform.tfstate", content }], CONFIG);
    expect(judge(resources)).toEqual(judge(resources.map(unwritten)));
    expect(judge(resources).flatMap(({ unknowns }) => unknowns)).not.toEqual([]);
  });
});

test("what Cloud Control makes is not what is written of its resource", () => {
  const desired_state = JSON.stringify({ AssumeRolePolicyDocument: USUAL });
  const after = { type_name: "AWS::IAM::Role", desired_state, AssumeRolePolicyDocument: JSON.stringify(ALIKE) };
  const change = { actions: ["create"], before: null, after, after_unknown: {} };
  const type = "aws_cloudcontrolapi_resource";
  const resource_changes = [{ address: `${type}.r`, mode: "managed", type, name: "r", change }];
  const content = JSON.stringify({ format_version: "1.2", resource_changes });
  const { resources } = runOnFiles([{ path: "plan.json", content }], CONFIG);
  const made = resources.filter((one) => one.type === "AWS::IAM::Role");
  expect(made.map(({ written }) => written)).toEqual([undefined]);
});

/** Of a role in HCL: is it seen before its policy is evaluated that deployment decides a part of it? */
function isOpen(argument: string): boolean | undefined {
  const content = `resource "aws_iam_role" "r" {\n  assume_role_policy = ${argument}\n}\n`;
  const [role] = runOnFiles([{ path: "main.tf", content }], CONFIG).resources;
  return role?.isOpen?.("assume_role_policy");
}

test.each([
  ["var.policy", true],
  ['jsonencode({ Statement = [{ Principal = { AWS = "arn:aws:iam::${var.account}:root" } }] })', true],
  ["jsonencode({ (each.key) = 1 })", true],
  ['"${count.index}"', true],
  ['count.index == 0 ? "a" : "b"', true],
  ['[for one in ["a"] : var.names[one]]', true],
  ['jsonencode({ var = "each" })', false],
  ["data.aws_iam_policy_document.d.json", false],
  ["local.policy", false],
  ['"$${var.policy}"', false],
])("%s", (argument, open) => {
  expect(isOpen(argument)).toBe(open);
});

test("policies come among each other to what each comes to alone, in whatever notation", { timeout: PATIENCE }, () => {
  const statements = fc.array(form, { minLength: 1, maxLength: 2 });
  const fillings = fc.array(fc.array(filling, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 });
  // Some are equal, and most in one notation.
  const all = fc.tuple(fc.constantFrom(...forms), fillings).chain(([usual, few]) => {
    const notation = fc.constantFrom(usual, usual, ...forms);
    return fc.array(fc.tuple(notation, fc.constantFrom(...few)), { minLength: 2, maxLength: 4 });
  });
  const configs = fc.constantFrom<Config>(CONFIG, WITH_VENDORS, {}, { strict: true });
  fc.assert(
    fc.property(statements, all, configs, (shapes, policies, config) => {
      const { resources, judge } = run(
        policies.map(([notation, fillings]) => {
          const Statement = shapes.map((one, index) => filled(one, fillings[index] as Filling));
          return [notation, { Version: "2012-10-17", Statement }];
        }),
        config,
      );
      expect(judge(resources)).toEqual(resources.flatMap((one) => judge([unwritten(one)])));
    }),
    running(0.5),
  );
});
