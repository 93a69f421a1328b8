// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are written so
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Report } from "../../../src/findings/report.ts";
import type { JsonObject } from "../../../src/text/document.ts";
import { fixture } from "./fixtures.ts";
import { change, plan, trust, VENDOR } from "./making.ts";

type Files = Readonly<Record<string, JsonObject | string>>;

function checked(files: Files, config = {}): Report {
  const all = Object.entries(files).map(([path, content]) => ({
    path,
    content: typeof content === "string" ? content : JSON.stringify(content),
  }));
  return check({ files: all, config });
}

/** "file:line resource principal verdict rules" of every grant. */
function told(files: Files, config = {}): readonly string[] {
  return checked(files, config).grants.map(({ file, line, resource, principal, verdict, rules }) =>
    [`${file}:${line}`, resource.id, principal, verdict, ...rules].join(" "),
  );
}

/** A plan with the parts of a configuration that say which it was made from. */
function planned(changes: readonly JsonObject[], root: JsonObject = {}, more: JsonObject = {}): JsonObject {
  const resources = changes
    .filter(({ module_address }) => module_address === undefined)
    .map(({ mode, type, name }) => ({
      address: `${mode === "data" ? "data." : ""}${String(type)}.${String(name)}`,
      mode: mode ?? "managed",
      type: type ?? "",
      name: name ?? "",
      expressions: {},
    }));
  return plan(changes, { configuration: { root_module: { resources, ...root } }, ...more });
}

const WITH_ID = { StringEquals: { "sts:ExternalId": "7f3c1f5e-2d0b-4c57-8a55-0e6d9a4d3b21" } };
const role = (policy: string, more = "") =>
  `resource "aws_iam_role" "r" {\n${more}  name = "r"\n  assume_role_policy = ${policy}\n}\n`;
const policy = (principal: string, more = "") =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole"\n    Principal = { AWS = ${principal} }${more}\n  }] })`;
const ID = `, Condition = { StringEquals = { "sts:ExternalId" = "7f3c1f5e-2d0b-4c57-8a55-0e6d9a4d3b21" } }`;

const MAIN = fixture("app/main.tf");
const APP = { "app/main.tf": MAIN, "app/modules/role/main.tf": fixture("app/modules/role/main.tf") };

describe.each(["plan-create.json", "plan-change.json"])("%s beside the files that it was made from", (name) => {
  const both = checked({ ...APP, "app/plan.json": fixture(name) });
  const alone = checked({ "app/plan.json": fixture(name) });

  test("tells of no grant at the plan, and of every role once", () => {
    expect(both.grants.filter(({ file }) => file === "app/plan.json")).toEqual([]);
    const roles = new Set(
      alone.grants.map(({ resource }) => resource.id.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "")),
    );
    expect(new Set(both.grants.map(({ resource }) => resource.id))).toEqual(roles);
  });

  test("loses no finding of the plan", () => {
    const found = (report: Report) =>
      new Set(report.findings.map(({ rule, resource }) => `${rule} ${resource.id.replace(/\[.*?\]/g, "")}`));
    expect([...found(both)]).toEqual(expect.arrayContaining([...found(alone)]));
  });

  test("shows no secret of it", () => {
    expect(JSON.stringify(both)).not.toContain("an-external-id-that-nobody-may-see");
  });
});

