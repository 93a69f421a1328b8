// Whose an account is that nobody declared, as a question to its reader: all that it may be, and how to say so.

import { inYaml, isLikelyOurs } from "../findings/next-step.ts";
import type { Caller, Finding } from "../findings/report.ts";

/** Roles of stack sets trust the account that administers them. */
const STACK_SET = /stack_?set/i;

export interface OwnershipQuestion {
  readonly question: string;
  /** Most likely the reader's: then the question comes before what the rule says. */
  readonly ours: boolean;
}

/** Undefined where there is nothing to declare: nobody comes in by an account that has a number or a name, or somebody has said all. */
export function ownershipQuestion({ witness, callers, resource }: Finding): OwnershipQuestion | undefined {
  const open = callers.filter(isOpen);
  // Digits that are a parameter's default are shown as the parameter, which is what can be declared.
  const account = (open.length > 0 && shownParameter(witness)) || (open[0]?.account ?? "");
  const parameter = parameterOf(account);
  if (parameter === undefined && !/^\d{12}$/.test(account)) return undefined;
  const ours = parameter === undefined ? STACK_SET.test(resource.id) : isLikelyOurs(parameter);
  if (witness === undefined && !ours) return undefined;
  const entry = parameter === undefined ? `accounts: ["${account}"]` : `accountParameters: [${inYaml(parameter)}]`;
  const vendors = `vendors: [{ name: NAME, tenancy: multi, ${entry} }] (single: dedicated to you)`;
  const accounts =
    parameter === undefined
      ? `accounts: { organization: ["${account}"] } (own: the checked roles live in it)`
      : `accounts: { organizationParameters: [${inYaml(parameter)}] }`;
  const question = ours
    ? `Is ${account} yours? In unconfused.yaml: ${accounts}; a vendor's: ${vendors}`
    : `Whose is ${account}? In unconfused.yaml: a vendor's: ${vendors}; yours: ${accounts}`;
  return { question, ours };
}

/** Nobody has said whose it is, or of a known vendor's whether it serves many. */
function isOpen({ class: kind, account, tenancyFrom }: Caller): boolean {
  if (account === undefined) return false;
  return kind === "undeclared" || kind === "deployTime" || tenancyFrom === "default";
}

function shownParameter(witness: Finding["witness"]): string | undefined {
  const [shown] = /\$\{[^}]+\}/.exec(witness?.principal ?? "") ?? [];
  return parameterOf(shown) === undefined ? undefined : shown;
}

/** The parameter, root variable or attribute of a deploy-time account as reports write it: `${Name}`, `${var.name}`, `${type.name.attribute}`. */
export function parameterOf(account: string | undefined): string | undefined {
  const name = /^\$\{(?:var\.)?(\w(?:[\w.-]|\[(?:\d+|"[^"\]]*")\])*)\}$/.exec(account ?? "")?.[1];
  return name === "own" ? undefined : name;
}
