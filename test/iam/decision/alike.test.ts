// Callers for whom another speaks, held against the same callers each asked alone, on random policies.

import fc from "fast-check";
import { expect, test } from "vitest";
import { eachTrial } from "../../../src/iam/decision/decide.ts";
import { type Document, readDocument } from "../../../src/iam/language/document.ts";
import { budget } from "../../../src/iam/patterns/budget.ts";
import { callersOf } from "../../../src/iam/requests/callers.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { policies } from "../../oracle/policies.ts";
import { made } from "../../values/making.ts";

const OURS = {
  accounts: ["999988887777", "999988887778"],
  // One of them policies name.
  organizationAccounts: ["222233334444", "222233334445", "222233334446", "222233334447"],
  organizationIds: ["o-own1234567"],
  vendorAccounts: new Set<string>(),
};

function documentOf(policy: object, kind: Document["policy"] = "trust"): Document {
  const text = made(JSON.stringify(policy));
  const value = text.kind === "text" ? parseObject(text) : text;
  return readDocument(value, "aws", { policy: kind, ...(kind === "resource" && { service: "s3" }) });
}

/** What some grant lets in; undefined: not everything was tried. `keys`: that are asked about. */
function letIn(document: Document, keys: readonly string[]): readonly string[] | undefined {
  const found: string[] = [];
  const asked = { keys: new Map(keys.map((key) => [key, []])) };
  const untried = eachTrial(document, OURS, asked, ({ caller, action, context, answers }) => {
    const { alike: _, ...one } = caller;
    const sent = [...context].filter(([, { values }]) => values.length > 0).sort();
    if (answers.size > 0) found.push(JSON.stringify([Object.entries(one).sort(), action, sent, [...answers]]));
  });
  return untried.length > 0 ? undefined : found.sort();
}

test("they get what they get alone", () => {
  let several = 0;
  fc.assert(
    fc.property(policies, (policy) => {
      const document = documentOf(policy);
      if (callersOf(document, OURS, budget()).callers.some(({ alike }) => alike !== undefined)) several += 1;
      // Whoever asks for the account asks each of them.
      const alone = letIn(document, ["sts:externalid", "aws:principalaccount"]);
      fc.pre(alone !== undefined);
      expect(letIn(document, ["sts:externalid"])).toEqual(alone);
    }),
    { numRuns: 12 },
  );
  expect(several).toBeGreaterThan(1);
});

const statement = (more: object) => ({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", ...more });
const on = (key: string, value = "x*") => ({ Condition: { StringLike: { [key]: value } } });

/** Accounts that some caller speaks for. */
function spokenFor(kind: Document["policy"], ...Statement: readonly object[]): readonly string[] {
  const document = documentOf({ Version: "2012-10-17", Statement }, kind);
  const { callers } = callersOf(document, OURS, budget());
  return [...new Set(callers.flatMap(({ alike = [] }) => alike))];
}

const OTHERS = ["999988887778", "222233334445", "222233334446", "222233334447"];

test.each<readonly [string, Document["policy"], object, readonly string[]]>([
  ["no condition", "trust", {}, OTHERS],
  ["an external ID", "trust", on("sts:ExternalId"), OTHERS],
  ["a network", "trust", on("aws:SourceVpc"), OTHERS],
  ["a key that we do not know", "trust", on("vendor:key"), OTHERS],
  ["the organization", "trust", on("aws:PrincipalOrgID"), OTHERS],
  ["the account", "trust", on("aws:PrincipalAccount", "2222*5"), []],
  ["the ARN", "trust", on("aws:PrincipalArn"), []],
  ["the unique id", "trust", on("aws:userid"), []],
  ["what a variable stands for", "trust", on("sts:ExternalId", "${aws:PrincipalAccount}"), []],
  ["the role's own account", "trust", on("aws:ResourceAccount"), []],
  ["the account that a service acts for", "resource", on("aws:SourceOwner"), []],
  ["the account of an access point", "resource", on("s3:DataAccessPointAccount"), []],
])("a policy on %s", (_, kind, more, others) => {
  const [first] = OURS.organizationAccounts;
  expect(spokenFor(kind, statement(more))).toEqual(others);
  // Whom a policy names speaks for nobody.
  const named = spokenFor(kind, statement(more), statement({ Effect: "Deny", Principal: { AWS: first } }));
  expect(named).toEqual(others.filter((one) => one !== "222233334445"));
});
