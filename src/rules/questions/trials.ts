// All requests of a policy in one world, tried on its grants: which of them a rule forbids, and whom each grant lets in.

import { isThirdParty, type Party } from "../../config/who.ts";
import { eachTrial } from "../../iam/decision/decide.ts";
import { grantsOf } from "../../iam/decision/grants.ts";
import { isOfPublic } from "../../iam/decision/meaning-of-public.ts";
import { renaming } from "../../iam/decision/renaming.ts";
import { type Shape, shapeOf } from "../../iam/decision/shape.ts";
import type { Trial, TriedRequest } from "../../iam/decision/trial.ts";
import type { Document } from "../../iam/language/document.ts";
import { mayAssumeRole } from "../../iam/requests/roles/roles.ts";
import { type Answer, type Doubt, isDoubt, or } from "../../values/doubt.ts";
import { OWN_ACCOUNT } from "../../values/value.ts";
import type { Outcome } from "../../values/worlds.ts";
import { noteAdmission } from "./facts.ts";
import {
  type AskedQuestion,
  type GrantUnderTrial,
  type Hit,
  oursIn,
  type PolicyCheck,
  type ShapeTrials,
  type WorldTrials,
} from "./policy-check.ts";
import { listedIn, matchesCaller, matchesContext, matchesTarget } from "./requests.ts";
import { TOO_MUCH } from "./too-many-worlds.ts";

/** The trials of a world. Policies of the same shape are tried once, and the result is used for the others. */
export function trialsOf(world: Outcome<Document>, check: PolicyCheck): WorldTrials {
  const { tried, doubt, steps } = check;
  if (world.result.policy === "identity" && !mayAssumeRole(world.result)) return tryRequests(world, check);
  const own = world.parameters.get(OWN_ACCOUNT);
  const shape = tried && shapeOf(world.result, isToldBy(check, own));
  if (tried === undefined || shape === undefined) return tryRequests(world, check);
  const key = `${own}\n${doubt?.source}\n${shape.key}`;
  const known = tried.get(key);
  const before = steps.spent;
  const trials = known?.trials ?? tryRequests(world, check);
  keepLatest(tried, key, known ?? { shape, trials, cost: steps.spent - before });
  if (known === undefined) return trials;
  steps.owe(known.cost);
  return asOf(known, shape, world);
}

/** Whether an account or external id makes a difference to the rules: the configuration or the catalogue has it, or a question names it. */
export function isToldBy({ who, questions }: Pick<PolicyCheck, "who" | "questions">, own?: string) {
  return (text: string): boolean =>
    who.isKnown(text) || text === own || questions.texts.some((one) => one.includes(text));
}

/** No more shapes are kept than this: the oldest are dropped. */
const MOST_SHAPES = 1000;

function keepLatest(tried: Map<string, ShapeTrials>, key: string, found: ShapeTrials): void {
  tried.delete(key);
  tried.set(key, found);
  if (tried.size <= MOST_SHAPES) return;
  const [oldest = key] = tried.keys();
  tried.delete(oldest);
}

/** The trials of one policy with the accounts and ids of another policy of the same shape. */
function asOf({ shape, trials }: ShapeTrials, own: Shape, world: Outcome<Document>): WorldTrials {
  const { account, id, request, isSame } = renaming(shape, own);
  const document = { ...world.result, words: trials.words };
  const grants = grantsOf(document);
  const party = (one: Party): Party => {
    const key = account(one.key);
    return key === one.key ? one : { ...one, key, account: key };
  };
  const parties = (all: ReadonlyMap<string, Party>) =>
    new Map(Array.from(all.values(), party).map((one) => [one.key, one]));
  const running = trials.running.flatMap(({ best, admits, admission: seen }, index) => {
    const grant = grants[index];
    if (grant === undefined) return [];
    const hits = Array.from(best.values(), (hit): Hit => {
      return { ...hit, party: party(hit.party), trial: request(hit.trial), grant, document, world };
    });
    return [
      {
        grant,
        best: new Map(hits.map((hit) => [hitKey(hit), hit])),
        admits,
        admission: isSame
          ? seen
          : { parties: parties(seen.parties), ids: new Set(Array.from(seen.ids, (one) => one && id(one))) },
      },
    ];
  });
  return {
    running,
    thirdParties: isSame ? trials.thirdParties : parties(trials.thirdParties),
    untried: trials.untried.map((one) => ({ ...one, ...(one.party && { party: party(one.party) }) })),
    words: trials.words,
  };
}

