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
  /** All that it carries, where no user or role assumes a role. */
  readonly only?: Readonly<Record<string, Texts>>;
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
  "sts:durationseconds",
]);
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
