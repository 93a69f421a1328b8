// What the policies of a template's resources come to, judged one after the other as a run does.

import { posix } from "node:path";
import type { Config } from "../../../src/config/config.ts";
import { settingsFor } from "../../../src/config/scopes.ts";
import { fingerprints } from "../../../src/findings/fingerprint.ts";
import { formOf } from "../../../src/findings/judging/forms.ts";
import { judging, type Known } from "../../../src/findings/judging/policies.ts";
import type { PolicyResult, ToldFinding } from "../../../src/findings/results.ts";
import { budgets } from "../../../src/iam/patterns/budget.ts";
import { policiesOf } from "../../../src/policies/find.ts";
import { allowanceFor } from "../../../src/readers/allowance.ts";
import { readInputs } from "../../../src/readers/inputs.ts";
import type { Resource } from "../../../src/readers/reader.ts";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import type { Json } from "../../../src/text/document.ts";
import { originKey } from "../../../src/values/value.ts";

export interface Run {
  readonly resources: readonly Resource[];
  /** In the order in which they are given, each known to those after it. */
  judge(resources: readonly Resource[], known?: Known): readonly ReturnType<typeof withoutAgain>[];
  /** Once these are judged, is the trust policy of another resource told by one of theirs? */
  isToldBy(resources: readonly Resource[], other: Resource): boolean;
}

export function runOn(template: Json, config: Config, rules: readonly Rule[] = builtinRules()): Run {
  return runOnFiles([{ path: "t.json", content: JSON.stringify(template) }], config, rules);
}

export function runOnFiles(
  given: readonly { readonly path: string; readonly content: string }[],
  config: Config,
  rules: readonly Rule[] = builtinRules(),
): Run {
  const deployment = { given: new Map(), owners: new Map() };
  const filesIn = (folder: string) => given.flatMap(({ path }) => (posix.dirname(path) === folder ? [path] : []));
  const readFile = (name: string) => given.find(({ path }) => path === name)?.content;
  const files = readInputs(given, { readFile, filesIn, deployment: () => deployment });
  const characters = given.reduce((sum, { content }) => sum + content.length, 0);
  const run = (known: Known = new Map()) => {
    const { of: fingerprint } = fingerprints();
    const allowance = allowanceFor(characters);
    const terms = { config, rules, files, known, fingerprint, allowance, shares: { pool: 300_000 } };
    return { known, judge: judging(terms)("t.json", settingsFor(config, "t.json")) };
  };
  return {
    resources: files.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)),
    judge(resources, known) {
      const { judge } = run(known);
      return resources.flatMap((one) => judge(one).map(withoutAgain));
    },
    isToldBy(resources, other) {
      const { known, judge } = run();
      for (const one of resources) judge(one);
      const [check] = known.values();
      const { owe } = budgets({ pool: 0 })("t.json");
      const telling = { strict: config.strict === true, fingerprint: () => "", hasComments: () => false };
      return policiesOf(other).some(
        (policy) => check !== undefined && formOf(policy, check(policy), telling)?.result(notAgain, owe) !== undefined,
      );
    },
  };
}

function notAgain(): never {
  throw new Error("judged again");
}

/** Its policies have to be evaluated. */
export function unwritten(resource: Resource): Resource {
  return { ...resource, written: () => undefined };
}

function withoutAgain({ again: _, alike: _alike, resource: { id }, findings, ...rest }: PolicyResult) {
  const placesIn = ({ statement }: ToldFinding) =>
    statement && [statement.origin, ...statement.others()].map((origin) => originKey(origin));
  return { ...rest, id, findings: findings.map(({ finding }) => finding), statements: findings.map(placesIn) };
}
