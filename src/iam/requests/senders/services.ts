// AWS services that call for themselves, where they tell for whose account they act: one caller for each account that a policy tells apart as a source.

import { type Doubt, isDoubt } from "../../../values/doubt.ts";
import type { Hole } from "../../../values/value.ts";
import type { Caller } from "../../evaluation/caller.ts";
import type { KeyLanguage } from "../../evaluation/key-language.ts";
import type { Condition } from "../../language/condition.ts";
import { conditionsOn, type Document } from "../../language/document.ts";
import { EXAMPLE_ACCOUNT } from "../../language/principal.ts";
import { type ServiceSource, sourceOf, sourcesOn } from "../../language/service-sources.ts";
import { isVariable, type Template } from "../../language/variables.ts";
import type { Budget } from "../../patterns/budget.ts";
import { cells, type Grammar } from "../../patterns/cells.ts";
import type { Glyph } from "../../patterns/glyph.ts";
import { doubtOf, OWN_ACCOUNT } from "../../patterns/hole.ts";
import { matches } from "../../patterns/matching.ts";
import { ANY, type Atom, anyOf, exactly, oneOf, type Pattern, textPattern } from "../../patterns/pattern.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { literalAtoms } from "../grammars.ts";
import { freeAccounts } from "../identities/made-up-accounts.ts";
import { type Organization, organizationsOf, SOURCE_ORGANIZATION } from "../organizations.ts";
import type { Ours } from "../ours.ts";

const ACCOUNT = "aws:sourceaccount";
const ARN = "aws:sourcearn";
const ACCOUNT_FIELD = 4;
const ANYTHING: Glyph = { char: "*", wild: true };

/** A service as principals name it, and what is known of it. */
interface Calling {
  readonly principal: Word;
  readonly source: ServiceSource;
  /** No principal names it: it is one of everyone. */
  readonly isAnyone?: true;
}

export function servicesFor(
  document: Document,
  ours: Ours,
  steps: Budget,
): { callers: readonly Caller[]; complete: boolean } {
  const calling = callingOn(document);
  if (calling.length === 0) return { callers: [], complete: true };
  const accounts = accountsOf(document, ours, steps);
  const organizations = organizationsOf(document, ours, steps, SOURCE_ORGANIZATION);
  const callers = calling.flatMap(({ principal, ...service }) =>
    accounts.list.flatMap((known) =>
      organizations.list.map((organization): Caller => {
        return {
          ...{ kind: "service", resource: "", arn: principal, freshName: true },
          ...known,
          ...organization,
          languages: languagesOf(known.account, service, organization, document),
        };
      }),
    ),
  );
  return { callers, complete: accounts.complete && organizations.complete };
}

/** Whoever may be anyone may be each service that is known to call such a resource. */
function callingOn({ policy, service, statements }: Document): readonly Calling[] {
  const on = policy === "trust" ? "sts" : service;
  if (on === undefined) return [];
  const found = new Map<Word, Calling>();
  for (const { effect, principal } of statements) {
    if (effect === "Deny") continue;
    for (const element of principal.elements) {
      const source = element.kind === "service" ? sourceOf(element.name, on) : undefined;
      if (element.kind === "service" && source !== undefined) {
        found.set(element.name, { principal: element.name, source });
      } else if (policy === "resource" && (element.kind === "anyone" || principal.negated)) {
        for (const one of sourcesOn(on)) {
          const name = `${one.service}.amazonaws.com`;
          if (!found.has(name)) found.set(name, { principal: name, source: one, isAnyone: true });
        }
      }
    }
  }
  return [...found.values()];
}

interface Source {
  readonly account: Word;
  readonly own: boolean;
  readonly named: boolean;
}

/** Those that the conditions spell out, and of all others those that they tell apart. */
function accountsOf(document: Document, ours: Ours, steps: Budget): { list: Source[]; complete: boolean } {
  const own = new Set([document.words.token(OWN_ACCOUNT), ...ours.accounts]);
  const patterns = [ACCOUNT, ARN].flatMap((key) =>
    conditionsOn(document, key).flatMap((condition) => accountPatterns(condition, key)),
  );
  const spelled = patterns.flatMap(({ atoms }) => {
    const word = atoms.map(({ char = "*" }) => char).join("");
    return /^\d{12}$/.test(word) || own.has(word) ? [word] : [];
  });
  const taken = [...new Set(spelled)];
  const digits = Array.from({ length: 12 }, () => oneOf((char) => /\d/.test(char)));
  const known = new Set([...taken, ...ours.accounts, ...ours.organizationAccounts]);
  const free = freeAccounts((account) => known.has(account) || ours.vendorAccounts.has(account));
  const found = cells([digits], patterns, free, steps);
  const strangers = found.words.filter((word) => !taken.includes(word));
  return {
    list: [
      ...strangers.map((account) => ({ account, own: own.has(account), named: false })),
      ...taken.map((account) => ({ account, own: own.has(account), named: !hasHole(account) })),
    ],
    complete: found.complete,
  };
}

