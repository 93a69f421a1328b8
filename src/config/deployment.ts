// What the configuration tells about deployment: values of parameters, and whose account a parameter carries.

import type { Deployment } from "../readers/reader.ts";
import type { Settings } from "./config.ts";

/** `given` outranks what the configuration says. Values are texts as deployment takes them; a list is joined by commas; what is nested deeper is JSON. */
export function deploymentOf(settings: Settings, given: Readonly<Record<string, unknown>> = {}): Deployment {
  const owners = new Map<string, Owner[]>();
  const add = (parameter: string, ...who: Owner[]): void => {
    owners.set(parameter, [...(owners.get(parameter) ?? []), ...who]);
  };
  for (const { name, accounts, accountParameters = [] } of settings.vendors ?? []) {
    const known = (accounts ?? []).map((account): Owner => ({ vendor: name, account }));
    for (const parameter of accountParameters) add(parameter, ...(known.length > 0 ? known : [{ vendor: name }]));
  }
  for (const parameter of settings.accounts?.organizationParameters ?? []) add(parameter, "organization");
  const values = Object.entries({ ...settings.parameters, ...given });
  return { owners, given: new Map(values.map(([name, value]) => [name, textOf(value)])) };
}

type Owner = { readonly vendor: string; readonly account?: string } | "organization";

function textOf(value: unknown): string {
  const isNested = (each: unknown) => typeof each === "object" && each !== null;
  if (Array.isArray(value) && !value.some(isNested)) return value.map(String).join(",");
  return isNested(value) ? JSON.stringify(value) : String(value);
}
