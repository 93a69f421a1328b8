// Which rules are on: by the configuration, and by `--only` and `--skip`, which take precedence.

import type { Config, Severity } from "../../../config/config.ts";
import { type FileSettings, settingsFor } from "../../../config/scopes.ts";
import { WORST_FIRST } from "../../../reporters/severities.ts";
import { namesOf, type Rule, withSeverity } from "../../../rules/rule.ts";
import { isAsked, severityOf } from "../../../rules/setting.ts";
import { nearest } from "../../../text/nearest.ts";
import { Stop } from "../stop.ts";
import type { Arguments } from "./arguments.ts";

/** `--only` and `--skip` take precedence over the configuration, for all paths. Throws Stop on an unknown rule, and on one that both name. */
export function selection(config: Config, given: Arguments, rules: readonly Rule[]): Pick<Config, "rules" | "scopes"> {
  const named = (option: "only" | "skip") =>
    given.values(option).map((typed) => ruleNamed(typed, rules, `--${option}: `));
  const only = named("only");
  const skip = named("skip");
  const both = only.find((rule) => skip.includes(rule));
  if (both !== undefined) {
    const message = `--only and --skip contradict each other about ${both.id}`;
    throw new Stop({ message, help: "give one of them, or another rule to one of them" });
  }
  const left = rules.filter((rule) => (only.length > 0 && !only.includes(rule)) || skip.includes(rule));
  const leftNames = new Set(left.flatMap(namesOf));
  const onlyNames = new Set(only.flatMap(namesOf));
  const kept = (settings: RuleSettings = {}): RuleSettings =>
    Object.fromEntries(
      Object.entries(settings)
        .filter(([name]) => !leftNames.has(name))
        .map(([name, setting]) => [name, onlyNames.has(name) ? withoutOff(setting) : setting]),
    );
  const everywhere = settingsEverywhere({ rules: kept(config.rules) });
  const unasked = only.filter((rule) => !isAsked(everywhere, rule));
  return {
    rules: {
      preset: everywhere.preset,
      ...everywhere.rules,
      ...Object.fromEntries(left.map(({ id }) => [id, "off"])),
      ...Object.fromEntries(unasked.map(({ id, severity }) => [id, { ...everywhere.rules[id], severity }])),
    },
    scopes: (config.scopes ?? []).map((scope) => ({ ...scope, rules: kept(scope.rules) })),
  };
}

type RuleSettings = NonNullable<Config["rules"]>;

/** A setting without `off`, for a rule that nothing may turn off. */
function withoutOff(setting: RuleSettings[string]): RuleSettings[string] {
  if (setting === "off" || setting === false) return {};
  if (typeof setting !== "object") return setting;
  const { severity, ...rest } = setting;
  return severity === "off" || severity === false ? rest : setting;
}

/** The rules that are on for some of the files, each with its severity outside of scopes. */
export function activeRules(config: Config, rules: readonly Rule[], files: readonly string[]): readonly Rule[] {
  const everywhere = settingsEverywhere(config);
  const all = [everywhere, ...settingsOf(files, config)];
  return rules
    .filter((rule) => all.some((settings) => isAsked(settings, rule)))
    .map((rule) => withSeverity(rule, severityOf(everywhere, rule)));
}

/** Rules that are off or have a lower severity than their own, for some or all files. */
export function changedRules(
  config: Config,
  rules: readonly Rule[],
  files: readonly string[],
): { readonly off: readonly string[]; readonly lowered: readonly string[]; readonly asked: readonly string[] } {
  const everywhere = settingsEverywhere(config);
  const all = [everywhere, ...settingsOf(files, config)];
  const usual = rules.filter(({ enabled = true }) => enabled);
  const inWords = (rule: Rule, some: readonly FileSettings[], words: string) =>
    `${words}${some.length < all.length && !some.includes(everywhere) ? " in some files" : ""}`.replace("%", rule.id);
  return {
    off: usual.flatMap((rule) => {
      const some = all.filter((settings) => !isAsked(settings, rule));
      return some.length === 0 ? [] : [inWords(rule, some, "%")];
    }),
    lowered: usual.flatMap((rule) => {
      const some = all.filter(
        (settings) => isAsked(settings, rule) && isLower(severityOf(settings, rule), usualSeverity(settings, rule)),
      );
      const [first] = some;
      return first === undefined
        ? []
        : [inWords(rule, some, `% from ${usualSeverity(first, rule)} to ${severityOf(first, rule)}`)];
    }),
    asked: rules.filter((rule) => all.some((settings) => isAsked(settings, rule))).map(({ id }) => id),
  };
}

/** The severity of a rule by the preset alone, without its entry under `rules`. */
function usualSeverity(settings: FileSettings, rule: Rule): Severity {
  return severityOf({ ...settings, rules: {} }, rule);
}

function isLower(severity: Severity, than: Severity): boolean {
  return WORST_FIRST.indexOf(severity) > WORST_FIRST.indexOf(than);
}

/** The settings of all combinations of scopes, each once. */
function settingsOf(files: readonly string[], config: Config): Iterable<FileSettings> {
  return new Set(config.scopes === undefined ? [] : files.map((file) => settingsFor(config, file)));
}

function settingsEverywhere(config: Config): FileSettings {
  return settingsFor({ ...config, scopes: [] }, "");
}

/** Throws Stop if no rule has this id or alias. */
export function ruleNamed(typed: string, rules: readonly Rule[], context = ""): Rule {
  const rule = rules.find((each) => namesOf(each).includes(typed));
  if (rule !== undefined) return rule;
  const meant = nearest(typed, rules.flatMap(namesOf));
  const help = meant === undefined ? "'unconfused rules' lists them" : `did you mean ${meant}?`;
  throw new Stop({ message: `${context}there is no rule ${typed}`, help });
}
