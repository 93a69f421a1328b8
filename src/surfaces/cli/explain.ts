// The command `explain`: a rule's file, told in the terminal.

import { premises, WHO_IS_WHO } from "../../rules/example.ts";
import type { Example, Rule } from "../../rules/rule.ts";
import type { Host } from "../host.ts";
import { placesOf } from "../places.ts";
import type { Arguments } from "./arguments.ts";
import { loadConfig } from "./config.ts";
import { ruleNamed } from "./selection.ts";
import { Stop } from "./stop.ts";

/** Throws Stop if there is no such rule. */
export function explain(given: Arguments, host: Host): 0 {
  const [id, ...more] = given.positionals;
  if (id === undefined || more.length > 0) {
    throw new Stop({ message: "'explain' takes the id of one rule", help: "'unconfused rules' lists them" });
  }
  const { rules } = loadConfig(given, host, placesOf(host));
  host.write("stdout", `${explanation(ruleNamed(id, rules))}\n`);
  return 0;
}

function explanation(rule: Rule): string {
  const { id, severity, title, why, fix, references, examples, cwe } = rule;
  return [
    `${id} (${severity}): ${title}`,
    why.trim(),
    ...example("Bad", examples.bad[0]),
    ...example("Good", examples.good[0]),
    WHO_IS_WHO,
    `How to fix it\n\n${fix.trim()}`,
    [
      "See also",
      "",
      ...references,
      ...cwe.map((number) => `https://cwe.mitre.org/data/definitions/${number}.html`),
    ].join("\n"),
  ].join("\n\n");
}

function example(kind: string, one: Example | undefined): readonly string[] {
  if (one === undefined) return [];
  return [
    `${kind}: ${one.name}\n\n${indented(one.policy)}`,
    ...premises(one).map(([words, value]) => `${words}:\n\n${indented(value)}`),
  ];
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^/gm, "    ");
}
