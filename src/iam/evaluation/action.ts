// Which actions a statement speaks of: prefix and name without regard to case, `*` and `?` as wildcards.

import { type Answer, isDoubt, not, some } from "../../values/doubt.ts";
import type { Statement } from "../language/statement.ts";
import { wild } from "../patterns/glyph.ts";
import { holeDoubt } from "../patterns/hole.ts";
import { matches, mayMatch } from "../patterns/matching.ts";
import { type Pattern, textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function covers(actions: Statement["actions"], action: string, words: Words): Answer {
  if (isDoubt(actions)) return actions;
  const lower = action.toLowerCase();
  const listed = some(actions.patterns, (written): Answer => {
    const pattern = actionPattern(written);
    if (matches(pattern, lower)) return true;
    if (!hasHole(written) || !mayMatch(pattern, lower)) return false;
    return holeDoubt(written, words) ?? false;
  });
  return actions.negated ? not(listed) : listed;
}

/** Most policies ask for the same few. */
const known = new Map<Word, Pattern>();
const MANY = 10_000;

/** Without regard to case. */
export function actionPattern(written: Word): Pattern {
  const found = known.get(written) ?? textPattern(wild(written), true);
  if (known.size < MANY) known.set(written, found);
  return found;
}
