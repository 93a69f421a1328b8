// What deployment makes of short forms: the permission of a function URL, and the policy of an API of AWS SAM.

import { literal, type Value } from "../../values/value.ts";
import type { Grants } from "../carrier.ts";
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

/** AWS SAM Developer Guide, ResourcePolicyStatement. */
export const apiPolicy: Grants = (field, origin) => {
  const at = (name: string) => field(`Auth.ResourcePolicy.${name}`);
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
  const rest = made.kind === "map" ? itemsOf(made.entries.get("Statement")?.value ?? { kind: "absent", origin }) : [];
  const statements: Value = { kind: "list", items: [...own, ...rest], origin };
  return map({ Version: word("2012-10-17", origin), Statement: statements }, origin);
};

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
