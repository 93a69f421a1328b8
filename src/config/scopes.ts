// What the configuration says for one file: the settings of all files, and over them those of the scopes that the file is in.

import type { Config, Preset, RuleSetting, Scope, Settings, Severity, Tenancy } from "./config.ts";
import { matchesFile } from "./files.ts";

export interface FileSettings extends Required<Omit<Settings, "tenancy" | "audience">> {
  readonly tenancy?: Tenancy;
  /** Who spoke about `tenancy`; undefined while nobody did. */
  readonly tenancyFrom?: "scope" | "option" | "config";
  readonly audience: NonNullable<Settings["audience"]>;
  readonly accounts: Required<NonNullable<Settings["accounts"]>>;
  readonly rules: Readonly<Record<string, FileRuleSetting>>;
  readonly preset: Preset;
}

/** A rule's setting in one form: `off` and `false` are the same, and a severity stands under its key. */
export interface FileRuleSetting extends RuleSetting {
  readonly severity?: Severity | "off";
}

/** By the scopes that a file is in: every file of a run asks, and every edit that is tried. */
const known = new WeakMap<Config, Map<string, FileSettings>>();

/** `file` as the report names it. In a list the nearer word stands last: that of the last scope that the file is in. */
export function settingsFor(config: Config, file: string): FileSettings {
  const { scopes = [] } = config;
  const matching = scopes.map(({ files }) => matchesFile(config, files, file));
  const found = known.get(config) ?? new Map<string, FileSettings>();
  known.set(config, found);
  const key = JSON.stringify(matching);
  const settings =
    found.get(key) ??
    settingsUnder(
      config,
      scopes.filter((_, index) => matching[index]),
    );
  found.set(key, settings);
  return settings;
}

function settingsUnder(config: Config, scopes: readonly Scope[]): FileSettings {
  const layers: readonly Settings[] = [config, ...scopes];
  const all = <T>(list: (layer: Settings) => readonly T[] | undefined) => layers.flatMap((layer) => list(layer) ?? []);
  return {
    ...(tenancyOf("scope", nearest(scopes, "tenancy")) ??
      tenancyOf("option", config.tenancyOption) ??
      tenancyOf("config", config.tenancy)),
    audience: nearest(layers, "audience") ?? "self",
    accounts: {
      own: all(({ accounts }) => accounts?.own),
      organization: all(({ accounts }) => accounts?.organization),
      organizationParameters: all(({ accounts }) => accounts?.organizationParameters),
    },
    organizationIds: all(({ organizationIds }) => organizationIds),
    vendors: all(({ vendors }) => vendors),
    parameters: Object.assign(Object.create(null), ...layers.map(({ parameters }) => parameters)),
    rules: layers.reduce(withRules, Object.create(null)),
    preset: presetOf(layers),
  };
}

/** Equal for files of the same settings. */
export function scopesKey(config: Config, file: string): string {
  return JSON.stringify((config.scopes ?? []).map(({ files }) => matchesFile(config, files, file)));
}

function nearest<K extends "tenancy" | "audience">(layers: readonly Settings[], key: K): Settings[K] | undefined {
  return layers.findLast((layer) => layer[key] !== undefined)?.[key];
}

function tenancyOf(tenancyFrom: NonNullable<FileSettings["tenancyFrom"]>, tenancy: Tenancy | undefined) {
  return tenancy === undefined ? undefined : { tenancy, tenancyFrom };
}

const PRESET = "preset";

function presetOf(layers: readonly Settings[]): Preset {
  const preset = layers.findLast(({ rules }) => rules?.[PRESET] !== undefined)?.rules?.[PRESET];
  return preset === "all" ? preset : "trust";
}

/** Does the word under `rules` name a rule? */
export function isRuleName(word: string): boolean {
  return word !== PRESET;
}

/** Rule by rule: a scope that gives a severity leaves the rest of the rule's setting as it was. */
function withRules(rules: FileSettings["rules"], layer: Settings): FileSettings["rules"] {
  const merged = Object.assign(Object.create(null), rules);
  for (const [id, setting] of Object.entries(layer.rules ?? {})) {
    if (isRuleName(id)) merged[id] = { ...merged[id], ...normalized(setting as RuleSettings) };
  }
  return merged;
}

type RuleSettings = Exclude<NonNullable<Settings["rules"]>[string], Preset>;

function normalized(setting: RuleSettings): FileRuleSetting {
  if (typeof setting !== "object") return { severity: setting || "off" };
  const { severity, ...rest } = setting;
  return severity === undefined ? rest : { ...rest, severity: severity || "off" };
}
