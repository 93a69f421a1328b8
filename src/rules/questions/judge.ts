// One policy run through every request in every world: which questions each grant answers badly, for whom, and what it lets in.

import type { Severity } from "../../config/config.ts";
import { isThirdParty, type Party, type Who } from "../../config/who.ts";
import { eachTrial } from "../../iam/decision/decide.ts";
import { type Grant, grantsOf } from "../../iam/decision/grants.ts";
import type { Trial } from "../../iam/decision/trial.ts";
import { type Document, decisiveText } from "../../iam/language/document.ts";
import type { Budget } from "../../iam/patterns/budget.ts";
import type { Words } from "../../iam/patterns/words.ts";
import type { Ours } from "../../iam/requests/ours.ts";
import { type Answer, type Doubt, isDoubt, or } from "../../values/doubt.ts";
import { OWN_ACCOUNT, originKey } from "../../values/value.ts";
import type { Outcome, Outcomes } from "../../values/worlds.ts";
import type { Question, Rule } from "../rule.ts";
import { type Admission, admission, type GrantFacts } from "./facts.ts";
import { askedKeys, type Circumstances, isAsked, listedIn, matchesCaller, matchesContext } from "./requests.ts";
import { TOO_MUCH, tooManyWorlds } from "./too-many-worlds.ts";

/** A policy, and what is asked of it by whom. */
export interface PolicyCheck {
  readonly policy: Outcomes<Document>;
  readonly resource: string;
  readonly rules: readonly Rule[];
  readonly who: Who;
  readonly circumstances: Circumstances;
  /** What is not known of the policy as a whole: a macro that may rewrite it. */
  readonly doubt?: Doubt | undefined;
  /** What it may cost to decide the policy. */
  readonly steps: Budget;
  /** What has been found of policies that are asked the same, under the same circumstances. */
  readonly tried?: Map<string, WorldTrials> | undefined;
  severityOf(rule: Rule, asked: Severity | undefined): Severity;
}

/** One rule's question, met by a caller of one grant in one world. */
export interface Hit {
  readonly rule: Rule;
  /** Position of the question in the rule file. */
  readonly index: number;
  readonly question: Question;
  readonly party: Party;
  /** True, or why it cannot be told. */
  readonly answer: Exclude<Answer, false>;
  readonly trial: Trial;
  readonly grant: Grant;
  readonly document: Document;
  readonly world: Outcome<Document>;
}

/** A grant in one world. */
export interface GrantInWorld {
  readonly grant: Grant;
  readonly world: Outcome<Document>;
  readonly facts: GrantFacts;
  /** For each `admit` question, as "rule index": does the grant let a request of its class in? */
  readonly admits: ReadonlyMap<string, Answer>;
}

/** What becomes of one grant in all worlds; keyed by where its principal is written. */
export interface GrantJudgement {
  readonly key: string;
  readonly grant: Grant;
  readonly inWorlds: readonly GrantInWorld[];
  readonly hits: readonly Hit[];
  /** Everyone whom the grant lets in, or may let in. */
  readonly admitted: readonly Party[];
}

export interface PolicyJudgement {
  readonly grants: readonly GrantJudgement[];
  readonly missing: readonly Missing[];
}

/** Requests that were not looked at, so that no grant may be said to deny them. */
export interface Missing {
  readonly doubt: Doubt;
  /** Whose they are, and the keys of the grants that may let them in; left out: anyone's, and any grant. */
  readonly of?: { readonly party: Party; readonly grants: readonly string[] };
}

export interface AskedQuestion {
  readonly rule: Rule;
  readonly question: Question;
  readonly index: number;
}

/** A grant in the world that is being run through. */
interface GrantUnderTrial {
  readonly grant: Grant;
  readonly best: Map<string, Hit>;
  readonly admits: Map<string, Answer>;
  readonly admission: Admission;
}

/** What the requests of one world showed. */
export interface WorldTrials {
  readonly running: readonly GrantUnderTrial[];
  readonly thirdParties: ReadonlyMap<string, Party>;
  readonly untried: readonly { readonly doubt: Doubt; readonly party?: Party; readonly grants: readonly number[] }[];
  readonly words: Words;
}

export function judge(check: PolicyCheck): PolicyJudgement {
  const { policy } = check;
  const gathered = new Map<string, { inWorlds: GrantInWorld[]; hits: Hit[] }>();
  const missing: Missing[] = policy.complete ? [] : [{ doubt: tooManyWorlds(policy) }];
  for (const world of policy.outcomes) {
    const { running, thirdParties, untried, words } = trialsOf(world, check);
    const document = { ...world.result, words };
    for (const { doubt, party, grants } of untried) {
      const keys = grants.flatMap((index) => running[index]?.grant.origin ?? []).map(originKey);
      missing.push({ doubt, ...(party && { of: { party, grants: keys } }) });
    }
    for (const { grant, best, admits, admission: seen } of running) {
      const key = originKey(grant.origin);
      const known = gathered.get(key) ?? { inWorlds: [], hits: [] };
      gathered.set(key, known);
      known.inWorlds.push({ grant, world, admits, facts: seen.facts(grant, document) });
      known.hits.push(...[...best.values()].filter((hit) => matchesAlone(hit, thirdParties)));
    }
  }
  const grants = [...gathered].flatMap(([key, { inWorlds, hits }]) => judgementsOf(key, inWorlds, hits));
  return { grants, missing };
}

