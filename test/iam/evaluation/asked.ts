// One condition asked of one request: of the engine, and of the brute force that checks it.

import { meets } from "../../../src/iam/evaluation/condition.ts";
import type { Context } from "../../../src/iam/evaluation/context.ts";
import type { Condition } from "../../../src/iam/language/condition.ts";
import { operatorUse } from "../../../src/iam/language/operators.ts";
import { template } from "../../../src/iam/language/variables.ts";
import { words } from "../../../src/iam/patterns/words.ts";
import { parse } from "../../../src/text/parse.ts";
import { source } from "../../../src/text/source.ts";
import { isDoubt } from "../../../src/values/doubt.ts";
import { meets as meetsByBruteForce } from "../../oracle/conditions.ts";
import { list, type Request, type Texts } from "../../oracle/request.ts";

/** "unknown": AWS does not define it, or nobody can tell. */
export type Met = boolean | "unknown";

/** What a request carries besides what follows from its caller: lower-case key to values. */
export type Sent = Readonly<Record<string, Texts>>;

const [document] = parse(source("condition.json", "{}")).documents;

/** The engine's answer. `version`: of the policy. */
export function engine(operator: string, key: string, listed: Texts, sent: Sent, version = "2012-10-17"): Met {
  const use = operatorUse(operator);
  if (use === undefined || document === undefined) return "unknown";
  const { wildcards = false, variables = false } = use.operator;
  const values = list(listed).map((word) => ({
    ...{ word, byDefault: false, origin: { document, path: [] } },
    template: template(word, wildcards, version === "2012-10-17" && variables === true),
  }));
  const condition: Condition = {
    use,
    key: key.toLowerCase(),
    name: key,
    values,
    written: `${operator} ${key}`,
    origin: { document, path: [] },
    operatorOrigin: { document, path: [] },
  };
  const context: Context = new Map(
    Object.entries(sent).map(([name, texts]) => [name, { values: list(texts), fresh: false }]),
  );
  const answer = meets(condition, context, words("aws"));
  return isDoubt(answer) ? "unknown" : answer;
}

/** The same by brute force. */
export function bruteForce(operator: string, key: string, listed: Texts, sent: Sent, version = "2012-10-17"): Met {
  const request: Request = {
    principal: "arn:aws:iam::444455556666:role/Vendor",
    session: "some-session",
    uniqueId: "AROASOMEBODYSOMEBODY1",
    time: 0,
    sends: sent,
  };
  return meetsByBruteForce(operator, key, listed, request, version === "2012-10-17") ?? "unknown";
}
