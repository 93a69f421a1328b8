// Trust policies of which no rule has said anything: others that are written like one of them are told by it, before they are evaluated.

import type { Party } from "../../config/who.ts";
import { renaming } from "../../iam/decision/renaming.ts";
import type { Shape } from "../../iam/decision/shape.ts";
import { writtenForm } from "../../iam/decision/written-form.ts";
import type { SharedBudget } from "../../iam/patterns/budget.ts";
import type { Policy } from "../../policies/policy.ts";
import { isUnremarkable } from "../../rules/questions/external-id.ts";
import type { SharedCheck } from "../../rules/questions/shared-check.ts";
import { isToldBy } from "../../rules/questions/trials.ts";
import { entry, isList, isObject, type Json, type Path } from "../../text/document.ts";
import { type Origin, originKey } from "../../values/value.ts";
import type { Written } from "../../values/written.ts";
import { resourceOf } from "../finding.ts";
import { placeOfAuthor } from "../place.ts";
import type { Grant } from "../report.ts";
import type { JudgedPolicy, PolicyResult } from "../results.ts";

/** What one of them came to. */
interface Known {
  readonly form: Shape;
  readonly grants: readonly { readonly grant: Grant /** From the document. */; readonly path: Path }[];
  readonly admitted: readonly Party[];
  /** In steps. */
  readonly cost: number;
}

/** By what they are asked, and then by what they have in common. */
const known = new WeakMap<SharedCheck, Map<string, Known>>();
const MOST = 1000;
const NOTHING = { findings: [], unknowns: [], inlineVerdicts: 0 } as const;

export interface WrittenAlike {
  /** What another policy of the form says of this one; undefined: none does. `steps`: its own. */
  result(again: PolicyResult["again"], steps: SharedBudget): PolicyResult | undefined;
  /** Keeps what judging it came to, in so many steps. */
  keep(judged: JudgedPolicy, result: PolicyResult, cost: number): void;
}

/** Undefined: others may be written alike and come to something else. */
export function formOf({ kind, owner, secret, written }: Policy, check: SharedCheck): WrittenAlike | undefined {
  // What one says of itself, none of the others does.
  if (kind !== "trust" || secret || check.tried === undefined || owner.rewriter !== undefined) return undefined;
  const [document] = written?.() ?? [];
  const form = document && writtenForm(document.json, isToldBy(check));
  if (document === undefined || form === undefined) return undefined;
  const all = known.get(check) ?? new Map<string, Known>();
  known.set(check, all);
  const key = `${owner.format} ${owner.type} ${owner.isDeployed === true}\n${form.key}`;
  return {
    result(again, steps) {
      const found = all.get(key);
      if (found === undefined) return undefined;
      const { account, within, isSame } = renaming(found.form, form);
      const admitted = found.admitted.map((one) => ofAccount(one, account));
      if (!form.ids.every((id) => isUnremarkable(id, admitted))) return undefined;
      const resource = resourceOf(owner);
      const grants = found.grants.map(({ grant, path }): Grant => {
        const { file, line, column, endLine, endColumn } = placeOfAuthor(document.at(path), owner);
        const callers = isSame ? grant.callers : grant.callers.map((one) => ofAccount(one, account));
        const principal = within(grant.principal);
        const { conditions, verdict, rules } = grant;
        const where = { file, line, column, endLine, endColumn };
        return { ...where, resource, principal, callers, conditions, verdict, rules };
      });
      steps.owe(found.cost);
      const files = grants.length > 0 ? [owner.origin.document.source.path] : [];
      return { resource: owner, secret, hasWorlds: true, ...NOTHING, grants, files, again };
    },
    keep({ judgement, worlds: [world, ...more] }, { findings, unknowns, grants }, cost) {
      if (world === undefined || more.length > 0 || world.others.size > 0 || world.parameters.size > 0) return;
      if (findings.length > 0 || unknowns.length > 0 || judgement.missing.length > 0 || all.size >= MOST) return;
      const admitted = judgement.grants.flatMap((one) => one.admitted);
      const pathOf = pathsIn(document);
      const paths = judgement.grants.map(({ grant }) => pathOf(grant.origin));
      const isPlain = grants.every(({ verdict, rules }) => verdict === "ok" && rules.length === 0);
      if (!isPlain || !form.ids.every((id) => isUnremarkable(id, admitted))) return;
      const placed = grants.flatMap((grant, index) => {
        const path = paths[index];
        return path === undefined ? [] : [{ grant, path }];
      });
      if (placed.length === grants.length && paths.length === grants.length)
        all.set(key, { form, grants: placed, admitted, cost });
    },
  };
}

function ofAccount<T extends { readonly account?: string }>(one: T, account: (word: string) => string): T {
  return one.account === undefined ? one : { ...one, account: account(one.account) };
}

/** The ways to the parts of a document, by where they stand; undefined where none stands there, or several. */
function pathsIn(document: Written): (origin: Origin) => Path | undefined {
  const paths = new Map<string, Path | undefined>();
  const add = (json: Json, path: Path): void => {
    const key = originKey(document.at(path));
    paths.set(key, paths.has(key) ? undefined : path);
    if (isList(json)) for (const [index, item] of json.entries()) add(item, [...path, index]);
    if (isObject(json)) for (const name of Object.keys(json)) add(entry(json, name) ?? null, [...path, name]);
  };
  add(document.json, []);
  return (origin) => paths.get(originKey(origin));
}
