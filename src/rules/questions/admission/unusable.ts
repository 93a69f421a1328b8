// Why nobody can use a grant, in words: which condition no request meets, and what no caller can do or send.

import { eachTrial } from "../../../iam/decision/decide.ts";
import type { DenyReason } from "../../../iam/decision/deny-reason.ts";
import { type Grant, grantsOf } from "../../../iam/decision/grants.ts";
import type { Trial } from "../../../iam/decision/trial.ts";
import { covers } from "../../../iam/evaluation/action.ts";
import type { Caller } from "../../../iam/evaluation/caller.ts";
import { type Condition, type ConditionValue, isKnownCondition } from "../../../iam/language/condition.ts";
import type { Document } from "../../../iam/language/document.ts";
import { urlOf } from "../../../iam/language/federation/issuers.ts";
import { conditionKey } from "../../../iam/language/keys.ts";
import type { Statement } from "../../../iam/language/statement.ts";
import { isVariable } from "../../../iam/language/variables.ts";
import { type Budget, halfOf } from "../../../iam/patterns/budget.ts";
import { hasHole } from "../../../iam/patterns/words.ts";
import { callersOf } from "../../../iam/requests/callers.ts";
import { assumingAction } from "../../../iam/requests/everyone.ts";
import type { Ours } from "../../../iam/requests/ours.ts";
import { keysOf } from "../../../iam/requests/senders/keys.ts";
import { meantBy } from "../../../iam/requests/senders/meant.ts";
import { type Doubt, isDoubt } from "../../../values/doubt.ts";
import { addReasons, type DenyReasonSets, fewestReasons } from "../fewest-reasons.ts";

/** So many steps at most are worth a reason in words. */
const STEPS = 3000;

/** AWS says it of resource policies, and nothing of trust policies: RULES section 5. */
const FOR_SERVICES: Doubt = { reason: "undefined-by-aws", source: 'whether AWS: "*" speaks of AWS services' };

/** A doubt where it may be of use to somebody after all; undefined where no reason can be told in few words. */
export function unusableReason(
  grant: Grant,
  document: Document,
  ours: Ours,
  steps: Budget,
): string | Doubt | undefined {
  const { element, statement } = grant;
  const meant = meantBy(element, document);
  const action = meant === undefined ? "sts:AssumeRole" : assumingAction(meant);
  if (element?.kind === "deleted") return `IAM shows an id like ${element.id} when the principal has been deleted`;
  if (element?.kind === "federated-user") return `sessions of federated users cannot call ${action}`;
  if (covers(statement.actions, action, document.words) === false) {
    return `${whoCalls(meant)} ${action}, which the statement does not allow`;
  }
  // Who calls was found when the policy was judged, unless that was done for another of its shape.
  if (meant === undefined) callersOf(document, ours, halfOf(steps));
  const callers = meant && [meant];
  const found = denyReasonsIn(grant, document, ours, halfOf(steps, STEPS), callers);
  const denyReasons = found === undefined ? [] : fewestReasons(found);
  const bearing = document.statements.filter((one) => one === statement || one.effect !== "Allow");
  const mayBeOfServices =
    found === undefined
      ? bearing.some(({ conditions }) => conditions.some(isKeyOfServices))
      : denyReasons.length > 0 && denyReasons.every((one) => isOfServices(one, document));
  return element?.kind === "anyone" && mayBeOfServices ? FOR_SERVICES : inWords(denyReasons, document, meant);
}

function whoCalls(meant: Caller | undefined): string {
  if (meant === undefined) return "users and roles of an account call";
  if (meant.token === undefined) return "AWS services call";
  return `whoever has ${meant.token.protocol === "saml" ? "an assertion" : "a token"} calls`;
}

/** Does it keep out whoever does not send what only AWS services send? */
function isOfServices({ condition, origin }: DenyReason, { statements }: Document): boolean {
  const conditions =
    condition === undefined ? (statements.find((one) => one.origin === origin)?.conditions ?? []) : [condition];
  return conditions.some(isKeyOfServices);
}

function isKeyOfServices(condition: Statement["conditions"][number]): boolean {
  return isKnownCondition(condition) && conditionKey(condition.key)?.service === true;
}

function inWords(
  denyReasons: readonly DenyReason[],
  document: Document,
  meant: Caller | undefined,
): string | undefined {
  const [only, ...others] = denyReasons;
  if (only === undefined) return undefined;
  const companion = denyReasons.find(({ kind }) => kind === "companion");
  if (companion !== undefined) return `it takes ${companion.sentence.replace(/^the want of /, "")} as well`;
  if (others.length > 0) return `no request gets past ${denyReasons.map(({ sentence }) => sentence).join(" and ")}`;
  if (only.condition === undefined) return "a Deny of the same policy takes it back";
  return reasonOfCondition(only.condition, document, meant);
}

