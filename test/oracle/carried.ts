// Every condition key that a request carries, as AWS documents them, and whether there can be such a request.

import { accountOf, isCaller, isRole, list, NEVER, nameOf, OWN, type Request } from "./request.ts";
import { isTied, standing } from "./ties.ts";

/**
 * Lower-case key to values; what is not listed is absent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function carried(request: Request): ReadonlyMap<string, readonly string[]> {
  const { principal, session, uniqueId, organization, time, sends, only } = request;
  if (only !== undefined) return new Map(Object.entries(only).map(([key, texts]) => [key, list(texts)] as const));
  const role = isRole(request);
  return new Map<string, readonly string[]>([
    ["aws:principalaccount", [accountOf(principal)]],
    ["aws:principalarn", [principal]],
    ["aws:principaltype", [role ? "AssumedRole" : "User"]],
    ["aws:userid", [role ? `${uniqueId}:${session}` : uniqueId]],
    ["aws:username", role ? [] : [nameOf(principal)]],
    ["aws:principalorgid", organization === undefined ? [] : [organization.id]],
    ["aws:principalorgpaths", organization === undefined ? [] : [organization.path]],
    ["aws:currenttime", [new Date(time * 1000).toISOString().replace(".000Z", "Z")]],
    ["aws:epochtime", [String(time)]],
    ["aws:securetransport", ["true"]],
    ["aws:principalisawsservice", ["false"]],
    ["aws:resourceaccount", [OWN.account]],
    ["aws:resourceorgid", [OWN.organization]],
    ...Object.entries({ ...standing(request), ...sends }).map(([key, texts]) => [key, list(texts)] as const),
  ]);
}

const ADDRESS = /^([\d.]+|[\da-f]*:[\da-f:]+)$/i;
const TAG_KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "sts:externalid": /^[\w+=,.@:/-]{2,1224}$/,
  "sts:rolesessionname": /^[\w+=,.@-]{2,64}$/,
  "sts:sourceidentity": /^[\w+=,.@-]{2,64}$/,
  "aws:sourceidentity": /^[\w+=,.@-]{2,64}$/,
  // AWS itself sends these: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
  "aws:multifactorauthpresent": /^(true|false)$/,
  "aws:multifactorauthage": /^\d+(\.\d+)?$/,
  "aws:sourceip": ADDRESS,
  "aws:vpcsourceip": ADDRESS,
  "aws:viaawsservice": /^(true|false)$/,
  "aws:tokenissuetime": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  "aws:requestedregion": /^[a-z\d-]+$/,
  "aws:tagkeys": TAG_KEY,
  "sts:transitivetagkeys": TAG_KEY,
};

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html */
const TAG_VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** What a request may carry under the key, by its form. */
export function shapeOf(key: string): RegExp {
  return SHAPES[key] ?? (/^aws:(request|principal)tag\//.test(key) ? TAG_VALUE : /^/);
}

/** Can a user or role session send it at all? */
export function isPossible(request: Request): boolean {
  const keys = Object.entries(request.sends);
  return (
    isCaller(request.principal) &&
    keys.every(([key, texts]) => list(texts).every((text) => shapeOf(key).test(text))) &&
    isTied(request, carried(request)) &&
    !keys.some(([key, texts]) => NEVER.has(key) && list(texts).length > 0) &&
    list(request.sends["sts:rolesessionname"]).length === 1
  );
}
