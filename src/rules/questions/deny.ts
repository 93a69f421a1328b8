// `deny`: requests of a class that get through, each grant's told once, after rules have yielded to each other.

import { shownAccount } from "../../config/who.ts";
import type { Grant } from "../../iam/decision/grants.ts";
import { carried } from "../../iam/evaluation/context.ts";
import { type Condition, isKnownCondition } from "../../iam/language/condition.ts";
import { firstHole } from "../../iam/patterns/hole.ts";
import { type Doubt, isDoubt } from "../../values/doubt.ts";
import type { Origin } from "../../values/value.ts";
import type { Rule } from "../rule.ts";
import type { GrantJudgement, PolicyJudgement } from "./judge.ts";
import { asQuestion, fillPlaceholders, type Sentence, withEnd } from "./message.ts";
import type { Hit, PolicyCheck } from "./policy-check.ts";
import { isRefusal, type Refusals } from "./refusals.ts";
import type { Ruling } from "./ruling.ts";
import { widestHit } from "./widest.ts";

/** The callers for whom a rule has found something, or cannot tell. */
export interface RuledParties {
  readonly findings: ReadonlySet<string>;
  readonly unknowns: ReadonlySet<string>;
}

const NOBODY: RuledParties = { findings: new Set(), unknowns: new Set() };

export function ruledParties(rulings: readonly Ruling[]): RuledParties {
  if (rulings.length === 0) return NOBODY;
  const keys = (kind: Ruling["kind"]): Set<string> =>
    new Set(rulings.filter((ruling) => ruling.kind === kind).flatMap(({ parties }) => parties.map(({ key }) => key)));
  return { findings: keys("finding"), unknowns: keys("unknown") };
}

export function ruleOnGrants(
  rule: Rule,
  { grants }: PolicyJudgement,
  known: ReadonlyMap<string, RuledParties>,
  refusals: Refusals,
  check: PolicyCheck,
): Ruling[] {
  if (rule.deny === undefined) return [];
  const others = (rule.yieldsTo ?? []).flatMap((id) => known.get(id) ?? []);
  const own = grants.map((judged) => ({
    judged,
    hits: judged.hits.filter((hit) => {
      if (hit.rule !== rule || others.some(({ findings }) => findings.has(hit.party.key))) return false;
      return isFinding(hit) || !others.some(({ unknowns }) => unknowns.has(hit.party.key));
    }),
  }));
  const found = new Set(own.flatMap(({ hits }) => hits.filter(isFinding).map(({ party }) => party.key)));
  return own.flatMap(({ judged, hits }): Ruling[] => {
    const findings = sortHits(hits.filter(isFinding));
    if (findings[0] !== undefined) return [rulingOn("finding", findings[0], findings, judged, check)];
    const unknowns = sortHits(
      hits.filter(
        (hit) => !isRefusal(hit.answer, hit.document, refusals) && !(isCoincidence(hit) && found.has(hit.party.key)),
      ),
    );
    return unknowns[0] === undefined ? [] : [rulingOn("unknown", unknowns[0], unknowns, judged, check)];
  });
}

/** All that makes it uncertain is that a deploy-time principal may turn out to be an account that the policy names elsewhere. */
function isCoincidence({ grant, answer, trial, document }: Hit): boolean {
  const { element } = grant;
  if (element === undefined || !trial.caller.named || !isDoubt(answer)) return false;
  const hole =
    "account" in element && element.account !== undefined ? firstHole(element.account, document.words) : undefined;
  return (element.kind === "parameter" ? element.hole : hole)?.source === answer.source;
}

/** Whom a macro or another tool will put there, nobody can tell. */
function isFinding({ answer, question, trial }: Hit): boolean {
  const { hole } = trial.role?.owner ?? trial.caller;
  return answer === true && question.answer !== "unknown" && hole?.reason !== "macro";
}

/** The first question of the rule file speaks, and of its callers one that has a number before one that deployment decides. */
function sortHits(hits: readonly Hit[]): Hit[] {
  const late = (hit: Hit): number => (hit.party.class === "deployTime" ? 1 : 0);
  return [...hits].sort((one, other) => one.index - other.index || late(one) - late(other));
}

