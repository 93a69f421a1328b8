// Policies that make much work of little text: each part of it is counted in the steps that a policy and a run may take.

import { expect, test } from "vitest";
import { eachTrial } from "../../src/iam/decision/decide.ts";
import { type Document, readDocument } from "../../src/iam/language/document.ts";
import { budget } from "../../src/iam/patterns/budget.ts";
import type { Json } from "../../src/text/document.ts";
import { parseObject } from "../../src/values/embedded.ts";
import { made } from "../values/making.ts";

const OURS = { accounts: [], organizationAccounts: [], organizationIds: [], vendorAccounts: new Set<string>() };
const account = (index: number) => `${200_000_000_000 + index * 7919}`;
const letter = (index: number) => String.fromCharCode(97 + (index % 26));

function documentOf(Statement: readonly Json[]): Document {
  const text = made(JSON.stringify({ Version: "2012-10-17", Statement }));
  return readDocument(text.kind === "text" ? parseObject(text) : text, "aws");
}

function each<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const trusting = (AWS: Json, Condition: Json = {}, more: Readonly<Record<string, Json>> = {}): Json => ({
  Effect: "Allow",
  Principal: { AWS },
  Action: "sts:AssumeRole",
  Condition,
  ...more,
});

/** All steps of a policy that is given as many as it wants. */
function stepsOf(document: Document): number {
  const plenty = 10_000_000;
  const steps = budget(plenty);
  eachTrial(document, OURS, { keys: new Map() }, () => {}, { steps });
  return plenty - steps.left;
}

test.each<[about: string, least: number, statements: Json[]]>([
  [
    "networks that many statements rule out, each held against all, and each let in by most",
    7500,
    each(40, (index) => trusting(account(0), { NotIpAddress: { "aws:SourceIp": `${index + 1}.0.0.0/16` } })),
  ],
  [
    "accounts that many statements keep out, each asked of all of them",
    8000,
    [
      trusting("*"),
      ...each(40, (index) =>
        trusting("*", { StringNotEquals: { "aws:PrincipalAccount": account(index) } }, { Effect: "Deny" }),
      ),
    ],
  ],
  [
    "sets of tag keys, each held against the statements",
    40_000,
    each(25, (index) => trusting(account(0), { "ForAnyValue:StringEquals": { "aws:TagKeys": [`t${index}`] } })),
  ],
  [
    "patterns on many keys, each walked",
    650,
    [
      trusting(account(0), {
        StringLike: Object.fromEntries(
          each(12, (index) => [`aws:PrincipalTag/${letter(index)}`, `*${letter(index)}*`]),
        ),
      }),
    ],
  ],
  [
    "everyone but somebody, many times",
    6500,
    each(40, (index) => ({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      NotPrincipal: { AWS: account(index) },
    })),
  ],
])("counts %s", (_, least, statements) => {
  expect(stepsOf(documentOf(statements))).toBeGreaterThan(least);
});
