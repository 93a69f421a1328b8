// Policies of which no rule can say anything, whatever deployment decides: told before they are evaluated.

import { speakOfNoRole } from "../../iam/requests/roles/written-actions.ts";
import type { Policy } from "../../policies/policy.ts";
import type { SharedCheck } from "../../rules/questions/shared-check.ts";
import type { PolicyResult } from "../results.ts";

const NONE: readonly never[] = [];

/**
 * Where no policy is written there is none. An identity policy is asked which roles it permits to assume: most permit nobody
 * that, and a look at their actions tells. Undefined: it takes judging.
 */
export function silentResult(
  { kind, owner, secret, written }: Policy,
  { asksOfRequestsAlone }: SharedCheck,
  again: PolicyResult["again"],
): PolicyResult | undefined {
  if (owner.rewriter !== undefined) return undefined;
  const documents = written?.();
  if (documents?.length === 0) return nothing(false, NONE);
  if (kind !== "identity" || !asksOfRequestsAlone || documents === undefined) return undefined;
  const told = speakOfNoRole(documents.map(({ json }) => json));
  if (told === undefined) return undefined;
  return nothing(true, told.allows ? [owner.origin.document.source.path] : NONE);

  function nothing(hasWorlds: boolean, files: readonly string[]): PolicyResult {
    // Spelled out, as elsewhere here: there may be very many.
    return {
      resource: owner,
      secret,
      hasWorlds,
      findings: NONE,
      unknowns: NONE,
      grants: NONE,
      files,
      inlineVerdicts: 0,
      alike: undefined,
      again,
    };
  }
}