function rulingOn(
  kind: Ruling["kind"],
  first: Hit,
  hits: readonly Hit[],
  judged: GrantJudgement,
  check: PolicyCheck,
): Ruling {
  const { rule, question, party } = first;
  const same = hits.filter((hit) => hit.index === first.index && hit.party.key === party.key);
  const { hit, worlds: witnessed } = widestHit(first, same);
  const keys = Object.keys(question.request.context ?? {});
  const [key] = keys;
  const value = key === undefined ? undefined : carried(hit.trial.context, key.toLowerCase()).values[0];
  const doubt = kind === "unknown" ? doubtOf(hit, check) : undefined;
  const refusing = value === undefined ? same.filter((one) => refusalOf(one, key?.toLowerCase())) : [];
  const text =
    organizationIn(hit, doubt) ??
    fillPlaceholders(question.message, {
      party: hit.owner ?? party,
      key,
      value: value === undefined ? undefined : hit.document.words.show(value),
    });
  return {
    kind,
    rule,
    severity: check.severityOf(rule, question.severity),
    message: withEnd(kind === "unknown" ? asQuestion(text) : text, refusalClause(refusing.length, same.length)),
    origin: placeOf(hit.grant, [...keys, ...(hit.trial.caller.languages?.keys() ?? [])]),
    grant: judged.key,
    written: judged.grant.written,
    parties: [...new Map(hits.map((one) => [one.party.key, one.party])).values()],
    hit,
    witnessed,
    worlds: same.map(({ world }) => world),
    ...(refusing.length > 0 && { help: UNSENT }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** The CDK's bootstrap template has it against deputies that always send an id; of those that never do it says nothing. */
const UNSENT =
  "the condition keeps out who sends an external ID, and nobody else: declare the accounts if they are yours, and for a vendor demand its external ID instead";

function refusalClause(refusing: number, all: number): string {
  if (refusing === 0) return "";
  if (refusing < all)
    return ", and where its Null condition is deployed only so: that refuses every request that sends one";
  return ", and only so: Null on sts:ExternalId refuses every request that sends one";
}

/** Null "true": whoever sends the key is denied. */
function refusalOf({ grant }: Hit, key: string | undefined): Condition | undefined {
  return grant.statement.conditions
    .filter(isKnownCondition)
    .find((condition) => condition.use.operator.name === "Null" && condition.key === key && isTrue(condition));
}

function isTrue({ values }: Condition): boolean {
  return !isDoubt(values) && values.length > 0 && values.every(({ word }) => word.toLowerCase() === "true");
}

/** Where all that is open is whose organization comes in, that is the question, and nothing of anyone else. */
function organizationIn({ trial, document }: Hit, doubt: Doubt | undefined): Sentence | undefined {
  const { organization } = trial.caller;
  if (organization === undefined || doubt?.source !== `organization ${organization}`) return undefined;
  const [can, ends] = document.policy === "trust" ? ["can assume", ""] : ["can use what", " opens"];
  return [`${organization}, whose accounts ${can} `, `${ends}, is your organization`];
}

/** A condition on a key that the class names is what has to change; else the principal. */
function placeOf({ statement, origin }: Grant, keys: readonly string[]): Origin {
  const named = new Set(keys.map((key) => key.toLowerCase()));
  const condition = statement.conditions.filter(isKnownCondition).find(({ key }) => named.has(key));
  return condition?.origin ?? origin;
}

/** Why a question whose answer is "unknown" cannot be answered: who the caller is is what nobody can tell. */
function doubtOf({ answer, party, owner, trial }: Hit, check: PolicyCheck): Doubt {
  // What is no principal as written may be one when the file has been rendered.
  if (isDoubt(answer)) return answer.reason === "malformed" ? (check.doubt ?? answer) : answer;
  const { hole } = trial.role?.owner ?? trial.caller;
  if (hole !== undefined) return { reason: hole.reason, source: hole.source };
  return { reason: "undeclared", source: `account ${shownAccount(owner ?? party) ?? ""}`.trim() };
}