describe("the value that a plan tells makes the configuration concrete", () => {
  const OPEN = `variable "vendor" { type = string }\n${role(policy('"arn:aws:iam::${var.vendor}:root"'))}`;
  const variables = { variables: { vendor: { value: "222233334444" } } };

  test("of a root variable", () => {
    const files = {
      "main.tf": OPEN,
      "plan.json": planned([change("aws_iam_role.r", { assume_role_policy: trust({ AWS: VENDOR }) })], {}, variables),
    };
    const report = checked(files, { vendors: [{ name: "V", tenancy: "multi", accounts: ["222233334444"] }] });
    expect(report.findings.map(({ file, line, rule, vendor }) => [file, line, rule, vendor])).toEqual([
      ["main.tf", 5, "external-id-required", "V"],
    ]);
    expect(report.unknowns).toEqual([]);
  });

  test("of a function that is not worked out, at the argument", () => {
    const after = { assume_role_policy: trust({ AWS: VENDOR }) };
    const files = {
      "main.tf": role('file("made-by-a-script.json")'),
      "plan.json": planned([change("aws_iam_role.r", after)]),
    };
    expect(told(files)).toEqual([`main.tf:3 aws_iam_role.r ${VENDOR} finding external-id-required`]);
  });

  test("of one word in a document that is written out, at that word", () => {
    const after = { assume_role_policy: trust({ AWS: [VENDOR, "arn:aws:iam::333344445555:root"] }) };
    const files = {
      "main.tf": role(policy('["arn:aws:iam::333344445555:root",\n      data.external.it.result.arn]')),
      "plan.json": planned([change("aws_iam_role.r", after)]),
    };
    expect(told(files)).toEqual([
      `main.tf:5 aws_iam_role.r ${VENDOR} finding external-id-required`,
      "main.tf:4 aws_iam_role.r arn:aws:iam::333344445555:root finding external-id-required",
    ]);
  });

  test("of an attribute that stands in a policy which the apply decides", () => {
    const main = `data "http" "ids" {}
${role(policy('["arn:aws:iam::${data.http.ids.body}:root", aws_external_saas_account.t.id]'))}`;
    const changes = [
      change("data.http.ids", { body: "222233334444" }, { mode: "data", type: "http", name: "ids" }),
      change("aws_iam_role.r", {}, { after_unknown: { assume_role_policy: true } }),
    ];
    expect(told({ "main.tf": main, "plan.json": planned(changes) })).toContain(
      "main.tf:5 aws_iam_role.r arn:aws:iam::222233334444:root finding external-id-required",
    );
  });

  test("of the instances that only it knows", () => {
    const after = (account: string) => ({ assume_role_policy: trust({ AWS: `arn:aws:iam::${account}:root` }) });
    const changes = ["222233334444", "333344445555"].map((index) =>
      change(`aws_iam_role.r["${index}"]`, after(index), { index }),
    );
    const main = role(policy('"arn:aws:iam::${each.key}:root"'), "  for_each = toset(data.http.ids.list)\n");
    const report = checked({ "main.tf": main, "plan.json": planned(changes) });
    expect(report.grants.map(({ file, line }) => `${file}:${line}`)).toEqual(["main.tf:5"]);
    expect(report.findings.flatMap(({ callers }) => callers.map(({ account }) => account))).toEqual([
      "222233334444",
      "333344445555",
    ]);
  });
});

