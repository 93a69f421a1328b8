import { describe, expect, test } from "vitest";
import { checked } from "../../../src/check.ts";
import type { Report } from "../../../src/findings/report.ts";
import type { Json } from "../../../src/text/document.ts";

const IGNORE = "unconfused-ignore external-id-required -- accepted in SEC-1";
const said = ({ suppressed, findings }: Report) => [
  ...suppressed.map(({ rule, by, reason }) => `${by} ${rule}: ${reason}`),
  ...findings.filter(({ rule }) => rule === "unused-ignore").map(({ message }) => message),
];
const accepted = "comment external-id-required: accepted in SEC-1";

describe("a comment in a statement", () => {
  const template = (lines: Readonly<Record<number, string>>) => {
    const text = [
      "Resources:",
      "  R:",
      "    Type: AWS::IAM::Role",
      "    Properties:",
      "      AssumeRolePolicyDocument:",
      "        Statement:",
      "          - Effect: Allow",
      "            Principal:",
      "              AWS:",
      "                - 444455556666",
      "                - 777788889999",
      "            Action: sts:AssumeRole",
      "            Condition:",
      "              Bool: { aws:SecureTransport: true }",
    ];
    const content = text.map((line, index) =>
      lines[index + 1] === undefined ? line : `${line} # ${lines[index + 1]}`,
    );
    const report = checked({
      files: [{ path: "t.yaml", content: content.join("\n").replaceAll(/- (\d{12})/g, '- "$1"') }],
    }).report;
    return {
      said: said(report),
      open: report.findings.filter(({ rule }) => rule === "external-id-required").map(({ line }) => line),
    };
  };

  test.each<[string, number, readonly number[]]>([
    ["on the line of one principal speaks of that alone", 10, [11]],
    ["on another speaks of that alone", 11, [10]],
    ["on the first line of the statement speaks of all of it", 7, []],
    ["on its action, too", 12, []],
    ["and on its last line", 14, []],
  ])("%s", (_, line, open) => {
    const { said: all, open: left } = template({ [line]: IGNORE });
    expect(left).toEqual(open);
    expect(all).toEqual(Array.from({ length: 2 - open.length }, () => accepted));
  });

  test("outside of it silences nothing, and says where the finding stands", () => {
    const { said: all, open } = template({ 3: IGNORE });
    expect(open).toEqual([10, 11]);
    expect(all).toEqual([
      "the comment suppresses nothing: there is no finding of external-id-required for it; one stands in line 10",
    ]);
  });
});

