// The command `new-rule`: writes a rule file to start from, with comments on what to change.

import { join } from "node:path";
import { tool } from "../../../findings/tool.ts";
import { builtinRules } from "../../../rules/files/builtin.ts";
import { namesOf } from "../../../rules/rule.ts";
import type { Host } from "../../host.ts";
import { located, named, placesOf } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { requireWithin } from "../outputs/outputs.ts";
import { printNote } from "../screen.ts";
import { Stop, stopOnProblem } from "../stop.ts";

/** As the schema has it. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Throws Stop on what is no id, is one of a rule, or has a file already. */
export function newRule(given: Arguments, host: Host): 0 {
  const [id, folder = ".", ...more] = given.positionals;
  if (id === undefined || more.length > 0) {
    throw new Stop({ message: "'new-rule' takes an id, and a folder", help: "unconfused new-rule our-rule our-rules" });
  }
  if (!ID.test(id)) {
    const help = "it is lower-case words joined by hyphens, such as our-rule";
    throw new Stop({ message: `'${id}' is no id of a rule`, help });
  }
  if (builtinRules().some((rule) => namesOf(rule).includes(id))) {
    throw new Stop({ message: `there is a rule ${id} already`, help: "choose another id" });
  }
  const here = placesOf(host);
  const path = join(located(here, folder), `${id}.yaml`);
  const name = named(here, path);
  if (host.kindOf(path) !== undefined) {
    throw new Stop({ message: "this file is there already", help: "choose another id or folder", file: name });
  }
  stopOnProblem(name, () => requireWithin(path, host));
  stopOnProblem(name, () => host.save(path, scaffold(id)));
  printNote(host, `${name} is written: change it, and run 'unconfused test-rules ${folder}'`);
  return 0;
}

function scaffold(id: string): string {
  return `# yaml-language-server: $schema=${tool.schemas}/rule.schema.json
id: ${id}
title: A role can be assumed from an account that is not ours
severity: medium                  # low, medium, high, critical
precision: high                   # how seldom a finding is a false alarm
policy: trust

why: |
  Say what goes wrong where the rule finds something, and for whom.
fix: |
  Say in the first sentence what to do about it.

# Requests that must be denied. A map is "and", a list is "or"; what is left out is free.
deny:
  - request:
      caller: { is: $thirdParty }
    message: "{caller} can assume {resource}"

# Each bad example has one finding, at the place that \`at\` points to; a good one has none.
examples:
  bad:
    - name: a vendor's account
      at: /Statement/0/Principal/AWS
      policy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::444455556666:root }
            Action: sts:AssumeRole
  good:
    - name: our own account
      policy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::999988887777:root }
            Action: sts:AssumeRole
`;
}
