// What the rule catalogue (RULES: who the caller is, third parties) says of one allowed request: which rules must speak, and of whom.

import type { Config, Tenancy } from "../../src/config/config.ts";
import { accountOf, list, OWN, type Policy, type Request } from "./request.ts";

export type CallerClass = "own" | "organization" | "vendor" | "undeclared" | "unnamed";

/** A rule that an allowed request breaks, and the caller as reports name him: twelve digits, or `*`. */
export interface Breach {
  readonly rule: string;
  readonly caller: string;
}

/** A caller for whom one of these has a finding is not mentioned again. */
export const YIELDS: Readonly<Record<string, readonly string[]>> = {
  "account-scoped-principal": ["public-trust"],
  "undeclared-account": ["public-trust", "account-scoped-principal", "external-id-required"],
};

/** Every condition of a policy: lower-case key, operator, values. */
export function conditionsOf({ Statement }: Policy): { operator: string; key: string; values: readonly string[] }[] {
  return Statement.flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, texts]) => ({ operator, key: key.toLowerCase(), values: list(texts) })),
    ),
  );
}

export function valuesOf(policy: Policy, key: string): string[] {
  return conditionsOf(policy).flatMap((condition) => (condition.key === key ? condition.values : []));
}

export function principalsOf({ Statement }: Policy): string[] {
  return Statement.flatMap(({ Principal }) => (typeof Principal === "object" ? list(Principal.AWS) : []));
}

/** The accounts that a policy names: in any statement, under any operator. */
export function namedAccounts(policy: Policy): Set<string> {
  const digits = [...principalsOf(policy), ...valuesOf(policy, "aws:principalaccount")];
  const arns = [...principalsOf(policy), ...valuesOf(policy, "aws:principalarn")];
  const accounts = arns.map((arn) => accountOf(arn).replace(/^(\d{12})\*+$/, "$1"));
  return new Set([...digits, ...accounts].filter((account) => /^\d{12}$/.test(account)));
}

export function classOf(policy: Policy, config: Config, request: Request): CallerClass {
  const { principal, organization } = request;
  const account = accountOf(principal);
  if (config.accounts?.own?.includes(account)) return "own";
  if (config.accounts?.organization?.includes(account)) return "organization";
  if (organization !== undefined && [OWN.organization, ...(config.organizationIds ?? [])].includes(organization.id))
    return "organization";
  if (!namedAccounts(policy).has(account)) return isNamedById(policy, request) ? "undeclared" : "unnamed";
  return config.vendors?.some(({ accounts = [] }) => accounts.includes(account)) ? "vendor" : "undeclared";
}

/** One principal, whose account nobody knows: not anyone. */
function isNamedById(policy: Policy, { uniqueId }: Request): boolean {
  return principalsOf(policy).includes(uniqueId);
}

function tenancyOf(config: Config, account: string, found: CallerClass): Tenancy {
  const vendor = config.vendors?.find(({ accounts = [] }) => accounts.includes(account));
  return (found === "vendor" ? vendor?.tenancy : undefined) ?? config.tenancy ?? "multi";
}

/** No id, or one that no condition of the policy spells out; a wildcard or policy variable spells nothing out. */
function lacksId(policy: Policy, { sends }: Request): boolean {
  const [id] = list(sends["sts:externalid"]);
  if (id === undefined) return true;
  const variables = policy.Version === "2012-10-17";
  return !conditionsOf(policy).some(
    ({ operator, key, values }) =>
      key === "sts:externalid" &&
      values.some((value) => {
        if (/Like|Arn/.test(operator) && /[*?]/.test(value)) return false;
        if (variables && /\$\{(?![*?$]\})/.test(value)) return false;
        const spelled = variables ? value.replace(/\$\{([*?$])\}/g, "$1") : value;
        return /IgnoreCase/.test(operator) ? spelled.toLowerCase() === id.toLowerCase() : spelled === id;
      }),
  );
}

/** What the rules must find in a policy that allows the request; questions that only ever answer "cannot tell" are left out. */
export function breaches(policy: Policy, config: Config, request: Request): Breach[] {
  const account = accountOf(request.principal);
  const found = classOf(policy, config, request);
  const tenancy = tenancyOf(config, account, found);
  const declared = (config.vendors ?? []).length > 0;
  const byId = found === "undeclared" && !namedAccounts(policy).has(account);
  const caller = found === "unnamed" ? "*" : byId ? request.uniqueId : account;
  const rules: string[] = [];
  if (found === "unnamed") rules.push("public-trust");
  if (tenancy === "single" && (found === "unnamed" || (found === "undeclared" && declared))) {
    rules.push("account-scoped-principal");
  }
  if (tenancy === "multi" && (found === "vendor" || found === "undeclared") && lacksId(policy, request)) {
    rules.push("external-id-required");
  }
  if (declared && found === "undeclared") rules.push("undeclared-account");
  return rules.map((rule) => ({ rule, caller }));
}
