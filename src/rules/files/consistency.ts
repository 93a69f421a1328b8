// What a rule file says that no schema can check: names that must agree, placeholders that must exist, pointers that must lead somewhere.

import { at, isList, isObject, type Json, type Path } from "../../text/document.ts";
import { nearest } from "../../text/nearest.ts";
import { pathOf } from "../../text/paths.ts";
import { type Example, type Rule, UNUSED_IGNORE } from "../rule.ts";
import type { Mistake } from "./mistake.ts";
import { unsupportedIn } from "./unsupported.ts";

const PLACEHOLDERS = ["caller", "account", "vendor", "resource", "key", "value", "flaw"];
const FUNCTIONS = ["Fn::Sub", "Fn::If"];

/** `name` is the file's, without folder and ending. */
export function* mistakesIn(rule: Rule, name: string): Generator<Mistake> {
  if (rule.id !== name) {
    const message = `the rule is called "${rule.id}" and its file "${name}"`;
    yield { message, help: "give both the same name", path: ["id"] };
  }
  const { deny = [], admit = [], require: shapes = [] } = rule;
  if (deny.length + admit.length + shapes.length === 0 && rule.id !== UNUSED_IGNORE) {
    yield { message: "the rule asks nothing", help: "add deny, admit or require", path: [] };
  }
  yield* unsupportedIn(rule);
  for (const [key, questions] of Object.entries({ deny, admit, require: shapes })) {
    for (const [index, { message }] of questions.entries()) yield* placeholders(message, [key, index, "message"]);
  }
  for (const [kind, examples = []] of Object.entries(rule.examples)) {
    for (const [index, example] of examples.entries()) yield* inExample(example, ["examples", kind, index]);
  }
}

function* placeholders(message: string, path: Path): Generator<Mistake> {
  for (const [written, word = ""] of message.matchAll(/\{([^{}]*)\}/g)) {
    if (PLACEHOLDERS.includes(word)) continue;
    const meant = nearest(word, PLACEHOLDERS);
    const known = PLACEHOLDERS.map((each) => `{${each}}`).join(" ");
    const help = meant === undefined ? `there are ${known}` : `did you mean {${meant}}?`;
    yield { message: `there is no placeholder ${written}`, help, path };
  }
}

function* inExample({ policy, at: pointer }: Example, path: Path): Generator<Mistake> {
  yield* unreadableWords(policy, [...path, "policy"]);
  if (pointer === undefined) return;
  const steps = pathOf(pointer, policy);
  const lost = steps.findIndex((_, index) => at(policy, steps.slice(0, index + 1)) === undefined);
  if (lost < 0) return;
  const message = `${pointer} leads nowhere: it ends before "${steps[lost]}"`;
  yield { message, help: "write a JSON Pointer into this example's policy", path: [...path, "at"] };
}

/** An example must be sayable in every input format, so it has few words of its own. */
function* unreadableWords(value: Json, path: Path): Generator<Mistake> {
  if (isList(value)) for (const [index, item] of value.entries()) yield* unreadableWords(item, [...path, index]);
  if (!isObject(value)) return;
  const keys = Object.keys(value);
  for (const key of keys) {
    const place = { path: [...path, key], what: "key" } as const;
    if (key.startsWith("Fn::") && !FUNCTIONS.includes(key)) {
      yield { message: `an example cannot use ${key}`, help: "write Ref, Fn::Sub, Fn::If or $unknown", ...place };
    } else if (key.startsWith("$") && (key !== "$unknown" || keys.length > 1)) {
      yield { message: `"${key}" means nothing here`, help: "what is not known is {$unknown: why}", ...place };
    } else {
      yield* unreadableWords(value[key] as Json, place.path);
    }
  }
}
