// Reuses the result of a trust policy for policies that are written alike, before they are evaluated: for an equal one, or, where no rule reports anything, for one with other accounts and external ids.

import type { Party } from "../../config/who.ts";
import { type Renaming, renaming } from "../../iam/decision/renaming.ts";
import type { Shape } from "../../iam/decision/shape.ts";
import { writtenForm } from "../../iam/decision/written-form.ts";
import type { SharedBudget } from "../../iam/patterns/budget.ts";
import type { Policy } from "../../policies/policy.ts";
import { isUnremarkable } from "../../rules/questions/external-id.ts";
import type { SharedCheck } from "../../rules/questions/shared-check.ts";
import { isToldBy } from "../../rules/questions/trials.ts";
import type { Alike, JudgedPolicy, PolicyResult } from "../results.ts";
import { type Movable, movable } from "./moved.ts";
import { placedResult, type TellingTerms, type UnplacedResult } from "./tell.ts";
import type { UnplacedGrant } from "./unplaced.ts";

/** The result of one policy. */
interface Known {
  readonly form: Shape;
  readonly resultAt: Movable;
  readonly admitted: readonly Party[];
  /** Steps that judging the policy took. */
  readonly cost: number;
}

/** The results that may be reused under one `SharedCheck`. */
interface AllKnown {
  /** By the form: the text without accounts and external ids, where no rule reports anything. */
  readonly byForm: Map<string, Known>;
  /** By the whole text: most policies that are alike are equal. */
  readonly byText: Map<string, Known>;
}

const known = new WeakMap<SharedCheck, AllKnown>();
const MOST = 1000;

export interface WrittenAlike {
  /** The result of an earlier policy, for this one; undefined: none applies. `owe` is called with the steps that the earlier one took. */
  result(again: PolicyResult["again"], owe: SharedBudget["owe"]): PolicyResult | undefined;
  /** Keeps the result of this policy, and the steps that it took, for later ones. Undefined: it holds for this policy alone. */
  keep(judged: JudgedPolicy, result: UnplacedResult, cost: number): Alike | undefined;
}

/** Undefined: the text does not decide the result, so it cannot be reused. */
export function formOf(
  { kind, owner, secret, written }: Policy,
  check: SharedCheck,
  telling: Pick<TellingTerms, "fingerprint" | "strict" | "hasComments">,
): WrittenAlike | undefined {
  // A tool that rewrites the file may change this policy and not another with the same text.
  if (kind !== "trust" || secret || check.tried === undefined || owner.rewriter !== undefined) return undefined;
  const [document] = written?.() ?? [];
  if (document === undefined) return undefined;
  const all = known.get(check) ?? { byForm: new Map(), byText: new Map() };
  known.set(check, all);
  const head = `${owner.format} ${owner.type} ${owner.isDeployed === true} ${telling.strict}\n`;
  const text = head + JSON.stringify(document.json);
  const equal = all.byText.get(text);
  if (equal !== undefined) {
    return {
      result(again, owe) {
        owe(equal.cost);
        return placedResult(equal.resultAt(document), owner, telling, again, { as: equal, document });
      },
      keep: () => undefined,
    };
  }
  const form = writtenForm(document.json, isToldBy(check));
  if (form === undefined) return undefined;
  const key = head + form.key;
  const whole = () => JSON.stringify([key, form.accounts, form.ids]);
  return {
    result(again, owe) {
      const found = plainFor(all.byForm.get(key), form) ?? all.byForm.get(whole());
      if (found === undefined) return undefined;
      owe(found.cost);
      const names = renaming(found.form, form);
      const told: UnplacedResult = found.resultAt(document);
      const result = names.isSame ? told : { ...told, grants: told.grants.map((one) => renamed(one, names)) };
      return placedResult(result, owner, telling, again, undefined);
    },
    keep({ judgement, worlds: [world, ...more] }, result, cost) {
      if (world === undefined || more.length > 0 || world.others.size > 0 || world.parameters.size > 0)
        return undefined;
      if (judgement.missing.length > 0 || all.byText.size >= MOST) return undefined;
      const admitted = judgement.grants.flatMap((one) => one.admitted);
      const isPlain =
        result.findings.length + result.unknowns.length === 0 &&
        result.grants.every(({ told: { verdict, rules } }) => verdict === "ok" && rules.length === 0) &&
        isUnremarkableIn(form, admitted);
      const resultAt = movable(result, document);
      if (resultAt === undefined) return undefined;
      const one: Known = { form, resultAt, admitted, cost };
      all.byForm.set(isPlain ? key : whole(), one);
      all.byText.set(text, one);
      return { as: one, document };
    },
  };
}

/** The known result, if it holds with the accounts and ids of this policy as well: no rule reports anything about them. */
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
