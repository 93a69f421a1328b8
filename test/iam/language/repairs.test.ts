// Each flaw that IAM finds in a trust policy has a repair of its own: the text that was meant, where only one can be.

import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/iam/language/document.ts";
import type { Json } from "../../../src/text/document.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { made } from "../../values/making.ts";

const ACCOUNT = "444455556666";
const ROOT = "arn:aws:iam::444455556666:root";
const ROLE = "arn:aws:iam::444455556666:role/App";
const SESSION = "arn:aws:sts::444455556666:assumed-role/App/alice";

function flawsOf(policy: string) {
  const document = made(policy, { P: {} });
  const { flaws } = readDocument(document.kind === "text" ? parseObject(document) : document, "aws");
  return flaws.map(({ sentence, repair }) => `${sentence}; ${repair}`);
}

/** The flaws of a statement that is right but for what is given. */
function flawsIn(statement: Readonly<Record<string, Json>>): string[] {
  const whole = { Effect: "Allow", Principal: { AWS: ACCOUNT }, Action: "sts:AssumeRole", ...statement };
  return flawsOf(JSON.stringify({ Version: "2012-10-17", Statement: [whole] }));
}

describe("a principal that was certainly meant otherwise is written out", () => {
  test.each([
    // Account ids as consoles, invoices and spreadsheets show them.
    ["4444-5555-6666", ACCOUNT],
    ["4444 5555 6666", ACCOUNT],
    [" 444455556666", ACCOUNT],
    ["444455556666\n", ACCOUNT],
    ["'444455556666'", ACCOUNT],
    ["\u201c444455556666\u201d", ACCOUNT],
    // Colons.
    ["arn:aws:iam:::444455556666:root", ROOT],
    ["arn:aws:iam:444455556666:root", ROOT],
    ["arn:aws:iam::444455556666::root", ROOT],
    ["arn:aws:iam::444455556666/root", ROOT],
    ["arn:aws:iam::444455556666:role:App", ROLE],
    ["arn:aws:iam:: 444455556666:root", ROOT],
    // Fields that are missing or too many.
    ["arn:aws:iam:us-east-1:444455556666:role/App", ROLE],
    ["arn:iam::444455556666:role/App", ROLE],
    ["arn:aws::444455556666:role/App", ROLE],
    ["aws:iam::444455556666:root", ROOT],
    ["444455556666:root", ROOT],
    ["444455556666:role/App", ROLE],
    ["arn:aws:iam::444455556666", ROOT],
    ["arn:aws:iam::444455556666:", ROOT],
    ["arn:aws:iam::4444-5555-6666:role/App", ROLE],
    // Slashes, capitals, and services.
    ["arn:aws:iam::444455556666:role/App/", ROLE],
    ["arn:aws:iam::444455556666:/root", ROOT],
    ["ARN:aws:IAM::444455556666:Role/App", ROLE],
    ["arn:aws:sts::444455556666:role/App", ROLE],
    ["arn:aws:sts::444455556666:root", ROOT],
    ["arn:aws:iam::444455556666:assumed-role/App/alice", SESSION],
    ["arn:aws-cn:iam:::444455556666:root", "arn:aws-cn:iam::444455556666:root"],
    // A wildcard that is all of an account.
    ["arn:aws:iam::444455556666:*", ROOT],
    // Two slips at once.
    ["arn:aws:iam:4444-5555-6666:root", ROOT],
  ])("%j: %s", (AWS, meant) => {
    expect(flawsIn({ Principal: { AWS } })).toEqual([expect.stringMatching(`; write "${meant}"$`)]);
    expect(flawsIn({ Principal: { AWS: meant } })).toEqual([]);
  });

  test("with the deploy-time values in it", () => {
    const policy = `{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "arn:aws:iam:::<P>:root" } } }`;
    expect(flawsOf(policy)).toEqual([
      `"arn:aws:iam:::\${P}:root" has a colon too many before the account; write "arn:aws:iam::\${P}:root"`,
    ]);
  });

  test.each(["444455556666,111122223333", "444455556666 111122223333", '["444455556666", "111122223333"]'])(
    "as a list where it is several: %s",
    (AWS) => {
      expect(flawsIn({ Principal: { AWS } })).toEqual([
        expect.stringMatching(/several principals in one text; write a list: \["444455556666", "111122223333"\]$/),
      ]);
    },
  );

  // What opens the role to everyone is never proposed, and what may be two things is left to the author.
  test.each([
    [" *", "name each account"],
    ["arn:aws:sts::444455556666:role/App/alice", '"arn:aws:iam::ACCOUNT:role/ROLE"'],
    ["arn:aws:sts::444455556666:assumed-role/App", '"arn:aws:iam::ACCOUNT:role/ROLE"'],
    ["arn:aws:iam::444455556666:role/my role", "names have letters, digits and the signs _+=,.@-"],
    ["arn:aws:iam::444455556666:role/", "write its name after the slash"],
    ["arn:aws:iam::1234:role/App", "write all twelve"],
    ["arn:aws:iam::my-company:root", "an alias is not taken"],
    ["my-company", "an alias is not taken"],
    ["44445555666", 'if its leading zeros were lost, write "044445555666"'],
  ])("but not %j", (AWS, repair) => {
    const [told = "", ...others] = flawsIn({ Principal: { AWS } });
    expect(others).toEqual([]);
    expect(told).toContain(repair);
  });
});

