// The command `test-rules`: the examples inside somebody's rule files are run, and those that do not come out as they should are told.

import { runExamples } from "../examples/run.ts";
import type { Host } from "../host.ts";
import { located, placesOf } from "../places.ts";
import type { Arguments } from "./arguments.ts";
import { filesOfRules, readRules } from "./config.ts";
import { Stop } from "./stop.ts";

/** 1: an example failed. Throws Stop on a rule that cannot be read. */
export function testRules(given: Arguments, host: Host): 0 | 1 {
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) {
    throw new Stop({ message: "'test-rules' takes one folder", help: "name the folder of your rule files" });
  }
  const places = placesOf(host);
  const rules = readRules(filesOfRules(located(places, path), host, places), host, places);
  const { run, failures } = runExamples(rules, rules);
  for (const { rule, expectation, example, form, message } of failures) {
    host.write("stdout", `${rule}: ${expectation} example "${example}" as ${form}: ${message}\n`);
  }
  const outcome = failures.length === 0 ? "all as they should" : `${failures.length} not as they should`;
  const count = rules.length === 1 ? "1 rule" : `${rules.length} rules`;
  host.write("stdout", `${run} examples of ${count}: ${outcome}\n`);
  return failures.length === 0 ? 0 : 1;
}
