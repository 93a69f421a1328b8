// Messages of our own for documents that do not fit their JSON Schema: which key or value, where, and what to write instead.

import { at, type Document, type Json, type Path } from "./document.ts";
import { nearest } from "./nearest.ts";
import { nameOf, pathOf } from "./paths.ts";
import { Problem } from "./problem.ts";
import type { Position } from "./source.ts";

/** What ajv compiles from a schema, with `allErrors` and `verbose`. */
export interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer of the value. */
  readonly instancePath: string;
  readonly params: {
    readonly additionalProperty?: string;
    readonly missingProperty?: string;
    readonly allowedValues?: readonly Json[];
    readonly type?: string;
    readonly limit?: number;
  };
  readonly parentSchema?: Annotations & {
    readonly properties?: Readonly<Record<string, Annotations>>;
    readonly items?: { readonly type?: string };
  };
}

/** What a schema says about its values to people. */
interface Annotations {
  /** What the value is: "account id". */
  readonly title?: string;
  /** What to write. */
  readonly description?: string;
  /** What may have been meant. */
  readonly examples?: readonly string[];
}

interface Fault {
  readonly message: string;
  readonly help: string;
}

interface FoundError {
  readonly complaint: SchemaError;
  readonly value: Json | undefined;
  /** As the document spells the value. */
  readonly spelling: string | undefined;
  /** "vendors[0].tenancy"; "" is the whole document. */
  readonly name: string;
}

/** By ajv's keywords. */
const SENTENCES: Readonly<Record<string, (found: FoundError) => Fault>> = {
  additionalProperties: unknownKey,
  enum: ({ complaint, value, name }) => {
    const allowed = (complaint.params.allowedValues ?? []).map((each) => `${each}`);
    return {
      message: value === null ? `${name} is empty` : `${name} cannot be ${shown(value)}`,
      help: `${meantBy(value, allowed)}it takes ${oneOf(allowed)}`,
    };
  },
  "false schema": ({ name }) => ({ message: `${name} has no place here`, help: "remove it" }),
  minimum: ({ complaint, name }) => ({
    message: `${name} is too small`,
    help: `write a number from ${complaint.params.limit}`,
  }),
  maximum: ({ complaint, name }) => ({
    message: `${name} is too large`,
    help: `write a number up to ${complaint.params.limit}`,
  }),
  uniqueItems: ({ name }) => ({ message: `${name} holds the same twice`, help: "remove one of the two" }),
  minItems: nothingIn,
  minProperties: nothingIn,
  pattern: ({ complaint, value, name }) => {
    const { title, description = "write something else", examples = [] } = complaint.parentSchema ?? {};
    const blank = typeof value === "string" && value.trim() === "";
    return {
      message: blank ? `${name} is blank` : `${name} is ${shown(value)}, which is no ${title ?? "such text"}`,
      help: `${meantBy(value, examples)}${description}`,
    };
  },
  required: ({ complaint, name }) => {
    const key = complaint.params.missingProperty ?? "";
    const { description } = complaint.parentSchema?.properties?.[key] ?? {};
    return {
      message: `the key "${key}" is missing${name === "" ? "" : ` in ${name}`}`,
      help: `add "${key}:"${description === undefined ? "" : ` (${description})`}`,
    };
  },
  type: wrongType,
};

/** The first of `faultsIn`. */
export function faultIn(document: Document, validate: Validate, inner: Path = []): Problem | undefined {
  return faultsIn(document, validate, inner)[0];
}

