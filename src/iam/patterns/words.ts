// Texts of a policy as plain strings: each hole stands as one private-use character, so that equal holes are equal text.

import { type Hole, isKnown, type Part, type Text } from "../../values/value.ts";

const FIRST = 0xe000;
const LAST = 0xf8ff;
const PRIVATE = /[\ue000-\uf8ff]/g;
const ACCOUNTS = /(?<!\d)\d{12}(?!\d)/g;
/** The character of one. */
export const HOLE = /[\ue000-\uf8ff]/;

/** A string in which the character of a hole stands for the value that deployment gives it. */
export type Word = string;

export interface Words {
  /** What AWS::Partition stands for: the role's own partition is the only one that can call it. */
  readonly partition: string;
  of(text: Text): Word;
  token(hole: Hole): Word;
  hole(char: string): Hole | undefined;
  /** Whose default an account is that nothing else of the policy has; none where the parameter has other accounts as well. */
  defaultOf(account: Word): Default | undefined;
  /** For people: a hole as `${Name}`, the own account as `${own}`. */
  show(word: Word): string;
}

export interface Default {
  /** Of the parameter. */
  readonly name: string;
  /** It has more than the account in it. */
  readonly whole: boolean;
}

export function hasHole(word: Word): boolean {
  return HOLE.test(word);
}

export function words(partition: string): Words {
  // There are many policies, and few hold anything that deployment decides.
  let tokens: Map<string, string> | undefined;
  let holes: Map<string, Hole> | undefined;
  const token = (hole: Hole): Word => {
    if (hole.sort === "partition") return partition;
    // There is one own account, whatever a format calls it.
    const id = hole.sort === "own-account" ? "own-account" : hole.id;
    tokens ??= new Map();
    holes ??= new Map();
    const known = tokens.get(id);
    if (known !== undefined) return known;
    if (tokens.size > LAST - FIRST) throw new RangeError("too many deploy-time values in one policy");
    const char = String.fromCharCode(FIRST + tokens.size);
    tokens.set(id, char);
    holes.set(char, hole);
    return char;
  };
  const wordOf = (part: Part, alone: boolean): Word => {
    if (isKnown(part)) return part.text.replace(PRIVATE, "\ufffd");
    // A vendor's parameter within a text carries the account; alone it may be a whole ARN.
    return (alone ? undefined : ownedAccount(part.hole)) ?? token(part.hole);
  };
  let defaults: Map<Word, Default> | undefined;
  let accountOfDefault: Map<string, Word> | undefined;
  const spelled = new Set<Word>();
  const noteAccounts = (part: Part): void => {
    if (!isKnown(part)) return;
    for (const [account] of part.text.matchAll(ACCOUNTS)) {
      if (part.from?.by !== "default") spelled.add(account);
      else noteDefault(account, { name: part.from.name, whole: part.text !== account });
    }
  };
  // Where two parameters have one account, or one has two, a parameter's name does not say which caller is meant.
  const noteDefault = (account: Word, found: Default): void => {
    defaults ??= new Map();
    accountOfDefault ??= new Map();
    const { name } = defaults.get(account) ?? found;
    const other = accountOfDefault.get(found.name) ?? account;
    if (name !== found.name) spelled.add(account);
    if (other !== account) spelled.add(account).add(other);
    defaults.set(account, found);
    accountOfDefault.set(found.name, other);
  };
  return {
    partition,
    token,
    of(text) {
      text.parts.forEach(noteAccounts);
      return text.parts.map((part) => wordOf(part, text.parts.length === 1)).join("");
    },
    hole: (char) => holes?.get(char),
    defaultOf: (account) => (spelled.has(account) ? undefined : defaults?.get(account)),
    show: (word) => word.replace(PRIVATE, (char) => shown(holes?.get(char))),
  };
}

/** The account that the configuration says a parameter carries. */
export function ownedAccount(hole: Hole | undefined): string | undefined {
  return typeof hole?.owner === "object" ? hole.owner.account : undefined;
}

function shown(hole: Hole | undefined): string {
  return hole?.sort === "own-account" ? `\${own}` : `\${${hole?.name ?? "?"}}`;
}
