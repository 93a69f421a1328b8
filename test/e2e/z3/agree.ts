// Random policies of the string fragment: what the engine calls denied a solver must call unsatisfiable, and what it finds satisfiable.

import fc from "fast-check";
import { configs, policies } from "../../oracle/policies.ts";
import { reportOn, said } from "../../oracle/reported.ts";
import { asJson, OWN } from "../../oracle/request.ts";
import { namedAccounts } from "../../oracle/verdicts.ts";
import { allowed, DECLARATIONS, outside } from "./smt.ts";

/** How rare a policy of the fragment is among the random ones. */
const TRIED_PER_WANTED = 60;

export interface Agreement {
  /** Both say so. */
  denied: number;
  allowed: number;
  /** The solver takes too long. */
  silent: number;
  /** The engine cannot tell. */
  unknown: number;
  /** What each says of which policy. */
  readonly disagreements: string[];
}

/** `solve` answers an SMT-LIB script: sat, unsat or unknown. The question is that of public-trust. */
export async function agreement(
  solve: (script: string) => Promise<string>,
  wanted: number,
  seed: number,
): Promise<Agreement> {
  const found: Agreement = { denied: 0, allowed: 0, silent: 0, unknown: 0, disagreements: [] };
  for (const [policy, config] of fc.sample(fc.tuple(policies, configs), { numRuns: wanted * TRIED_PER_WANTED, seed })) {
    if (found.denied + found.allowed + found.disagreements.length >= wanted) break;
    const formula = allowed(policy);
    if (formula === undefined) continue;
    const lines = said(reportOn(asJson(policy), config)).filter(({ rule }) => rule === "public-trust");
    if (lines.some(({ certain }) => !certain)) {
      found.unknown += 1;
      continue;
    }
    const known = [...namedAccounts(policy), ...(config.accounts?.organization ?? []), OWN.account];
    const answer = await solve(`${DECLARATIONS}(assert ${formula})(assert ${outside(known)})(check-sat)`);
    if (answer === "unknown") found.silent += 1;
    else if (answer === "unsat" && lines.length === 0) found.denied += 1;
    else if (answer === "sat" && lines.length > 0) found.allowed += 1;
    else found.disagreements.push(`${answer}, engine ${JSON.stringify(lines)}: ${JSON.stringify({ policy, config })}`);
  }
  return found;
}