/** Each fault with its place, one a place: a key that nobody knows before what it may have led to. `inner` leads to the part that has to fit. */
export function faultsIn(document: Document, validate: Validate, inner: Path = []): readonly Problem[] {
  const part = at(document.value, inner);
  if (part === undefined || validate(part)) return [];
  const complaints = (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map((complaint) => {
      const { additionalProperty: key } = complaint.params;
      const path = [...inner, ...pathOf(complaint.instancePath, part)];
      const { start } = key === undefined ? document.locate(path) : document.locate([...path, key], "key");
      return { complaint, path, start, isKey: key !== undefined };
    });
  // What stands around a fault that has a sentence of its own does not fit for that reason.
  const precise = complaints.filter(({ complaint }) => Object.hasOwn(SENTENCES, complaint.keyword));
  const sorted = (precise.length > 0 ? precise : complaints)
    .filter(({ complaint }) => !isMisspelt(complaint, validate.errors ?? []))
    .sort((one, other) => Number(other.isKey) - Number(one.isKey) || one.start - other.start);
  const firsts = new Map(sorted.toReversed().map((each) => [each.start, each]));
  return sorted
    .filter((each) => firsts.get(each.start) === each)
    .map(({ complaint, path, start }) => {
      const value = at(document.value, path);
      const say = SENTENCES[complaint.keyword] ?? otherFault;
      const { message, help } = say({ complaint, value, spelling: document.spelling(path), name: nameOf(path) });
      return new Problem(message, help, document.source.position(start));
    });
}

/** Whether a key is missing that stands there in other letters. */
function isMisspelt({ keyword, instancePath, params }: SchemaError, all: readonly SchemaError[]): boolean {
  if (keyword !== "required" || params.missingProperty === undefined) return false;
  const strangers = all.filter((each) => each.instancePath === instancePath && each.keyword === "additionalProperties");
  return strangers.some(
    (each) => nearest(each.params.additionalProperty ?? "", [params.missingProperty ?? ""]) !== undefined,
  );
}

export function placeOf(document: Document, path: Path, what?: "value" | "key"): Position {
  return document.source.position(document.locate(path, what).start);
}

function unknownKey({ complaint, name }: FoundError): Fault {
  const key = complaint.params.additionalProperty ?? "";
  const { properties = {}, description = "remove it" } = complaint.parentSchema ?? {};
  const known = Object.keys(properties);
  const rest = known.length > 0 ? `known here: ${known.join(", ")}` : description;
  return {
    message: `unknown key ${shown(key)}${name === "" ? "" : ` in ${name}`}`,
    help: meantBy(key, known).trimEnd() || rest,
  };
}

/** With a blank at its end, for what may follow; empty where no word is near. */
function meantBy(value: Json | undefined, words: readonly string[]): string {
  const meant = typeof value === "string" ? nearest(value, words) : undefined;
  return meant === undefined ? "" : `did you mean ${meant}? `;
}

const TYPES: Readonly<Record<string, { readonly wanted: string; readonly help: string }>> = {
  array: { wanted: "a list", help: "write a list: in brackets, or each entry after a dash" },
  boolean: { wanted: "true or false", help: "write true or false, without quotes" },
  integer: { wanted: "a whole number", help: "write digits, without quotes" },
  object: { wanted: "a map", help: 'write a map: in braces, or each "key: value" on a line of its own' },
  string: { wanted: "a text", help: "write a text" },
};

function wrongType({ complaint, value, spelling, name }: FoundError): Fault {
  const { type = "" } = complaint.params;
  const { wanted, help } = TYPES[type] ?? { wanted: "something else", help: "compare it with the schema" };
  const what = name || "the file";
  if (value === null) return { message: `${what} is empty`, help: name === "" ? help : `${help}; or remove the key` };
  if ((type === "string" || type === "array") && (typeof value === "number" || typeof value === "boolean")) {
    const written = spelling ?? `${value}`;
    const { items, description = help } = complaint.parentSchema ?? {};
    const item = items?.type === "integer" && Number.isInteger(value) ? written : `"${written}"`;
    const [meant, told] = type === "array" ? [`[${item}]`, help] : [item, description];
    return { message: `${written} is a ${typeof value} here; write ${meant}`, help: told };
  }
  return { message: `${what} is ${kindOf(value)}, and should be ${wanted}`, help };
}

function nothingIn({ complaint, name }: FoundError): Fault {
  const help = complaint.parentSchema?.description ?? "add an entry";
  return { message: `${name} is empty`, help };
}

function otherFault({ name }: FoundError): Fault {
  return { message: `${name} does not fit here`, help: "compare it with the schema" };
}

export function kindOf(value: Json | undefined): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "boolean" ? `${value}` : `a ${typeof value === "string" ? "text" : typeof value}`;
}

const LONGEST = 60;

/** A value as a message quotes it: on one line, and not too long. */
export function shown(value: Json | undefined): string {
  if (typeof value === "object") return kindOf(value);
  const text = JSON.stringify(value) ?? "";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…"` : text;
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
