// What the policies of a template's resources come to, judged one after the other as a run does.

import type { Config } from "../../../src/config/config.ts";
import { settingsFor } from "../../../src/config/scopes.ts";
import { fingerprints } from "../../../src/findings/fingerprint.ts";
import { judging } from "../../../src/findings/judging/policies.ts";
import type { PolicyResult } from "../../../src/findings/results.ts";
import { allowanceFor } from "../../../src/readers/allowance.ts";
import { readInputs } from "../../../src/readers/inputs.ts";
import type { Resource } from "../../../src/readers/reader.ts";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import type { Json } from "../../../src/text/document.ts";

export interface Run {
  readonly resources: readonly Resource[];
  /** In the order in which they are given, each known to those after it. */
  judge(resources: readonly Resource[]): readonly ReturnType<typeof withoutAgain>[];
}

export function runOn(template: Json, config: Config, rules: readonly Rule[] = builtinRules()): Run {
  const content = JSON.stringify(template);
  const deployment = { given: new Map(), owners: new Map() };
  const files = readInputs([{ path: "t.json", content }], { readFile: () => undefined, deployment: () => deployment });
  return {
    resources: files.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)),
    judge(resources) {
      const { of: fingerprint } = fingerprints();
      const allowance = allowanceFor(content.length);
      const terms = { config, rules, files, known: new Map(), fingerprint, allowance, shares: { pool: 300_000 } };
      const judge = judging(terms)("t.json", settingsFor(config, "t.json"));
      return resources.flatMap((one) => judge(one).map(withoutAgain));
    },
  };
}

/** Its policies have to be evaluated. */
export function unwritten({ written: _, ...resource }: Resource): Resource {
  return resource;
}

function withoutAgain({ again: _, resource: { id }, findings, ...rest }: PolicyResult) {
  return { ...rest, id, findings: findings.map(({ finding }) => finding) };
}
