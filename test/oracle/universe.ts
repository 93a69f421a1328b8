// A small universe of requests around a policy: drawn at random from its candidates, or walked to from one of its callers.

import type { Config } from "../../src/config/config.ts";
import { type Base, bases, isCertain, sendable, values } from "./candidates.ts";
import { isPossible } from "./carried.ts";
import { meets, substituted } from "./conditions.ts";
import { applies } from "./evaluate.ts";
import { accountOf, list, type Policy, type Request, type Statement, type Texts } from "./request.ts";
import { settled } from "./ties.ts";
import { namedAccounts } from "./verdicts.ts";
import { walked } from "./walk.ts";

export interface Probe {
  readonly request: Request;
  /** Every third party of the class can send it; otherwise it takes a network, a moment or a key that not everyone has. */
  readonly certain: boolean;
}

/** Mulberry32: a stream of numbers in [0, 1), the same for the same seed. */
function stream(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CALLERS_PER_ACCOUNT = 6;
/** A walk that has not got in by then starts anew. */
const STEPS = 12;

/** For each Allow at most `most` requests that are drawn, and as many that are walked to. */
export function* probes(policy: Policy, config: Config, seed: number, most: number): Generator<Probe> {
  const random = stream(seed);
  const all = bases(policy, config);
  const keys = sendable(policy);
  const pools = new Map(keys.map((key) => [key, values(policy, key)]));
  const named = namedAccounts(policy);
  const variables = policy.Version === "2012-10-17";
  const nothing = Object.fromEntries(keys.map((key) => [key, []]));
  const probe = (request: Request): Probe => {
    return { request, certain: isCertain(policy, config, request, named.has(accountOf(request.principal))) };
  };
  for (const statement of policy.Statement.filter(({ Effect }) => Effect === "Allow")) {
    const callers = someOf(
      all.filter((base) => mayEnter(statement, base, keys, variables)),
      random,
    );
    const draw = drawing(statement, keys, pools, variables, random);
    for (let count = 0; callers.length > 0 && count < most; count += 1) {
      const drawn = settled(draw(callers[count % callers.length] as Base));
      if (isPossible(drawn)) yield probe(drawn);
    }
    for (let count = 0; count < most; count += STEPS) {
      const base = all[Math.floor(random() * all.length)] as Base;
      const first = settled({ ...base, sends: { ...nothing, "sts:rolesessionname": base.session } });
      for (const request of walked(policy, statement, first, STEPS, random)) yield probe(request);
    }
  }
}

/** Do the principal, the action and the conditions on what follows from the caller leave the statement open to him? */
function mayEnter(statement: Statement, base: Base, sent: readonly string[], variables: boolean): boolean {
  const Condition = Object.fromEntries(
    Object.entries(statement.Condition ?? {}).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).filter(([key, texts]) => !sent.includes(key.toLowerCase()) && !`${texts}`.includes("${")),
      ),
    ]),
  );
  return applies({ ...statement, Condition }, "sts:AssumeRole", { ...base, sends: {} }, variables) !== false;
}

/** A few of each account, so that every class of caller is heard. */
function someOf(all: readonly Base[], random: () => number): Base[] {
  const shuffled = all.map((base) => ({ base, place: random() })).sort((one, other) => one.place - other.place);
  const taken = new Map<string, number>();
  return shuffled.flatMap(({ base }) => {
    const account = accountOf(base.principal);
    const before = taken.get(account) ?? 0;
    taken.set(account, before + 1);
    return before < CALLERS_PER_ACCOUNT ? [base] : [];
  });
}

/** A request by somebody, each key with a value that leaves the statement open, or without it. */
function drawing(
  { Condition = {} }: Statement,
  keys: readonly string[],
  pools: ReadonlyMap<string, readonly Texts[]>,
  variables: boolean,
  random: () => number,
): (base: Base) => Request {
  const choices = keys.map((key) => {
    const own = Object.entries(Condition).flatMap(([operator, inner]) =>
      Object.entries(inner).flatMap(([name, texts]) => (name.toLowerCase() === key ? [{ operator, texts }] : [])),
    );
    const isOpen = (request: Request) =>
      own.every(({ operator, texts }) => meets(operator, key, texts, request, variables) !== false);
    const varying = own.flatMap(({ texts }) => list(texts)).filter((text) => text.includes("${"));
    return { key, pool: pools.get(key) ?? [], isOpen, varying };
  });
  return (base) => {
    let request: Request = { ...base, sends: {} };
    for (const { key, pool, isOpen, varying } of choices) {
      const more = varying.flatMap((text) => substituted(text, request, true, false) ?? []);
      const sending = [...pool, ...more].map((value) => ({ ...request, sends: { ...request.sends, [key]: value } }));
      const open = sending.filter(isOpen);
      request = open[Math.floor(random() * open.length)] ?? request;
    }
    return request;
  };
}
