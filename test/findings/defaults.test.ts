import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

const ACCOUNT = "111122223333";
const ROOT = { "Fn::Sub": "arn:aws:iam::${V}:root" };
const WITH_ID = { StringEquals: { "sts:ExternalId": { Ref: "Id" } } };

interface Trust {
  readonly principal: unknown;
  readonly condition?: unknown;
  /** Defaults of parameters. */
  readonly V?: string;
  readonly Id?: string;
}

function told({ principal, condition, V, Id }: Trust, config: Config) {
  const statement = { Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole", Condition: condition };
  const role = { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement] } };
  const content = JSON.stringify({
    Parameters: { V: { Type: "String", Default: V }, Id: { Type: "String", Default: Id } },
    Resources: { Role: { Type: "AWS::IAM::Role", Properties: role } },
  });
  const { findings, unknowns } = check({ files: [{ path: "role.json", content }], config });
  return [...findings, ...unknowns];
}

const messages = (trust: Trust, config: Config = {}) => told(trust, config).map(({ rule, message }) => [rule, message]);

describe("a default never speaks as a fact", () => {
  test("an account is shown as the parameter, in the message and the witness; who that is by the default, the callers say", () => {
    const [finding] = told({ principal: ROOT, V: ACCOUNT }, {});
    expect(finding).toMatchObject({
      rule: "external-id-required",
      message: "account ${V} can assume Role without an external ID, with V at the default",
      callers: [
        { class: "undeclared", account: ACCOUNT },
        { class: "deployTime", account: "${V}" },
      ],
      witness: { principal: "arn:aws:iam::${V}:role/anything" },
    });
  });

  test.each(["role/collector", "user/collector", "root"])("an ARN is shown as the parameter: %s", (resource) => {
    const trust = { principal: { Ref: "V" }, V: `arn:aws:iam::${ACCOUNT}:${resource}` };
    const finding = told(trust, {}).find(({ rule }) => rule === "external-id-required");
    expect(finding).toMatchObject({ witness: { principal: "${V}" } });
    expect(finding?.message).toBe("account ${V} can assume Role without an external ID, with V at the default");
  });

  test("a parameter of two accounts stands for neither: the digits say which, and the message that they are a default", () => {
    const content = JSON.stringify({
      Parameters: {
        Accounts: { Type: "CommaDelimitedList", Default: `${ACCOUNT},444455556666` },
        Same: { Type: "String", Default: ACCOUNT },
      },
      Resources: Object.fromEntries(
        [{ Ref: "Accounts" }, { "Fn::Sub": "arn:aws:iam::${Same}:root" }].map((principal, index) => [
          `Role${index}`,
          {
            Type: "AWS::IAM::Role",
            Properties: {
              AssumeRolePolicyDocument: {
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }],
              },
            },
          },
        ]),
      ),
    });
    const { findings } = check({ files: [{ path: "role.json", content }] });
    const shown = findings.filter(({ rule }) => rule === "external-id-required");
    expect(shown.map(({ message, witness }) => [message, witness?.principal])).toEqual([
      [
        `account ${ACCOUNT} can assume Role0 without an external ID, with Accounts at the default`,
        `arn:aws:iam::${ACCOUNT}:role/anything`,
      ],
      [
        "account ${Same} can assume Role1 without an external ID, with Same at the default",
        "arn:aws:iam::${Same}:role/anything",
      ],
    ]);
  });

  test("a vendor by its default is called by its name", () => {
    const vendors = [{ name: "Datadog", tenancy: "multi", accounts: [ACCOUNT] }] as const;
    expect(messages({ principal: ROOT, V: ACCOUNT }, { vendors })[0]).toEqual([
      "external-id-required",
      "Datadog (${V}, multi-tenant) can assume Role without an external ID, with V at the default",
    ]);
  });

  test("nor in what a rule says of the whole grant", () => {
    const trust = { principal: ROOT, condition: WITH_ID, V: ACCOUNT, Id: "changeme" };
    const vendors = [{ name: "Panther", tenancy: "single", accounts: [ACCOUNT] }] as const;
    expect(messages(trust, { tenancy: "single" })).toEqual([
      [
        "external-id-in-single-tenant",
        "account ${V} is single-tenant and needs no external ID to assume Role, with V at the default",
      ],
    ]);
    expect(messages(trust, { vendors })).toContainEqual([
      "external-id-in-single-tenant",
      "Panther (${V}, single-tenant) is single-tenant and needs no external ID to assume Role, with V at the default",
    ]);
    expect(messages(trust)).toEqual([
      [
        "external-id-not-unique",
        'the external ID "changeme" of Role is not one that the vendor keeps for you alone, with Id at the default',
      ],
    ]);
  });

  test("nor in a question", () => {
    const trust = { principal: [ROOT, "777788889999"], V: ACCOUNT };
    const questions = messages(trust, { tenancy: "single" }).map(([, message]) => message);
    expect(questions).toContainEqual(expect.stringMatching(/^cannot tell .*\$\{V\}.*, with V at the default$/));
    expect(questions.join()).not.toContain(ACCOUNT);
  });

  test("a grant that is dead only at the defaults says so", () => {
    expect(messages({ principal: ROOT, condition: WITH_ID, V: ACCOUNT, Id: "x" })).toContainEqual([
      "dead-grant",
      expect.stringMatching(/, with (?:Id and V|V and Id|Id) at the default$/),
    ]);
  });
});

describe("what does not rest on a default is told as it stands", () => {
  test("an account that the policy spells out too", () => {
    const all = messages({ principal: [ROOT, ACCOUNT], V: ACCOUNT });
    expect(all).toContainEqual(["external-id-required", `account ${ACCOUNT} can assume Role without an external ID`]);
  });

  test("an id without a default", () => {
    const [only, ...others] = messages({ principal: ACCOUNT, condition: WITH_ID }, { tenancy: "single" });
    expect(others).toEqual([]);
    expect(only?.[1]).toBe(`account ${ACCOUNT} is single-tenant and needs no external ID to assume Role`);
  });
});