/** Of an ARN its account counts. */
function accountPatterns({ values, use }: Condition, key: string): Pattern[] {
  if (isDoubt(values)) return [];
  return values.flatMap(({ template }) => {
    const glyphs = template.map((piece) => (isVariable(piece) ? ANYTHING : piece));
    const part = key === ACCOUNT ? glyphs : fieldOf(glyphs);
    return part === undefined ? [] : [textPattern(part, use.operator.ignoreCase)];
  });
}

function fieldOf(glyphs: Template): Glyph[] | undefined {
  const fields: Glyph[][] = [[]];
  for (const piece of glyphs) {
    const glyph = isVariable(piece) ? ANYTHING : piece;
    if (glyph.char === ":" && fields.length <= ACCOUNT_FIELD + 1) fields.push([]);
    else fields.at(-1)?.push(glyph);
  }
  return fields.length > ACCOUNT_FIELD + 1 ? fields[ACCOUNT_FIELD] : undefined;
}

function languagesOf(
  account: Word,
  { source, isAnyone }: Omit<Calling, "principal">,
  { organization, organizationPath }: Organization,
  document: Document,
): ReadonlyMap<string, KeyLanguage> {
  const partition = document.words.partition;
  const { arn, isGlobal, alsoIn } = source;
  const region = isGlobal ? "" : "us-east-1";
  const owner = isGlobal ? "" : account;
  return new Map([
    [ACCOUNT, only(account, account)],
    [
      ARN,
      {
        grammar: arnGrammar(`arn:${partition}:${arn}:`, owner, isGlobal),
        told: [],
        preferred: [`arn:${partition}:${arn}:${region}:${owner}:anything`],
        ...(isGlobal ? asGlobal(`arn:${partition}:${arn}:::`, document, isAnyone) : { admits: () => true, account }),
      },
    ],
    ["aws:sourceorgid", only(organization)],
    ["aws:sourceorgpaths", only(organizationPath)],
    ...(alsoIn === undefined ? [] : [[alsoIn, echo(`arn:${partition}:${arn}:`, account, source)] as const]),
  ]);
}

/** Deployment may decide that a source is a bucket, say, or something else that another service acts for. */
function asGlobal(
  head: Word,
  { words }: Document,
  isAnyone: Calling["isAnyone"],
): Pick<KeyLanguage, "admits" | "costOf"> {
  const lone = (word: Word): Hole | undefined => (word.length === 1 ? words.hole(word) : undefined);
  return {
    admits: (word) => lone(word)?.admits(`${head}anything`) !== false,
    costOf: (word) => {
      const hole = lone(word);
      const other = `arn:${words.partition}:sns:us-east-1:${EXAMPLE_ACCOUNT}:anything`;
      return isAnyone === true && hole?.admits(other) === true ? doubtOf(hole) : undefined;
    },
  };
}

/** The ARN of the source where it may have another one too. */
function echo(head: Word, account: Word, { service, names = "" }: ServiceSource): KeyLanguage {
  const own: Pattern = {
    atoms: [
      ...literalAtoms(head),
      anyOf(inRegion),
      ...literalAtoms(`:${account}:${names}`),
      oneOf(inPlainName),
      anyOf(inPlainName),
    ],
    ignoreCase: false,
  };
  const doubt: Doubt = { reason: "condition-key", source: `whether ${service} sends the ARN of another account there` };
  return {
    grammar: [[ANY]],
    told: [own],
    preferred: [`${head}us-east-1:${account}:${names}anything`],
    admits: () => true,
    costOf: (word) => (matches(own, word) ? undefined : doubt),
  };
}

/** Nothing else, or not at all. */
function only(word: Word | undefined, account?: Word): KeyLanguage {
  return {
    grammar: word === undefined ? [] : [literalAtoms(word)],
    told: [],
    preferred: word === undefined ? [] : [word],
    admits: () => true,
    ...(account === undefined ? {} : { account }),
  };
}

function inRegion(char: string): boolean {
  return /[a-z0-9-]/.test(char) || hasHole(char);
}

function inPlainName(char: string): boolean {
  return /[\w.-]/.test(char);
}

function arnGrammar(head: Word, account: Word, isGlobal = false): Grammar {
  const inName = (char: string): boolean => /[!-)+->@-~]/.test(char) || hasHole(char);
  const region: Atom[] = isGlobal ? [] : [anyOf(inRegion)];
  const whole = [...literalAtoms(head), ...region, exactly(":"), ...literalAtoms(account), exactly(":")];
  const arns: Grammar = [[...whole, oneOf(inName), anyOf(inName)]];
  // The name of a bucket is anybody's who takes it when it has become free.
  return isGlobal ? [...arns, [oneOf(hasHole)]] : arns;
}
