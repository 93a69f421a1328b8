// Which AWS provider makes what, as the root module calls it, and in which account it works.

import { literal } from "../../../values/value.ts";
import { inEveryWorld } from "../../../values/worlds.ts";
import { type Body, isDynamic } from "./body.ts";
import { evaluationAlone } from "./evaluations.ts";
import type { Module } from "./module.ts";

const DEFAULT = "aws";
const ACCOUNT = /^\d{12}$/;
const IN_ARN = /^arn:[^:]*:iam::(\d{12}):/;

/** "aws" or "aws.alias", in the root module's words. */
export function providerOf(body: Body, module: Module): string {
  return inRoot(body.written("provider") ?? DEFAULT, module);
}

/** A module has the providers of its caller, under the names that its call gives them. */
function inRoot(provider: string, { call }: Module): string {
  if (call === undefined) return provider;
  const passed = call.body.constant("providers");
  const entry = passed?.kind === "map" ? literal(passed.entries.get(provider)?.value) : undefined;
  return inRoot(entry?.replace(/^\$\{(.*)\}$/, "$1") ?? provider, call.from);
}

/** Accounts of providers by what the root module calls them, where their blocks say. */
export function accountsOfProviders(module: Module): ReadonlyMap<string, string> {
  const root = rootOf(module);
  const known = accounts.get(root.providers) ?? new Map(root.providers.flatMap((body) => accountIn(body, root)));
  accounts.set(root.providers, known);
  return known;
}

const accounts = new WeakMap<readonly Body[], ReadonlyMap<string, string>>();

export function accountOfProvider(provider: string, module: Module): string | undefined {
  return accountsOfProviders(module).get(provider);
}

function rootOf(module: Module): Module {
  return module.call === undefined ? module : rootOf(module.call.from);
}

/** The only account that it is allowed, or that of the role which it assumes; one that depends on deployment is none. */
function accountIn(body: Body, module: Module): readonly (readonly [string, string])[] {
  const alias = literal(body.constant("alias"));
  const { outcomes } = inEveryWorld((world) => {
    const evaluation = { ...evaluationAlone(module, world, body.origin), mode: "quiet" } as const;
    const role = body
      .blocks("assume_role")
      .flatMap((block) => (isDynamic(block) ? [] : [literal(block.argument("role_arn")?.value(evaluation))]));
    const assumed = role.flatMap((arn) => IN_ARN.exec(arn ?? "")?.[1] ?? []).at(-1);
    const allowed = body.argument("allowed_account_ids")?.value(evaluation);
    const [only, ...others] = allowed?.kind === "list" ? allowed.items : [];
    return assumed ?? (others.length === 0 ? literal(only) : undefined);
  }, 1);
  const account = outcomes[0]?.result;
  if (account === undefined || !ACCOUNT.test(account)) return [];
  return [[alias === undefined ? DEFAULT : `${DEFAULT}.${alias}`, account]];
}
