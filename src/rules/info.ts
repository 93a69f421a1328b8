// The built-in rules as other programs list them: their words, without what they ask.

import type { Severity } from "../config/config.ts";
import { builtinRules } from "./files/builtin.ts";

export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Markdown, as `fix` is. */
  readonly why: string;
  readonly fix: string;
  /** URLs. */
  readonly references: readonly string[];
}

/** In the order in which `unconfused rules` lists them. */
export const rules: readonly RuleInfo[] = builtinRules().map(({ id, title, severity, why, fix, references = [] }) => ({
  id,
  title,
  severity,
  why,
  fix,
  references,
}));
