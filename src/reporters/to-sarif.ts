// SARIF for programs that embed the library: made from the report alone, without the texts of the files.

import type { Report } from "../findings/report.ts";
import { tool } from "../findings/tool.ts";
import { builtinRules } from "../rules/files/builtin.ts";
import type { Rule } from "../rules/rule.ts";
import type { SarifLog } from "./sarif/types.ts";
import { sarifLog } from "./sarif.ts";

export interface SarifOptions {
  /** The rules that `check` was given besides the built-in ones. */
  readonly rules?: readonly Rule[];
}

/** SARIF 2.1.0 for GitHub code scanning; write it with `JSON.stringify`. */
export function toSarif(report: Report, { rules = [] }: SarifOptions = {}): SarifLog {
  return sarifLog(report, {
    rules: [...builtinRules(), ...rules],
    source: () => undefined,
    hidden: () => [],
    color: false,
    exitCode: report.errors.length > 0 ? 2 : 0,
    homepage: tool.home,
  });
}
