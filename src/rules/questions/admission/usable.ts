// Whether a grant is of use to a service, or to whoever has a token or an assertion: of those, only strangers are among the callers of a policy.

import { eachTrial } from "../../../iam/decision/decide.ts";
import { grantsOf } from "../../../iam/decision/grants.ts";
import { covers } from "../../../iam/evaluation/action.ts";
import type { Element } from "../../../iam/language/principal.ts";
import type { CallerType } from "../../../iam/language/senders.ts";
import { halfOf } from "../../../iam/patterns/budget.ts";
import { assumingAction } from "../../../iam/requests/everyone.ts";
import { meantBy } from "../../../iam/requests/senders/meant.ts";
import { type Answer, or } from "../../../values/doubt.ts";
import type { Question } from "../../rule.ts";
import type { GrantInWorld } from "../judge.ts";
import { oursIn, type PolicyCheck } from "../policy-check.ts";
import { askedRequests, listedIn, matchesContext, matchesTarget } from "../requests.ts";
import { TOO_MUCH } from "../too-many-worlds.ts";
import { usability } from "../trials.ts";

/** Elements that users and roles of an account come in by. */
const OF_ACCOUNTS = new Set<Element["kind"]>([
  ...(["anyone", "account", "role", "user", "session", "federated-user"] as const),
  ...(["unique-id", "deleted", "parameter"] as const),
]);

/** Undefined: nobody knows whom it means. */
export function typeOfPrincipal(element: Element | undefined): CallerType | undefined {
  if (element === undefined || OF_ACCOUNTS.has(element.kind)) return "account";
  return element.kind === "service" || element.kind === "federated" ? element.kind : undefined;
}

/** Does it let in whom its principal means, whatever that may send? What nobody documents of a key is a question of other rules. */
export function isOfUse(inWorld: GrantInWorld, question: Question, check: PolicyCheck): boolean {
  return letsIn(inWorld, question, check) !== false;
}

function letsIn({ grant, world }: GrantInWorld, question: Question, check: PolicyCheck): Answer {
  const document = world.result;
  const caller = meantBy(grant.element, document);
  // Who that is deployment decides.
  if (caller === undefined) return true;
  const { statement } = grant;
  // Most grants ask for nothing.
  if (statement.conditions.length === 0 && document.statements.every(({ effect }) => effect === "Allow"))
    return covers(statement.actions, assumingAction(caller), document.words);
  const index = grantsOf(document).findIndex(({ origin }) => origin === grant.origin);
  const isListed = listedIn(document);
  let answer: Answer = false;
  const untried = eachTrial(
    document,
    oursIn(world, check.who.ours),
    askedRequests([question]),
    (trial) => {
      if (!matchesTarget(question.request, trial, undefined)) return;
      if (!matchesContext(question.request, trial.context, isListed)) return;
      answer = or(answer, usability(trial.answers.get(index) ?? false));
    },
    { steps: halfOf(check.steps), grant: index, callers: [caller] },
  );
  return untried.length === 0 ? answer : or(answer, TOO_MUCH);
}
