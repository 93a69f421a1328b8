// Words of the rule format that this version asks nothing by. A rule that is never asked would look like one that never finds anything.

import { wild } from "../../iam/patterns/glyph.ts";
import { matches } from "../../iam/patterns/matching.ts";
import { textPattern } from "../../iam/patterns/pattern.ts";
import type { Path } from "../../text/document.ts";
import { listOf } from "../questions/requests.ts";
import type { Question, Rule } from "../rule.ts";
import type { Mistake } from "./mistake.ts";

const SUPPORTED_ACTION = "sts:AssumeRole";

export function* unsupportedIn({ policy, deny = [], admit = [] }: Rule): Generator<Mistake> {
  if (!listOf(policy).includes("trust")) {
    const message = `this version reads no ${listOf(policy).join(" or ")} policies`;
    yield { message, help: "write policy: trust", path: ["policy"] };
  }
  for (const [verb, questions] of Object.entries({ deny, admit })) {
    for (const [index, question] of questions.entries()) yield* inRequest(question, [verb, index, "request"]);
  }
}

function* inRequest({ request: { caller, action, resource } }: Question, path: Path): Generator<Mistake> {
  const { type = "account" } = caller ?? {};
  if (type !== "account") {
    const message = `this version decides no requests of callers of type ${type}`;
    yield { message, help: "write account, or leave type out", path: [...path, "caller", "type"] };
  }
  const actions = listOf(action ?? SUPPORTED_ACTION);
  if (!actions.some((each) => matches(textPattern(wild(each), true), SUPPORTED_ACTION.toLowerCase()))) {
    const message = `this version decides no requests of ${actions.join(" or ")}`;
    yield { message, help: `leave action out: ${SUPPORTED_ACTION} is meant`, path: [...path, "action"] };
  }
  if (resource !== undefined) {
    yield {
      message: "a request to assume a role names no other resource",
      help: "remove it",
      path: [...path, "resource"],
    };
  }
}
