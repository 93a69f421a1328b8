// Rule files into rules: each held against the schema and against its own words, then all of them against each other.

import type { Document } from "../../text/document.ts";
import { givenDocument } from "../../text/given.ts";
import { nearest } from "../../text/nearest.ts";
import { Problem, together } from "../../text/problem.ts";
import { faultsIn, placeOf } from "../../text/schema-faults.ts";
import { parseUserFile } from "../../text/user-file.ts";
import { validate } from "../generated/rule-schema.js";
import type { Rule } from "../rule.ts";
import { mistakesIn } from "./consistency.ts";
import type { Mistake } from "./mistake.ts";

export class RuleError extends Problem {
  override readonly name = "RuleError";
  readonly file: string;

  constructor(file: string, { message, help, line, column, opened }: Problem) {
    super(message, help, line === undefined || column === undefined ? undefined : { line, column }, opened);
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
  const readings = files.map(readRule);
  const fault = together(readings.flatMap(({ faults }) => faults));
  if (fault !== undefined) throw fault;
  const written = readings.flatMap(({ written }) => written ?? []);
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
    const [fault] = typeof rule === "object" && rule !== null && read.has(rule) ? [] : faultsOf(given, rule?.id);
    if (fault !== undefined) throw fault;
    return given;
  });
  requireAgreement(written, others);
}

/** Names that stand twice, and rules to yield to that there are not. */
function requireAgreement(written: readonly Written[], others: readonly Rule[]): void {
  const fault = together([...disagreements(written, others)]);
  if (fault !== undefined) throw fault;
}

function* disagreements(written: readonly Written[], others: readonly Rule[]): Generator<RuleError> {
  const owners = new Map(others.flatMap((rule) => namedIn(rule).map(({ name }) => [name, "built in"])));
  for (const each of written) {
    for (const { name, path } of namedIn(each.rule)) {
      const owner = owners.get(name);
      if (owner !== undefined) {
        const message = `a rule called "${name}" exists already: ${owner}`;
        yield mistaken(each, { message, help: "choose another name", path });
      } else owners.set(name, each.path);
    }
  }
  for (const each of written) {
    for (const [index, id] of (each.rule.yieldsTo ?? []).entries()) {
      if (owners.has(id)) continue;
      const meant = nearest(id, owners.keys());
      const help = meant === undefined ? "'unconfused rules' lists them all" : `did you mean ${meant}?`;
      yield mistaken(each, { message: `no rule is called "${id}"`, help, path: ["yieldsTo", index] });
    }
  }
}

function namedIn({ id, aliases = [] }: Rule) {
  return [{ name: id, path: ["id"] }, ...aliases.map((name, index) => ({ name, path: ["aliases", index] }))];
}

interface Reading {
  readonly written?: Written;
  readonly faults: readonly RuleError[];
}

function readRule({ path, text }: RuleFile): Reading {
  const document = parsed(path, text);
  if (document instanceof RuleError) return { faults: [document] };
  const name = path.replace(/^.*\//, "").replace(/\.ya?ml$/i, "");
  const written = { path, document, rule: document.value as unknown as Rule };
  return { written, faults: faultsOf(written, name) };
}

/** Of its shape; only what has its shape can be asked what it means. */
function faultsOf(written: Written, name: string): readonly RuleError[] {
  const faults = faultsIn(written.document, validate).map((fault) => new RuleError(written.path, fault));
  return faults.length > 0 ? faults : [...mistakesIn(written.rule, name)].map((mistake) => mistaken(written, mistake));
}

function parsed(path: string, text: string): Document | RuleError {
  try {
    const document = parseUserFile(path, text);
    if (document !== undefined) return document;
  } catch (thrown) {
    if (thrown instanceof Problem) return new RuleError(path, thrown);
    throw thrown;
  }
  const empty = new Problem("this rule file is empty", "write the rule, or remove the file", { line: 1, column: 1 });
  return new RuleError(path, empty);
}

function mistaken({ path: file, document }: Written, { message, help, path, what }: Mistake): RuleError {
  return new RuleError(file, new Problem(message, help, placeOf(document, path, what)));
}
