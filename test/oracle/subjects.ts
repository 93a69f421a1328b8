// What conditions of random policies are about: keys, the operators that go with them, and values that tell requests apart.

import { CALLER_SUBJECTS } from "./callers.ts";

export const ACCOUNTS = [
  "111122223333",
  "444455556666",
  "777788889999",
  "999988887777",
  "222233334444",
  "123456789012",
];

const STRINGS =
  "StringEquals StringNotEquals StringLike StringNotLike StringEqualsIgnoreCase StringNotEqualsIgnoreCase".split(" ");
const ARNS = "ArnEquals ArnNotEquals ArnLike ArnNotLike".split(" ");
const NUMBERS =
  "NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals".split(
    " ",
  );
const DATES = "DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals".split(
  " ",
);

export interface Subject {
  readonly weight: number;
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  readonly values: readonly string[];
}

const IDS = [
  "id-1",
  "id-2",
  "ID-1",
  "id-?",
  "id-*",
  "*",
  "",
  "my id",
  "anything",
  "${*}",
  "${aws:PrincipalAccount}",
  "id-${aws:username}",
  "${aws:PrincipalAccount}-${aws:username}",
  "${aws:PrincipalTag/team}-?",
];
const SOURCES = [
  "${aws:PrincipalTag/team}",
  "${aws:PrincipalTag/team, 'id-1'}",
  "${sts:RoleSessionName}",
  "${aws:userid}",
  "${aws:PrincipalOrgID}",
];
const PRINCIPALS = [
  "arn:aws:iam::444455556666:role/*",
  "arn:aws:iam::444455556666:role/team/*",
  "arn:aws:iam::*:role/Vendor",
  "arn:aws:iam::777788889999:role/Vendor",
  "arn:aws:iam::1111????3333:*",
  "arn:aws:iam::111122223333:user/u?",
  "arn:aws:iam::${aws:PrincipalAccount}:role/Vendor",
  "arn:aws:iam::${aws:PrincipalAccount}:role/team/${sts:RoleSessionName}",
  "arn:aws:iam::${aws:PrincipalTag/account}:role/Other",
  "arn:aws:iam::444455556666:user/${aws:username}",
  "arn:aws:iam::444455556666:role/${aws:PrincipalTag/team}",
  "arn:aws:iam::*:role/${aws:RequestTag/team, 'Vendor'}",
  "${aws:PrincipalArn}",
  "*Vendor*",
  "*",
  "arn:aws:iam::444455556666:root",
];

const CALLING = "cloudformation.amazonaws.com";

export const SUBJECTS: readonly Subject[] = [
  { weight: 12, keys: ["sts:ExternalId"], operators: STRINGS, values: [...IDS, ...SOURCES] },
  {
    weight: 6,
    keys: ["aws:PrincipalAccount"],
    operators: STRINGS,
    values: [...ACCOUNTS, "1111*", "44445555????", "*", "${aws:ResourceAccount}", "${aws:PrincipalTag/account}"],
  },
  { weight: 6, keys: ["aws:PrincipalArn"], operators: [...ARNS, ...STRINGS], values: PRINCIPALS },
  ...CALLER_SUBJECTS,
  {
    weight: 4,
    keys: ["aws:PrincipalOrgID"],
    operators: STRINGS,
    values: ["o-ownorg1234", "o-foreign999", "o-*", "O-OWNORG1234", "${aws:ResourceOrgID}", "${aws:PrincipalTag/team}"],
  },
  {
    weight: 3,
    keys: ["aws:PrincipalOrgPaths"],
    operators: STRINGS,
    values: [
      "o-ownorg1234/*",
      "o-ownorg1234/r-ab12/ou-ab12-11111111/*",
      "o-foreign999/r-zz99/",
      "o-*/r-ab12/*",
      "${aws:PrincipalOrgID}/*",
    ],
  },
  {
    weight: 1,
    keys: ["aws:PrincipalType", "aws:username"],
    operators: STRINGS,
    values: ["AssumedRole", "User", "A*", "u1", "u*", "${aws:PrincipalTag/team}"],
  },
  {
    weight: 1,
    keys: ["aws:userid"],
    operators: STRINGS,
    values: ["*:alice", "*:a*", "AROA*", "AIDA*", "AROAABCDEFGHIJKLMNOPQ:*", "*:*", "*:${aws:PrincipalTag/team}"],
  },
  {
    weight: 3,
    keys: ["sts:RoleSessionName"],
    operators: STRINGS,
    values: ["alice", "a*", "${aws:username}", "${aws:PrincipalTag/team}"],
  },
  {
    weight: 4,
    keys: ["aws:PrincipalTag/team", "aws:RequestTag/team", "sts:SourceIdentity", "aws:SourceIdentity"],
    operators: STRINGS,
    values: ["red", "Red", "r*", "${aws:username}", "x-${aws:PrincipalAccount}", "${sts:ExternalId}"],
  },
  { weight: 2, keys: ["aws:TagKeys", "sts:TransitiveTagKeys"], operators: STRINGS, values: ["team", "t*", "other"] },
  {
    weight: 3,
    keys: ["aws:MultiFactorAuthPresent", "aws:SecureTransport", "aws:PrincipalIsAWSService", "aws:ViaAWSService"],
    operators: ["Bool"],
    values: ["true", "false", "True"],
  },
  {
    weight: 2,
    keys: ["aws:MultiFactorAuthAge", "aws:RequestTag/level"],
    operators: NUMBERS,
    values: ["10", "11", "12.5", "10.0", "0", "-1", "129600"],
  },
  {
    weight: 2,
    keys: ["aws:SourceIp", "aws:VpcSourceIp"],
    operators: ["IpAddress", "NotIpAddress"],
    values: ["10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0", "2001:db8::/32"],
  },
  {
    weight: 2,
    keys: ["aws:CurrentTime", "aws:EpochTime"],
    operators: DATES,
    values: ["2030-01-01T00:00:00Z", "2029-12-31T23:00:00-01:00", "1893456001"],
  },
  {
    weight: 2,
    keys: ["aws:SourceAccount", "aws:SourceArn", "aws:ResourceAccount"],
    operators: STRINGS,
    values: ["999988887777", "*"],
  },
  { weight: 1, keys: ["aws:ResourceTag/team", "example:Unknown"], operators: STRINGS, values: ["red", "r*"] },
  { weight: 1, keys: ["aws:CalledVia", "aws:CalledViaFirst"], operators: STRINGS, values: [CALLING, "*"] },
];