function tryRequests(world: Outcome<Document>, check: PolicyCheck): WorldTrials {
  const {
    who,
    steps,
    doubt,
    questions: { denied, admitted, asked },
  } = check;
  const document = world.result;
  const isListed = listedIn(document);
  const running = grantsOf(document).map((grant): GrantUnderTrial => {
    return { grant, best: new Map(), admits: new Map(), admission: { parties: new Map(), ids: new Set() } };
  });
  const thirdParties = new Map<string, Party>();
  const visit = (trial: Trial): void => {
    if (trial.answers.size === 0) return;
    const party = who.party(trial.caller, document.words);
    const answers = party.class === "unnamed" ? withoutPublic(trial, running, document) : trial.answers;
    const isIn = [...answers.keys()].some((index) => !isMalformed(running[index], doubt));
    if (isIn && party.type === undefined && isThirdParty(party)) thirdParties.set(party.key, party);
    const owner = trial.role && who.party(trial.role.owner, document.words);
    const concernsRequest = ({ question }: AskedQuestion): boolean =>
      matchesCaller(question, party) &&
      matchesTarget(question.request, trial, owner) &&
      matchesContext(question.request, trial.context, isListed);
    let tried: TriedRequest | undefined;
    const denying = denied.filter(concernsRequest).map((one) => ({ ...one, key: hitKey({ ...one, party }) }));
    const admitting = admitted.filter(concernsRequest).map(({ rule, index }) => ({ key: `${rule.id} ${index}` }));
    for (const [index, answer] of answers) {
      const place = running[index];
      if (place === undefined) continue;
      // Admissions are of accounts. A service or token provider is named by the principal itself, and there is nothing to note.
      if (!NAMED_BY_PRINCIPAL.has(party.type)) noteAdmission(place.admission, party, trial);
      for (const { rule, question, index: number, key } of denying) {
        const before = place.best.get(key);
        // A certain answer replaces a doubt. Otherwise the first request is kept: requests come in order from simple to complex.
        if (before !== undefined && (before.answer === true || isDoubt(answer))) continue;
        tried ??= asTried(trial);
        const { grant } = place;
        place.best.set(key, {
          rule,
          question,
          index: number,
          party,
          owner,
          answer,
          trial: tried,
          grant,
          document,
          world,
        });
      }
      for (const { key } of admitting) place.admits.set(key, or(place.admits.get(key) ?? false, usability(answer)));
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

/** The answers under settings that keep the public out (such as BlockPublicPolicy): a grant that S3 does not call public still lets callers in. */
function withoutPublic(
  { answers, caller }: Trial,
  running: readonly GrantUnderTrial[],
  { keepsPublicOut = false, refusesPublic = false, statements }: Document,
): Trial["answers"] {
  // RestrictPublicBuckets still lets AWS services in; a policy that BlockPublicPolicy refuses lets in nobody.
  const out = caller.kind === "service" ? refusesPublic : keepsPublicOut;
  if (out === false) return answers;
  const isByNetwork = isDoubt(out) && out.reason === "network";
  const left = Array.from(answers).flatMap(([index, answer]) => {
    const grant = running[index]?.grant;
    const isPublic = isByNetwork || grant === undefined || isOfPublic(grant, { statements });
    const isHeld = isDoubt(answer) && (answer.reason === "network" || answer.reason === "undeclared");
    if (isPublic === false || isHeld) return [[index, answer] as const];
    const doubt = isDoubt(isPublic) ? isPublic : out;
    return doubt === true ? [] : [[index, answer === true ? doubt : answer] as const];
  });
  return new Map(left);
}

const NAMED_BY_PRINCIPAL: ReadonlySet<Party["type"]> = new Set(["service", "federated"] as const);

const NOT_WORKED_OUT: Doubt = {
  reason: "budget",
  source: "policy variables or operators that are not worked out together",
};

/** IAM refuses the principal as it is written, so it lets nobody in. Where a tool renders the file first, that is not certain. */
function isMalformed(running: GrantUnderTrial | undefined, doubt: PolicyCheck["doubt"]): boolean {
  return doubt === undefined && running?.grant.element?.kind === "malformed";
}

/** Whether an answer shows that a grant is usable. That only some callers are on its network, or have its unique id, is no reason against it. */
export function usability(answer: Answer): Answer {
  return isDoubt(answer) && (answer.reason === "network" || answer.reason === "undeclared") ? true : answer;
}

/** A copy of the request: `eachTrial` goes on to change the map of its context. */
function asTried({ caller, action, resource, role, context }: Trial): TriedRequest {
  const on = { ...(resource !== undefined && { resource }), ...(role !== undefined && { role }) };
  return { caller, action, ...on, context: new Map(context) };
}

/** For each grant one hit is kept for each rule, question and party. */
function hitKey({ rule, index, party }: Pick<Hit, "rule" | "index" | "party">): string {
  return `${rule.id} ${index} ${party.key}`;
}
