// SARIF for programs that embed the library: of a report alone, without the texts of the files that it speaks of.

import type { Report } from "../findings/report.ts";
import { tool } from "../findings/tool.ts";
import { builtinRules } from "../rules/files/builtin.ts";
import type { Rule } from "../rules/rule.ts";
import type { SarifLog } from "./sarif/types.ts";
import { sarifLog } from "./sarif.ts";

export interface SarifOptions {
  /** Those that `check` was given beside the built-in ones. */
  readonly rules?: readonly Rule[];
}

/** SARIF 2.1.0 as GitHub code scanning takes it: `JSON.stringify` makes the file. */
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
