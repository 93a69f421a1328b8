// Writes the CloudFormation functions of examples as Terraform: variables, the account and partition, and values known after apply.

import type { ExampleParameter } from "../rules/rule.ts";
import { isList, isObject, type Json, type JsonObject } from "../text/document.ts";
import { withoutMarks } from "./form.ts";

/** A resource of which an attribute is known only after the apply. */
export const LATER = "random_uuid.later.result";
const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": "data.aws_caller_identity.current.account_id",
  "AWS::Partition": "data.aws_partition.current.partition",
};
const NAME = /\$\{([A-Za-z0-9:]+)\}/;

/** An expression for what `Ref` names. */
export function referenceTo(name: string): string {
  return PSEUDO[name] ?? `var.${name}`;
}

/** The branch that `Fn::If` takes where its condition is met is the first. */
export function conditionOf(name: string): string {
  return `var.${name}Switch == "yes"`;
}

/** A template, without quotes, of characters that are no template. */
export function escaped(characters: string): string {
  return characters.replace(/[$%](?=\{)/g, "$&$&");
}

/** The template, without quotes, for the text of an `Fn::Sub`. */
export function substituted(text: string): string {
  // Split at a pattern with a group: every other piece is a name.
  return text
    .split(NAME)
    .map((piece, index) => (index % 2 === 0 ? escaped(withoutMarks(piece)) : `\${${referenceTo(piece)}}`))
    .join("");
}

export function isAbsent(value: Json | undefined): boolean {
  return isObject(value) && value.Ref === "AWS::NoValue";
}

/** The blocks besides the role: variables for parameters and conditions, data sources, and the resource that is known later. */
export function surroundings(policy: Json, given: Readonly<Record<string, ExampleParameter>>): JsonObject {
  const names = new Set(Object.keys(given));
  const switches = new Set<string>();
  note(policy, names, switches);
  const parameters = [...names].map((name) => [name, variable(name, given[name] ?? {})] as const);
  return {
    variable: Object.fromEntries([
      ...parameters,
      ...[...switches].map((name) => [`${name}Switch`, { type: "string" }] as const),
    ]),
    data: { aws_caller_identity: { current: {} }, aws_partition: { current: {} } },
    resource: { random_uuid: { later: {} } },
  };
}

function note(value: Json, names: Set<string>, switches: Set<string>): void {
  if (isList(value)) for (const item of value) note(item, names, switches);
  if (!isObject(value)) return;
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": branches } = value;
  const named =
    typeof ref === "string" ? [ref] : typeof sub === "string" ? sub.split(NAME).filter((_, at) => at % 2) : [];
  for (const name of named) if (!name.startsWith("AWS::")) names.add(name);
  if (isList(branches) && typeof branches[0] === "string") switches.add(branches[0]);
  for (const key of Object.keys(value)) note(value[key] ?? null, names, switches);
}

function variable(name: string, { default: value, allowedValues, allowedPattern, list }: ExampleParameter): JsonObject {
  const conditions = [
    ...(allowedValues === undefined
      ? []
      : [each(name, list, (one) => `contains(${JSON.stringify(allowedValues)}, ${one})`)]),
    ...(allowedPattern === undefined
      ? []
      : [each(name, list, (one) => `can(regex(${quoted(`^(?:${allowedPattern})$`)}, ${one}))`)]),
  ];
  return {
    type: list ? "list(string)" : "string",
    ...(value === undefined ? {} : { default: list ? value.split(",") : value }),
    ...(conditions.length === 0
      ? {}
      : {
          validation: conditions.map((condition) => ({ condition: `\${${condition}}`, error_message: "Not allowed." })),
        }),
  };
}

function each(name: string, list: boolean | undefined, condition: (one: string) => string): string {
  return list ? `alltrue([for one in var.${name} : ${condition("one")}])` : condition(`var.${name}`);
}

/** A string of HCL; its escapes are those of JSON, without the short ones for form feed and backspace. */
export function quoted(characters: string): string {
  return inQuotes(escaped(characters));
}

/** The same of a template. */
export function inQuotes(template: string): string {
  return JSON.stringify(template).replace(/\\[bf]/g, (short) => (short === "\\b" ? "\\u0008" : "\\u000c"));
}
