// One policy in every world: for each of its grants, the requests that it lets in, and the worlds in which it does.

import type { Party } from "../../config/who.ts";
import type { Grant } from "../../iam/decision/grants.ts";
import type { Document } from "../../iam/language/document.ts";
import type { Answer, Doubt } from "../../values/doubt.ts";
import { originKey } from "../../values/value.ts";
import type { Outcome } from "../../values/worlds.ts";
import { factsOf, type GrantFacts } from "./facts.ts";
import type { Hit, PolicyCheck } from "./policy-check.ts";
import { tooManyWorlds } from "./too-many-worlds.ts";
import { trialsOf } from "./trials.ts";

/** A grant in one world. */
export interface GrantInWorld {
  readonly grant: Grant;
  readonly world: Outcome<Document>;
  readonly facts: GrantFacts;
  /** For each `admit` question, as "rule index": does the grant let a request of its class in? */
  readonly admits: ReadonlyMap<string, Answer>;
}

/** The result of one grant over all worlds. The key is the place where its principal is written. */
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

/** Requests that were not tried. No rule may pass on a grant that might let one of them in. */
export interface Missing {
  readonly doubt: Doubt;
  /** The party that sends them, and the keys of the grants that might let them in. Left out: any party and any grant. */
  readonly of?: { readonly party: Party; readonly grants: readonly string[] };
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
      known.inWorlds.push({ grant, world, admits, facts: factsOf(seen, grant, document) });
      known.hits.push(...[...best.values()].filter((hit) => matchesAlone(hit, thirdParties)));
    }
  }
  const grants = [...gathered].flatMap(([key, { inWorlds, hits }]) => judgementsOf(key, inWorlds, hits));
  return { grants, missing };
}

function judgementsOf(key: string, inWorlds: readonly GrantInWorld[], hits: readonly Hit[]): GrantJudgement[] {
  const admitted = new Map(inWorlds.flatMap(({ facts }) => facts.admitted.map((party) => [party.key, party])));
  return inWorlds.slice(0, 1).map(({ grant }) => ({ key, grant, inWorlds, hits, admitted: [...admitted.values()] }));
}

/** `alone: false` asks for callers who are not the only third party let in by the world. A party that may get in counts as let in. */
function matchesAlone({ question, party }: Hit, thirdParties: ReadonlyMap<string, Party>): boolean {
  const wanted = question.request.caller?.alone;
  if (wanted === undefined) return true;
  const alone = party.several !== true && thirdParties.size <= (thirdParties.has(party.key) ? 1 : 0);
  return alone === wanted;
}
