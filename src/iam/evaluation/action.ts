// Which actions a statement speaks of: prefix and name without regard to case, `*` and `?` as wildcards.

import { type Answer, isDoubt, not, some } from "../../values/doubt.ts";
import type { Statement } from "../language/statement.ts";
import { wild } from "../patterns/glyph.ts";
import { holeDoubt } from "../patterns/hole.ts";
import { matches, mayMatch } from "../patterns/matching.ts";
import { textPattern } from "../patterns/pattern.ts";
import { hasHole, type Words } from "../patterns/words.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function covers(actions: Statement["actions"], action: string, words: Words): Answer {
  if (isDoubt(actions)) return actions;
  const listed = some(actions.patterns, (written): Answer => {
    const pattern = textPattern(wild(written), true);
    if (matches(pattern, action.toLowerCase())) return true;
    if (!hasHole(written) || !mayMatch(pattern, action.toLowerCase())) return false;
    return holeDoubt(written, words) ?? false;
  });
  return actions.negated ? not(listed) : listed;
}
