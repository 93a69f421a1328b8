// Every good example of the rules on tokens, services and anyone, made weaker in every way: what brute force finds allowed is told.

import { describe, expect, test } from "vitest";
import { configFor } from "../../../src/rules/example.ts";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { weakenings } from "../../rules/weakenings.ts";
import type { CallPolicy } from "./call.ts";
import { missed, reportOn } from "./compare.ts";
import { KINDS } from "./kinds.ts";

describe.each(KINDS)("$rule", (kind) => {
  const rule = builtinRules().find(({ id }) => id === kind.rule);
  const examples = (rule?.examples.good ?? []).filter(({ policy }) => !/"(?:Ref|Fn::)/.test(JSON.stringify(policy)));
  test.each(examples)("weaker: $name", (example) => {
    if (rule === undefined) return;
    for (const { policy, change } of weakenings(example.policy as unknown as CallPolicy)) {
      const weaker = policy as CallPolicy;
      const on = kind.on === "sts" ? kind : { ...kind, on: example.carrier ?? "s3" };
      const report = reportOn(weaker, on, configFor(rule, example));
      expect(missed(weaker, report, on), `${change} ${JSON.stringify(weaker)}`).toBeUndefined();
    }
  });
});
