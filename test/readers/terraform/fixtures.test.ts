import { describe, expect, test } from "vitest";
import { checked, fixture } from "./fixtures.ts";
import { grants } from "./making.ts";

const ROOT = "arn:aws:iam::222233334444:root";
const TENANT = "${aws_external_saas_account.tenant.id}";
/** Of what may be anybody. */
const ANYBODY = "deployTime+own+organization+unnamed";

/** What plan and state know alike, apart from what the second phase changes. */
const KNOWN = [
  `aws_iam_role.counted[0] ${ROOT} undeclared finding`,
  `aws_iam_role.counted[1] ${ROOT} undeclared ok`,
  "aws_iam_role.document arn:aws:iam::999988887777:root own ok",
  `aws_iam_role.document ${ROOT} undeclared finding`,
  "aws_iam_role.document ec2.amazonaws.com service ok",
  `aws_iam_role.each_later["a"] ${ROOT} undeclared finding`,
  'aws_iam_role.each_later["b"] arn:aws:iam::333344445555:root undeclared finding',
  `aws_iam_role.encoded ${ROOT} undeclared finding`,
  `aws_iam_role.external_id_later ${ROOT} undeclared ok`,
  `aws_iam_role.heredoc ${ROOT} undeclared finding`,
  `aws_iam_role.keyed["222233334444"] ${ROOT} undeclared ok`,
  `aws_iam_role.keyed["a.\\"b\\""] ${ROOT} undeclared ok`,
  "aws_iam_role.main 999988887777 own ok",
  "aws_iam_role.main 888877776666 organization ok",
  `aws_iam_role.merged_later ${ROOT} undeclared ok`,
  "aws_iam_role.merged_later arn:aws:iam::999988887777:root own ok",
  `aws_iam_role.merged_later ${ROOT} undeclared finding`,
  "aws_iam_role.merged_later ec2.amazonaws.com service ok",
  `aws_iam_role.one_later ${ROOT} undeclared ok`,
  `aws_iam_role.replaced ${ROOT} undeclared finding`,
  "aws_iam_role.secret (sensitive) undeclared ok",
  "module.audit.aws_iam_role.this 999988887777 organization ok",
  "module.audit.aws_iam_role.this 888877776666 own ok",
  `module.counted[0].aws_iam_role.this ${ROOT} undeclared finding`,
  `module.counted[1].aws_iam_role.this ${ROOT} undeclared finding`,
  `module.later.aws_iam_role.this ${ROOT} undeclared ok`,
];

/** What only the apply decides, as the plan sees it and as the state does. */
const LATER = [
  "aws_iam_role.blocks_later ${data.aws_iam_policy_document.blocks_later.statement.principals} own+organization+unnamed unknown",
  `aws_iam_role.each_later["a"] ${TENANT} undeclared+${ANYBODY} finding`,
  `aws_iam_role.each_later["b"] ${TENANT} undeclared+${ANYBODY} finding`,
  `aws_iam_role.encoded_later ${TENANT} own+organization+unnamed unknown`,
  `aws_iam_role.list_later ${TENANT} ${ANYBODY} finding`,
  `aws_iam_role.merged_later ${TENANT}  ok`,
  `aws_iam_role.one_later ${TENANT} undeclared+${ANYBODY} unknown`,
  "aws_iam_role.own_role_later arn:${aws_partition}:iam::${aws_caller_identity}:role/encoded own ok",
  `module.later.aws_iam_role.this ${TENANT} undeclared+${ANYBODY} unknown`,
];
const APPLIED = [
  "aws_iam_role.blocks_later 233218134211 undeclared finding",
  'aws_iam_role.each_later["a"] 233218134211 undeclared finding',
  'aws_iam_role.each_later["b"] 233218134211 undeclared finding',
  "aws_iam_role.encoded_later 233218134211 undeclared finding",
  "aws_iam_role.list_later 233218134211 undeclared finding",
  "aws_iam_role.merged_later 233218134211  ok",
  "aws_iam_role.one_later arn:aws:iam::233218134211:root undeclared ok",
  "aws_iam_role.own_role_later arn:aws:iam::999988887777:role/encoded own ok",
  "module.later.aws_iam_role.this arn:aws:iam::233218134211:root undeclared ok",
];

