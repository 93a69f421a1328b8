// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL is written so
// Trust in the tokens of a provider that deployment decides, asked for by claims of an issuer that it decides apart from it.

import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";

const GITHUB = "arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com";

interface Case {
  readonly principal?: string;
  /** Operator, condition key and value, as HCL has them. */
  readonly conditions: readonly (readonly [string, string, string])[];
  readonly effect?: "Allow" | "Deny";
}

function statement({ principal = "var.provider_arn", conditions, effect = "Allow" }: Case): string {
  const written = conditions.map(
    ([operator, key, value]) => `condition {
      test     = "${operator}"
      variable = "${key}"
      values   = ["${value}"]
    }`,
  );
  return `statement {
    effect  = "${effect}"
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [${principal}]
    }
    ${written.join("\n")}
  }`;
}

/** What the rule says: "finding", "unknown" with what it comes from, or nothing. */
function said(...cases: readonly Case[]): readonly string[] {
  const content = `
variable "provider_arn" { type = string }
variable "issuer" { type = string }
variable "other" { type = string }
data "aws_iam_policy_document" "trust" {
  ${cases.map(statement).join("\n")}
}
resource "aws_iam_role" "pod" { assume_role_policy = data.aws_iam_policy_document.trust.json }`;
  const { findings, unknowns } = check({ files: [{ path: "main.tf", content }] });
  const all = [...findings.map(({ rule }) => [rule, "finding"]), ...unknowns.map(({ rule, source }) => [rule, source])];
  return all.filter(([rule]) => rule === "federated-subject").map(([, line = ""]) => line);
}

const ISSUER = `\${var.issuer}`;
const BARE = `\${replace(var.issuer, "https://", "")}`;
const SUBJECT = "system:serviceaccount:payments:api";
const OPEN = ["variable provider_arn"];

describe("the claims of an issuer that is another variable than the provider", () => {
  test.each<readonly [string, Case, readonly string[]]>([
    ["one subject", { conditions: [["StringEquals", `${ISSUER}:sub`, SUBJECT]] }, []],
    [
      "one subject, and the audience",
      {
        conditions: [
          ["StringEquals", `${ISSUER}:sub`, SUBJECT],
          ["StringEquals", `${ISSUER}:aud`, "sts.amazonaws.com"],
        ],
      },
      [],
    ],
    ["what a function makes of the variable", { conditions: [["StringEquals", `${BARE}:sub`, SUBJECT]] }, []],
    ["a namespace", { conditions: [["StringLike", `${ISSUER}:sub`, "system:serviceaccount:payments:*"]] }, []],
    ["a subject of an issuer of another kind", { conditions: [["StringLike", `${ISSUER}:sub`, "repo:acme/*"]] }, []],
    ["any namespace", { conditions: [["StringLike", `${ISSUER}:sub`, "system:serviceaccount:*:api"]] }, OPEN],
    ["any subject", { conditions: [["StringLike", `${ISSUER}:sub`, "*"]] }, OPEN],
    ["an audience of one's own", { conditions: [["StringEquals", `${ISSUER}:aud`, "acme"]] }, OPEN],
    ["the audience alone", { conditions: [["StringEquals", `${ISSUER}:aud`, "sts.amazonaws.com"]] }, OPEN],
    ["a subject, if there is one", { conditions: [["StringEqualsIfExists", `${ISSUER}:sub`, SUBJECT]] }, OPEN],
    [
      "a subject, if there are several",
      { conditions: [["ForAllValues:StringEquals", `${ISSUER}:sub`, SUBJECT]] },
      OPEN,
    ],
    [
      "any namespace, and another issuer's audience",
      {
        conditions: [
          ["StringLike", `${ISSUER}:sub`, "system:serviceaccount:*:*"],
          ["StringEquals", `\${var.other}:aud`, "sts.amazonaws.com"],
        ],
      },
      OPEN,
    ],
    [
      "any namespace, where only the audience is GitHub's",
      {
        conditions: [
          ["StringLike", `${ISSUER}:sub`, "system:serviceaccount:*:*"],
          ["StringEqualsIfExists", "token.actions.githubusercontent.com:aud", "sts.amazonaws.com"],
        ],
      },
      OPEN,
    ],
  ])("%s", (_, trust, expected) => {
    expect(said(trust)).toEqual(expected);
  });

  test("the provider's own URL, which a variable of its own decides", () => {
    const principal = `"arn:aws:iam::999988887777:oidc-provider/${ISSUER}"`;
    const whose = (value: string) => said({ principal, conditions: [["StringLike", `${ISSUER}:sub`, value]] });
    expect(whose(SUBJECT)).toEqual([]);
    expect(whose("organization:acme:project:*")).toEqual([]);
    expect(whose("organization:${var.other}:project:*")).toEqual(["variable other"]);
    expect(whose("organization:*:project:main")).toEqual(["issuer ${issuer}, which may serve several tenants"]);
    expect(whose("system:serviceaccount:*:api")).toEqual(["finding"]);
  });

  test("another claim than the subject and the audience may be a key of another kind", () => {
    expect(said({ conditions: [["StringEquals", `${ISSUER}:repository`, "acme/x"]] })).toEqual(["variable issuer"]);
  });

  test("a provider that is written out may be that of the variable, or not", () => {
    const conditions: Case["conditions"] = [["StringLike", `${ISSUER}:sub`, "repo:*"]];
    expect(said({ principal: `"${GITHUB}"`, conditions })).toEqual(["variable issuer"]);
  });

  test("a Deny of all other subjects closes what is open without it", () => {
    const deny: Case = { effect: "Deny", conditions: [["StringNotEquals", `${ISSUER}:sub`, SUBJECT]] };
    expect(said({ conditions: [] }, deny)).toEqual([]);
    expect(said({ conditions: [] })).toEqual(OPEN);
  });
});
