// What stands around the policy of a rule's example: who is who in all of them, and what one of them lays over that.

import type { Config } from "../config/config.ts";
import type { Example, Rule } from "./rule.ts";

const OWN = "999988887777";
const VENDORS = [
  { name: "ExampleSingle", tenancy: "single", accounts: ["111122223333"] },
  { name: "ExampleMulti", tenancy: "multi", accounts: ["444455556666"] },
] as const;

/** The configuration that an example of the rule is judged under. */
export function configFor({ id, enabled, severity }: Rule, { config = {} }: Example): Config {
  const on = enabled === false ? { [id]: severity } : {};
  const everywhere: Config = { accounts: { own: [OWN] }, organizationIds: ["o-own1234567"], vendors: VENDORS };
  return { ...everywhere, ...config, rules: { ...on, ...config.rules } };
}

/** Who is who in an example that says nothing else, for readers. */
export const WHO_IS_WHO = `Unless an example says otherwise, ${OWN} is our own account, and the vendors are\n${VENDORS.map(
  ({ name, tenancy, accounts }) => `${name} (${tenancy}-tenant, ${accounts.join()})`,
).join(" and ")}.`;

/** The words that lead to what an example is judged under, and to its parameters. */
export const UNDER = "under this in unconfused.yaml";
export const DECLARED = "with its parameters declared so";

/** What an example's verdict rests on beside its policy, each with the words that lead to it. */
export function premises({ config, parameters }: Example): readonly (readonly [string, unknown])[] {
  return [
    ...(config === undefined ? [] : [[UNDER, config] as const]),
    ...(parameters === undefined ? [] : [[DECLARED, parameters] as const]),
  ];
}
