// The question whose an undeclared account is, with what to write in unconfused.yaml for each answer.

import { inYaml, isLikelyOurs } from "../findings/next-step.ts";
import type { Caller, Finding } from "../findings/report.ts";
import { upToLast } from "../text/scan.ts";

/** Roles of stack sets trust the account that administers them. */
const STACK_SET = /stack_?set/i;

export interface OwnershipQuestion {
  readonly question: string;
  /** Likely the reader's own: then the question comes before the help of the rule. */
  readonly ours: boolean;
}

/** Undefined where there is nothing to declare: the caller's account has no number and no name, or all of it is declared. */
export function ownershipQuestion({ witness, callers, resource }: Finding): OwnershipQuestion | undefined {
  const open = callers.filter(isOpen);
  // Digits that are a parameter's default are shown as the parameter, which is what can be declared.
  const account = (open.length > 0 && shownParameter(witness)) || (open[0]?.account ?? "");
  const parameter = parameterOf(account);
  if (parameter === undefined && !/^\d{12}$/.test(account)) return undefined;
  const ours = parameter === undefined ? STACK_SET.test(resource.id) : isLikelyOurs(parameter);
  if (witness === undefined && !ours) return undefined;
  const entry = parameter === undefined ? `accounts: ["${account}"]` : `accountParameters: [${inYaml(parameter)}]`;
  const vendors = `If it is a vendor's: vendors: [{ name: NAME, tenancy: multi, ${entry} }] (single if it is dedicated to you)`;
  const accounts = `If it is yours: ${
    parameter === undefined
      ? `accounts: { organization: ["${account}"] } (own if the checked roles are in it)`
      : `accounts: { organizationParameters: [${inYaml(parameter)}] }`
  }`;
  const question = ours
    ? `Is ${account} yours? Say so in unconfused.yaml. ${accounts}. ${vendors}.`
    : `Whose is ${account}? Say so in unconfused.yaml. ${vendors}. ${accounts}.`;
  return { question, ours };
}

/** The account is not declared, or the tenancy of its vendor is only assumed. */
function isOpen({ class: kind, account, tenancyFrom }: Caller): boolean {
  if (account === undefined) return false;
  return kind === "undeclared" || kind === "deployTime" || tenancyFrom === "default";
}

function shownParameter(witness: Finding["witness"]): string | undefined {
  const [shown] = /\$\{[^}]+\}/.exec(upToLast("}", witness?.principal ?? "")) ?? [];
  return parameterOf(shown) === undefined ? undefined : shown;
}

/** The parameter, root variable or attribute of a deploy-time account as reports write it: `${Name}`, `${var.name}`, `${type.name.attribute}`. */
export function parameterOf(account: string | undefined): string | undefined {
  const name = /^\$\{(?:var\.)?(\w(?:[\w.-]|\[(?:\d+|"[^"\]]*")\])*)\}$/.exec(account ?? "")?.[1];
  return name === "own" ? undefined : name;
}
