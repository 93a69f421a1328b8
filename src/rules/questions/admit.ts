// `admit`: every grant must let some request of a class in; one that lets none in is of no use.

import { covers } from "../../iam/action.ts";
import type { Grant } from "../../iam/decide.ts";
import type { Document } from "../../iam/document.ts";
import { type Answer, isDoubt } from "../../values/doubt.ts";
import type { Outcome } from "../../values/worlds.ts";
import type { Question, Rule } from "../rule.ts";
import { whyDead } from "./dead.ts";
import type { Asking } from "./judge.ts";
import { type Form, type Judged, type Judgement, oursIn } from "./judge.ts";
import { question as asked, message } from "./message.ts";
import { isRefusal, type Refusals } from "./refused.ts";
import type { Ruling } from "./ruling.ts";

/** Actions that give credentials; a statement for others alone gives nothing by itself, and is not meant to. */
const CREDENTIALS = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

/** Elements that an account's users and roles come in by. */
const OF_ACCOUNTS = new Set([
  "anyone",
  "account",
  "role",
  "user",
  "session",
  "federated-user",
  "unique-id",
  "deleted",
  "parameter",
]);

export function ruleOnAdmission(rule: Rule, judgement: Judgement, refusals: Refusals, asking: Asking): Ruling[] {
  if (judgement.missing !== undefined) return [];
  return (rule.admit ?? []).flatMap((question, index) =>
    judgement.grants.flatMap((judged) => ruleOnGrant(rule, question, index, judged, refusals, asking)),
  );
}

function ruleOnGrant(
  rule: Rule,
  question: Question,
  index: number,
  judged: Judged,
  refusals: Refusals,
  asking: Asking,
): Ruling[] {
  const forms = judged.forms.filter(({ grant, world }) => givesCredentials(grant, world.result));
  const shut = forms.filter((form) => letsIn(form, rule, index) === false);
  const always = forms.length > 0 && shut.length === forms.length;
  const atDefaults = always ? [] : shut.filter(({ world }) => isAtDefaults(world, asking.policy.outcomes));
  const [form] = always ? shut : atDefaults;
  if (form !== undefined) {
    const text = message(question.message, { resource: asking.resource, party: written(form.grant) });
    const why = whyDead(form.grant, form.world.result, oursIn(form.world, asking.who.ours));
    return [
      {
        ...base(rule, judged, asking),
        kind: "finding",
        message: why === undefined ? text : `${text}: ${why}`,
        defaults: always ? [] : [...form.world.result.defaults],
        worlds: (always ? shut : atDefaults).map(({ world }) => world),
      },
    ];
  }
  const open = forms.filter((one) => letsIn(one, rule, index) !== false);
  if (open.some((one) => isRefusal(letsIn(one, rule, index), one.world.result, refusals))) return [];
  const doubts = open.map((one) => letsIn(one, rule, index));
  const [doubt] = doubts;
  if (doubt === undefined || !doubts.every(isDoubt) || !isDoubt(doubt)) return [];
  const text = message(question.message, { resource: asking.resource, party: written(judged.grant) });
  return [{ ...base(rule, judged, asking), kind: "unknown", message: asked(text), worlds: [], doubt }];
}

function base(rule: Rule, { key, grant }: Judged, { severityOf }: Asking) {
  const { origin, written: principal } = grant;
  return { rule, severity: severityOf(rule, undefined), origin, grant: key, written: principal, parties: [] };
}

function written({ written: account }: Grant) {
  return { key: account, class: "deployTime", account } as const;
}

function letsIn({ lets }: Form, rule: Rule, index: number): Answer {
  return lets.get(`${rule.id} ${index}`) ?? false;
}

function givesCredentials({ statement, element }: Grant, document: Document): boolean {
  if (isDoubt(statement.effect) || (element !== undefined && !OF_ACCOUNTS.has(element.kind))) return false;
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
