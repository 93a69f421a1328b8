// The requests of a policy in one world: which questions each grant answers badly, for whom, and what it lets in.

import { isThirdParty, type Party } from "../../config/who.ts";
import { eachTrial } from "../../iam/decision/decide.ts";
import { grantsOf } from "../../iam/decision/grants.ts";
import type { Trial } from "../../iam/decision/trial.ts";
import { type Document, decisiveText } from "../../iam/language/document.ts";
import { type Answer, type Doubt, isDoubt, or } from "../../values/doubt.ts";
import type { Outcome } from "../../values/worlds.ts";
import { admission } from "./facts.ts";
import {
  type AskedQuestion,
  askedQuestions,
  type GrantUnderTrial,
  type Hit,
  oursIn,
  type PolicyCheck,
  type WorldTrials,
} from "./policy-check.ts";
import { askedRequests, listedIn, matchesCaller, matchesContext, matchesTarget } from "./requests.ts";
import { TOO_MUCH } from "./too-many-worlds.ts";

/** Equal policies are tried once, whatever they belong to. */
export function trialsOf(world: Outcome<Document>, check: PolicyCheck): WorldTrials {
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
  const asked = askedRequests([...denied, ...admitted].map(({ question }) => question));
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
      matchesCaller(question, party) &&
      matchesTarget(question.request, trial) &&
      matchesContext(question.request, trial.context, isListed);
    const denying = denied.filter(concernsRequest);
    const admitting = admitted.filter(concernsRequest);
    for (const [index, answer] of trial.answers) {
      const place = running[index];
      if (place === undefined) continue;
      // Services and tokens are what the principal itself says, and of no account.
      if (!NAMED_BY_PRINCIPAL.has(party.type)) place.admission.note(party, trial, document);
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

const NAMED_BY_PRINCIPAL: ReadonlySet<Party["type"]> = new Set(["service", "federated"] as const);

const NOT_WORKED_OUT: Doubt = {
  reason: "budget",
  source: "policy variables or operators that are not worked out together",
};

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
