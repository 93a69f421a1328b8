// The condition key that an unknown one was probably meant to be, in AWS's letters.

import { nearest } from "../../text/nearest.ts";
import { conditionKey } from "./keys.ts";

/** Those that people write in trust policies: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
export const WRITTEN_KEYS: readonly string[] = [
  "sts:ExternalId",
  "sts:RoleSessionName",
  "sts:SourceIdentity",
  "sts:TransitiveTagKeys",
  "sts:DurationSeconds",
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:PrincipalTag",
  "aws:PrincipalType",
  "aws:RequestTag",
  "aws:TagKeys",
  "aws:userid",
  "aws:username",
  "aws:SourceAccount",
  "aws:SourceArn",
  "aws:SourceOrgID",
  "aws:SourceIp",
  "aws:SourceVpc",
  "aws:SourceVpce",
  "aws:MultiFactorAuthPresent",
  "aws:MultiFactorAuthAge",
  "aws:CurrentTime",
  "aws:RequestedRegion",
  "aws:ResourceAccount",
  "aws:ResourceOrgID",
];

/** Undefined where it is known, or a service may well have it that we do not know. */
export function keyMeant(written: string): string | undefined {
  const [, prefix, name = "", tag = ""] = /^(?:([^:/]*):)?([^/]*)(\/.*)?$/.exec(written.trim()) ?? [];
  if (conditionKey(written) !== undefined || !OURS.has(prefix?.toLowerCase())) return undefined;
  const names = new Map(WRITTEN_KEYS.map((key) => [key.slice(key.indexOf(":") + 1).toLowerCase(), key]));
  const meant = names.get(nearest(name, names.keys()) ?? "");
  return meant === undefined ? undefined : `${meant}${tag}`;
}

/** Prefixes under which the key may have been looked for; none, where it was left out. */
const OURS = new Set<string | undefined>(["aws", "sts", "iam", undefined]);
