// Reads a YAML text with the library: documents, and the places of tags and comments.
// The library is known here, in yaml-tree.ts, yaml-anchors.ts and yaml-faults.ts only.

import { Composer, CST, Lexer, type ParsedNode, Parser, type Document as YamlDocument } from "yaml";
import type { Comment } from "../document.ts";
import { Problem } from "../problem.ts";
import type { Range, Source } from "../source.ts";
import { mayBeOfIndentation, type YamlError, yamlFault } from "./faults.ts";

export interface Stream {
  readonly documents: readonly { readonly contents: ParsedNode; readonly comments: readonly Comment[] }[];
  /** Every tag of the stream, in order of appearance. */
  readonly tags: readonly Range[];
}

/** How deeply maps and lists may be nested, aliases followed. */
export const DEPTH = 100;

/** Every scalar is left as text: we decide what plain scalars mean. */
const AS_TEXT = {
  schema: "failsafe",
  resolveKnownTags: false,
  // The library compares each key with every other; yaml-tree.ts does it in linear time.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** The library goes on after an error, with further errors that follow from it. */
const MOST_ERRORS = 100;
type Place = number | readonly [start: number, end: number, ...others: number[]] | { readonly offset: number };

/**
 * Throws a Problem where the text is no YAML or is nested too deeply.
 * In quotes and brackets the parsers of CloudFormation and Terraform go by no indentation, and many templates that are in use do not keep to it.
 */
export function readStream(source: Source): Stream {
  const errors: YamlError[] = [];
  try {
    return read(source, withDashes(new Lexer()), errors);
  } catch (thrown) {
    if (!(thrown instanceof Problem) || errors.length === 0 || !mayBeOfIndentation(firstOf(errors))) throw thrown;
    try {
      return read(source, withoutIndentation(withDashes(new Lexer())), []);
    } catch (again) {
      // It is the strict reader that says where a quote or a bracket was forgotten.
      throw again instanceof Problem ? thrown : again;
    }
  }
}

/** The library's private name for the least indentation of a continuation line. */
const LEAST = "indentNext";

/** The library's lexer, except that within quotes and brackets a line may begin in any column. */
function withoutIndentation(lexer: Lexer): Lexer {
  for (const name of ["parseQuotedScalar", "parseFlowCollection"] as const) {
    const strict = lexer[name].bind(lexer);
    lexer[name] = function* () {
      const around = lexer[LEAST];
      lexer[LEAST] = 0;
      const next = yield* strict();
      lexer[LEAST] = around;
      return next;
    };
  }
  return lexer;
}

/** The library's private names for the number of open brackets, and for looking ahead. */
const [OPEN, AHEAD] = ["flowLevel", "charAt"] as const;

/** The same lexer, to which a dash in brackets, before a comma or a bracket, begins a text, as in `[-, !Ref Name]`: PyYAML, SnakeYAML. */
function withDashes(lexer: Lexer): Lexer {
  const ahead = lexer[AHEAD].bind(lexer);
  lexer[AHEAD] = (count: number) => {
    const found = ahead(count);
    return count === 1 && lexer[OPEN] > 0 && ahead(0) === "-" && /^[,[\]{}]$/.test(found) ? "-" : found;
  };
  return lexer;
}

function read(source: Source, lexer: Lexer, errors: YamlError[]): Stream {
  const parser = new Parser();
  const composer = composerInto(errors, source);
  const documents: YamlDocument.Parsed[] = [];
  const comments: Comment[][] = [[]];
  const tags: Range[] = [];
  let inScalar = false;
  let broken = false;
  let openQuotes = 0;
  for (const lexeme of lexer.lex(withoutLoneReturns(source.text))) {
    const start = parser.offset;
    const type = inScalar ? "scalar" : CST.tokenType(lexeme);
    inScalar = !inScalar && lexeme === CST.SCALAR;
    if (type === "tag") tags.push({ start, end: start + lexeme.length });
    if (type === "comment") {
      const text = lexeme.trimEnd();
      comments.at(-1)?.push({ text: text.slice(1).trim(), range: { start, end: start + text.length } });
    }
    for (const token of parser.next(lexeme)) {
      documents.push(...composer.next(token));
      if (token.type === "document") comments.push([]);
      if (token.type === "error") broken = true;
    }
    // The stack holds the document, the open maps and lists, and a scalar; the library recurses over it later.
    if (parser.stack.length > DEPTH + 2) throw tooDeep(source, start);
    // Further errors cost time and are not reported.
    if (broken) break;
    if (isQuoteOpen(type, lexeme)) openQuotes += 1;
    if (hasKeyAlone(parser) || openQuotes > MOST_ERRORS) {
      errors.push({ code: "MISSING_CHAR", message: "", pos: [start, start + 1] });
      break;
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, source.text.length));

  for (const { errors: others } of documents) errors.push(...others);
  if (errors.length > 0) throw yamlFault(source, firstOf(errors));
  return {
    documents: documents.flatMap(({ contents }, index) =>
      contents === null ? [] : [{ contents, comments: comments[index] ?? [] }],
    ),
    tags,
  };
}

/** Whether it is an unclosed scalar in quotes, ended by a line that begins further to the left. */
function isQuoteOpen(type: CST.TokenType | null, lexeme: string): boolean {
  if (type !== "double-quoted-scalar" && type !== "single-quoted-scalar") return false;
  return lexeme.length === 1 || lexeme.at(-1) !== lexeme[0];
}

/** Does the map at hand go on although the key before has no colon? The composer would tell of it once the whole document is read. */
function hasKeyAlone({ stack }: Parser): boolean {
  const around = stack.at(-1);
  const before = around?.type === "block-map" ? around.items.at(-2) : undefined;
  if (!before?.key || before.explicitKey === true) return false;
  return before.sep?.every(({ type }) => type !== "map-value-ind") ?? false;
}

function firstOf(errors: readonly YamlError[]): YamlError {
  return errors.reduce((first, each) => (each.pos[0] < first.pos[0] ? each : first));
}

/** A composer that tells its errors here, up to `MOST_ERRORS`: for each of its own it would ask where in the program it is. */
function composerInto(errors: YamlError[], text: Source): Composer {
  const composer = new Composer(AS_TEXT);
  let fault: Problem | undefined;
  // biome-ignore lint/complexity/useLiteralKeys: it is private to the library, and by name the compiler refuses it.
  composer["onError"] = (source: Place, code: YamlError["code"], message: string, isWarning?: boolean) => {
    if (isWarning === true) return;
    const [start, end] = typeof source === "number" ? [source] : "offset" in source ? [source.offset] : source;
    errors.push({ code, message, pos: [start, end ?? start + 1] });
    if (errors.length >= MOST_ERRORS) fault ??= yamlFault(text, firstOf(errors));
    // The library catches it, and adds it to its errors.
    if (fault !== undefined) throw fault;
  };
  return composer;
}

export function tooDeep(source: Source, offset: number): Problem {
  const message = `maps and lists are nested more than ${DEPTH} levels deep`;
  return new Problem(message, "no template needs that; check how the file was made", source.position(offset));
}

/** YAML takes a lone CR for a line break, the library does not: it is replaced by a LF, so that offsets stay the same. */
function withoutLoneReturns(text: string): string {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}
