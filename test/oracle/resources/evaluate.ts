// Whether a policy of a resource lets one concrete request in, and which rules must speak of it: brute force, straight from AWS's documentation, nothing of src/iam.

import type { Config } from "../../../src/config/config.ts";
import { list, type Texts } from "../request.ts";

export interface ResourceStatement {
  readonly Effect: string;
  readonly Principal?: string | Readonly<Record<string, Texts>>;
  readonly NotPrincipal?: Readonly<Record<string, Texts>>;
  readonly Action: Texts;
  readonly Resource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

export interface ResourcePolicy {
  readonly Version?: string;
  readonly Statement: readonly ResourceStatement[];
}

/** A role of an account, or who has no credentials. */
interface Caller {
  readonly account?: string;
  readonly role?: string;
  readonly organization?: string | undefined;
}

export interface ResourceRequest {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  /** What the caller chooses, by keys in lower case. */
  readonly sends: Readonly<Record<string, string | undefined>>;
}

const OWN = "999988887777";
const STRANGER = "777711112222";

/** Keys that follow from who calls. */
const DERIVED: Readonly<Record<string, (caller: Caller) => string | undefined>> = {
  "aws:principalaccount": ({ account }) => account ?? "anonymous",
  "aws:principalarn": ({ account, role }) => account && `arn:aws:iam::${account}:role/${role}`,
  "aws:principalorgid": ({ account, organization }) => account && organization,
  "aws:principaltype": ({ account }) => (account === undefined ? "Anonymous" : "AssumedRole"),
  "aws:sourceowner": ({ account }) => account,
  "kms:calleraccount": ({ account }) => account,
  // Only services send them.
  "aws:sourcearn": () => undefined,
  "aws:sourceaccount": () => undefined,
};

/** Whose digits name an account. */
const NAMING = ["aws:principalaccount", "aws:sourceowner", "kms:calleraccount"];

function conditionsOf({ Statement }: ResourcePolicy) {
  return Statement.flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, texts]) => ({ operator, key: key.toLowerCase(), values: list(texts) })),
    ),
  );
}

function principalsOf({ Statement }: ResourcePolicy): readonly string[] {
  return Statement.flatMap(({ Principal, NotPrincipal }) =>
    [Principal, NotPrincipal].flatMap((one) => (typeof one === "object" ? list(one.AWS) : [])),
  );
}

function namedAccounts(policy: ResourcePolicy): readonly string[] {
  const conditions = conditionsOf(policy);
  const arns = conditions.filter(({ key }) => key === "aws:principalarn").flatMap(({ values }) => values);
  const digits = conditions.filter(({ key }) => NAMING.includes(key)).flatMap(({ values }) => values);
  const all = [...principalsOf(policy), ...arns].map((one) => (one.includes(":") ? (one.split(":")[4] ?? "") : one));
  return [...new Set([...all, ...digits])].filter((one) => /^\d{12}$/.test(one));
}

/** Every request that may matter to the policy. `unsigned`: the service takes requests without credentials. */
function* requests(policy: ResourcePolicy, config: Config, unsigned: boolean): Generator<ResourceRequest> {
  const conditions = conditionsOf(policy);
  const texts = (name: string) => conditions.filter(({ key }) => key === name).flatMap(({ values }) => values);
  const arns = [...principalsOf(policy), ...texts("aws:principalarn")].flatMap((arn) => arn.split(":role/")[1] ?? []);
  const roles = [...new Set([...arns.map(filled), "anything"])];
  const organizations = [
    undefined,
    ...new Set(
      texts("aws:principalorgid")
        .map(filled)
        .filter((id) => /^o-[a-z\d]+$/.test(id)),
    ),
    "o-elsewhere1",
  ];
  const patterns = texts("aws:principalaccount").filter((one) => /^\d+\*$/.test(one));
  const strangers = [STRANGER, ...patterns.map((one) => one.replace("*", "000000000000").slice(0, 12))];
  const accounts = [...namedAccounts(policy), ...(config.accounts?.organization ?? []), OWN, ...strangers];
  const callers: Caller[] = unsigned ? [{}] : [];
  for (const account of new Set(accounts))
    for (const role of roles) for (const organization of organizations) callers.push({ account, role, organization });
  const chosen = [...new Set(conditions.map(({ key }) => key))].filter((key) => !(key in DERIVED));
  const actions = [...new Set(policy.Statement.flatMap(({ Action }) => list(Action)).map(filled))];
  const resources = [...new Set(policy.Statement.flatMap(({ Resource }) => list(Resource)).map(filled))];
  for (const caller of callers)
    for (const action of actions)
      for (const resource of resources.length > 0 ? resources : ["anything"])
        for (const sends of combinations(chosen, texts)) yield { caller, action, resource, sends };
}

