// The request of a finding, as a person would write it down.

import type { TriedRequest } from "../iam/decision/trial.ts";
import type { Caller } from "../iam/evaluation/caller.ts";
import { type Condition, isKnownCondition } from "../iam/language/condition.ts";
import type { Document } from "../iam/language/document.ts";
import { conditionKey } from "../iam/language/keys.ts";
import { isVariable, type Variable } from "../iam/language/variables.ts";
import { firstHole } from "../iam/patterns/hole.ts";
import type { Words } from "../iam/patterns/words.ts";
import { isDoubt } from "../values/doubt.ts";
import type { Request } from "./report.ts";

/** `named`: keys that the rule's class names, as it writes them. Other keys stand only where a condition reads them. */
export function requestOf(
  { caller, action, context }: TriedRequest,
  document: Document,
  named: readonly string[],
): Request {
  const { words } = document;
  const shown: Record<string, string | readonly string[]> = {};
  const absent: string[] = [];
  for (const [key, written] of keysRead(document, named)) {
    const values = (context.get(key)?.values ?? []).map((word) => words.show(word));
    const [only] = values;
    if (only !== undefined) shown[written] = values.length === 1 ? only : values;
    else if (context.has(key) && isOpen(key)) absent.push(written);
  }
  return {
    principal: principalOf(caller, words),
    ...(caller.session === undefined ? {} : { session: words.show(caller.session) }),
    action,
    context: shown,
    absent,
  };
}

/** Where deployment decides more than the account, it may be an ARN: none is written around it. */
function principalOf({ uniqueId, hole, account, arn }: Caller, words: Words): string {
  if (uniqueId !== undefined) return words.show(uniqueId);
  const byDefault = words.defaultOf(account);
  if (byDefault?.whole) return `\${${byDefault.name}}`;
  if (byDefault !== undefined) return words.show(arn).replace(account, () => `\${${byDefault.name}}`);
  const inAccount = firstHole(account, words);
  return hole !== undefined && inAccount !== undefined && inAccount.id !== hole.id
    ? `\${${hole.name}}`
    : words.show(arn);
}

/** Lower-case key → as written, the class's own first. */
function keysRead(document: Document, named: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map(named.map((key) => [key.toLowerCase(), key]));
  for (const [key, written] of keysIn(document)) if (!keys.has(key)) keys.set(key, written);
  return keys;
}

/** Many requests of a policy may be told. */
const known = new WeakMap<Document["statements"], ReadonlyMap<string, string>>();

function keysIn({ statements }: Document): ReadonlyMap<string, string> {
  const found = known.get(statements);
  if (found !== undefined) return found;
  const keys = new Map<string, string>();
  known.set(statements, keys);
  for (const { conditions } of statements) {
    for (const condition of conditions.filter(isKnownCondition)) {
      const written = condition.written.split(" ").slice(1).join(" ");
      if (!keys.has(condition.key)) keys.set(condition.key, written);
      for (const variable of variablesIn(condition))
        if (!keys.has(variable.key)) keys.set(variable.key, variable.written);
    }
  }
  return keys;
}

/** What a condition's policy variables stand for decides as well. */
function variablesIn({ values }: Condition): Variable[] {
  return isDoubt(values) ? [] : values.flatMap(({ template }) => template.filter(isVariable));
}

/** That a key is absent is worth saying where the caller could have sent it; one of which nothing was decided does not matter. */
function isOpen(key: string): boolean {
  const control = conditionKey(key)?.control;
  return control === undefined || control === "caller" || control === "network";
}
