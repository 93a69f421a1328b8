// Who controls which condition key when an IAM user or role session calls STS: the table against AWS's documentation, one row a key.

import { expect, test } from "vitest";
import { CONDITION_KEYS, type Control, conditionKey } from "../../../src/iam/language/keys.ts";

/** Control, then the keys as AWS writes them. */
const CONTROLS: Readonly<Record<Control, string>> = {
  derived:
    "aws:PrincipalAccount aws:PrincipalArn aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalType aws:userid aws:username",
  caller: `sts:ExternalId sts:RoleSessionName sts:SourceIdentity aws:SourceIdentity sts:TransitiveTagKeys
    aws:PrincipalTag/team aws:RequestTag/team aws:TagKeys aws:MultiFactorAuthPresent aws:MultiFactorAuthAge aws:TokenIssueTime
    aws:FederatedProvider aws:RequestedRegion aws:UserAgent aws:Referer`,
  network: `aws:SourceIp aws:VpcSourceIp aws:SourceVpc aws:SourceVpce aws:SourceVpcArn aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths
    aws:Ec2InstanceSourceVpc ec2:SourceInstanceArn lambda:SourceFunctionArn`,
  time: "aws:CurrentTime aws:EpochTime",
  forwarded: "aws:ViaAWSService aws:CalledVia aws:CalledViaFirst aws:CalledViaLast",
  never: `aws:SourceAccount aws:SourceArn aws:SourceOrgID aws:SourceOrgPaths aws:PrincipalServiceName
    aws:PrincipalServiceNamesList sts:DurationSeconds sts:AWSServiceName`,
  fixed: "aws:PrincipalIsAWSService aws:SecureTransport",
  role: "aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths aws:ResourceTag/team iam:ResourceTag/team",
};

const ROWS = Object.entries(CONTROLS).flatMap(([control, keys]) =>
  keys.split(/\s+/).map((key) => [key, control] as const),
);

test.each(ROWS)("%s: %s", (key, control) => {
  expect(conditionKey(key)?.control).toBe(control);
  expect(conditionKey(key.toUpperCase())).toBe(conditionKey(key));
});

test.each([
  "sts:External-Id",
  "aws:PrincipalTag",
  "aws:Principal",
  "example:Unknown",
  "token.actions.githubusercontent.com:sub",
  "",
])("%s is a key that we do not know", (key) => {
  expect(conditionKey(key)).toBeUndefined();
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html: "Multivalued" */
const MULTIVALUED = [
  ...[
    "aws:calledvia",
    "aws:principalorgpaths",
    "aws:principalservicenameslist",
    "aws:resourceorgpaths",
    "aws:sourceorgpaths",
  ],
  ...["aws:tagkeys", "aws:vpceorgpaths", "sts:transitivetagkeys"],
];

test("keys with several values", () => {
  const several = CONDITION_KEYS.filter(({ multivalued }) => multivalued).map(({ name }) => name);
  expect(several.sort()).toEqual(MULTIVALUED);
});

/** The same page: "included in the request context for all …". */
const ALWAYS = [
  ...["aws:currenttime", "aws:epochtime", "aws:principalaccount", "aws:principalarn", "aws:principalisawsservice"],
  ...[
    "aws:principaltype",
    "aws:requestedregion",
    "aws:securetransport",
    "aws:useragent",
    "aws:userid",
    "aws:viaawsservice",
    "sts:rolesessionname",
  ],
];

test("keys that every such request carries", () => {
  expect(
    CONDITION_KEYS.filter(({ always }) => always === true)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(ALWAYS);
});

test.each([
  ["aws:SecureTransport", "true"],
  ["aws:PrincipalIsAWSService", "false"],
])("%s is always %s", (key, value) => {
  expect(conditionKey(key)?.value).toBe(value);
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html, …/id_credentials_temp_control-access_monitor.html */
test.each([
  ["aws:RequestTag/team", "sts:TagSession"],
  ["aws:TagKeys", "sts:TagSession"],
  ["sts:TransitiveTagKeys", "sts:TagSession"],
  ["sts:SourceIdentity", "sts:SetSourceIdentity"],
  ["aws:SourceIdentity", "sts:SetSourceIdentity"],
  ["aws:PrincipalTag/team", undefined],
  ["sts:ExternalId", undefined],
])("to send %s takes %s as well", (key, companion) => {
  expect(conditionKey(key)?.companion).toBe(companion);
});

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
test.each([
  ["sts:ExternalId", "aZ09_+=,.@:/-", " *?~\"'\\{}\u00e9", 2],
  ["sts:RoleSessionName", "aZ09_+=,.@-", " *?:/~", 2],
  ["sts:SourceIdentity", "aZ09_+=,.@-", " *?:/~", 2],
])("%s may hold %j, never %j, and has at least %d characters", (key, accepted, refused, least) => {
  const grammar = conditionKey(key)?.grammar;
  expect([...accepted].filter((char) => !grammar?.characters().test(char))).toEqual([]);
  expect([...refused].filter((char) => grammar?.characters().test(char))).toEqual([]);
  expect(grammar?.least).toBe(least);
});

test("every row says where AWS says so, and no key has two", () => {
  for (const { source } of CONDITION_KEYS) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  expect(new Set(CONDITION_KEYS.map(({ name }) => name)).size).toBe(CONDITION_KEYS.length);
});
