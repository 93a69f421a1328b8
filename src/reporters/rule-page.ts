// The page about a rule: for built-in rules in the repository, for a user's rule its first reference.

import { builtinRules } from "../rules/files/builtin.ts";
import type { RenderContext } from "./render.ts";

/** An absolute URL; undefined for a rule that names none. */
export function rulePage(
  rule: string,
  { rules, homepage }: Pick<RenderContext, "rules" | "homepage">,
): string | undefined {
  if (builtinRules().some(({ id }) => id === rule)) return `${homepage}/blob/main/rules/README.md#${rule}`;
  return rules.find(({ id }) => id === rule)?.references?.[0];
}
