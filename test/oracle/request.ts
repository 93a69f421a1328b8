// A concrete request to assume a role, and every condition key that it carries, as AWS documents them.

import type { Json } from "../../src/text/document.ts";

export type Texts = string | readonly string[];

export interface Statement {
  readonly Effect: string;
  readonly Principal?: string | Readonly<Record<string, Texts>>;
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

/** A bare trust policy without intrinsics. */
export interface Policy {
  readonly Version?: string;
  readonly Statement: readonly Statement[];
}

/** An IAM user, or a session of an IAM role, calls sts:AssumeRole. */
export interface Request {
  /** ARN of the user or of the role, never of the session. */
  readonly principal: string;
  /** Of a role's session; users have none. */
  readonly session: string;
  /** AROA… of a role, AIDA… of a user. */
  readonly uniqueId: string;
  readonly organization?: { readonly id: string; readonly path: string };
  /** Seconds since 1970. */
  readonly time: number;
  /** What the call, the caller's session or the network brings; keys in lower case. */
  readonly sends: Readonly<Record<string, Texts>>;
}

/** The role under judgement stands here. */
export const OWN = { account: "999988887777", organization: "o-ownorg1234" } as const;

export function list(texts: Texts | undefined): readonly string[] {
  if (texts === undefined) return [];
  return typeof texts === "string" ? [texts] : texts;
}

export function asJson(policy: Policy): Json {
  return policy as unknown as Json;
}

export function isRole({ principal }: Request): boolean {
  return resourceOf(principal).startsWith("role/");
}

export function partitionOf(arn: string): string {
  return arn.split(":")[1] ?? "";
}

export function accountOf(arn: string): string {
  return arn.split(":")[4] ?? "";
}

/** "role/path/name". */
export function resourceOf(arn: string): string {
  return arn.split(":").slice(5).join(":");
}

export function nameOf(arn: string): string {
  return arn.split("/").at(-1) ?? "";
}

/**
 * Lower-case key to values; what is not listed is absent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function carried(request: Request): ReadonlyMap<string, readonly string[]> {
  const { principal, session, uniqueId, organization, time, sends } = request;
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
    ["aws:viaawsservice", ["false"]],
    ["aws:resourceaccount", [OWN.account]],
    ["aws:resourceorgid", [OWN.organization]],
    ...Object.entries(sends).map(([key, texts]) => [key, list(texts)] as const),
  ]);
}

/** Several values under one key. The same page, and for tags https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
export const MULTIVALUED: ReadonlySet<string> = new Set([
  "aws:principalorgpaths",
  "aws:tagkeys",
  "sts:transitivetagkeys",
  "aws:calledvia",
  "aws:principalservicenameslist",
  "aws:sourceorgpaths",
  "aws:vpceorgpaths",
  "aws:resourceorgpaths",
]);

/** Keys that a service sends, never a user or role that calls STS itself. */
export const NEVER: ReadonlySet<string> = new Set([
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
]);

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "sts:externalid": /^[\w+=,.@:/-]{2,1224}$/,
  "sts:rolesessionname": /^[\w+=,.@-]{2,64}$/,
  "sts:sourceidentity": /^[\w+=,.@-]{2,64}$/,
  "aws:sourceidentity": /^[\w+=,.@-]{2,64}$/,
  // AWS itself sends these: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
  "aws:multifactorauthpresent": /^(true|false)$/,
  "aws:multifactorauthage": /^\d+(\.\d+)?$/,
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, and the newer ones of the SDKs. */
export const PARTITIONS = [
  ...["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"],
] as const;

/** Lengths: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CALLER = /^arn:([a-z-]+):iam::\d{12}:(?:role|user)(\/(?:[!-~]+\/)?)[\w+=,.@-]{1,64}$/;

/** Can a user or role be called so? */
export function isCaller(arn: string): boolean {
  const [, partition = "", path = ""] = CALLER.exec(arn) ?? [];
  return (PARTITIONS as readonly string[]).includes(partition) && path.length <= 512;
}

/** Can a user or role session send it at all? */
export function isPossible(request: Request): boolean {
  const keys = Object.entries(request.sends);
  return (
    isCaller(request.principal) &&
    keys.every(([key, texts]) => list(texts).every((text) => SHAPES[key]?.test(text) ?? true)) &&
    !keys.some(([key, texts]) => NEVER.has(key) && list(texts).length > 0) &&
    list(request.sends["sts:rolesessionname"]).length === 1
  );
}
