import { describe, expect, test } from "vitest";
import { type CheckInput, check } from "../../src/check.ts";

const ROLE = (statement: string, head = "") => `${head}
Parameters:
  Vendor: { Type: String, AllowedPattern: "^[0-9]{12}$" }
  Id: { Type: String }
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${statement.replace(/^/gm, "          ")}
`;
const grant = (principal: string, condition = "{}") =>
  `- { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: ${principal} }, Condition: ${condition} }`;

function report(content: string, config: CheckInput["config"] = {}) {
  return check({ files: [{ path: "a.yaml", content }], config });
}

describe("what cannot be told is a question, and has a next step", () => {
  const rows: [name: string, statement: string, config: CheckInput["config"], reason: string, help: string][] = [
    [
      "an organization that nobody declared",
      grant('"*"', "{ StringEquals: { aws:PrincipalOrgID: o-12345abcde } }"),
      {},
      "undeclared",
      "is o-12345abcde yours? Declare it in unconfused.yaml: organizationIds: [o-12345abcde]",
    ],
    [
      "a parameter that is no account",
      grant('"*"', "{ StringLike: { aws:PrincipalOrgID: !Ref Id } }"),
      {},
      "parameter",
      "give its value with --parameters FILE",
    ],
    [
      "a parameter that is the account",
      grant("!Ref Vendor"),
      { tenancy: "single", vendors: [{ name: "V", tenancy: "multi", accounts: ["111122223333"] }] },
      "parameter",
      "accountParameters: [Vendor] of a vendor, or accounts: { organizationParameters: [Vendor] }",
    ],
    [
      "an import",
      grant("!ImportValue Elsewhere"),
      { tenancy: "single" },
      "import",
      "Metadata: { Unconfused: { vendor: NAME } } on the resource",
    ],
    ["a network", grant('"*"', "{ StringEquals: { aws:SourceVpc: vpc-1 } }"), {}, "network", "aws:PrincipalOrgID"],
    [
      "a key that nobody documents",
      grant('"*"', "{ StringEquals: { aws:Unheard: x } }"),
      {},
      "condition-key",
      "check the spelling of",
    ],
    [
      "one of several accounts",
      grant('["111122223333", "444455556666"]'),
      { tenancy: "single" },
      "undeclared",
      "whose is 111122223333? Declare it in unconfused.yaml",
    ],
  ];
  test.each(rows)("%s", (_, statement, config, reason, help) => {
    const { unknowns } = report(ROLE(statement), config);
    const [unknown] = unknowns;
    expect(unknown).toMatchObject({ reason });
    expect(unknown?.help).toContain(help);
    for (const { message } of unknowns) expect(message).toMatch(/^cannot tell whether (?!.*cannot tell)/);
  });

  test("what is most likely the reader's own is said to be so first", () => {
    const trusted = ROLE(grant("!Ref TrustedAccounts")).replace(
      "  Id:",
      "  TrustedAccounts: { Type: CommaDelimitedList }\n  Id:",
    );
    const [unknown] = report(trusted).unknowns;
    expect(unknown?.help).toMatch(
      /: accounts: \{ organizationParameters: \[TrustedAccounts\] \} if .*, or accountParameters/,
    );
  });

  test("of an organization nothing is said of anyone", () => {
    const { unknowns } = report(ROLE(grant('"*"', "{ StringEquals: { aws:PrincipalOrgID: o-12345abcde } }")));
    expect(unknowns.map(({ message }) => message)).toEqual([
      "cannot tell whether o-12345abcde, whose accounts can assume R, is your organization",
    ]);
  });
});

describe("under a macro", () => {
  const macro = (statement: string) => ROLE(statement, "Transform: Mine");
  const named = grant("arn:aws:iam::111122223333:root");
  const held = grant("arn:aws:iam::111122223333:root", "{ StringEquals: { sts:ExternalId: k3-7f19-cc20 } }");

  test("rules that nobody asks are not unknown", () => {
    const rules = (config: CheckInput["config"]) =>
      report(macro(held), config)
        .unknowns.map(({ rule }) => rule)
        .sort();
    expect(rules({})).toEqual(["external-id-required", "public-trust"]);
    expect(rules({ tenancy: "single" })).toEqual(["account-scoped-principal", "external-id-required", "public-trust"]);
    const vendors = [{ name: "V", tenancy: "multi", accounts: ["111122223333"] }] as const;
    expect(rules({ vendors })).toEqual(["external-id-required", "public-trust", "undeclared-account"]);
    expect(rules({ rules: { "public-trust": "off" } })).toEqual(["external-id-required"]);
  });

  test("a rule with a finding on every grant lists no unknown, and on one of two it does", () => {
    const unknown = (statements: string) =>
      report(macro(statements)).unknowns.some(({ rule }) => rule === "external-id-required");
    expect(unknown(named)).toBe(false);
    expect(unknown(`${named}\n${held}`)).toBe(true);
  });

  test("every finding says that it is one of the text as written, and the unknown what to do", () => {
    const { findings, unknowns } = report(macro(`${named}\n${grant("arn:aws:iam::111122223333:group/x")}`));
    expect(findings.map(({ rule }) => rule)).toContain("invalid-policy");
    for (const { message } of findings) expect(message).toMatch(/, before macro Mine$/);
    for (const { reason, help } of unknowns) {
      expect(reason).toBe("macro");
      expect(help).toContain("--template-stage Processed");
    }
  });
});
