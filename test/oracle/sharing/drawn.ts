// Policies of every class that differ in little, under circumstances that differ in little, and the files that carry them.

import fc from "fast-check";
import type { Config } from "../../../src/config/config.ts";
import { within } from "../../../src/examples/carried.ts";
import type { Json } from "../../../src/text/document.ts";
import { type Drawn, everyClass, placesOf } from "../every-class.ts";
import { changed, changes } from "./nearby.ts";

/** Where a policy stands, and what is known of it there. */
interface Circumstances {
  /** The configuration has a scope for each. */
  readonly folder: string;
  /** Of the provider of Terraform; undefined: a template of CloudFormation. */
  readonly account: string | undefined;
  readonly tenancy: string | undefined;
}

const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  folder: fc.constantFrom("plain", "plain", "single", "others", "customers"),
  account: fc.constantFrom(undefined, undefined, "999988887777", "200000000019"),
  tenancy: fc.constantFrom(undefined, undefined, undefined, "single", "multi"),
});

export interface Placed extends Drawn, Circumstances {
  readonly id: string;
}

export const families: fc.Arbitrary<readonly Placed[]> = everyClass.chain(({ on, policy }) =>
  fc
    .array(fc.tuple(fc.array(changes, { maxLength: 2 }), circumstances), { minLength: 2, maxLength: 5 })
    .map((all) =>
      all.map(([each, around], index) => ({ on, policy: each.reduce(changed, policy), ...around, id: `R${index}` })),
    ),
);

const vendors = [
  { name: "ExampleSingle", tenancy: "single", accounts: ["111122223333"] },
  { name: "ExampleMulti", tenancy: "multi", accounts: ["444455556666"] },
] as const;

export const configs = fc
  .record({ vendors: fc.constantFrom(vendors, []), own: fc.constantFrom(["999988887777"], []) })
  .map(
    ({ vendors: known, own }): Config => ({
      accounts: { own, organization: ["222233334444"] },
      organizationIds: ["o-own1234567"],
      vendors: known,
      scopes: [
        { files: ["single/**"], tenancy: "single" },
        {
          files: ["others/**"],
          accounts: { own: ["123123123123"] },
          organizationIds: ["o-else123456"],
          vendors: [{ name: "Other", tenancy: "single", accounts: ["200000000019"] }],
        },
        { files: ["customers/**"], audience: "customers" },
      ],
    }),
  );

export interface File {
  readonly path: string;
  readonly content: string;
}

/** One file a template, for all that stand in it. */
export function filesOf(all: readonly Placed[]): File[] {
  const files = new Map<string, Placed[]>();
  for (const one of all) {
    const path = pathOf(one);
    files.set(path, [...(files.get(path) ?? []), one]);
  }
  return Array.from(files, ([path, placed]) => {
    const written = path.endsWith(".tf.json") ? terraform(placed) : template(placed);
    return { path, content: JSON.stringify(written, null, 1) };
  });
}

/** A provider is of all that stands in its folder. */
export function pathOf({ folder, account }: Circumstances): string {
  return account === undefined ? `${folder}/template.json` : `${folder}/${account}/main.tf.json`;
}

function template(placed: readonly Placed[]): Json {
  const resources = placed.map((one) => {
    const { type = "", path = [""] as const } = placesOf(one).cloudformation ?? {};
    const Metadata = one.tenancy === undefined ? {} : { Metadata: { Unconfused: { tenancy: one.tenancy } } };
    return [one.id, { Type: type, ...Metadata, Properties: { [path[0]]: within([path[0]], one.policy) } }] as const;
  });
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Parameters: {
      Open: { Type: "String" },
      Held: { Type: "String", AllowedPattern: "^[0-9]{12}$" },
      Defaulted: { Type: "String", Default: "200000000019" },
    },
    Resources: Object.fromEntries(resources),
  };
}

function terraform(placed: readonly Placed[]): Json {
  const resources: Record<string, Record<string, Json>> = {};
  for (const one of placed) {
    const { type = "", path = [""] as const } = placesOf(one).terraform ?? {};
    const text = JSON.stringify(one.policy)
      .replaceAll("${", () => "$${")
      .replaceAll(/\{"Ref":"(\w+)"\}/g, (_, name: string) => `"\${var.${name.toLowerCase()}}"`);
    resources[type] = { ...resources[type], [one.id.toLowerCase()]: { [path[0]]: text } };
  }
  return {
    provider: { aws: { allowed_account_ids: [placed[0]?.account ?? ""] } },
    variable: {
      open: { type: "string" },
      held: { type: "string", validation: { condition: '${can(regex("^[0-9]{12}$", var.held))}', error_message: "." } },
      defaulted: { type: "string", default: "200000000019" },
    },
    resource: resources,
  };
}