const FIRST_PHASE = [
  `aws_iam_role.deleted[0] ${ROOT} undeclared finding`,
  `aws_iam_role.updated ${ROOT} undeclared ok`,
];
const UPDATED = `aws_iam_role.updated ${ROOT} undeclared finding`;

describe("what Terraform wrote is judged", () => {
  test.each<[string, string, readonly string[]]>([
    ["a plan that creates everything", "plan-create.json", [...KNOWN, ...LATER, ...FIRST_PHASE]],
    ["the state after it, as it is shown", "state-shown.json", [...KNOWN, ...APPLIED, ...FIRST_PHASE]],
    ["the state after it, as it is stored", "state-stored.tfstate", [...KNOWN, ...APPLIED, ...FIRST_PHASE]],
    ["a plan that updates, replaces and deletes", "plan-change.json", [...KNOWN, ...APPLIED, UPDATED]],
    [
      "the same for one role only: the others stay as they are",
      "plan-target.json",
      [...KNOWN, ...APPLIED, `aws_iam_role.deleted[0] ${ROOT} undeclared finding`, UPDATED],
    ],
    ["a plan that only looks: all stays as it is", "plan-refresh.json", [...KNOWN, ...APPLIED, ...FIRST_PHASE]],
    ["a plan that destroys everything", "plan-destroy.json", []],
  ])("%s", (_, name, expected) => {
    const report = checked(name);
    expect(report.errors).toEqual([]);
    expect(grants(report).sort()).toEqual([...expected].sort());
  });

  test.each(["plan-create.json", "plan-change.json", "plan-target.json", "state-shown.json", "state-stored.tfstate"])(
    "%s: each grant at the characters of its principal",
    (name) => {
      const lines = fixture(name).split("\n");
      const literal = checked(name).grants.filter(({ principal }) => !/[${(]/.test(principal));
      expect(literal.length).toBeGreaterThan(20);
      for (const { principal, line, column, endLine, endColumn } of literal) {
        expect(endLine).toBe(line);
        expect(lines[line - 1]?.slice(column - 1, endColumn - 1).replaceAll(/\\?"/g, "")).toBe(principal);
      }
    },
  );

  test("the text of an expression, which a plan keeps of the JSON syntax, is worked out", () => {
    const TENANT_ROOT = "arn:aws:iam::${aws_external_saas_account.tenant.id}:root";
    const { line, column, endColumn } = checked("plan-json-syntax.json").findings.find(
      ({ resource }) => resource.id === "aws_iam_role.text",
    ) ?? { line: 0, column: 0, endColumn: 0 };
    expect(grants(checked("plan-json-syntax.json")).sort()).toEqual([
      "aws_iam_role.deployed arn:aws:iam::888877776666:root own ok",
      `aws_iam_role.document ${TENANT_ROOT} deployTime finding`,
      `aws_iam_role.encoded ${TENANT} undeclared+deployTime+own+organization+unnamed finding`,
      `aws_iam_role.encoded ${ROOT} undeclared finding`,
      `aws_iam_role.text ${TENANT_ROOT} deployTime finding`,
    ]);
    const place = fixture("plan-json-syntax.json")
      .split("\n")
      [line - 1]?.slice(column - 1, endColumn - 1);
    expect(place?.replaceAll(/\\?"/g, "")).toBe(TENANT_ROOT);
  });

  test("as the file tells what it waits for", () => {
    const { unknowns } = checked("plan-create.json");
    expect(new Set(unknowns.map(({ reason }) => reason))).toEqual(new Set(["known-after-apply"]));
    expect(new Set(unknowns.map(({ source }) => source))).toEqual(
      new Set([
        "aws_external_saas_account.tenant.id, known after apply",
        "data.aws_iam_policy_document.blocks_later.statement.principals, known after apply",
      ]),
    );
  });
});
