// The time of a call, and the time at which its credentials were issued.

import { type Carried, type Context, carried } from "../evaluation/context.ts";
import { instant, instantText } from "../evaluation/instant.ts";
import type { Condition } from "../language/condition.ts";
import { LIFETIME } from "../language/keys.ts";
import { hasHole } from "../patterns/words.ts";
import type { Candidates } from "./candidates.ts";
import { timesToTry } from "./candidates.ts";

/** Two keys for one time. */
export const CLOCK = ["aws:currenttime", "aws:epochtime"];
export const ISSUED = "aws:tokenissuetime";

/** No clock here: what is open in the far future is open; what is open only in a window cannot be told. */
export function callTimes(conditions: readonly Condition[], context: Context): Candidates {
  const timed = conditions.filter(({ key }) => CLOCK.includes(key));
  const issued = conditions.filter(({ key }) => key === ISSUED);
  const found = [timesToTry(timed, context), ...(issued.length > 0 ? [timesToTry(issued, context, [LIFETIME])] : [])];
  const all = new Map(found.flatMap(({ carried: some }) => some.map((one) => [one.values.join(), one] as const)));
  const latest = Math.max(
    ...[...all.values()].flatMap(({ values }) => values.map((word) => instant(word) ?? -Infinity)),
  );
  return {
    complete: found.every(({ complete }) => complete),
    carried: [...all.values()].map((one): Carried => {
      const isLast = one.values.every((word) => instant(word) === latest);
      return isLast ? one : { ...one, cost: { reason: "time", source: "the time of the call" } };
    }),
  };
}

/** The same time in seconds since 1970. */
export function toEpochTime(one: Carried): Carried {
  return { ...one, values: one.values.map((word) => `${instant(word) ?? word}`) };
}

/** Credentials are issued before the call, and no longer before it than they live. */
export function issueTimes(conditions: readonly Condition[], context: Context): Candidates {
  const { values, cost } = carried(context, CLOCK[0] ?? "");
  const now = values.map(instant)[0];
  const own = conditions.filter(({ key }) => key === ISSUED);
  const told = timesToTry(own, context);
  const price = cost === undefined ? {} : { cost };
  const words = told.carried.flatMap((one) => one.values);
  if (now === undefined) {
    return { complete: told.complete, carried: words.map((word) => ({ values: [word], fresh: true, ...price })) };
  }
  const seconds = words.flatMap((word) => instant(word) ?? []);
  const living = [now, ...(own.length > 0 ? [now - LIFETIME] : []), ...seconds].filter(
    (at) => at >= now - LIFETIME && at <= now && at >= 0,
  );
  return {
    complete: told.complete,
    carried: [...new Set(living.map(instantText)), ...words.filter(hasHole)].map(
      (word): Carried => ({ values: [word], fresh: !hasHole(word), ...price }),
    ),
  };
}
