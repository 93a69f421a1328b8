// Trust policies that are told by others that are written like them, before they are evaluated: by an equal one, or, where no rule says anything of that, by one with other accounts and external ids.

import type { Party } from "../../config/who.ts";
import { type Renaming, renaming } from "../../iam/decision/renaming.ts";
import type { Shape } from "../../iam/decision/shape.ts";
import { writtenForm } from "../../iam/decision/written-form.ts";
import type { SharedBudget } from "../../iam/patterns/budget.ts";
import type { Policy } from "../../policies/policy.ts";
import { isUnremarkable } from "../../rules/questions/external-id.ts";
import type { SharedCheck } from "../../rules/questions/shared-check.ts";
import { isToldBy } from "../../rules/questions/trials.ts";
import type { JudgedPolicy, PolicyResult } from "../results.ts";
import { type Movable, movable } from "./moved.ts";
import { placedResult, type TellingTerms, type UnplacedResult } from "./tell.ts";
import type { UnplacedGrant } from "./unplaced.ts";

/** What one of them came to. */
interface Known {
  readonly form: Shape;
  readonly resultAt: Movable;
  readonly admitted: readonly Party[];
  /** In steps. */
  readonly cost: number;
}

/** By what they are asked, and then by what they have in common. */
const known = new WeakMap<SharedCheck, Map<string, Known>>();
const MOST = 1000;

export interface WrittenAlike {
  /** What another policy of the form says of this one; undefined: none does. `steps`: its own. */
  result(again: PolicyResult["again"], steps: SharedBudget): PolicyResult | undefined;
  /** Keeps what judging it came to, in so many steps. */
  keep(judged: JudgedPolicy, result: UnplacedResult, cost: number): void;
}

/** Undefined: others may be written alike and come to something else. */
export function formOf(
  { kind, owner, secret, written }: Policy,
  check: SharedCheck,
  telling: Pick<TellingTerms, "fingerprint" | "strict" | "hasComments">,
): WrittenAlike | undefined {
  // What one says of itself, none of the others does.
  if (kind !== "trust" || secret || check.tried === undefined || owner.rewriter !== undefined) return undefined;
  const [document] = written?.() ?? [];
  const form = document && writtenForm(document.json, isToldBy(check));
  if (document === undefined || form === undefined) return undefined;
  const all = known.get(check) ?? new Map<string, Known>();
  known.set(check, all);
  const key = `${owner.format} ${owner.type} ${owner.isDeployed === true} ${telling.strict}\n${form.key}`;
  const whole = () => JSON.stringify([key, form.accounts, form.ids]);
  return {
    result(again, steps) {
      const found = plainFor(all.get(key), form) ?? all.get(whole());
      if (found === undefined) return undefined;
      steps.owe(found.cost);
      const names = renaming(found.form, form);
      const told = found.resultAt(document);
      const result = names.isSame ? told : { ...told, grants: told.grants.map((one) => renamed(one, names)) };
      return placedResult(result, owner, telling, again);
    },
    keep({ judgement, worlds: [world, ...more] }, result, cost) {
      if (world === undefined || more.length > 0 || world.others.size > 0 || world.parameters.size > 0) return;
      if (judgement.missing.length > 0 || all.size >= MOST) return;
      const admitted = judgement.grants.flatMap((one) => one.admitted);
      const isPlain =
        result.findings.length + result.unknowns.length === 0 &&
        result.grants.every(({ told: { verdict, rules } }) => verdict === "ok" && rules.length === 0) &&
        isUnremarkableIn(form, admitted);
      const resultAt = movable(result, document);
      if (resultAt !== undefined) all.set(isPlain ? key : whole(), { form, resultAt, admitted, cost });
    },
  };
}

/** The one that is known, where no rule says more of another with these accounts and ids. */
function plainFor(one: Known | undefined, form: Shape): Known | undefined {
  if (one === undefined) return undefined;
  const names = renaming(one.form, form);
  const admitted = names.isSame ? one.admitted : one.admitted.map((party) => ofAccount(party, names));
  return isUnremarkableIn(form, admitted) ? one : undefined;
}

function isUnremarkableIn({ ids }: Shape, admitted: readonly Party[]): boolean {
  return ids.every((id) => isUnremarkable(id, admitted));
}

function renamed({ told, origin }: UnplacedGrant, names: Renaming): UnplacedGrant {
  const callers = told.callers.map((one) => ofAccount(one, names));
  return { told: { ...told, callers, principal: names.within(told.principal) }, origin };
}

function ofAccount<T extends { readonly account?: string }>(one: T, { account }: Renaming): T {
  return one.account === undefined ? one : { ...one, account: account(one.account) };
}
