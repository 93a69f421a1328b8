// A parameter as it is declared: its type, and which values it can have.

import { entry, isList, type JsonObject, scalarText } from "../../../text/document.ts";
import { hole } from "../../../values/hole.ts";
import { lengths, matches, mayHold, mayStandFor } from "../../../values/pattern.ts";
import { type PatternNode, readPattern } from "../../../values/pattern-syntax.ts";
import type { Hole } from "../../../values/value.ts";
import { listsOf } from "../../allowed-lists.ts";
import type { Ruled } from "./ruled.ts";

export interface Parameter {
  readonly name: string;
  readonly list: boolean;
  /** NoEcho: no value of it may be shown. */
  readonly hidden: boolean;
  /** Deployment is told where the value is (an SSM parameter's name), never the value. */
  readonly indirect: boolean;
  readonly default: string | undefined;
  /** All values that it can have, where that is declared and they may be shown; a list as it is given, with commas between its elements. */
  readonly allowed: readonly string[] | undefined;
  readonly hole: Hole;
}

const ACCOUNT_LENGTH = 12;

/** `scope` comes before its name wherever it is asked about in a world. */
export function readParameter(name: string, declaration: JsonObject, ruled: Ruled, scope: string): Parameter {
  const type = scalarText(entry(declaration, "Type")) ?? "String";
  const list = /List\b/.test(type);
  const hidden = scalarText(entry(declaration, "NoEcho")) === "true";
  const indirect = type.startsWith("AWS::SSM::Parameter::Value<");
  const allowed = allowedWords(declaration, ruled);
  return {
    name,
    list,
    hidden,
    indirect,
    default: indirect ? undefined : scalarText(entry(declaration, "Default")),
    allowed: indirect || hidden || allowed === undefined ? undefined : list ? commaLists(allowed) : allowed,
    hole: hole(scope + name, hidden ? "sensitive" : "parameter", `parameter ${scope}${name}`, {
      name,
      many: list,
      // Constraints of an indirect one concern the name (CloudFormation User Guide, "SSM parameter types").
      ...(!indirect && valuesOf(type, list, declaration, ruled)),
    }),
  };
}

type Values = Pick<Hole, "admits" | "alphabet" | "mayStandFor" | "sort">;

const known = new Map<string, Values>();
const MANY = 10_000;

/** Templates that declare the same have the same functions, by which holes are compared. */
function valuesOf(type: string, list: boolean, declaration: JsonObject, ruled: Ruled): Values {
  const said = [...CONSTRAINING, "AllowedValues"].map((name) => entry(declaration, name));
  const key = JSON.stringify([type, ...said, ruled.among, ruled.without]);
  const found = known.get(key) ?? readValues(type, list, declaration, ruled);
  if (known.size < MANY) known.set(key, found);
  return found;
}

function readValues(type: string, list: boolean, declaration: JsonObject, ruled: Ruled): Values {
  const allowed = allowedWords(declaration, ruled);
  const constraints = readConstraints(type, list, declaration);
  return {
    admits: (word) =>
      admits(constraints, word) && !ruled.without.includes(word) && (allowed === undefined || allowed.includes(word)),
    ...heldBy(constraints),
    ...(!list && isAccount(constraints) && { sort: "account" }),
  };
}

/** As declared, and as the Rules leave them; where these leave none, each world is left to them to refuse. */
function allowedWords(declaration: JsonObject, { among, without }: Ruled): readonly string[] | undefined {
  const words = entry(declaration, "AllowedValues");
  const declared = isList(words) ? words.map(scalarText).filter((word) => word !== undefined) : [];
  const known = declared.length > 0 ? declared : among;
  const [admitted, excluded] = [among && new Set(among), new Set(without)];
  const left = known?.filter((word) => admitted?.has(word) !== false && !excluded.has(word)) ?? [];
  if (left.length > 0) return left;
  return declared.length > 0 ? declared : undefined;
}

/** As a list is given. */
function commaLists(elements: readonly string[]): readonly string[] | undefined {
  return listsOf(elements.filter((word) => !word.includes(",")))?.map((list) => list.join(","));
}

interface Constraints {
  readonly shape?: RegExp;
  readonly pattern?: PatternNode;
  readonly shortest?: number;
  readonly longest?: number;
}

const CONSTRAINING = ["AllowedPattern", "MinLength", "MaxLength"];

/** CloudFormation User Guide, "Parameters": of a list, pattern and allowed values hold each element; lengths are a String's only. */
function readConstraints(type: string, list: boolean, declaration: JsonObject): Constraints {
  const [syntax, least, most] = CONSTRAINING.map((name) => scalarText(entry(declaration, name)));
  // Whether an empty pattern admits nothing or anything the User Guide does not say.
  const pattern = syntax === undefined || syntax === "" ? undefined : readPattern(syntax);
  const shortest = Number(least ?? Number.NaN);
  const longest = Number(most ?? Number.NaN);
  const shape = SHAPES.find(({ of }) => of.test(type))?.shape;
  return {
    ...(shape && { shape }),
    ...(pattern && { pattern }),
    ...(!list && shortest >= 0 && { shortest }),
    ...(!list && longest >= 0 && { longest }),
  };
}

const SHAPES: readonly { readonly of: RegExp; readonly shape: RegExp }[] = [
  { of: /^(?:List<)?Number\b/, shape: /^[+-]?\d+(?:\.\d+)?$/ },
  // AWS-specific types: the value has to exist in the account, and nothing there is called by a wildcard.
  { of: /^(?:List<)?AWS::/, shape: /^[^*?]*$/ },
];

function admits(
  { shape, pattern, shortest = 0, longest = Number.POSITIVE_INFINITY }: Constraints,
  word: string,
): boolean {
  if (word.length < shortest || word.length > longest) return false;
  if (shape !== undefined && !shape.test(word)) return false;
  return pattern === undefined || matches(pattern, word) !== false;
}

/** The characters of its values, and what they stand for with wildcards in them, where a pattern holds them. */
function heldBy({ pattern }: Constraints): Pick<Hole, "alphabet" | "mayStandFor"> {
  if (pattern === undefined) return {};
  return {
    alphabet: { test: (character) => mayHold(pattern, character) },
    mayStandFor: (texts) => mayStandFor(pattern, texts),
  };
}

/** Can a value that is not empty be nothing but an account id where a principal is asked for, by its length? */
function isAccount({ pattern, shortest = 0, longest = Number.POSITIVE_INFINITY }: Constraints): boolean {
  const all = new Set(Array.from({ length: ACCOUNT_LENGTH + 2 }, (_, length) => length));
  const possible = (pattern && lengths(pattern, ACCOUNT_LENGTH + 1)) ?? all;
  const left = [...possible].filter((length) => length > 0 && length >= shortest && length <= longest);
  return left.length === 1 && left[0] === ACCOUNT_LENGTH;
}
