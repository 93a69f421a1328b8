// How names, paths, ARNs and organization ids are spelled, as languages to walk through.

import type { ConditionKey } from "../language/keys.ts";
import type { Grammar } from "../patterns/cells.ts";
import { type Atom, anyOf, exactly, oneOf } from "../patterns/pattern.ts";
import { hasHole, type Word } from "../patterns/words.ts";

const NAME = /[\w+=,.@-]/;
const PATH = /[!-~]/;

/** What a request can bring for a key; any text where we know no better. */
export function valueGrammar(key: ConditionKey | undefined): Grammar {
  const grammar = key?.grammar;
  if (grammar === undefined) return [[anyOf(() => true)]];
  const characters = grammar.characters();
  const accepted = (char: string): boolean => characters.test(char) || hasHole(char);
  // A hole may be as long as it needs to be: one character of it stands for all.
  const shortest = Array.from({ length: grammar.least }, () => oneOf(accepted));
  return [[...shortest, anyOf(accepted)], [oneOf(hasHole)]];
}

/** Roles or users; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function resourceGrammar(prefix: readonly Atom[], kind: "role" | "user"): Grammar {
  const inName = (char: string): boolean => NAME.test(char) || hasHole(char);
  return withPath([...prefix, ...literalAtoms(`${kind}/`)], [oneOf(inName), anyOf(inName)]);
}

/** A role by its name, under any path or none; `resource` is "role/name". */
export function roleGrammar(prefix: readonly Atom[], resource: Word): Grammar {
  return withPath([...prefix, ...literalAtoms("role/")], literalAtoms(resource.slice("role/".length)));
}

function withPath(head: readonly Atom[], name: readonly Atom[]): Grammar {
  return [
    [...head, ...name],
    [...head, oneOf(inPath), anyOf(inPath), exactly("/"), ...name],
  ];
}

function inPath(char: string): boolean {
  return PATH.test(char) || hasHole(char);
}

export function literalAtoms(text: Word): Atom[] {
  return [...text].map(exactly);
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
const ORGANIZATION: readonly Atom[] = [...literalAtoms("o-"), oneOf(isLower), anyOf(isLower)];

/** Paths in an organization, or in any; https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html */
export function pathGrammar(id?: Word): Grammar {
  const unit = (char: string): boolean => /[a-z0-9-]/.test(char);
  const organization = id === undefined ? ORGANIZATION : literalAtoms(id);
  const root = [...organization, ...literalAtoms("/r-"), oneOf(isLower), anyOf(isLower), exactly("/")];
  const deep = [
    ...root,
    ...literalAtoms("ou-"),
    oneOf(unit),
    anyOf((char) => unit(char) || char === "/"),
    exactly("/"),
  ];
  return [root, deep];
}

function isLower(char: string): boolean {
  return /[a-z0-9]/.test(char) || hasHole(char);
}
