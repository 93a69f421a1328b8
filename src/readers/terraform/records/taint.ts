// The secrets of a plan or state: values that Terraform marks, and every text that repeats one.

import { entry, isList, isObject, type Json, type JsonObject } from "../../../text/document.ts";
import type { Instance } from "./state-instances.ts";

/** Values that may not be shown. */
export interface Secrets {
  /** Does a text, or a text inside the value, hold a secret? A text that is JSON counts as what it says. */
  touch(json: Json | undefined): boolean;
}

/** Shorter secrets occur in other words by chance: they count only where they are a whole text. */
const TELLING = 8;
/** Deeper than any plan. Values below are not looked at; where marks go deeper, everything below counts as marked. */
const DEEPEST = 200;

/** Is an attribute marked, or a part of it? `marks` are those of the whole resource. */
export function isMarkedAt(marks: Json | undefined, attribute: string): boolean {
  return marks === true || isMarked(entry(marks, attribute));
}

/** Is a part marked? `marks` is `after_sensitive` and the like: true, or an object or list that says it of the parts. */
export function isMarked(marks: Json | undefined, depth = 0): boolean {
  if (marks === true || depth > DEEPEST) return true;
  return childrenOf(marks).some((each) => isMarked(each, depth + 1));
}

/** The texts of a value that its marks say are secret. */
export function markedTexts(json: Json | undefined, marks: Json | undefined): readonly string[] {
  if (marks === true) return secretTexts(json);
  if (isList(marks)) return marks.flatMap((each, index) => markedTexts(entry(json, index), each));
  if (!isObject(marks)) return [];
  return Object.keys(marks).flatMap((key) =>
    markedTexts(entry(json, isList(json) ? Number(key) : key), entry(marks, key)),
  );
}

/** The secrets of a resource or data source. What a policy document makes of them bears no mark of its own. */
export function instanceTexts({
  type,
  attributes,
  marks,
}: Pick<Instance, "type" | "attributes" | "marks">): readonly string[] {
  const secret = marks();
  if (!isMarked(secret)) return [];
  const made = type === "aws_iam_policy_document" ? secretTexts(entry(attributes(), "json")) : [];
  return [...markedTexts(attributes(), secret), ...made];
}

/** The secrets of outputs by their names, of a state in either form. */
export function outputTexts(outputs: Json | undefined): readonly string[] {
  return childrenOf(outputs)
    .filter((output) => entry(output, "sensitive") === true)
    .flatMap((output) => secretTexts(entry(output, "value")));
}

/** Of blocks of an aws_iam_policy_document: what they are known by, and the arguments of which one may be the secret. The others say what every policy says. */
const BLOCKS: readonly { readonly has: readonly string[]; readonly tells: readonly string[] }[] = [
  { has: ["test", "variable", "values"], tells: ["values"] },
  { has: ["type", "identifiers"], tells: ["identifiers"] },
  { has: ["effect", "principals", "condition"], tells: ["sid", "principals", "not_principals", "condition"] },
];

/** The texts of a secret value. A JSON text is one as a whole; its parts are too, but of a policy only the external IDs. */
export function secretTexts(json: Json | undefined, depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  if (typeof json === "string") {
    const inner = parsed(json);
    return [json, ...(inner === undefined ? [] : [canonical(inner), ...secretTexts(inner, depth + 1)])];
  }
  if (isObject(json)) {
    if (entry(json, "Statement") !== undefined) return externalIds(json);
    const block = BLOCKS.find(({ has }) => has.every((key) => entry(json, key) !== undefined));
    return (block?.tells ?? Object.keys(json)).flatMap((key) => secretTexts(entry(json, key), depth + 1));
  }
  return isList(json) ? json.flatMap((each) => secretTexts(each, depth + 1)) : scalarTexts(json);
}

function externalIds(policy: JsonObject): readonly string[] {
  return childrenOf(entry(policy, "Statement"))
    .flatMap((statement) => childrenOf(entry(statement, "Condition")))
    .flatMap((keys) =>
      isObject(keys)
        ? Object.keys(keys).flatMap((key) => (/^sts:externalid$/i.test(key) ? textsIn(entry(keys, key)) : []))
        : [],
    );
}

/** Every text and number in a value, also in texts that are JSON themselves. */
export function textsIn(json: Json | undefined, depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  if (typeof json !== "string") {
    return [...scalarTexts(json), ...childrenOf(json).flatMap((each) => textsIn(each, depth + 1))];
  }
  const inner = parsed(json);
  return inner === undefined ? [json] : [json, canonical(inner), ...textsIn(inner, depth + 1)];
}

/** `texts` are secret, also as parts of others. */
export function secretsOf(texts: Iterable<string>): Secrets {
  const words = new Set<string>();
  const byBeginning = new Map<string, string[]>();
  for (const text of texts) {
    const word = text.trim();
    if (word === "" || words.has(word)) continue;
    words.add(word);
    if (word.length < TELLING) continue;
    const beginning = word.slice(0, TELLING);
    const known = byBeginning.get(beginning);
    if (known === undefined) byBeginning.set(beginning, [word]);
    else known.push(word);
  }

  function within(text: string): boolean {
    if (words.has(text.trim())) return true;
    for (let start = 0; start + TELLING <= text.length; start += 1) {
      const beginners = byBeginning.get(text.slice(start, start + TELLING));
      if (beginners?.some((word) => text.startsWith(word, start))) return true;
    }
    return false;
  }

  return { touch: (json) => words.size > 0 && textsIn(json).some(within) };
}

function scalarTexts(json: Json | undefined): readonly string[] {
  return typeof json === "number" ? [`${json}`] : [];
}

/** Two JSON texts that say the same are written alike, whatever wrote them. */
function canonical(json: Json, depth = 0): string {
  if (depth > DEEPEST) return "";
  if (isList(json)) return `[${json.map((each) => canonical(each, depth + 1)).join()}]`;
  if (!isObject(json)) return JSON.stringify(json);
  const keys = Object.keys(json).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(entry(json, key) ?? null, depth + 1)}`).join()}}`;
}

function childrenOf(json: Json | undefined): readonly Json[] {
  if (isList(json)) return json;
  return isObject(json) ? Object.keys(json).map((key) => entry(json, key) ?? null) : [];
}

function parsed(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
