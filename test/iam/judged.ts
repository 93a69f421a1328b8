// A whole policy judged, in a configuration with one multi-tenant vendor: what the rules on third parties say of whom.

import type { ExampleParameter } from "../../src/rules/rule.ts";
import type { Json } from "../../src/text/document.ts";
import { reportOn, summary } from "../oracle/reported.ts";

export const CONFIG = {
  accounts: { own: ["999988887777"] },
  vendors: [{ name: "Vendor", tenancy: "multi", accounts: ["444455556666"] }],
} as const;
export const VENDOR = "arn:aws:iam::444455556666:root";

export type Parameters = Readonly<Record<string, ExampleParameter>>;

export function verdict(Statement: readonly Json[], parameters: Parameters = {}): string[] {
  return summary(reportOn({ Version: "2012-10-17", Statement }, CONFIG, parameters));
}

export function statement(
  Effect: "Allow" | "Deny",
  principal: Json,
  condition: Json = {},
  action: Json = "sts:*",
): Json {
  return { Effect, Principal: { AWS: principal }, Action: action, Condition: condition };
}
