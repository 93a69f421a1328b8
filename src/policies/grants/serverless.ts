// What deployment makes of short forms: the permission of a function URL, and the policy of an API of AWS SAM.

import { literal, type Origin, type Value } from "../../values/value.ts";
import type { Field, Grants } from "../carrier.ts";
import { memberOf } from "../members.ts";
import { isWord, itemsOf } from "./accounts.ts";
import { type Clause, map, type Permission, policyOf, word } from "./statement.ts";

/** AWS SAM Developer Guide, FunctionUrlConfig: without authentication everybody is permitted to invoke the function by its URL. */
export const functionUrl =
  (at: string): Grants =>
  (field, origin) => {
    const type = field(at);
    if (!isWord(type, "none")) return { kind: "absent", origin };
    const one: Permission = {
      principal: word("*", type.origin),
      actions: word("lambda:InvokeFunctionUrl", origin),
      conditions: [["StringEquals", "lambda:FunctionUrlAuthType", type]],
      origin: type.origin,
    };
    return policyOf([one], origin);
  };

/** Networks that keep everybody else out, and networks that are kept out, each with the key that a Deny asks for. */
const NETWORKS: readonly (readonly [field: string, operator: string, key: string])[] = [
  ["IpRangeWhitelist", "NotIpAddress", "aws:SourceIp"],
  ["IpRangeBlacklist", "IpAddress", "aws:SourceIp"],
  ["IntrinsicVpcWhitelist", "StringNotEquals", "aws:SourceVpc"],
  ["IntrinsicVpcBlacklist", "StringEquals", "aws:SourceVpc"],
  ["IntrinsicVpceWhitelist", "StringNotEquals", "aws:SourceVpce"],
  ["IntrinsicVpceBlacklist", "StringEquals", "aws:SourceVpce"],
];

export const apiPolicy: Grants = (field, origin) => policyOfApi((name) => field(`Auth.ResourcePolicy.${name}`), origin);

/** AWS SAM Developer Guide, ApiFunctionAuth: what each event says of the path by which an API calls the function. */
export const eventPolicies: Grants = (field, origin) => {
  const events = field("Events");
  if (events.kind !== "map") return { kind: "absent", origin };
  const policies = [...events.entries.values()].flatMap(({ value }) => {
    if (!isWord(memberOf(value, "Type"), "api")) return [];
    const written = ["Properties", "Auth", "ResourcePolicy"].reduce(memberOf, value);
    return statementsIn(policyOfApi((name) => memberOf(written, name), value.origin));
  });
  if (policies.length === 0) return { kind: "absent", origin };
  const statements: Value = { kind: "list", items: policies, origin };
  return map({ Version: word("2012-10-17", origin), Statement: statements }, origin);
};

/** AWS SAM Developer Guide, ResourcePolicyStatement. */
function policyOfApi(at: Field, origin: Origin): Value {
  const invoke = word("execute-api:Invoke", origin);
  const own = itemsOf(at("CustomStatements"));
  const accounts = itemsOf(at("AwsAccountWhitelist"));
  const kept = itemsOf(at("AwsAccountBlacklist"));
  const networks = NETWORKS.flatMap(([name, operator, key]): Clause[] => {
    const value = at(name);
    return value.kind === "absent" ? [] : [[operator, key, value]];
  });
  const all = [
    ...networkNames(at("SourceVpcWhitelist"), "StringNotEquals"),
    ...networkNames(at("SourceVpcBlacklist"), "StringEquals"),
    ...networks,
  ];
  const everyone = all.length > 0 ? [{ principal: word("*", origin), actions: invoke, origin }] : [];
  const permissions: Permission[] = [
    ...accounts.map((item) => ({ principal: map({ AWS: item }, item.origin), actions: invoke, origin: item.origin })),
    ...kept.map((item) => ({
      principal: map({ AWS: item }, item.origin),
      actions: invoke,
      effect: "Deny" as const,
      origin: item.origin,
    })),
    ...everyone,
    ...all.map((clause) => ({
      principal: word("*", origin),
      actions: invoke,
      conditions: [clause],
      effect: "Deny" as const,
      origin,
    })),
  ];
  const made = policyOf(permissions, origin);
  if (own.length === 0) return made;
  const statements: Value = { kind: "list", items: [...own, ...statementsIn(made)], origin };
  return map({ Version: word("2012-10-17", origin), Statement: statements }, origin);
}

function statementsIn(policy: Value): readonly Value[] {
  return itemsOf(memberOf(policy, "Statement"));
}

/** One list names networks and endpoints. */
function networkNames(list: Value, operator: string): readonly Clause[] {
  const items = itemsOf(list);
  const isEndpoint = (item: Value): boolean => literal(item)?.startsWith("vpce-") === true;
  return [
    ["aws:SourceVpc", items.filter((item) => !isEndpoint(item))] as const,
    ["aws:SourceVpce", items.filter(isEndpoint)] as const,
  ].flatMap(([key, some]): Clause[] =>
    some.length === 0 ? [] : [[operator, key, { kind: "list", items: some, origin: list.origin }]],
  );
}
