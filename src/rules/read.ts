// Rule files into rules: each held against the schema and against its own words, then all of them against each other.

import type { Document } from "../text/document.ts";
import { nearest } from "../text/nearest.ts";
import { Problem } from "../text/problem.ts";
import { faultIn, placeOf } from "../text/schema-faults.ts";
import { parseWritten } from "../text/written.ts";
import { type Mistake, mistakesIn } from "./meaning.ts";
import type { Rule } from "./rule.ts";
import { validate } from "./validate.generated.js";

export class RuleError extends Problem {
  override readonly name = "RuleError";
  readonly file: string;

  constructor(file: string, { message, help, line = 1, column = 1 }: Problem) {
    super(message, help, { line, column });
    this.file = file;
  }
}

export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

interface Written {
  readonly path: string;
  readonly document: Document;
  readonly rule: Rule;
}

/** The rules of `files`, which stand beside `others`. Throws RuleError. */
export function readRules(files: readonly RuleFile[], others: readonly Rule[]): Rule[] {
  const written = files.map(readRule);
  const owners = new Map(others.flatMap((rule) => namesOf(rule).map(({ name }) => [name, "built in"])));
  for (const each of written) {
    for (const { name, path } of namesOf(each.rule)) {
      const owner = owners.get(name);
      if (owner !== undefined) {
        const message = `a rule called "${name}" exists already: ${owner}`;
        throw mistaken(each, { message, help: "choose another name", path });
      }
      owners.set(name, each.path);
    }
  }
  for (const each of written) {
    for (const [index, id] of (each.rule.yieldsTo ?? []).entries()) {
      if (owners.has(id)) continue;
      const meant = nearest(id, owners.keys());
      const help = meant === undefined ? "'unconfused rules' lists them all" : `did you mean ${meant}?`;
      throw mistaken(each, { message: `no rule is called "${id}"`, help, path: ["yieldsTo", index] });
    }
  }
  return written.map(({ rule }) => rule);
}

function namesOf({ id, aliases = [] }: Rule) {
  return [{ name: id, path: ["id"] }, ...aliases.map((name, index) => ({ name, path: ["aliases", index] }))];
}

function readRule({ path, text }: RuleFile): Written {
  const document = read(path, text);
  const fault = faultIn(document, validate);
  if (fault !== undefined) throw new RuleError(path, fault);
  const written = { path, document, rule: document.value as unknown as Rule };
  const [mistake] = mistakesIn(written.rule, path.replace(/^.*\//, "").replace(/\.ya?ml$/, ""));
  if (mistake !== undefined) throw mistaken(written, mistake);
  return written;
}

function read(path: string, text: string): Document {
  try {
    const document = parseWritten(path, text);
    if (document !== undefined) return document;
  } catch (thrown) {
    throw thrown instanceof Problem ? new RuleError(path, thrown) : thrown;
  }
  throw new RuleError(path, new Problem("an empty file is no rule", "write the rule, or remove the file"));
}

function mistaken({ path: file, document }: Written, { message, help, path, what }: Mistake): RuleError {
  return new RuleError(file, new Problem(message, help, placeOf(document, path, what)));
}
