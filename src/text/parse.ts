// The entry to this floor: parses a text as JSON, YAML or HCL, by its name and first character.

import type { Parsed } from "./document.ts";
import { parseHcl } from "./hcl/document.ts";
import { parseJson, parseJsonFile, parseLongJson } from "./json/parse.ts";
import { Problem } from "./problem.ts";
import { requireLength, type Source, source } from "./source.ts";
import { parseYaml } from "./yaml/parse.ts";

/** Names that promise JSON, if the text begins like it: CloudFormation templates of either language are called `.template`. */
const JSON_NAME = /\.(json|template|tfstate)$/i;

/** Modules of Terraform and OpenTofu. */
const HCL_NAME = /\.(?:tf|tofu)$/i;

/** In UTF-16 units: what is longer no person wrote, and CloudFormation takes half of it (User Guide, "CloudFormation quotas"). */
const LONGEST = 2 * 1024 * 1024;
/** In UTF-16 units; it takes a hundred times as much memory. */
const LONGEST_HCL = 4 * 1024 * 1024;
/** Each warning costs a line for people. */
const MOST = 100;

/** What is asked what it is and then read again is parsed once, or refused once. */
const known = new WeakMap<Uint8Array, { readonly path: string; readonly parsed: Parsed | Problem }>();
/** The same of long texts that could be read, by their paths, as long as others have what they were read into. */
const longOnes = new Map<string, WeakRef<Parsed>>();
/** UTF-8 takes three bytes a unit at most. */
const LONG = LONGEST / 3;

/** A file by its path and its bytes or text. Throws a Problem where it cannot be read. */
export function parseFile(path: string, content: string | Uint8Array): Parsed {
  if (typeof content === "string") return parseText(path, content);
  const before = known.get(content);
  const parsed = before?.path === path ? before.parsed : parsedOrNot(path, content);
  known.set(content, { path, parsed });
  if (parsed instanceof Problem) throw parsed;
  return parsed;
}

function parsedOrNot(path: string, content: Uint8Array): Parsed | Problem {
  try {
    return parseLate(path, content) ?? parse(source(path, content));
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}

/** Undefined for what must be decoded and read as a whole. */
function parseLate(path: string, content: Uint8Array): Parsed | undefined {
  requireLength(content);
  if (content.length <= LONGEST || HCL_NAME.test(path)) return undefined;
  const document = parseLongJson(path, content, LONGEST);
  return document && { documents: [document], warnings: [] };
}

function parseText(path: string, text: string): Parsed {
  if (text.length < LONG) return parse(source(path, text));
  const before = longOnes.get(path)?.deref();
  if (before?.documents[0]?.source.text === text) return before;
  const parsed = parse(source(path, text));
  longOnes.set(path, new WeakRef(parsed));
  return parsed;
}

/** What is kept of the content of a file until it is read again: of a long one its text, so that its bytes need not be kept beside it; or the bytes, if it is read late. */
export function lasting(path: string, content: Uint8Array): string | Uint8Array {
  if (content.length <= LONGEST) return content;
  try {
    const parsed = parseLate(path, content);
    if (parsed === undefined) return source(path, content).text;
    known.set(content, { path, parsed });
    return content;
  } catch (thrown) {
    // Whoever reads it will be told.
    if (thrown instanceof Problem) return content;
    throw thrown;
  }
}

/** Throws a Problem where the text cannot be read. */
export function parse(from: Source): Parsed {
  const { documents, warnings } = read(from);
  return { documents, warnings: [...undecodable(from), ...warnings] };
}

function read(from: Source): Parsed {
  if (HCL_NAME.test(from.path) && from.text.length > LONGEST_HCL) {
    const help = "split it, or leave the file out with --exclude and check a plan";
    throw new Problem("more than 4 MB of HCL", help, { line: 1, column: 1 });
  }
  if (HCL_NAME.test(from.path)) return { documents: [parseHcl(from)], warnings: [] };
  const first = /\S/.exec(from.text)?.[0];
  const promised = JSON_NAME.test(from.path);
  // A slash: the comment that a JSON text must not have.
  if (first !== "{" && !(promised && (first === "[" || first === "/"))) return parseYaml(from);
  try {
    return from.text.length > LONGEST ? { documents: [parseJson(from)], warnings: [] } : parseJsonFile(from, MOST);
  } catch (thrown) {
    // YAML has braces too, and allows more between them.
    if (promised || !(thrown instanceof Problem)) throw thrown;
    return parseYaml(from);
  }
}

function undecodable(from: Source): readonly Problem[] {
  const offset = from.text.indexOf("\uFFFD");
  if (offset < 0) return [];
  const message = "bytes that are not UTF-8; they are read as \uFFFD";
  return [new Problem(message, "save the file as UTF-8", from.position(offset))];
}
