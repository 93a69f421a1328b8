// The values of aws:userid that a policy can tell apart: a unique id, and for a role's session its name.

import { isDoubt } from "../values/doubt.ts";
import type { Budget } from "./budget.ts";
import { type Caller, unseen } from "./caller.ts";
import type { Candidates } from "./candidates.ts";
import { cells } from "./cells.ts";
import { type Carried, type Condition, type Context, patternOf } from "./condition.ts";
import { anyOf, exactly, oneOf, type Pattern } from "./pattern.ts";
import { opened } from "./sources.ts";
import { hasHole } from "./words.ts";

/** A unique id, then for a role's session a colon and its name. The id of a principal of another account cannot be chosen. */
export function userIds(
  caller: Caller,
  conditions: readonly Condition[],
  context: Context,
  through: readonly Pattern[],
  steps: Budget,
): Candidates {
  const listed = conditions.flatMap((condition) =>
    isDoubt(condition.values)
      ? []
      : condition.values.flatMap(({ template }) => {
          const glyphs = opened(template, context);
          const pattern = glyphs === undefined ? undefined : patternOf(condition, glyphs);
          return pattern === undefined || isDoubt(pattern) ? [] : [pattern];
        }),
  );
  const patterns = [...listed, ...through];
  const letter = (char: string): boolean => /[A-Z0-9]/.test(char);
  const name = (char: string): boolean => /[\w+=,.@-]/.test(char) || hasHole(char);
  const session =
    caller.session === undefined ? [oneOf(name), oneOf(name), anyOf(name)] : [...caller.session].map(exactly);
  const tail = caller.kind === "role" ? [exactly(":"), ...session] : [];
  const fresh = caller.uniqueId ?? (caller.kind === "role" ? "AROAEXAMPLEEXAMPLE000" : "AIDAEXAMPLEEXAMPLE000");
  const kind = fresh.slice(0, 4);
  const ours = cells([[...[...fresh].map(exactly), ...tail]], patterns, [`${fresh}:anything`], steps);
  const any = cells(
    [[...[...kind].map(exactly), ...Array.from({ length: 17 }, () => oneOf(letter)), ...tail]],
    patterns,
    [],
    steps,
  );
  return {
    carried: [
      ...ours.words.map((word): Carried => ({ values: [word], fresh: true })),
      ...any.words.map((word): Carried => ({ values: [word], fresh: false, cost: unseen(word.split(":")[0] ?? word) })),
    ],
    complete: ours.complete && any.complete,
  };
}
