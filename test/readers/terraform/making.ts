// Plans and states made by hand, of no more than a test speaks of.

import { type CheckInput, check } from "../../../src/check.ts";
import type { Report } from "../../../src/findings/report.ts";
import type { Json, JsonObject } from "../../../src/text/document.ts";

export const VENDOR = "arn:aws:iam::222233334444:root";

/** A trust policy as text. */
export function trust(principal: Json, condition?: Json): string {
  const statement = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ ...statement, ...(condition === undefined ? {} : { Condition: condition }) }],
  });
}

/** An entry of `resource_changes` by its address; a role that is created with the given `after`, unless `more` says otherwise. */
export function change(address: string, after: Json, more: JsonObject = {}): JsonObject {
  const { module_address, index, mode = "managed", type = "aws_iam_role", name = "r", ...inner } = more;
  return {
    address,
    ...(module_address !== undefined && { module_address }),
    mode,
    type,
    name,
    ...(index !== undefined && { index }),
    change: { actions: ["create"], before: null, after, after_unknown: {}, ...inner },
  };
}

export function plan(changes: readonly Json[], more: JsonObject = {}): JsonObject {
  return { format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes, ...more };
}

/** The `root_module` of a configuration. */
export function configuration(root_module: JsonObject, more: JsonObject = {}): JsonObject {
  return { configuration: { root_module, ...more } };
}

export function report(content: Json, config: CheckInput["config"] = {}, path = "plan.json"): Report {
  return check({ files: [{ path, content: JSON.stringify(content) }], config });
}

/** "address principal classes verdict" of every grant. */
export function grants({ grants }: Report): string[] {
  return grants.map(({ resource, principal, callers, verdict }) => {
    return [resource.id, principal, callers.map((caller) => caller.class).join("+"), verdict].join(" ");
  });
}