test.each<[about: string, statement: Readonly<Record<string, Json>>, repair: string]>([
  ["a service", { Principal: { AWS: "ec2.amazonaws.com" } }, 'put it under "Service"'],
  ["an identity provider", { Principal: { AWS: "cognito-identity.amazonaws.com" } }, 'put it under "Federated"'],
  [
    "a provider's ARN",
    { Principal: { AWS: "arn:aws:iam::444455556666:oidc-provider/a.example" } },
    'put it under "Federated"',
  ],
  ["an account under Service", { Principal: { Service: ROOT } }, 'put it under "AWS"'],
  ["no provider", { Principal: { Federated: "" } }, "write the ARN of the identity provider"],
  ["no service", { Principal: { Service: [" "] } }, "write the name of the service"],
  [
    "a pattern on roles",
    { Principal: { AWS: "arn:aws:iam::444455556666:role/app-*" } },
    `write "${ROOT}", and hold it to the pattern by "ArnLike" on "aws:PrincipalArn"`,
  ],
  [
    "a pattern on sessions",
    { Principal: { AWS: "arn:aws:sts::444455556666:assumed-role/App/*" } },
    `write "${ROLE}", which is all sessions of the role`,
  ],
  ["a pattern on accounts", { Principal: { AWS: "arn:aws:iam::*:root" } }, 'demand "aws:PrincipalOrgID"'],
  ["a session's id", { Principal: { AWS: "AROAABCDEFGHIJKLMNOPQ:alice" } }, "write the ARN of its role"],
  ["a principal without type", { Principal: ROOT }, `write Principal: { AWS: "${ROOT}" }`],
  ["a type in small letters", { Principal: { aws: ROOT } }, "write AWS"],
  ["an element within Principal", { Principal: { AWS: ROOT, Condition: {} } }, "move it out of Principal"],
  ["an element misspelt", { Conditions: {} }, "did you mean Condition?"],
  ["an element of the policy", { Version: "2012-10-17" }, "move it out of the statement"],
  ["a Resource", { Resource: "*" }, "remove Resource"],
  ["an effect in small letters", { Effect: "allow" }, 'write "Allow"'],
  [
    "a key without operator",
    { Condition: { "sts:ExternalId": "k3-7f19-cc20" } },
    'write { StringEquals: { "sts:ExternalId": … } }',
  ],
  [
    "an operator misspelt",
    { Condition: { "ForAnyValue:StringEqual": { "aws:TagKeys": "a" } } },
    "did you mean ForAnyValue:StringEquals?",
  ],
  ["a suffix misspelt", { Condition: { StringEqualsIfExist: { "sts:ExternalId": "a1" } } }, "StringEqualsIfExists?"],
])("%s has a repair of its own", (_, statement, repair) => {
  const told = flawsIn(statement);
  expect(told.filter((one) => one.includes(repair))).toHaveLength(1);
});

test.each([
  [{ Statement: [], Version: "2012-10-17" }, "add Statement"],
  [
    { Version: "2012-10-18", Statement: { Effect: "Deny", Principal: { AWS: "*" }, Action: "*" } },
    'write "2012-10-17"',
  ],
  [
    {
      Version: "2012-10-17",
      Statement: { Effect: "Deny", Principal: { AWS: "*" }, Action: "*" },
      Condition: {},
    },
    "move it into the statement",
  ],
  [{ Version: "2012-10-17", Statement: { Principal: { AWS: "*" }, Action: "*" } }, 'such as Effect: "Allow"'],
])("of the whole policy: %j", (policy, repair) => {
  expect(flawsOf(JSON.stringify(policy))).toEqual([expect.stringContaining(repair)]);
});

