// The command `rules`: lists the rules, as text or JSON.

import { printable, printableJson } from "../../../reporters/screen.ts";
import type { Host } from "../../host.ts";
import { placesOf } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { loadConfig } from "../options/config.ts";
import { Stop } from "../stop.ts";

/** Throws Stop on an operand, and on a configuration or a rule that cannot be read. */
export function rules(given: Arguments, host: Host): 0 {
  const [surplus] = given.positionals;
  if (surplus !== undefined) {
    throw new Stop({
      message: `'rules' takes no ${surplus}`,
      help: "write 'unconfused rules' alone, or 'unconfused explain RULE' for one rule",
    });
  }
  const format = given.value("format");
  const { rules } = loadConfig(given, host, placesOf(host));
  const rows = [...rules]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, title, severity, preset, enabled = true, policy, aliases = [] }) => ({
      id,
      title,
      severity,
      ...(preset && { preset }),
      enabled,
      policy: [policy].flat(),
      aliases,
    }));
  const width = Math.max(...rows.map(({ id }) => id.length));
  const text = rows.map(
    ({ id, severity, preset, enabled, title }) =>
      `${id.padEnd(width)}  ${(enabled ? severity : "off").padEnd(8)}  ${printable(title)}${preset ? ` (low unless preset: ${preset})` : ""}\n`,
  );
  host.write("stdout", format === "json" ? printableJson(rows) : text.join(""));
  return 0;
}