describe("in a CDK app", () => {
  const role = (account: string) => ({
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" }],
      },
    },
  });
  const app = (
    lines: readonly string[],
    more: Readonly<Record<string, readonly Json[]>> = {},
    folders = ["cdk.out"],
    config = {},
  ) => {
    const trace = (line: number) => ({
      type: "aws:cdk:creationStack",
      data: [`new Stack (/app/lib/app.ts:${line}:5)`],
    });
    const id = (data: string) => ({ type: "aws:cdk:logicalId", data });
    const metadata = {
      "/S/A/Resource": [id("A"), trace(2), ...(more.A ?? [])],
      "/S/B/Resource": [id("B"), trace(4), ...(more.B ?? [])],
      "/S": [...(more.S ?? [])],
    };
    const stack = {
      type: "aws:cloudformation:stack",
      environment: "aws://unknown-account/unknown-region",
      properties: { templateFile: "S.template.json" },
      metadata,
    };
    const files = folders.flatMap((folder) => [
      { path: `${folder}/manifest.json`, content: JSON.stringify({ version: "36.0.0", artifacts: { S: stack } }) },
      {
        path: `${folder}/S.template.json`,
        content: JSON.stringify({ Resources: { A: role("444455556666"), B: role("777788889999") } }),
      },
    ]);
    const program = lines.join("\n");
    const read = (path: string) => (path === "lib/app.ts" || path === "/app/lib/app.ts" ? program : undefined);
    return checked({ files, read, config, today: "2026-11-30" }).report;
  };
  const PLAIN = ["class S {", "  new Role(A);", "", "  new Role(B);", "}"];
  const NOTHING = "the acknowledgement in the app suppresses nothing:";
  const acknowledged = (data: Json) => ({ type: "aws:cdk:acknowledged-rules", data });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "on the line of the construct",
      ["class S {", `  new Role(A); // ${IGNORE}`, "", "  new Role(B);", "}"],
      [accepted],
    ],
    ["above it", ["class S {", "  new Role(A);", `  // ${IGNORE}`, "  new Role(B);", "}"], [accepted]],
    ["in Python", ["class S:", `  Role(A) # ${IGNORE}`, "", "  Role(B)", ""], [accepted]],
    [
      "without a reason",
      ["class S {", "  new Role(A); // unconfused-ignore external-id-required", "", "  new Role(B);", "}"],
      ["the comment suppresses nothing: it gives no reason to suppress external-id-required"],
    ],
    [
      "past its date",
      [
        "class S {",
        "  new Role(A); // unconfused-ignore external-id-required until 2026-11-29 -- SEC-1",
        "",
        "  new Role(B);",
        "}",
      ],
      ["the comment suppresses nothing: 2026-11-29 was its last day"],
    ],
    [
      "elsewhere",
      [`class S { // ${IGNORE}`, "  new Role(A);", "", "  new Role(B);", "}"],
      ["the comment suppresses nothing: there is no finding of external-id-required for it; one stands in line 2"],
    ],
  ])("a comment %s", (_, lines, expected) => {
    expect(said(app(lines))).toEqual(expected);
  });

  test("one comment is of use to every assembly that the program made", () => {
    const lines = ["class S {", `  new Role(A); // ${IGNORE}`, "", "  new Role(B);", "}"];
    expect(said(app(lines, {}, ["one/cdk.out", "two/cdk.out"]))).toEqual([accepted, accepted]);
  });

  test.each<[string, Readonly<Record<string, readonly Json[]>>, readonly string[]]>([
    [
      "acknowledge",
      { A: [acknowledged({ "unconfused::external-id-required": "SEC-1" })] },
      ["acknowledge external-id-required: SEC-1"],
    ],
    [
      "acknowledge on what is around",
      { S: [acknowledged({ "unconfused::external-id-required": "SEC-1" })] },
      ["acknowledge external-id-required: SEC-1", "acknowledge external-id-required: SEC-1"],
    ],
    ["acknowledge for another plugin", { A: [acknowledged({ "cdk-nag::external-id-required": "x" })] }, []],
    [
      "acknowledge without a reason",
      { A: [acknowledged({ "unconfused::external-id-required": "" })] },
      [`${NOTHING} it gives no reason to suppress external-id-required`],
    ],
    [
      "acknowledge of no rule",
      { A: [acknowledged({ "unconfused::external-id": "x" })] },
      [expect.stringContaining('no rule is called "external-id"') as unknown as string],
    ],
    [
      "addMetadata",
      {
        B: [
          {
            type: "unconfused",
            data: { ignore: [{ rule: "external-id-required", reason: "SEC-2", until: "2026-12-31" }] },
          },
        ],
      },
      ["acknowledge external-id-required: SEC-2"],
    ],
    [
      "addMetadata with one entry",
      { B: [{ type: "unconfused", data: { rule: "external-id-required", reason: "SEC-2" } }] },
      ["acknowledge external-id-required: SEC-2"],
    ],
    [
      "addMetadata past its date",
      { B: [{ type: "unconfused", data: { rule: "external-id-required", reason: "x", until: "2026-01-01" } }] },
      [`${NOTHING} 2026-01-01 was its last day`],
    ],
    [
      "addMetadata of other words",
      { B: [{ type: "unconfused", data: { rule: "external-id-required", why: "x" } }] },
      [`${NOTHING} "why" means nothing in it`],
    ],
    [
      "addMetadata for nothing",
      { B: [{ type: "unconfused", data: { rule: "public-trust", reason: "x" } }] },
      [`${NOTHING} there is no finding of public-trust for it`],
    ],
  ])("%s", (_, more, expected) => {
    expect(said(app(PLAIN, more))).toEqual(expected);
  });

  test("nothing silences a rule that is not ignorable, or where the input is not believed", () => {
    const more = { A: [acknowledged({ "unconfused::external-id-required": "SEC-1" })] };
    const fixed = { rules: { "external-id-required": { severity: "high", ignorable: false } } };
    expect(said(app(PLAIN, more, ["cdk.out"], fixed))).toEqual([
      `${NOTHING} the configuration lets nothing suppress external-id-required`,
    ]);
    expect(said(app(PLAIN, more, ["cdk.out"], { inline: false }))).toEqual([]);
  });
});
