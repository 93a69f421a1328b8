// What a run knows of the files in a baseline: whether it checked them, and whether they still exist.

import type { Config } from "../../../config/config.ts";
import { settingsFor } from "../../../config/scopes.ts";
import type { Finding, Report } from "../../../findings/report.ts";
import type { Rule } from "../../../rules/rule.ts";
import { isAsked, isIgnorable } from "../../../rules/setting.ts";
import type { Host } from "../../host.ts";
import { located, type Places, pathOf, upwards } from "../../places.ts";
import { READ, type Search } from "../inputs/walk.ts";

export interface Looked {
  /** Whether every finding in the file would have been found; undefined where the file was not checked. */
  at(file: string): boolean | undefined;
  isGone(file: string): boolean;
  /** Whether the rule is asked in the file; of one that is no rule any more nothing is known that could come back. */
  isAsked(entry: Pick<Finding, "rule" | "file">): boolean;
  /** Whether findings of the rule may be suppressed. */
  isIgnorable(finding: Finding): boolean;
  readonly rules: readonly Rule[];
}

export interface Run {
  readonly report: Report;
  readonly files: readonly { readonly path: string }[];
  readonly search: Search;
  readonly config: Config;
  readonly rules: readonly Rule[];
}

export function lookedAt({ report, files, search, config, rules }: Run, host: Host, here: Places): Looked {
  // The findings of a file that could not be read are not known.
  const unread = new Set(report.errors.flatMap(({ file = [] }) => file));
  const read = new Set([...files.map(({ path }) => path), ...report.grants.map(({ file }) => file)]);
  const paths = new Set(search.paths.map((path) => located(here, path)));
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);
  const isGone = (file: string) => host.kindOf(pathOf(here, file)) === undefined;
  return {
    rules,
    isGone,
    at(file) {
      if (unread.has(file) || search.leavesOut(file)) return false;
      if (read.has(file)) return true;
      const isBelow = [...upwards(pathOf(here, file))].some((each) => paths.has(each));
      return isBelow && (isGone(file) || READ.test(file)) ? true : undefined;
    },
    isAsked({ rule: id, file }) {
      const rule = ruleOf(id);
      return rule === undefined || isAsked(settingsFor(config, file), rule);
    },
    isIgnorable(finding) {
      const rule = ruleOf(finding.rule);
      return rule === undefined || isIgnorable(settingsFor(config, finding.file), rule);
    },
  };
}
