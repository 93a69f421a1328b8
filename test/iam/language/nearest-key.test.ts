// Which condition key an unknown one was meant to be, and when that is not guessed.

import { expect, test } from "vitest";
import { conditionKey } from "../../../src/iam/language/keys.ts";
import { keyMeant, WRITTEN_KEYS } from "../../../src/iam/language/nearest-key.ts";

test.each(WRITTEN_KEYS)("%s is a key of the table", (key) => {
  expect(conditionKey(key) ?? conditionKey(`${key}/any`)).toBeDefined();
});

test.each([
  ["aws:ExternalId", "sts:ExternalId"],
  ["AWS:externalid", "sts:ExternalId"],
  ["ExternalId", "sts:ExternalId"],
  ["sts:ExternalID ", "sts:ExternalId"],
  ["sts:External-Id", "sts:ExternalId"],
  ["sts:ExternalIds", "sts:ExternalId"],
  ["iam:PrincipalArn", "aws:PrincipalArn"],
  ["aws:PrincipleOrgID", "aws:PrincipalOrgID"],
  ["sts:PrincipalAccount", "aws:PrincipalAccount"],
  ["aws:PrincipalTags/team", "aws:PrincipalTag/team"],
  ["aws:MFAPresent", undefined],
  ["example:ExternalId", undefined],
  ["saml:aud", undefined],
  ["aws:Foo", undefined],
])("%s: %s", (written, meant) => {
  expect(keyMeant(written)).toBe(meant);
});
