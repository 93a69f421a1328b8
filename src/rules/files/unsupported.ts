// Words of the rule format that this version asks nothing by. A rule that is never asked would look like one that never finds anything.

import { keyMeant } from "../../iam/language/nearest-key.ts";
import type { CallerType } from "../../iam/language/senders.ts";
import { matchesAction } from "../../iam/requests/targets/actions.ts";
import type { PolicyKind } from "../../policies/policy.ts";
import type { Path } from "../../text/document.ts";
import { nearest } from "../../text/nearest.ts";
import { shown } from "../../text/schema-faults.ts";
import { isRoleClass, listOf } from "../questions/requests.ts";
import type { Question, Rule } from "../rule.ts";
import type { Mistake } from "./mistake.ts";

const MOST_EDITS = 3;
const ASSUME_ROLE = "sts:AssumeRole";

/** Who can send requests that a policy of the kind decides, and that this version tells apart. */
const TYPES: Readonly<Partial<Record<PolicyKind, readonly CallerType[]>>> = {
  trust: ["account", "federated", "service"],
  resource: ["account", "anonymous", "service"],
  identity: ["account"],
};

export function* unsupportedIn({ policy, deny = [], admit = [] }: Rule): Generator<Mistake> {
  const kinds = listOf(policy).filter((kind) => TYPES[kind] !== undefined);
  if (kinds.length === 0) {
    const message = `this version reads no ${listOf(policy).join(" or ")} policies`;
    yield { message, help: "write policy: trust, resource or identity", path: ["policy"] };
    return;
  }
  for (const [verb, questions] of Object.entries({ deny, admit })) {
    for (const [index, question] of questions.entries()) yield* inRequest(question, kinds, [verb, index, "request"]);
  }
}

function* inRequest({ request }: Question, kinds: readonly PolicyKind[], path: Path): Generator<Mistake> {
  const { caller, action, resource, context = {} } = request;
  for (const key of Object.keys(context)) {
    const meant = keyMeant(key);
    // A key that we do not know may be one of a service; a few letters beside a known one it is hardly.
    if (meant === undefined || nearest(key, [meant], MOST_EDITS) === undefined) continue;
    const message = `there is no condition key ${shown(key)}`;
    yield { message, help: `did you mean ${meant}?`, path: [...path, "context", key], what: "key" };
  }
  const { type = "account" } = caller ?? {};
  const types = kinds.flatMap((kind) => TYPES[kind] ?? []);
  if (!types.includes(type)) {
    const message = `this version decides no requests of callers of type ${type} to ${kinds.join(" or ")} policies`;
    const help = `write ${[...new Set(types)].join(" or ")}, or leave type out`;
    yield { message, help, path: [...path, "caller", "type"] };
  }
  if (resource !== undefined && isRoleClass(resource) && kinds.some((kind) => kind !== "identity")) {
    const message = "only requests that an identity policy decides are asked whose role they are for";
    yield { message, help: "write policy: identity, or the ARN of a resource", path: [...path, "resource"] };
  }
  if (type !== "account" || kinds.includes("resource")) return;
  const actions = listOf(action ?? ASSUME_ROLE);
  if (!actions.some((each) => matchesAction(each, ASSUME_ROLE))) {
    const message = `this version decides no requests of ${actions.join(" or ")}`;
    yield { message, help: `leave action out: ${ASSUME_ROLE} is meant`, path: [...path, "action"] };
  }
  if (resource !== undefined && !isRoleClass(resource)) {
    yield {
      message: "a request to assume a role names no other resource",
      help: "remove it",
      path: [...path, "resource"],
    };
  }
}
