// What of a request's context follows from who calls, and what is the same for every such call.

import { isDoubt } from "../../../values/doubt.ts";
import { type Caller, nameOf, typeOf } from "../../evaluation/caller.ts";
import type { Carried } from "../../evaluation/context.ts";
import { type Condition, variablesIn } from "../../language/condition.ts";
import { ACCOUNT_KEYS, type Keys } from "../../language/senders.ts";
import { hasHole, type Word } from "../../patterns/words.ts";

/** Keys that follow from the caller, are the same for every call, or are never part of one. */
export function callerContext(caller: Caller, conditions: readonly Condition[], keys: Keys): [string, Carried][] {
  const facts = factsOf(caller, conditions, keys);
  for (const key of conditions.flatMap((condition) => [condition.key, ...variablesIn(condition)])) {
    const known = keys(key);
    if (known?.control === "fixed" || known?.control === "never") facts.push([key, one(known.value, false)]);
  }
  return facts;
}

function factsOf(caller: Caller, conditions: readonly Condition[], keys: Keys): [string, Carried][] {
  const type = typeOf(caller);
  if (type === "account") return accountFacts(caller, conditions, keys);
  if (type !== "service") return [];
  return ["aws:principalservicename", "aws:principalservicenameslist"].map((key) => [key, one(caller.arn, false)]);
}

function one(word: Word | undefined, fresh: boolean): Carried {
  return { values: word === undefined ? [] : [word], fresh };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, "Principal key values" */
const PRINCIPAL_TYPES: Readonly<Partial<Record<Caller["kind"], string>>> = {
  role: "AssumedRole",
  user: "User",
  root: "Account",
  "federated-user": "FederatedUser",
};

function accountFacts(caller: Caller, conditions: readonly Condition[], keys: Keys): [string, Carried][] {
  const stranger = !caller.named && caller.hole === undefined && !caller.own;
  const account = hasHole(caller.account) || !caller.own ? { account: caller.account } : {};
  const freshOrganization = !conditions.some(
    ({ values }) => !isDoubt(values) && values.some(({ word }) => word === caller.organization),
  );
  const arn = one(caller.arn, caller.freshName && stranger && !hasHole(caller.arn));
  const freshName = caller.freshName ? { freshFrom: caller.arn.lastIndexOf("/") + 1 } : {};
  const ownAccount = { ...one(caller.account, stranger), ...account };
  return [
    ...ACCOUNT_KEYS.filter((key) => keys(key)?.control === "derived").map((key): [string, Carried] => [
      key,
      ownAccount,
    ]),
    ["aws:principalarn", { ...arn, ...freshName, ...account }],
    ["aws:principalorgid", one(caller.organization, freshOrganization)],
    ["aws:principalorgpaths", one(caller.organizationPath, freshOrganization)],
    ["aws:principaltype", one(PRINCIPAL_TYPES[caller.kind], false)],
    ["aws:username", caller.kind === "user" ? one(nameOf(caller), caller.freshName) : one(undefined, true)],
  ];
}