function* combinations(
  [key, ...others]: readonly string[],
  texts: (key: string) => readonly string[],
): Generator<Record<string, string | undefined>> {
  if (key === undefined) return yield {};
  const tls = key === "aws:securetransport";
  const values = tls
    ? ["true", "false"]
    : [undefined, ...new Set(texts(key).flatMap((text) => [text, filled(text)])), "whatever"];
  for (const rest of combinations(others, texts)) for (const value of values) yield { ...rest, [key]: value };
}

/** A text that the pattern matches. */
function filled(pattern: string): string {
  return pattern.replaceAll("*", "x").replaceAll("?", "y");
}

function isAllowed({ Statement }: ResourcePolicy, request: ResourceRequest): boolean {
  const said = (effect: string) => Statement.some((one) => one.Effect === effect && applies(one, request));
  return said("Allow") && !said("Deny");
}

function applies(statement: ResourceStatement, { caller, action, resource, sends }: ResourceRequest): boolean {
  const { Principal, NotPrincipal, Action, Resource, Condition = {} } = statement;
  const isWho = NotPrincipal === undefined ? isPrincipal(Principal, caller) : !isPrincipal(NotPrincipal, caller);
  if (!isWho || !list(Action).some((one) => like(one, action, true))) return false;
  if (Resource !== undefined && !list(Resource).some((one) => like(one, resource))) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, texts]) => {
      const name = key.toLowerCase();
      const value = name in DERIVED ? DERIVED[name]?.(caller) : sends[name];
      return meets(operator, value, list(texts));
    }),
  );
}

function isPrincipal(principal: ResourceStatement["Principal"], { account, role }: Caller): boolean {
  if (principal === "*") return true;
  if (typeof principal !== "object") return false;
  return list(principal.AWS).some((one) => {
    if (one === "*") return true;
    if (account === undefined) return false;
    return [account, `arn:aws:iam::${account}:root`, `arn:aws:iam::${account}:role/${role}`].includes(one);
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html, of keys with one value */
function meets(written: string, value: string | undefined, texts: readonly string[]): boolean {
  const [, quantifier, name = "", ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  if (name === "Null") return texts.some((text) => (text === "true") === (value === undefined));
  const isNegated = name.includes("Not");
  if (value === undefined) {
    if (quantifier === "ForAllValues:") return true;
    if (quantifier === "ForAnyValue:") return false;
    return ifExists !== undefined || isNegated;
  }
  const isPattern = /Like|^Arn/.test(name);
  const matches = (text: string): boolean => {
    if (name === "Bool") return text.toLowerCase() === value.toLowerCase();
    return isPattern ? like(text, value) : text === value;
  };
  return isNegated ? !texts.some(matches) : texts.some(matches);
}

function like(pattern: string, text: string, ignoreCase = false): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, ignoreCase ? "is" : "s").test(text);
}

/** What the rule catalogue says of all requests that get through. */
export function breaches(policy: ResourcePolicy, config: Config, unsigned: boolean): readonly string[] {
  const named = new Set(namedAccounts(policy));
  const ours = new Set([OWN, ...(config.accounts?.organization ?? [])]);
  const vendors = new Set((config.vendors ?? []).flatMap(({ accounts = [] }) => accounts));
  const rules = new Set<string>();
  for (const request of requests(policy, config, unsigned)) {
    const { account, organization } = request.caller;
    const isOurs =
      account !== undefined && (ours.has(account) || (config.organizationIds ?? []).includes(organization ?? ""));
    if (isOurs || (account !== undefined && vendors.has(account) && named.has(account)) || !isAllowed(policy, request))
      continue;
    if (account === undefined || !named.has(account)) rules.add("public-resource");
    else if (config.tenancy === "single" && vendors.size > 0) rules.add("resource-account-scoped");
    else if (vendors.size > 0) rules.add("resource-undeclared-account");
  }
  return [...rules].sort();
}
