// Rule files into rules: each held against the schema and against its own words, then all of them against each other.

import type { Document } from "../../text/document.ts";
import { givenDocument } from "../../text/given.ts";
import { nearest } from "../../text/nearest.ts";
import { Problem } from "../../text/problem.ts";
import { faultIn, placeOf } from "../../text/schema-faults.ts";
import { parseUserFile } from "../../text/user-file.ts";
import { validate } from "../generated/rule-schema.js";
import type { Rule } from "../rule.ts";
import { mistakesIn } from "./consistency.ts";
import type { Mistake } from "./mistake.ts";

export class RuleError extends Problem {
  override readonly name = "RuleError";
  readonly file: string;

  constructor(file: string, { message, help, line, column }: Problem) {
    super(message, help, line === undefined || column === undefined ? undefined : { line, column });
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
  requireAgreement(written, others);
  return written.map(({ rule }) => {
    read.add(rule);
    return rule;
  });
}

/** What was read from files, which need not be held against the schema again. */
const read = new WeakSet<Rule>();

/** The same of rules that a program gives: `rules[0]` names the first. Throws RuleError. */
export function requireRules(rules: unknown, others: readonly Rule[]): asserts rules is readonly Rule[] {
  if (!Array.isArray(rules)) {
    throw new RuleError("rules", new Problem("rules is not a list", "give what loadRules returns"));
  }
  const written = rules.map((rule: Rule, index): Written => {
    const given = { path: `rules[${index}]`, document: givenDocument(rule), rule };
    return typeof rule === "object" && rule !== null && read.has(rule) ? given : valid(given, rule?.id);
  });
  requireAgreement(written, others);
}

/** Names that stand twice, and rules to yield to that there are not. */
function requireAgreement(written: readonly Written[], others: readonly Rule[]): void {
  const owners = new Map(others.flatMap((rule) => namedIn(rule).map(({ name }) => [name, "built in"])));
  for (const each of written) {
    for (const { name, path } of namedIn(each.rule)) {
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
}

function namedIn({ id, aliases = [] }: Rule) {
  return [{ name: id, path: ["id"] }, ...aliases.map((name, index) => ({ name, path: ["aliases", index] }))];
}

function readRule({ path, text }: RuleFile): Written {
  const document = parsed(path, text);
  const name = path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  return valid({ path, document, rule: document.value as unknown as Rule }, name);
}

function valid(written: Written, name: string): Written {
  const fault = faultIn(written.document, validate);
  if (fault !== undefined) throw new RuleError(written.path, fault);
  const [mistake] = mistakesIn(written.rule, name);
  if (mistake !== undefined) throw mistaken(written, mistake);
  return written;
}

function parsed(path: string, text: string): Document {
  try {
    const document = parseUserFile(path, text);
    if (document !== undefined) return document;
  } catch (thrown) {
    throw thrown instanceof Problem ? new RuleError(path, thrown) : thrown;
  }
  throw new RuleError(
    path,
    new Problem("this rule file is empty", "write the rule, or remove the file", { line: 1, column: 1 }),
  );
}

function mistaken({ path: file, document }: Written, { message, help, path, what }: Mistake): RuleError {
  return new RuleError(file, new Problem(message, help, placeOf(document, path, what)));
}
