// The rules that tell what an edit breaks: they are asked of it also where a run does not ask them.

import type { Config, Settings } from "./config.ts";

const GUARDS: ReadonlySet<string> = new Set(["dead-grant", "invalid-policy"]);

/** The configuration itself, where it asks them. */
export function withGuards(config: Config): Config {
  const { scopes = [] } = config;
  if ([config, ...scopes].every((settings) => guarded(settings) === settings)) return config;
  return { ...guarded(config), ...(config.scopes && { scopes: config.scopes.map(guarded) }) };
}

function guarded<T extends Settings>(settings: T): T {
  const { rules } = settings;
  if (rules === undefined) return settings;
  const left = Object.entries(rules).filter(([id, setting]) => !(GUARDS.has(id) && isOff(setting)));
  return left.length === Object.keys(rules).length ? settings : { ...settings, rules: Object.fromEntries(left) };
}

function isOff(setting: NonNullable<Settings["rules"]>[string]): boolean {
  const severity = typeof setting === "object" ? setting.severity : setting;
  return severity === "off" || severity === false;
}
