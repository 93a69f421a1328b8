// Grants whose fields are those of a statement: a principal, an action, and what is asked of a request.

import { parseObject } from "../../values/embedded.ts";
import type { Grants } from "../carrier.ts";
import { type Clause, map, type Permission, policyOf, principalOf, word } from "./statement.ts";

interface Fields {
  readonly principal: string;
  readonly action: string;
  readonly conditions?: readonly (readonly [operator: string, key: string, field: string])[];
}

/** AWS's own pages show each as the policy that comes of it: AWS Lambda API Reference, AddPermission. */
export function permission({ principal, action, conditions = [] }: Fields): Grants {
  return (field, origin) => {
    const who = field(principal);
    if (who.kind === "absent") return who;
    const clauses = conditions.map(([operator, key, name]): Clause => [operator, key, field(name)]);
    const one: Permission = {
      principal: principalOf(who),
      actions: field(action),
      conditions: clauses,
      origin,
    };
    return policyOf([one], origin);
  };
}

/** AWS Entity Resolution API Reference, AddPolicyStatement: the parts of a statement, of which the condition is a text. */
export const policyStatement: Grants = (field, origin) => {
  const who = field("Principal");
  if (who.kind === "absent") return who;
  const [effect, condition] = [field("Effect"), field("Condition")];
  const parts = {
    Effect: effect.kind === "absent" ? word("Allow", origin) : effect,
    Principal: principalOf(who),
    Action: field("Action"),
    ...(condition.kind !== "absent" && { Condition: condition.kind === "text" ? parseObject(condition) : condition }),
  };
  return map({ Version: word("2012-10-17", origin), Statement: map(parts, origin) }, origin);
};

interface EventBusFields {
  /** A statement as a whole. */
  readonly statement?: string;
  readonly principal: string;
  readonly action: string;
  /** The value of the one condition that there is: StringEquals on aws:PrincipalOrgID. */
  readonly organization: string;
}

/** Amazon EventBridge API Reference, PutPermission. */
export function eventBusPermission({ statement, principal, action, organization }: EventBusFields): Grants {
  return (field, origin) => {
    const whole = statement === undefined ? undefined : field(statement);
    if (whole !== undefined && whole.kind !== "absent")
      return map(
        { Version: word("2012-10-17", origin), Statement: whole.kind === "text" ? parseObject(whole) : whole },
        origin,
      );
    const who = field(principal);
    if (who.kind === "absent") return who;
    const written = field(action);
    const one: Permission = {
      principal: principalOf(who),
      actions: written.kind === "absent" ? word("events:PutEvents", origin) : written,
      conditions: [["StringEquals", "aws:PrincipalOrgID", field(organization)]],
      origin,
    };
    return policyOf([one], origin);
  };
}
