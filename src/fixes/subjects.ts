// What was found of a policy, as far as it takes that to mend it: of policies that are written alike only the first is judged again.

import { placesIn } from "../findings/judging/moved.ts";
import type { JudgedPolicy, PolicyResult } from "../findings/results.ts";
import type { Grant } from "../iam/decision/grants.ts";
import { isKnownCondition } from "../iam/language/condition.ts";
import type { Statement } from "../iam/language/statement.ts";
import { isDoubt } from "../values/doubt.ts";
import type { Origin } from "../values/value.ts";
import type { Written } from "../values/written.ts";
import type { Ruled } from "./candidates.ts";

/** Of the policies of one run. */
export function ruledOnce(): (policy: PolicyResult) => readonly Ruled[] {
  const known = new Map<object, (document: Written) => readonly Ruled[] | undefined>();
  return ({ alike, again }) => {
    const found = alike && known.get(alike.as)?.(alike.document);
    if (found !== undefined) return found;
    const ruled = ruledIn(again());
    if (alike !== undefined) known.set(alike.as, movable(ruled, alike.document));
    return ruled;
  };
}

function ruledIn({ rulings, judgement, worlds }: JudgedPolicy): readonly Ruled[] {
  const grants = new Map(judgement.grants.map(({ key, grant }) => [key, grant]));
  const flaws = worlds.flatMap(({ result }) => result.flaws);
  return rulings.map((ruling) => ({
    ruling,
    grant: ruling.grant === undefined ? undefined : grants.get(ruling.grant),
    flaws,
  }));
}

/** The same of another policy that is written alike; undefined where something stands elsewhere than in it. */
function movable(ruled: readonly Ruled[], from: Written): (document: Written) => readonly Ruled[] | undefined {
  const placeOf = placesIn(from);
  let isWhole = true;
  const places = new Map<Origin, ReturnType<typeof placeOf>>();
  const note = (origin: Origin): Origin => {
    const place = places.get(origin) ?? placeOf(origin);
    places.set(origin, place);
    isWhole &&= place !== undefined;
    return origin;
  };
  for (const one of ruled) moved(one, note);
  if (!isWhole) return () => undefined;
  return (document) => {
    const origins = new Map(
      Array.from(places, ([origin, place]) => [origin, place && document.at(place.path, place.what)]),
    );
    return ruled.map((one) => moved(one, (origin) => origins.get(origin) ?? origin));
  };
}

type Move = (origin: Origin) => Origin;

function moved({ ruling: { rule, parties, origin }, grant, flaws }: Ruled, move: Move): Ruled {
  return {
    ruling: { rule, parties, origin: move(origin) },
    grant: grant && movedGrant(grant, move),
    flaws: flaws.map((flaw) => ({ ...flaw, origin: move(flaw.origin) })),
  };
}

function movedGrant({ statement, element, origin, written }: Grant, move: Move): Grant {
  return {
    statement: movedStatement(statement, move),
    element: element && { ...element, origin: move(element.origin) },
    origin: move(origin),
    written,
  };
}

function movedStatement(statement: Statement, move: Move): Statement {
  const { principal, conditions, origin } = statement;
  return {
    ...statement,
    origin: move(origin),
    principal: {
      ...principal,
      origin: move(principal.origin),
      elements: principal.elements.map((element) => ({ ...element, origin: move(element.origin) })),
    },
    conditions: conditions.map((condition) => {
      if (!isKnownCondition(condition)) return condition;
      const { values } = condition;
      return {
        ...condition,
        origin: move(condition.origin),
        operatorOrigin: move(condition.operatorOrigin),
        values: isDoubt(values) ? values : values.map((value) => ({ ...value, origin: move(value.origin) })),
      };
    }),
  };
}
