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
import type { Alike, JudgedPolicy, PolicyResult } from "../results.ts";
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

/** Of policies that are asked the same. */
interface AllKnown {
  /** By what they have in common. */
  readonly byForm: Map<string, Known>;
  /** By all that is written in them: most that are alike are equal. */
  readonly byText: Map<string, Known>;
}

const known = new WeakMap<SharedCheck, AllKnown>();
const MOST = 1000;

export interface WrittenAlike {
  /** What another policy of the form says of this one; undefined: none does. `owe`: told what judging it took. */
  result(again: PolicyResult["again"], owe: SharedBudget["owe"]): PolicyResult | undefined;
  /** Keeps what judging it came to, in so many steps; undefined: it may hold for no other. */
  keep(judged: JudgedPolicy, result: UnplacedResult, cost: number): Alike | undefined;
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