/** Undefined where the steps do not suffice. */
function denyReasonsIn(
  grant: Grant,
  document: Document,
  ours: Ours,
  steps: Budget,
  callers?: readonly Caller[],
): DenyReasonSets | undefined {
  const index = grantsOf(document).findIndex(
    ({ statement, origin }) => statement === grant.statement && origin === grant.origin,
  );
  const closed: DenyReasonSets = new Map();
  const note = (denyReasons: readonly DenyReason[] | undefined): void => {
    if (denyReasons !== undefined && denyReasons.length > 0) addReasons(closed, denyReasons);
  };
  const visit = (trial: Trial): void => note(trial.denyReasons(index));
  const untried = eachTrial(document, ours, { keys: new Map() }, visit, {
    steps,
    tries: "all",
    grant: index,
    ...(callers && { callers }),
  });
  return untried.length === 0 ? closed : undefined;
}

/** Who is no caller although an ARN in aws:PrincipalArn says so. */
const IMPOSSIBLE_CALLERS: readonly { readonly form: RegExp; readonly why: string }[] = [
  { form: /:root$/, why: "the root user of an account cannot assume roles" },
  { form: /:group\//, why: "a group calls nothing" },
  { form: /:assumed-role\//, why: "aws:PrincipalArn is the ARN of a role, never that of its session" },
];

function reasonOfCondition(condition: Condition, document: Document, meant: Caller | undefined): string {
  const { words } = document;
  const { key, name, written, values, use } = condition;
  const known = meant === undefined ? conditionKey(key) : keysOf(meant, document)(key);
  const listed = isDoubt(values) ? [] : values;
  const [value] = listed;
  if (listed.some((one) => isPlainVariable(one, condition))) {
    return `${words.show(value?.word ?? "")} is plain text, because the policy's Version is not "2012-10-17"`;
  }
  if (known?.control === "never")
    return meant === undefined ? `only AWS services send ${name}` : `${sender(meant)} ${name}`;
  if (known?.control === "fixed")
    return `${name} is always ${known.value} when ${meant === undefined ? "a user or role" : "it"} calls`;
  if (value === undefined) return `nothing meets ${written} with an empty list`;
  const isFixed = (use.operator.family === "string" || use.operator.family === "arn") && use.operator.negated !== true;
  if (isFixed && key === "aws:principalarn") {
    const wrong = IMPOSSIBLE_CALLERS.find(({ form }) => listed.every(({ word }) => form.test(word)));
    if (wrong !== undefined) return wrong.why;
  }
  if (isFixed && known?.grammar !== undefined && listed.every((one) => isUnsendable(one, known.grammar))) {
    return `no request can carry ${listed.map(({ word }) => `"${words.show(word)}"`).join(" or ")} as ${name}${formOf(key, listed)}`;
  }
  const texts = listed.map(({ word }) => `"${words.show(word)}"`);
  return `no request of this principal meets ${written}: ${texts.join(", ")}`;
}

function sender({ arn, token }: Caller): string {
  if (token === undefined) return `${arn} calls as itself, and does not send`;
  return `a request with ${token.protocol === "saml" ? "an assertion" : `a token of ${urlOf(arn)}`} does not carry`;
}

/** `${…}` that its author meant to be replaced. */
function isPlainVariable({ word, template }: ConditionValue, { use }: Condition): boolean {
  return use.operator.variables === true && /\$\{[^*?${}][^{}]*\}/.test(word) && !template.some(isVariable);
}

type Grammar = NonNullable<ReturnType<typeof conditionKey>>["grammar"];

/** Not even with characters in the place of its wildcards. */
function isUnsendable({ word, template }: ConditionValue, grammar: Grammar): boolean {
  if (grammar === undefined || hasHole(word) || template.some(isVariable)) return false;
  const isOpen = template.some((piece) => !isVariable(piece) && piece.wild);
  const fixed = template.filter((piece) => !isVariable(piece) && !piece.wild);
  const characters = grammar.characters();
  const isForeign = fixed.some((piece) => !isVariable(piece) && !characters.test(piece.char));
  return isForeign || (!isOpen && word.length < grammar.least);
}

function formOf(key: string, listed: readonly ConditionValue[]): string {
  if (listed.every(({ word }) => word === "*")) return "; * is a wildcard under StringLike only";
  return key === "sts:externalid" ? ", which has 2 to 1,224 letters, digits and signs (_+=,.@:/-)" : "";
}