test("a function around a document that waits is read, where the plan tells only what it refers to", () => {
  const main = `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["NOBODY", aws_iam_user.u.arn]
    }
  }
}
resource "aws_iam_user" "u" { name = "u" }
${role('replace(data.aws_iam_policy_document.d.json, "/NOBODY/", "*")')}`;
  const document = {
    statement: [
      { actions: ["sts:AssumeRole"], principals: [{ type: "AWS", identifiers: ["arn:aws:iam::999988887777:root"] }] },
    ],
  };
  const changes = [
    change("data.aws_iam_policy_document.d", document, { mode: "data", type: "aws_iam_policy_document", name: "d" }),
    change("aws_iam_user.u", { name: "u" }, { type: "aws_iam_user", name: "u", after_unknown: { arn: true } }),
    change("aws_iam_role.r", {}, { after_unknown: { assume_role_policy: true } }),
  ];
  const root = {
    resources: [
      { address: "data.aws_iam_policy_document.d", expressions: {} },
      { address: "aws_iam_user.u", expressions: {} },
      {
        address: "aws_iam_role.r",
        expressions: {
          assume_role_policy: { references: ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"] },
        },
      },
    ],
  };
  const files = { "main.tf": main, "plan.json": planned(changes, root) };
  const config = { accounts: { own: ["999988887777"] } };
  expect(told({ "plan.json": files["plan.json"] }, config).every((each) => each.endsWith(" ok"))).toBe(true);
  const { grants, unknowns } = checked(files, config);
  expect(grants.filter(({ verdict }) => verdict !== "unknown")).toEqual([]);
  expect(unknowns.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual(["main.tf:13 public-trust"]);
});

describe("a plan and files that differ", () => {
  const closed = change("aws_iam_role.r", { assume_role_policy: trust({ AWS: VENDOR }, WITH_ID) });
  const open = change("aws_iam_role.r", { assume_role_policy: trust({ AWS: VENDOR }) });

  test("what was opened since is found", () => {
    expect(told({ "main.tf": role(policy(`"${VENDOR}"`)), "plan.json": planned([closed]) })).toEqual([
      `main.tf:3 aws_iam_role.r ${VENDOR} ok`,
      `main.tf:4 aws_iam_role.r ${VENDOR} finding external-id-required`,
    ]);
  });

  test("what is closed since and open in the plan is found, with the world", () => {
    const report = checked({ "main.tf": role(policy(`"${VENDOR}"`, ID)), "plan.json": planned([open]) });
    expect(report.findings.map(({ file, line, world }) => [file, line, world?.conditions])).toEqual([
      ["main.tf", 3, { "aws_iam_role.r is as plan.json has it": true }],
    ]);
  });

  test("an instance that the files no longer have is judged, and so is one that they have now", () => {
    const instance = (index: string, policy: string) =>
      change(`aws_iam_role.r["${index}"]`, { assume_role_policy: policy }, { index });
    const main = role(
      policy('"arn:aws:iam::${each.key}:root"', ID),
      '  for_each = toset(["222233334444", "333344445555"])\n',
    );
    const changes = [
      instance("222233334444", trust({ AWS: "arn:aws:iam::222233334444:root" }, WITH_ID)),
      instance("444455556666", trust({ AWS: "arn:aws:iam::444455556666:root" })),
    ];
    const { grants } = checked({ "main.tf": main, "plan.json": planned(changes) });
    expect(grants.map(({ verdict, callers }) => [verdict, callers.map(({ account }) => account)])).toEqual([
      ["ok", ["222233334444", "333344445555", "444455556666"]],
      ["finding", ["444455556666"]],
    ]);
  });

  test("a role that only the plan has is judged there, one that only the files have here", () => {
    const more = change("aws_iam_role.gone", { assume_role_policy: trust({ AWS: VENDOR }) }, { name: "gone" });
    const main = `${role(policy(`"${VENDOR}"`, ID))}${role(policy(`"${VENDOR}"`)).replace('"r"', '"new"')}`;
    expect(told({ "main.tf": main, "plan.json": planned([closed, more]) })).toEqual([
      `main.tf:4 aws_iam_role.r ${VENDOR} ok`,
      `main.tf:10 aws_iam_role.new ${VENDOR} finding external-id-required`,
      `plan.json:1 aws_iam_role.gone ${VENDOR} finding external-id-required`,
    ]);
  });
});

describe("which files a plan was made from", () => {
  const changes = [change("aws_iam_role.r", { assume_role_policy: trust({ AWS: VENDOR }) })];
  const main = `variable "policy" {}\n${role("var.policy")}`;
  const made = planned(
    changes,
    { variables: { policy: {} } },
    { variables: { policy: { value: trust({ AWS: VENDOR }) } } },
  );

  test("a folder elsewhere that declares just what it plans", () => {
    expect(told({ "infra/main.tf": main, "out/plan.json": made })).toEqual([
      `infra/main.tf:4 aws_iam_role.r ${VENDOR} finding external-id-required`,
    ]);
  });

  test("nobody knows, where two folders do", () => {
    expect(told({ "a/main.tf": main, "b/main.tf": main, "out/plan.json": made })).toContain(
      `out/plan.json:1 aws_iam_role.r ${VENDOR} finding external-id-required`,
    );
  });

  test("each of several that lie beside them, as a world of its own", () => {
    const other = planned(
      [change("aws_iam_role.r", { assume_role_policy: trust({ AWS: VENDOR }, WITH_ID) })],
      { variables: { policy: {} } },
      { variables: { policy: { value: trust({ AWS: VENDOR }, WITH_ID) } } },
    );
    const report = checked({ "main.tf": main, "prod.json": made, "stage.json": other });
    expect(report.grants.map(({ file }) => file)).toEqual(expect.arrayContaining(["main.tf"]));
    expect(report.grants.every(({ file }) => file === "main.tf")).toBe(true);
    expect(report.findings.map(({ rule, world }) => [rule, world?.parameters])).toHaveLength(1);
  });
});

test("of a module that is not at hand the plan tells what it makes", () => {
  const main = 'module "m" {\n  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n}\n';
  const made = change(
    "module.m.aws_iam_role.this",
    { assume_role_policy: trust({ AWS: VENDOR }) },
    { module_address: "module.m", name: "this" },
  );
  const root = {
    module_calls: { m: { module: { resources: [{ address: "aws_iam_role.this", expressions: {} }] } } },
  };
  const report = checked({ "main.tf": main, "plan.json": planned([made], root) });
  expect(report.grants.map(({ file, resource }) => [file, resource.id])).toEqual([
    ["plan.json", "module.m.aws_iam_role.this"],
  ]);
  expect([report.unknowns, report.notes]).toEqual([[], []]);
});

test("a plan without files of its own beside it is judged as ever", () => {
  const changes = [change("aws_iam_role.r", { assume_role_policy: trust({ AWS: VENDOR }) })];
  expect(told({ "other/main.tf": 'resource "aws_iam_role" "x" {}\n', "plan.json": planned(changes) })).toContain(
    `plan.json:1 aws_iam_role.r ${VENDOR} finding external-id-required`,
  );
});
