// A text that is a document of its own, as policies and nested templates are: its value, with the holes of the text put back where they fell.

import { below, type Document, entry, isList, isObject, type Json, type Path } from "../text/document.ts";
import { pathsOfDuplicateKeys } from "../text/duplicate-keys.ts";
import { embed, type Piece } from "../text/embedded.ts";
import { Problem } from "../text/problem.ts";
import { unknown, unknownHere } from "./hole.ts";
import { valueEncodedIn } from "./json-text.ts";
import { scalarAt, slice, textOf } from "./text.ts";
import { type Hole, isKnown, type Known, type Origin, type Part, type Struct, type Text, type Value } from "./value.ts";

const DEEPEST = 100;
/** Stands around the number of a part that is not spelled out; no text that people write has it. */
const MARK = "\ue000";
/** Around the mark of what is no part of a string. */
const QUOTES = 2;
const MARKED = /\ue000(\d+)\ue000/;

/** JSON or YAML out of a text, whose holes are left out of it and given back when they are met. */
export interface EmbeddedDocument {
  readonly document: Document;
  /** Of characters that come from the document: themselves, with what was left out. */
  parts(known: Known): readonly Part[];
}

/** Throws a Problem, located in the outer document, where it is neither. */
export function openEmbedded(value: Text): EmbeddedDocument {
  const asYaml = assemble(value, false);
  const assembly = /^\s*[{[]/.test(asYaml.text) ? assemble(value, true) : asYaml;
  const document = embed(value.origin.document, value.origin.path, assembly.text, assembly.pieces);
  return { document, parts: (known) => partsOf(known, assembly) };
}

/** The object that a scalar of the document is, in which nothing is filled in: as `parseObject` has it. Undefined where it is none, or a key stands twice. */
export function objectIn(document: Document, path: Path, text: string): Document | undefined {
  if (!/^\s*\{/.test(text) || hasMark(text)) return undefined;
  try {
    const inner = embed(document, path, text);
    return pathsOfDuplicateKeys(text, inner.value).length > 0 ? undefined : inner;
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

export function hasMark(text: string): boolean {
  return text.includes(MARK);
}

/** A text with a mark for each part that is put back later. */
interface Assembly {
  readonly text: string;
  readonly marked: readonly Part[];
  /** Holes between values, not inside a string, by their marks. They may be of any shape. */
  readonly bare: ReadonlyMap<string, Hole>;
  readonly pieces: readonly Piece[];
}

/** The object that the text is; unknown where it is none, for the reason of a hole if one is in the way. */
export function parseObject(value: Text): Value {
  return parseAs(value, /^\s*\{/, "a text that is no JSON object");
}

/** The same of a list too. */
export function parseAny(value: Text): Value {
  return parseAs(value, /^\s*[{[]/, "a text that is neither a JSON object nor a list");
}

function parseAs(value: Text, beginning: RegExp, otherwise: string): Value {
  const { origin } = value;
  const source = valueEncodedIn(value);
  if (source !== undefined && source.kind !== "text") return source;
  const assembly = assemble(value, true);
  try {
    if (!beginning.test(assembly.text)) return unparsable(otherwise, NO_JSON, assembly, origin);
    const document = embed(origin.document, origin.path, assembly.text, assembly.pieces);
    return withDuplicates(restore(document.value, [], document, assembly), document, assembly);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { message, help } = thrown;
    const mistake = { sentence: `its text is not valid JSON: ${message}`, repair: help };
    return unparsable(message, mistake, assembly, origin);
  }
}

function withDuplicates(value: Value, document: Document, { text }: Assembly): Value {
  const paths = value.kind === "map" ? pathsOfDuplicateKeys(text, document.value) : [];
  if (value.kind !== "map" || paths.length === 0) return value;
  return { ...value, duplicates: paths.map((path) => ({ document, path, what: "key" })) };
}

const NO_JSON: Hole["mistake"] = { sentence: "its text is no JSON", repair: "write the document as JSON" };

function unparsable(what: string, mistake: Hole["mistake"], { bare }: Assembly, origin: Origin): Value {
  const [inTheWay] = bare.values();
  if (inTheWay !== undefined) return unknown(inTheWay, origin);
  const { why } = unknownHere("broken JSON", "malformed", what, origin);
  return unknown({ ...why, ...(mistake && { mistake }) }, origin);
}

function markOf(index: number | string): string {
  return `${MARK}${index}${MARK}`;
}

/** In YAML holes stand within scalars; in JSON perhaps in place of one. */
function assemble({ parts, origin }: Text, isJson: boolean): Assembly {
  const marked: Part[] = [];
  const bare = new Map<string, Hole>();
  const pieces: Piece[] = [];
  let whole = "";
  let inString = !isJson;
  for (const part of parts) {
    if (!isKnown(part) || (part.from !== undefined && inString && /^[^"\\\p{Cc}]*$/u.test(part.text))) {
      const mark = markOf(marked.length);
      marked.push(part);
      pieces.push(...piecesFor(part, whole.length, mark.length + (inString ? 0 : QUOTES), origin));
      if (!inString && !isKnown(part)) bare.set(mark, part.hole);
      whole += inString ? mark : `"${mark}"`;
      continue;
    }
    const { origin: place } = part;
    if (part.from === undefined && place?.document === origin.document && place.what !== "key") {
      pieces.push({ start: whole.length, length: part.text.length, path: place.path, from: place.what?.start ?? 0 });
    } else pieces.push(...piecesFor(part, whole.length, part.text.length, origin));
    whole += part.text.replaceAll(MARK, "\ufffd");
    // After the last part nobody asks.
    if (!isJson || part === parts.at(-1)) continue;
    for (const [token] of part.text.matchAll(/\\.|"/gs)) if (token === '"') inString = !inString;
  }
  return { text: whole, marked, bare, pieces };
}

/** What is put into the text from elsewhere stands where the text asks for it. */
function piecesFor({ asked }: Part, start: number, length: number, { document }: Origin): readonly Piece[] {
  if (asked?.document !== document || typeof asked.what !== "object" || length === 0) return [];
  return [{ start, length, path: asked.path, from: 0, whole: asked.what }];
}

function restore(json: Json, path: Path, document: Document, assembly: Assembly): Value {
  const origin: Origin = { document, path };
  if (path.length > DEEPEST) return unknownHere("deep JSON", "budget", "JSON that is too deep", origin);
  if (isList(json)) {
    const items = json.map((item, index) => restore(item, below(path, index), document, assembly));
    return { kind: "list", items, origin };
  }
  if (isObject(json)) return restoreObject(json, origin, assembly);
  if (typeof json !== "string" || !json.includes(MARK)) return scalarAt(json, document, path);
  const bare = assembly.bare.get(json);
  return bare === undefined ? textOf(partsOf({ text: json, origin }, assembly), origin) : unknown(bare, origin);
}

function restoreObject(json: Json & object, origin: Origin, assembly: Assembly): Value {
  const entries = new Map<string, { key: Origin; value: Value }>();
  const keys = Object.keys(json);
  const values: Value[] = [];
  let open: Hole | undefined;
  for (const key of keys) {
    const path = below(origin.path, key);
    const value = restore(entry(json, key) ?? null, path, origin.document, assembly);
    values.push(value);
    const parts = hasMark(key) ? partsOf({ text: key, origin }, assembly) : [{ text: key }];
    for (const part of parts) if (!isKnown(part)) open ??= part.hole;
    const name = parts.map((part) => (isKnown(part) ? part.text : "")).join("");
    entries.set(name, { key: { ...origin, path, what: "key" }, value });
  }
  if (open === undefined) return { kind: "map", entries, origin } satisfies Struct;
  // Which entry it is depends on deployment, so the object can be any.
  const all = keys.map((key, index): [key: Value, value: Value] => {
    return [textOf(partsOf({ text: key, origin }, assembly), origin), values[index] ?? { kind: "absent", origin }];
  });
  return { ...unknown(open, origin), entries: all };
}

function partsOf(known: Known, { marked }: Assembly): readonly Part[] {
  if (!hasMark(known.text)) return known.text === "" ? [] : [slice(known, 0, known.text.length)];
  let start = 0;
  return known.text.split(MARKED).flatMap((piece, index): readonly Part[] => {
    const isMark = index % 2 === 1;
    const end = start + (isMark ? markOf(piece) : piece).length;
    const characters = slice(known, start, end);
    start = end;
    if (!isMark) return piece === "" ? [] : [characters];
    const part = marked[Number(piece)];
    return part === undefined ? [] : [part];
  });
}
