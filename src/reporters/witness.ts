// A witness in words: the request that gets through, the world in which it does, and who sends it.

import type { Caller, CallerClass, Request, World } from "../findings/report.ts";
import type { Format } from "../readers/reader.ts";
import { printable } from "./screen.ts";

const LONGEST_VALUE = 100;
const MOST_OTHERS = 5;

const NAMELESS: Readonly<Record<CallerClass, string>> = {
  own: "your own account",
  organization: "an account of your organization",
  aws: "an account of AWS",
  vendor: "a vendor",
  catalogued: "a known vendor",
  undeclared: "an undeclared account",
  deployTime: "an account that deployment decides",
  unnamed: "any AWS account",
  service: "an AWS service",
  federated: "a federated identity",
};

/** What CloudFormation calls a parameter is a variable to Terraform. */
const SUPPLIER: Readonly<Record<Format, string>> = {
  cloudformation: "parameter",
  cdk: "parameter",
  "terraform-plan": "variable",
  "terraform-state": "variable",
  "terraform-json": "variable",
  hcl: "variable",
  iam: "placeholder",
};

/** "sts:AssumeRole by arn:aws:iam::444455556666:role/any, sts:ExternalId not sent". */
export function requestInWords({ principal, session, action, context, absent }: Request): string {
  return [
    `${printable(action)} by ${printable(principal)}${session === undefined ? "" : ` in session ${quoted(session)}`}`,
    ...Object.entries(context).map(
      ([key, value]) => `${printable(key)} is ${[value].flat().map(quoted).join(" and ")}`,
    ),
    ...absent.map((key) => `${printable(key)} not sent`),
  ].join(", ");
}

/** "parameter Stage is "prod"; condition IsProd is true"; undefined where the verdict depends on nothing. */
export function worldInWords(world: World | undefined, format: Format): string | undefined {
  const words = [
    ...Object.entries(world?.parameters ?? {}).map(
      ([name, value]) => `${SUPPLIER[format]} ${printable(name)} is ${quoted(value)}`,
    ),
    ...Object.entries(world?.conditions ?? {}).map(([name, outcome]) => `condition ${printable(name)} is ${outcome}`),
  ];
  return words.length === 0 ? undefined : words.join("; ");
}

/** All callers but the first, of whom the message speaks, by its digits or by the parameter that has them as its default; undefined where there are no others. */
export function othersInWords([, ...rest]: readonly Caller[], witness?: Request): string | undefined {
  const others = rest.filter(({ account }) => !account?.startsWith("${") || !witness?.principal.includes(account));
  const named = others.slice(0, MOST_OTHERS).map(callerInWords);
  const left = others.length - named.length;
  return others.length === 0 ? undefined : [...named, ...(left > 0 ? [`${left} more`] : [])].join(", ");
}

export function callerInWords({ class: kind, account, vendor }: Caller): string {
  if (vendor !== undefined && account !== undefined) return printable(`${vendor} (${account})`);
  return printable(vendor ?? account ?? NAMELESS[kind]);
}

function quoted(value: string): string {
  return `"${printable(value, LONGEST_VALUE)}"`;
}
