// Policies of which no rule can say anything, whatever deployment decides: told before they are evaluated.

import { speakOfNoRole } from "../../iam/requests/roles/written-actions.ts";
import type { Policy } from "../../policies/policy.ts";
import type { SharedCheck } from "../../rules/questions/shared-check.ts";
import type { PolicyResult } from "../results.ts";

/**
 * An identity policy is asked which roles it permits to assume: most permit nobody that, and a look at their actions tells.
 * Undefined: it takes judging.
 */
export function silentResult(
  { kind, owner, secret, written }: Policy,
  { asksOfRequestsAlone }: SharedCheck,
  again: PolicyResult["again"],
): PolicyResult | undefined {
  if (kind !== "identity" || !asksOfRequestsAlone || owner.rewriter !== undefined) return undefined;
  const told = speakOfNoRole((written?.() ?? []).map(({ json }) => json));
  if (told === undefined) return undefined;
  return {
    ...{ resource: owner, secret, hasWorlds: true, findings: [], unknowns: [], grants: [], inlineVerdicts: 0, again },
    files: told.allows ? [owner.origin.document.source.path] : [],
  };
}
