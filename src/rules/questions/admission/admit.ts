// `admit`: every grant must let some request of a class in; one that lets none in is of no use.

import type { Grant } from "../../../iam/decision/grants.ts";
import { covers } from "../../../iam/evaluation/action.ts";
import type { Document } from "../../../iam/language/document.ts";
import { type Answer, isDoubt } from "../../../values/doubt.ts";
import type { Outcome } from "../../../values/worlds.ts";
import type { Question, Rule } from "../../rule.ts";
import type { GrantInWorld, GrantJudgement, PolicyJudgement } from "../judge.ts";
import { asQuestion, fillPlaceholders, withEnd } from "../message.ts";
import { oursIn, type PolicyCheck } from "../policy-check.ts";
import { isRefusal, type Refusals } from "../refusals.ts";
import type { Ruling } from "../ruling.ts";
import { unusableReason } from "./unusable.ts";
import { isOfUse, typeOfPrincipal } from "./usable.ts";

/** Actions that give credentials; a statement for others alone gives nothing by itself, and is not meant to. */
const CREDENTIALS = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

export function ruleOnAdmission(
  rule: Rule,
  judgement: PolicyJudgement,
  refusals: Refusals,
  check: PolicyCheck,
): Ruling[] {
  if (rule.admit === undefined) return [];
  const isSeen = ({ key }: GrantJudgement): boolean =>
    judgement.missing.every(({ of }) => of !== undefined && !of.grants.includes(key));
  return rule.admit.flatMap((question, index) =>
    judgement.grants.filter(isSeen).flatMap((judged) => ruleOnGrant(rule, question, index, judged, refusals, check)),
  );
}

function ruleOnGrant(
  rule: Rule,
  question: Question,
  index: number,
  judged: GrantJudgement,
  refusals: Refusals,
  check: PolicyCheck,
): Ruling[] {
  const type = question.request.caller?.type ?? "account";
  const inWorlds = judged.inWorlds.filter(
    ({ grant, world }) => typeOfPrincipal(grant.element) === type && givesCredentials(grant, world.result),
  );
  const answers = new Map(
    inWorlds.map((one) => [
      one,
      type === "account" ? (one.admits.get(`${rule.id} ${index}`) ?? false) : isOfUse(one, question, check),
    ]),
  );
  const letsIn = (one: GrantInWorld): Answer => answers.get(one) ?? false;
  const shut = inWorlds.filter((inWorld) => letsIn(inWorld) === false);
  const always = inWorlds.length > 0 && shut.length === inWorlds.length;
  const atDefaults = always ? [] : shut.filter(({ world }) => isAtDefaults(world, check.policy.outcomes));
  const [inWorld] = always ? shut : atDefaults;
  if (inWorld !== undefined) {
    const text = fillPlaceholders(question.message, { party: principalParty(inWorld.grant) });
    const why = unusableReason(inWorld.grant, inWorld.world.result, oursIn(inWorld.world, check.who.ours), check.steps);
    if (isDoubt(why)) {
      return [
        { ...rulingBase(rule, judged, check), kind: "unknown", message: asQuestion(text), worlds: [], doubt: why },
      ];
    }
    return [
      {
        ...rulingBase(rule, judged, check),
        kind: "finding",
        message: why === undefined ? text : withEnd(text, `: ${why}`),
        defaults: always ? [] : [...inWorld.world.result.defaults],
        worlds: (always ? shut : atDefaults).map(({ world }) => world),
      },
    ];
  }
  const open = inWorlds.filter((one) => letsIn(one) !== false);
  if (open.some((one) => isRefusal(letsIn(one), one.world.result, refusals))) return [];
  const doubts = open.map((one) => letsIn(one));
  const [doubt] = doubts;
  if (doubt === undefined || !doubts.every(isDoubt) || !isDoubt(doubt)) return [];
  const text = fillPlaceholders(question.message, { party: principalParty(judged.grant) });
  return [{ ...rulingBase(rule, judged, check), kind: "unknown", message: asQuestion(text), worlds: [], doubt }];
}

function rulingBase(rule: Rule, { key, grant }: GrantJudgement, { severityOf }: PolicyCheck) {
  const { origin, written: principal } = grant;
  return { rule, severity: severityOf(rule, undefined), origin, grant: key, written: principal, parties: [] };
}

function principalParty({ written: account }: Grant) {
  return { key: account, class: "deployTime", account } as const;
}

function givesCredentials({ statement }: Grant, document: Document): boolean {
  if (isDoubt(statement.effect)) return false;
  return CREDENTIALS.some((action) => covers(statement.actions, action, document.words) === true);
}

/** Every parameter that has a default in some world has it in this one. */
function isAtDefaults(world: Outcome<Document>, worlds: readonly Outcome<Document>[]): boolean {
  const defaulted = new Set(worlds.flatMap(({ result }) => [...result.defaults]));
  if (world.result.defaults.size === 0) return false;
  return [...defaulted].every(
    (name) => world.result.defaults.has(name) || !(world.others.has(name) || world.parameters.has(name)),
  );
}
