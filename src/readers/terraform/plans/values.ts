// A plan as its configuration asks it: the values of variables and attributes, the instances of blocks, and resources as they will be.

import { at, type Document, entry, type Json } from "../../../text/document.ts";
import { loneHole, type Origin, type Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import type { Deployment } from "../../reader.ts";
import type { PlanValues } from "../model/plan-values.ts";
import { valueOfJson } from "../modules/given.ts";
import { accountsByProvider } from "../records/accounts.ts";
import { keyIn, type ModulePath, prefix } from "../records/addresses.ts";
import { moduleAt } from "../records/configuration.ts";
import { type Planned, pathTo, providerOf, readPlan } from "../records/plan.ts";
import { planSecrets } from "../records/plan-secrets.ts";
import { plannedValue } from "../records/planned.ts";
import { recovered } from "../records/recovery.ts";
import { providerAccountsIn, suppliedAccounts } from "../records/seen.ts";
import { mayBe, placedAsWritten, placedAt } from "./places.ts";

const known = new WeakMap<Document, ReturnType<typeof readOnce>>();

export function planValues(document: Document, deployment: Deployment): PlanValues {
  const read = known.get(document) ?? readOnce(document);
  known.set(document, read);
  const { plan, byAddress, keys, instances, secrets } = read;
  const placed = accountsByProvider(providerAccountsIn(plan), suppliedAccounts(plan, deployment));

  function knownAttribute(address: string, name: string): Planned | undefined {
    const planned = byAddress.get(address);
    const value = entry(planned?.tells("after"), name);
    if (planned === undefined || value === undefined || value === null) return undefined;
    return entry(planned.tells("after_unknown"), name) === undefined ? planned : undefined;
  }

  return {
    document,
    variable(name, origin) {
      const json = at(document.value, ["variables", name, "value"]);
      return json === undefined ? undefined : valueOfJson(json, { name, by: "given" }, origin);
    },
    attribute(address, name, origin) {
      const planned = knownAttribute(address, name);
      if (planned === undefined || secrets().hold(planned, name)) return undefined;
      return placedAt(
        plannedValue(entry(planned.tells("after"), name), { document, path: pathTo("after", planned) }),
        origin,
      );
    },
    keys: (address) => keys.get(address) ?? [],
    instances: (calls, address) => instances.get(nameIn(calls, address)) ?? [],
    has: (calls) => moduleAt(plan.configuration, stepsOf(calls)) !== undefined,
    argument(address, name, written, value, world) {
      const planned = byAddress.get(address);
      if (planned === undefined) return value;
      const origin = written?.origin ?? value?.origin;
      return origin === undefined
        ? value
        : joined(planned, name, { ...origin, what: origin.what ?? "key" }, value, world);
    },
    whereabouts(address) {
      const planned = byAddress.get(address);
      return planned === undefined ? {} : placed(providerOf(planned, plan), arnOf(planned));
    },
    isSecret(address, name) {
      const planned = byAddress.get(address);
      return planned !== undefined && secrets().hold(planned, name);
    },
  };

  function joined(
    planned: Planned,
    name: string,
    origin: Origin,
    value: Value | undefined,
    world: World,
  ): Value | undefined {
    if (entry(planned.tells("after_unknown"), name) === true) {
      // The configuration says more than the references in the plan, where its files are in the run.
      if (value !== undefined && !isOutputElsewhere(value)) return value;
      return placedAt(recovered(planned, name, plan, world), origin);
    }
    if (entry(planned.tells("after"), name) === undefined) return value;
    const marks = entry(planned.tells("after_unknown"), name);
    const inPlan = plannedValue(
      entry(planned.tells("after"), name),
      { document, path: [...pathTo("after", planned), name] },
      {
        marks,
        steps: [name],
        valueAt: (_, place) => value ?? { kind: "absent", origin: place },
      },
    );
    if (value === undefined) return inPlan.kind === "absent" ? undefined : placedAt(inPlan, origin);
    if (marks !== undefined) return value;
    if (mayBe(inPlan, value)) return placedAsWritten(inPlan, value);
    const isAsPlanned = world.holds(`${planned.address} is as planned`);
    world.note(`${planned.address} is as ${document.source.path} has it`, isAsPlanned);
    return isAsPlanned ? placedAt(inPlan, origin) : value;
  }
}

/** A plain reference to the output of a module whose files are missing. */
function isOutputElsewhere(value: Value): boolean {
  const { reason, id = "" } = loneHole(value) ?? {};
  return reason === "file" && /^module\.[^()]*$/.test(id);
}

function readOnce(document: Document) {
  const plan = readPlan(document);
  const there = plan.planned.filter(({ isThere }) => isThere);
  let secrets: ReturnType<typeof planSecrets> | undefined;
  return {
    plan,
    byAddress: new Map(there.map((planned) => [planned.address, planned])),
    keys: keysIn(there),
    instances: instancesIn(there),
    secrets() {
      secrets ??= planSecrets(plan);
      return secrets;
    },
  };
}

/** By the addresses of blocks, in the instances of modules around them. */
function keysIn(planned: readonly Planned[]): ReadonlyMap<string, readonly (string | number)[]> {
  const all = new Map<string, Set<string | number>>();
  const add = (address: string, index: string): void => {
    const key = keyIn(index);
    if (key !== undefined) all.set(address, (all.get(address) ?? new Set()).add(key));
  };
  for (const { module, local, index } of planned) {
    add(prefix(module) + local, index);
    for (const [position, step] of module.entries()) {
      add(`${prefix(module.slice(0, position))}module.${step.name}`, step.index);
    }
  }
  return new Map(Array.from(all, ([address, keys]) => [address, [...keys]]));
}

function instancesIn(planned: readonly Planned[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { module, local, address, managed } of planned) {
    if (!managed) continue;
    const name = nameIn(
      module.map((step) => step.name),
      local,
    );
    const others = all.get(name);
    if (others === undefined) all.set(name, [address]);
    else others.push(address);
  }
  return all;
}

function nameIn(calls: readonly string[], address: string): string {
  return JSON.stringify([...calls, address]);
}

function stepsOf(calls: readonly string[]): ModulePath {
  return calls.map((name) => ({ name, index: "" }));
}

function arnOf({ tellsAt }: Planned): Json | undefined {
  return tellsAt("after", "arn") ?? tellsAt("before", "arn");
}
