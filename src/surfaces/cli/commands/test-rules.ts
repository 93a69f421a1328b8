// The command `test-rules`: runs the examples in rule files, and reports those that fail.

import { forms } from "../../../examples/forms.ts";
import { runExamples } from "../../../examples/run.ts";
import { printable } from "../../../reporters/screen.ts";
import type { Host } from "../../host.ts";
import { located, placesOf } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { filesOfRules, readRules } from "../options/config.ts";
import { Stop } from "../stop.ts";

/** 1: an example failed. Throws Stop on a rule that cannot be read. */
export function testRules(given: Arguments, host: Host): 0 | 1 {
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) {
    throw new Stop({ message: "'test-rules' takes one folder", help: "name the folder of your rule files" });
  }
  const places = placesOf(host);
  const rules = readRules(filesOfRules(located(places, path), host, places), host, places);
  const { examples, failures } = runExamples(rules, rules);
  for (const { rule, expectation, example, message, forms: failing } of failures) {
    const where = failing.length === forms.length ? "every format" : failing.join(", ");
    host.write("stdout", `${printable(`${rule}: ${expectation} example "${example}": ${message} (in ${where})`)}\n`);
  }
  const failed = new Set(failures.map(({ rule, expectation, example }) => `${rule} ${expectation} ${example}`)).size;
  const outcome = failed === 0 ? "all as they should" : `${failed} not as they should`;
  const count = rules.length === 1 ? "1 rule" : `${rules.length} rules`;
  host.write("stdout", `${examples} examples of ${count} in ${forms.length} formats: ${outcome}\n`);
  return failures.length === 0 ? 0 : 1;
}