/** Keys that hang together, of which a statement speaks at once. */
export const TIED: readonly (readonly Subject[])[] = [
  [
    { weight: 2, keys: ["aws:MultiFactorAuthPresent"], operators: ["Bool"], values: ["true", "false"] },
    {
      weight: 2,
      keys: ["aws:MultiFactorAuthAge"],
      operators: NUMBERS,
      values: ["0", "10", "3600", "129600", "200000"],
    },
    {
      weight: 2,
      keys: ["aws:TokenIssueTime"],
      operators: DATES,
      values: ["2030-01-01T00:00:00Z", "2030-01-02T12:00:00Z", "2030-01-05T00:00:00Z"],
    },
    {
      weight: 1,
      keys: ["aws:CurrentTime"],
      operators: DATES,
      values: ["2030-01-01T00:00:00Z", "2030-01-02T12:00:00Z"],
    },
    { weight: 1, keys: ["aws:username", "aws:PrincipalType"], operators: STRINGS, values: ["u*", "User"] },
  ],
  [
    {
      weight: 3,
      keys: ["aws:RequestTag/team", "aws:RequestTag/level"],
      operators: STRINGS,
      values: ["red", "r*", "?"],
    },
    { weight: 2, keys: ["aws:TagKeys"], operators: STRINGS, values: ["team", "Team", "t*", "level", "other"] },
    { weight: 2, keys: ["sts:TransitiveTagKeys"], operators: STRINGS, values: ["team", "t*", "other"] },
  ],
  [
    { weight: 2, keys: ["aws:SourceIdentity"], operators: STRINGS, values: ["red", "r*", "x", "${aws:username}"] },
    { weight: 2, keys: ["sts:SourceIdentity"], operators: STRINGS, values: ["red", "blue", "r*"] },
    { weight: 1, keys: ["aws:PrincipalType"], operators: STRINGS, values: ["User", "AssumedRole"] },
  ],
  [
    {
      weight: 2,
      keys: ["aws:SourceIp"],
      operators: ["IpAddress", "NotIpAddress"],
      values: ["10.0.0.0/8", "0.0.0.0/0"],
    },
    { weight: 1, keys: ["aws:VpcSourceIp"], operators: ["IpAddress", "NotIpAddress"], values: ["10.0.0.0/8"] },
    { weight: 2, keys: ["aws:SourceVpce", "aws:SourceVpc"], operators: STRINGS, values: ["vpce-1", "vpc*"] },
  ],
  [
    { weight: 2, keys: ["aws:ViaAWSService"], operators: ["Bool"], values: ["true", "false"] },
    { weight: 1, keys: ["aws:CalledVia", "aws:CalledViaLast"], operators: STRINGS, values: [CALLING, "*"] },
  ],
  [
    { weight: 2, keys: ["sts:DurationSeconds"], operators: NUMBERS, values: ["3600"] },
    { weight: 2, keys: ["aws:UserAgent", "aws:RequestedRegion"], operators: STRINGS, values: ["us-east-1", "*"] },
    {
      weight: 2,
      keys: ["sts:RoleSessionName", "aws:SourceIdentity"],
      operators: STRINGS,
      values: ["s".repeat(65), "a"],
    },
  ],
];
