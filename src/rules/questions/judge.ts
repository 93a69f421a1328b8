// One policy run through every request in every world: which questions each grant answers badly, for whom, and what it lets in.

import type { Severity } from "../../config/config.ts";
import { isThirdParty, type Party, type Who } from "../../config/who.ts";
import type { Budget } from "../../iam/budget.ts";
import { eachTrial, type Grant, grantsOf, type Trial } from "../../iam/decide.ts";
import type { Document } from "../../iam/document.ts";
import type { Ours } from "../../iam/ours.ts";
import { type Answer, type Doubt, isDoubt, stronger } from "../../values/doubt.ts";
import { OWN_ACCOUNT, originKey } from "../../values/value.ts";
import type { Outcome, Outcomes } from "../../values/worlds.ts";
import type { Question, Rule } from "../rule.ts";
import { type Admission, admission, type GrantFacts } from "./facts.ts";
import { askedKeys, type Circumstances, carries, isAsked, listedIn, speaksOf } from "./requests.ts";

/** A policy, and what is asked of it by whom. */
export interface Asking {
  readonly policy: Outcomes<Document>;
  readonly resource: string;
  readonly rules: readonly Rule[];
  readonly who: Who;
  readonly circumstances: Circumstances;
  /** What is not known of the policy as a whole: a macro that may rewrite it. */
  readonly doubt?: Doubt | undefined;
  /** What it may cost to decide the policy. */
  readonly steps: Budget;
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
export interface Form {
  readonly grant: Grant;
  readonly world: Outcome<Document>;
  readonly facts: GrantFacts;
  /** For each `admit` question, as "rule index": does the grant let a request of its class in? */
  readonly lets: ReadonlyMap<string, Answer>;
}

/** What becomes of one grant in all worlds; keyed by where its principal is written. */
export interface Judged {
  readonly key: string;
  readonly grant: Grant;
  readonly forms: readonly Form[];
  readonly hits: readonly Hit[];
  /** Everyone whom the grant lets in, or may let in. */
  readonly admitted: readonly Party[];
}

export interface Judgement {
  readonly grants: readonly Judged[];
  /** Why not every request of every world could be looked at, so that no grant may be called denied. */
  readonly missing?: Doubt;
}

export interface Posed {
  readonly rule: Rule;
  readonly question: Question;
  readonly index: number;
}

/** A grant in the world that is being run through. */
interface Running {
  readonly grant: Grant;
  readonly best: Map<string, Hit>;
  readonly lets: Map<string, Answer>;
  readonly admission: Admission;
}

export function judge({ policy, rules, who, circumstances, steps, doubt }: Asking): Judgement {
  const denied = pose("deny", rules, circumstances);
  const admitted = pose("admit", rules, circumstances);
  const asked = { keys: askedKeys([...denied, ...admitted].map(({ question }) => question)) };
  const gathered = new Map<string, { forms: Form[]; hits: Hit[] }>();
  let tried = true;
  for (const world of policy.outcomes) {
    const document = world.result;
    const isListed = listedIn(document);
    const running = grantsOf(document).map((grant): Running => {
      return { grant, best: new Map(), lets: new Map(), admission: admission() };
    });
    const thirdParties = new Map<string, Party>();
    const visit = (trial: Trial): void => {
      if (trial.answers.every((answer) => answer === false)) return;
      const party = who.party(trial.caller, document.words);
      const isIn = trial.answers.some((answer, index) => answer !== false && !isMalformed(running[index], doubt));
      if (isIn && isThirdParty(party)) thirdParties.set(party.key, party);
      const isSpoken = ({ question }: Posed): boolean =>
        speaksOf(question, party) && carries(question.request, trial.context, isListed);
      const speaking = denied.filter(isSpoken);
      const letting = admitted.filter(isSpoken);
      for (const [index, answer] of trial.answers.entries()) {
        const place = running[index];
        if (place === undefined || answer === false) continue;
        place.admission.note(party, trial, document);
        for (const posed of speaking)
          keep(place, { ...posed, party, answer, trial, grant: place.grant, document, world });
        for (const { rule, index: number } of letting) {
          const id = `${rule.id} ${number}`;
          place.lets.set(id, stronger(place.lets.get(id) ?? false, isUsable(answer)));
        }
      }
    };
    tried = eachTrial(document, oursIn(world, who.ours), asked, visit, steps) && tried;
    for (const { grant, best, lets, admission: seen } of running) {
      const key = originKey(grant.origin);
      const known = gathered.get(key) ?? { forms: [], hits: [] };
      gathered.set(key, known);
      known.forms.push({ grant, world, lets, facts: seen.facts(grant, document) });
      known.hits.push(...[...best.values()].filter((hit) => isAsAlone(hit, thirdParties)));
    }
  }
  const grants = [...gathered].flatMap(([key, { forms, hits }]) => judged(key, forms, hits));
  if (!policy.complete || steps.exhausted) return { grants, missing: TOO_MUCH };
  return tried ? { grants } : { grants, missing: NOT_WORKED_OUT };
}

const TOO_MUCH: Doubt = { reason: "budget", source: "a policy with more worlds and requests than the limit" };
const NOT_WORKED_OUT: Doubt = {
  reason: "budget",
  source: "policy variables or operators that are not worked out together",
};

/** The questions that are asked under the circumstances. */
export function pose(verb: "deny" | "admit", rules: readonly Rule[], circumstances: Asking["circumstances"]): Posed[] {
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

function judged(key: string, forms: readonly Form[], hits: readonly Hit[]): Judged[] {
  const admitted = new Map(forms.flatMap(({ facts }) => facts.admitted.map((party) => [party.key, party])));
  return forms.slice(0, 1).map(({ grant }) => ({ key, grant, forms, hits, admitted: [...admitted.values()] }));
}

/** IAM takes no such principal, unless the file is rendered first: it brings nobody in beside the others. */
function isMalformed(running: Running | undefined, doubt: Asking["doubt"]): boolean {
  return doubt === undefined && running?.grant.element?.kind === "malformed";
}

/** A grant is of use to whoever is on its network, or has its unique id: that not everybody is, is no doubt of its use. */
function isUsable(answer: Answer): Answer {
  return isDoubt(answer) && (answer.reason === "network" || answer.reason === "undeclared") ? true : answer;
}

/** A request that gets through outweighs one of which nobody can tell, and the first of each is the simplest. */
function keep({ best }: Running, hit: Hit): void {
  const id = `${hit.rule.id} ${hit.index} ${hit.party.key}`;
  const before = best.get(id);
  if (before !== undefined && (before.answer === true || isDoubt(hit.answer))) return;
  // The run goes on in the same context.
  best.set(id, { ...hit, trial: { ...hit.trial, context: new Map(hit.trial.context) } });
}

/** `alone: false` speaks of callers beside whom another third party gets in, in the same world; unknown counts as not alone. */
function isAsAlone({ question, party }: Hit, thirdParties: ReadonlyMap<string, Party>): boolean {
  const wanted = question.request.caller?.alone;
  if (wanted === undefined) return true;
  const alone = party.several !== true && [...thirdParties.keys()].every((key) => key === party.key);
  return alone === wanted;
}
