// What the configuration makes of a rule in one file, under its id or a name that it had before.

import type { Severity } from "../config/config.ts";
import type { FileRuleSetting, FileSettings } from "../config/scopes.ts";
import type { Rule } from "./rule.ts";

export function isAsked(settings: FileSettings, rule: Rule): boolean {
  const { severity } = settingOf(settings, rule);
  return severity === undefined ? rule.enabled !== false : severity !== "off";
}

/** The severity that the configuration sets; else "low" outside of the rule's preset; else that of the question; else that of the rule. */
export function severityOf(settings: FileSettings, rule: Rule, asked?: Severity): Severity {
  const { severity } = settingOf(settings, rule);
  if (severity !== undefined && severity !== "off") return severity;
  return rule.preset === "all" && settings.preset !== "all" ? "low" : (asked ?? rule.severity);
}

/** False: nothing may suppress its findings. */
export function isIgnorable(settings: FileSettings, rule: Rule): boolean {
  return settingOf(settings, rule).ignorable !== false;
}

/** A cache: it is asked for every rule of every file. */
const known = new WeakMap<FileSettings, Map<Rule, FileRuleSetting>>();

function settingOf(settings: FileSettings, rule: Rule): FileRuleSetting {
  const ofFile = known.get(settings) ?? new Map<Rule, FileRuleSetting>();
  known.set(settings, ofFile);
  const found = ofFile.get(rule) ?? settingIn(settings, rule);
  ofFile.set(rule, found);
  return found;
}

function settingIn({ rules }: FileSettings, { id, aliases = [] }: Rule): FileRuleSetting {
  const named = [...aliases, id].filter((name) => Object.hasOwn(rules, name));
  return Object.assign({}, ...named.map((name) => rules[name]));
}
