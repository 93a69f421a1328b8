// What the configuration tells about deployment: values of parameters, and whose account a parameter carries.

import type { Deployment, Owner } from "../readers/reader.ts";
import type { Settings, Vendor } from "./config.ts";

/** `given` outranks what the configuration says. Values are texts as deployment takes them; a list is joined by commas; what is nested deeper is JSON. */
export function deploymentOf(settings: Settings, given: Readonly<Record<string, unknown>> = {}): Deployment {
  const values = [settings.parameters ?? {}, given].flatMap(Object.entries).filter(([, value]) => !isNothing(value));
  return { owners: ownersIn(settings), given: new Map(values.map(([name, value]) => [name, textOf(value)])) };
}

/** Every policy asks. */
const found = new WeakMap<Settings, Deployment["owners"]>();

/** By what carries their accounts: the name of a parameter, or the address of an attribute, in which `*` is any run of characters. */
export function ownersIn(settings: Settings): Deployment["owners"] {
  const known = found.get(settings);
  if (known !== undefined) return known;
  const owners = new Map<string, Owner[]>();
  found.set(settings, owners);
  const add = (parameter: string, ...who: Owner[]): void => {
    const before = owners.get(parameter);
    if (before === undefined) owners.set(parameter, who);
    else before.push(...who);
  };
  for (const vendor of settings.vendors ?? []) {
    for (const parameter of vendor.accountParameters ?? []) add(parameter, ...ownersOf(vendor));
  }
  for (const parameter of settings.accounts?.organizationParameters ?? []) add(parameter, "organization");
  return owners;
}

/** One entry for each account that is listed, or one without where none is. */
export function ownersOf({ name, accounts = [] }: Vendor): readonly Owner[] {
  return accounts.length === 0 ? [{ vendor: name }] : accounts.map((account) => ({ vendor: name, account }));
}

/** A name without a value leaves it open, as in a file of parameters. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function textOf(value: unknown): string {
  const isNested = (each: unknown) => typeof each === "object" && each !== null;
  if (Array.isArray(value) && !value.some(isNested)) return value.map((each) => `${each}`).join(",");
  return isNested(value) ? JSON.stringify(value) : `${value}`;
}