describe("what a statement has once, and in the right letters", () => {
  const OPERATOR = { Condition: { " StringEquals ": { "sts:ExternalId": "abc" } } };

  test.each<[string, Readonly<Record<string, Json>>, string[]]>([
    ["letters and digits", { Sid: "Vendor1" }, []],
    ["no letter at all", { Sid: "" }, []],
    [
      "blanks and dashes",
      { Sid: "My vendor-1" },
      ['the Sid "My vendor-1" has other characters than the letters A to Z and digits; write "Myvendor1"'],
    ],
    [
      "Action beside NotAction",
      { NotAction: "iam:*" },
      ["a statement has Action or NotAction, and this one has both; remove one of the two"],
    ],
    ["actions of services, and all of them", { Action: ["sts:AssumeRole", "STS:Tag*", "*"] }, []],
    ["an action that deployment decides a part of", { Action: "sts:AssumeRole${Suffix}" }, []],
    [
      "an action of no service",
      { Action: ["sts:TagSession", "AssumeRole"] },
      ['"AssumeRole" is no action: a service, one colon, and a name; write "sts:AssumeRole"'],
    ],
    [
      "two actions in one text",
      { Action: "sts:AssumeRole,sts:TagSession" },
      [
        '"sts:AssumeRole,sts:TagSession" is no action: a service, one colon, and a name; write it so, as in "sts:AssumeRole"',
      ],
    ],
    [
      "a wildcard as the service",
      { Action: "*:AssumeRole" },
      ['"*:AssumeRole" is no action: a service, one colon, and a name; write it so, as in "sts:AssumeRole"'],
    ],
    ["no action", { Action: [] }, ['the statement has no Action; add it, such as Action: "sts:AssumeRole"']],
    [
      "blanks around an operator",
      OPERATOR,
      ['there is no condition operator " StringEquals "; did you mean StringEquals?'],
    ],
  ])("%s", (_, statement, flaws) => {
    expect(flawsIn(statement)).toEqual(flaws);
  });

  test.each<[string, string, string[]]>([
    ["NotPrincipal beside Principal", "NotPrincipal", ["NotPrincipal"]],
    ["NotResource beside Resource", "NotResource", ["Resource", "NotResource"]],
  ])("%s", (_, name, told) => {
    const flaws = flawsIn({
      [name]: name === "NotPrincipal" ? { AWS: ACCOUNT } : "*",
      ...(name === "NotResource" ? { Resource: "*" } : {}),
    });
    expect(flaws).toHaveLength(told.length);
    for (const [index, one] of told.entries()) expect(flaws[index]).toContain(one);
  });

  test("a Sid that another statement has", () => {
    const statement = (Sid: string) => ({
      Sid,
      Effect: "Allow",
      Principal: { AWS: ACCOUNT },
      Action: "sts:AssumeRole",
    });
    const of = (...sids: string[]) =>
      flawsOf(JSON.stringify({ Version: "2012-10-17", Statement: sids.map(statement) }));
    expect(of("a", "b", "A")).toEqual([]);
    expect(of("a", "b", "a", "a")).toEqual(
      Array(2).fill('two statements have the Sid "a"; give each its own, or none'),
    );
  });
});

test.each([
  ['"Sid": "a", "Sid": "b"', ["Sid"]],
  ['"Principal": {"AWS": "*", "\\u0041WS": "444455556666"}', ["AWS"]],
  ['"Condition": {"Bool": {"a:b": true}, "Bool": {"a:c": true}}', ["Bool"]],
  ['"Sid": "\\"a\\": b", "Condition": {"Null": {"a": true}, "Bool": {"a": true}}', []],
])("keys that stand twice in a text: %s", (elements, keys) => {
  const statement = `"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole", ${elements}`;
  const without = statement.replace(/"Principal": {"AWS": "4+5+6+"}, (?=.*"Principal")/, "");
  const told = flawsOf(`{"Version": "2012-10-17", "Statement": [{${without}}]}`).filter((one) => /twice/.test(one));
  expect(told).toEqual(
    keys.map((key) => `"${key}" stands twice in one map, of which the last one was judged; remove one of the two`),
  );
});

test.each([
  ['{"Statement": [],}', "its text is not valid JSON: a comma after the last entry; remove it"],
  ['{"Statement": [] "Id": "a"}', "its text is not valid JSON: no comma between two values; add the comma"],
  ["", "its text is no JSON; write the document as JSON"],
  ["arn:aws:iam::aws:policy/x", "its text is no JSON; write the document as JSON"],
])("the text %j", (policy, told) => {
  expect(flawsOf(policy)).toEqual([told]);
});
