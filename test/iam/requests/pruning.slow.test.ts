// What is left out of the requests of a policy makes no difference: held against the walk that leaves nothing out, on random policies.

import fc from "fast-check";
import { expect, test } from "vitest";
import { eachTrial } from "../../../src/iam/decision/decide.ts";
import { grantsOf } from "../../../src/iam/decision/grants.ts";
import { readDocument } from "../../../src/iam/language/document.ts";
import { budget } from "../../../src/iam/patterns/budget.ts";
import type { Json } from "../../../src/text/document.ts";
import { type Answer, isDoubt, or } from "../../../src/values/doubt.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { PATIENCE, running } from "../../oracle/runs.ts";
import { made } from "../../values/making.ts";

const OURS = {
  accounts: ["999988887777"],
  organizationAccounts: [],
  organizationIds: [],
  vendorAccounts: new Set<string>(),
};
const KEYS = [
  ...["sts:ExternalId", "aws:PrincipalTag/a", "aws:RequestTag/b", "sts:SourceIdentity", "aws:SourceVpc"],
  ...["sts:RoleSessionName", "aws:MultiFactorAuthPresent", "aws:SourceVpce", "example:unknown"],
];
const OPERATORS = ["StringEquals", "StringNotEquals", "StringLike", "StringNotLikeIfExists", "Null"];
const VALUES = ["ab", "true", "false", "a*", `\${aws:PrincipalTag/a}`];

const condition = fc
  .array(fc.tuple(fc.constantFrom(...OPERATORS), fc.constantFrom(...KEYS), fc.subarray(VALUES, { minLength: 1 })), {
    maxLength: 2,
  })
  .map((all): Json => {
    const written: Record<string, Record<string, Json>> = {};
    for (const [operator, key, values] of all) written[operator] = { ...written[operator], [key]: values };
    return written;
  });
const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Allow", "Deny"),
  Principal: fc.constantFrom<Json>("*", { AWS: "444455556666" }, { AWS: ["444455556666", "777788889999"] }),
  Action: fc.constantFrom<Json>("sts:AssumeRole", "sts:*", ["sts:AssumeRole", "sts:TagSession"]),
  Condition: condition,
});

/** By grant and account: the strongest answer to a request. */
function strongest(Statement: readonly Json[], tries: "all" | "what may get in"): Record<string, string> {
  const text = made(JSON.stringify({ Version: "2012-10-17", Statement }));
  const document = readDocument(text.kind === "text" ? parseObject(text) : text, "aws");
  const answers = new Map<string, Answer>();
  const untried = eachTrial(
    document,
    OURS,
    { keys: new Map([["sts:externalid", []]]) },
    ({ caller, context, answers: given }) => {
      const id = context.get("sts:externalid")?.values.length === 0 ? "without an id" : "with an id";
      for (const [grant, answer] of given) {
        const key = `${grant} ${caller.account} ${id}`;
        answers.set(key, or(answers.get(key) ?? false, answer));
      }
    },
    { tries, steps: budget(100_000) },
  );
  // Of a caller for whom the steps did not suffice one of the walks tells less.
  fc.pre(untried.every(({ exhausted }) => !exhausted));
  const told = [...answers].map(([key, answer]) => [key, isDoubt(answer) ? "open" : "yes"] as const);
  return { ...Object.fromEntries(told), grants: `${grantsOf(document).length}` };
}

test(
  "what may get in gets in, whether all requests are tried or only those that may",
  () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (statements) => {
        const all = statements as unknown as readonly Json[];
        expect(strongest(all, "what may get in")).toEqual(strongest(all, "all"));
      }),
      running(5),
    );
  },
  PATIENCE,
);
