// Which AWS provider makes what, as the root module calls it, and in which account it works.

import { type Hole, isKnown, literal, loneHole, type Value } from "../../../values/value.ts";
import { inEveryWorld } from "../../../values/worlds.ts";
import { type Body, isDynamic } from "../model/body.ts";
import type { Module } from "../model/module.ts";
import type { Begin } from "./scope.ts";

const DEFAULT = "aws";
const ACCOUNT = /^\d{12}$/;
const IN_ARN = /^arn:[^:]*:iam::(\d{12}):/;
const BEFORE_ACCOUNT = /^arn:[^:]*:iam::$/;

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

/** A module, and how evaluations begin in it. */
interface Around {
  readonly module: Module;
  readonly begin: Begin;
}

/** Accounts of providers by what the root module calls them, where their blocks say. */
export function accountsOfProviders(around: Around): ReadonlyMap<string, string> {
  return new Map(
    Array.from(placesOf(around)).flatMap(([provider, { account }]) =>
      account === undefined ? [] : [[provider, account] as const],
    ),
  );
}

export function accountOfProvider(provider: string, around: Around): string | undefined {
  return placeOf(provider, around).account;
}

/** Providers that work in the account which a variable of the root module carries, whatever its value is. */
export function providersIn(variable: string, around: Around): readonly string[] {
  const places = placesOf(around);
  return [...places].flatMap(([provider, place]) => (place.variable === variable ? [provider] : []));
}

function rootOf(module: Module): Module {
  return module.call === undefined ? module : rootOf(module.call.from);
}

/** In which account a provider works: its number, or the variable that carries it. */
interface Place {
  readonly account?: string;
  readonly variable?: string;
}

/** By module and provider; "asked" while it is found out. */
const known = new WeakMap<Module, Map<string, Place | "asked">>();

function placesOf(around: Around): ReadonlyMap<string, Place> {
  const names = rootOf(around.module).providers.map(nameOf);
  return new Map(names.map((name) => [name, placeOf(name, around)]));
}

/** Unknown for a provider that depends on itself: its role is in an account that only it can tell. */
function placeOf(provider: string, { module, begin }: Around): Place {
  const root = rootOf(module);
  const places = known.get(root) ?? new Map<string, Place | "asked">();
  known.set(root, places);
  const before = places.get(provider);
  if (before !== undefined) return before === "asked" ? {} : before;
  places.set(provider, "asked");
  try {
    const body = root.providers.findLast((each) => nameOf(each) === provider);
    const place = body === undefined ? {} : written(body, root, begin);
    places.set(provider, place);
    return place;
  } finally {
    if (places.get(provider) === "asked") places.delete(provider);
  }
}

function nameOf(body: Body): string {
  const alias = literal(body.constant("alias"));
  return alias === undefined ? DEFAULT : `${DEFAULT}.${alias}`;
}

/** The only account that it is allowed, or that of the role which it assumes; no world is split for it. */
function written(body: Body, module: Module, begin: Begin): Place {
  const { outcomes } = inEveryWorld(
    (world) => {
      const evaluation = { ...begin(module, world, body.origin), mode: "certain" } as const;
      const roles = body
        .blocks("assume_role")
        .flatMap((block) => (isDynamic(block) ? [] : [block.argument("role_arn")?.value(evaluation)]));
      const assumed = roles.map((arn) => inArn(arn, module)).findLast((place) => place !== undefined);
      const allowed = body.argument("allowed_account_ids")?.value(evaluation);
      const [only, ...others] = allowed?.kind === "list" ? allowed.items : [];
      return assumed ?? (others.length === 0 ? itself(only, module) : undefined) ?? {};
    },
    { worlds: 1, allowance: module.deployment.allowance },
  );
  return outcomes[0]?.result ?? {};
}

function inArn(arn: Value | undefined, module: Module): Place | undefined {
  const account = IN_ARN.exec(literal(arn) ?? "")?.[1];
  if (account !== undefined) return { account };
  const [before, field, after] = arn?.kind === "text" ? arn.parts : [];
  if (before === undefined || field === undefined || after === undefined) return undefined;
  if (!isKnown(before) || isKnown(field) || !isKnown(after)) return undefined;
  const isAccount = BEFORE_ACCOUNT.test(before.text) && after.text.startsWith(":");
  return isAccount ? byVariable(field.hole, module) : undefined;
}

function itself(value: Value | undefined, module: Module): Place | undefined {
  const account = literal(value);
  if (account !== undefined) return ACCOUNT.test(account) ? { account } : undefined;
  const hole = loneHole(value);
  return hole && byVariable(hole, module);
}

function byVariable({ id }: Hole, { variables }: Module): Place | undefined {
  return variables.has(id) ? { variable: id } : undefined;
}