/** Equal policies are tried once, whatever they belong to. */
function trialsOf(world: Outcome<Document>, check: PolicyCheck): WorldTrials {
  const text = check.tried && decisiveText(world.result);
  if (text === undefined) return tryRequests(world, check);
  const key = JSON.stringify([[...world.parameters], check.doubt?.source, text]);
  const known = check.tried?.get(key);
  if (known !== undefined) return asOf(known, world);
  const found = tryRequests(world, check);
  check.tried?.set(key, found);
  return found;
}

/** The same of an equal policy that stands elsewhere. */
function asOf({ running, ...found }: WorldTrials, world: Outcome<Document>): WorldTrials {
  const document = { ...world.result, words: found.words };
  const grants = grantsOf(document);
  const moved = running.flatMap((one, index): GrantUnderTrial[] => {
    const grant = grants[index];
    if (grant === undefined) return [];
    const hits = Array.from(one.best, ([id, hit]) => [id, { ...hit, grant, document, world }] as const);
    return [{ ...one, grant, best: new Map(hits) }];
  });
  return { ...found, running: moved };
}

function tryRequests(world: Outcome<Document>, check: PolicyCheck): WorldTrials {
  const { rules, who, circumstances, steps, doubt } = check;
  const denied = askedQuestions("deny", rules, circumstances);
  const admitted = askedQuestions("admit", rules, circumstances);
  const asked = { keys: askedKeys([...denied, ...admitted].map(({ question }) => question)) };
  const document = world.result;
  const isListed = listedIn(document);
  const running = grantsOf(document).map((grant): GrantUnderTrial => {
    return { grant, best: new Map(), admits: new Map(), admission: admission() };
  });
  const thirdParties = new Map<string, Party>();
  const visit = (trial: Trial): void => {
    if (trial.answers.size === 0) return;
    const party = who.party(trial.caller, document.words);
    const isIn = [...trial.answers.keys()].some((index) => !isMalformed(running[index], doubt));
    if (isIn && isThirdParty(party)) thirdParties.set(party.key, party);
    const concernsRequest = ({ question }: AskedQuestion): boolean =>
      matchesCaller(question, party) && matchesContext(question.request, trial.context, isListed);
    const denying = denied.filter(concernsRequest);
    const admitting = admitted.filter(concernsRequest);
    for (const [index, answer] of trial.answers) {
      const place = running[index];
      if (place === undefined) continue;
      place.admission.note(party, trial, document);
      for (const question of denying)
        keepStrongerHit(place, { ...question, party, answer, trial, grant: place.grant, document, world });
      for (const { rule, index: number } of admitting) {
        const id = `${rule.id} ${number}`;
        place.admits.set(id, or(place.admits.get(id) ?? false, usability(answer)));
      }
    }
  };
  const untried = eachTrial(document, oursIn(world, who.ours), asked, visit, { steps });
  return {
    running,
    thirdParties,
    untried: untried.map(({ caller, grants, exhausted }) => ({
      doubt: exhausted ? TOO_MUCH : NOT_WORKED_OUT,
      grants,
      ...(caller && { party: who.party(caller, document.words) }),
    })),
    words: document.words,
  };
}

const NOT_WORKED_OUT: Doubt = {
  reason: "budget",
  source: "policy variables or operators that are not worked out together",
};

/** The questions that are asked under the circumstances. */
export function askedQuestions(
  verb: "deny" | "admit",
  rules: readonly Rule[],
  circumstances: PolicyCheck["circumstances"],
): AskedQuestion[] {
  return rules.flatMap((rule) =>
    (rule[verb] ?? [])
      .map((question, index) => ({ rule, question, index }))
      .filter(({ question }) => isAsked(question.given, circumstances)),
  );
}

/** Where a condition compares the own account with a number, the world says whether it has it. */
export function oursIn({ parameters }: Outcome<Document>, ours: Ours): Ours {
  const own = parameters.get(OWN_ACCOUNT);
  return own === undefined ? ours : { ...ours, accounts: [...ours.accounts, own] };
}

function judgementsOf(key: string, inWorlds: readonly GrantInWorld[], hits: readonly Hit[]): GrantJudgement[] {
  const admitted = new Map(inWorlds.flatMap(({ facts }) => facts.admitted.map((party) => [party.key, party])));
  return inWorlds.slice(0, 1).map(({ grant }) => ({ key, grant, inWorlds, hits, admitted: [...admitted.values()] }));
}

/** IAM takes no such principal, unless the file is rendered first: it brings nobody in beside the others. */
function isMalformed(running: GrantUnderTrial | undefined, doubt: PolicyCheck["doubt"]): boolean {
  return doubt === undefined && running?.grant.element?.kind === "malformed";
}

/** A grant is of use to whoever is on its network, or has its unique id: that not everybody is, is no doubt of its use. */
function usability(answer: Answer): Answer {
  return isDoubt(answer) && (answer.reason === "network" || answer.reason === "undeclared") ? true : answer;
}

/** A request that gets through outweighs one of which nobody can tell, and the first of each is the simplest. */
function keepStrongerHit({ best }: GrantUnderTrial, hit: Hit): void {
  const id = `${hit.rule.id} ${hit.index} ${hit.party.key}`;
  const before = best.get(id);
  if (before !== undefined && (before.answer === true || isDoubt(hit.answer))) return;
  // The run goes on in the same context.
  best.set(id, { ...hit, trial: { ...hit.trial, context: new Map(hit.trial.context) } });
}

/** `alone: false` speaks of callers beside whom another third party gets in, in the same world; unknown counts as not alone. */
function matchesAlone({ question, party }: Hit, thirdParties: ReadonlyMap<string, Party>): boolean {
  const wanted = question.request.caller?.alone;
  if (wanted === undefined) return true;
  const alone = party.several !== true && thirdParties.size <= (thirdParties.has(party.key) ? 1 : 0);
  return alone === wanted;
}
