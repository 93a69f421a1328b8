// Messages of our own for errors of the YAML library, whose messages may quote the input.

import { Lexer, type YAMLError } from "yaml";
import { Problem } from "../problem.ts";
import type { Source } from "../source.ts";

/** The part of the library's error that is used. */
export type YamlError = Pick<YAMLError, "code" | "message" | "pos">;

interface Fault {
  readonly code: YAMLError["code"];
  /** Part of the library's message, where one code has several meanings. */
  readonly about?: string;
  readonly message: string;
  readonly help: string;
  /** It is about a bracket that is open there. */
  readonly inBracket?: true;
}

/** The first matching row counts. */
const FAULTS: readonly Fault[] = [
  {
    code: "ALIAS_PROPS",
    message: "an alias with a tag or an anchor of its own",
    help: "put the tag where the anchor (&name) is",
  },
  {
    code: "BAD_ALIAS",
    about: "Alias cannot be an empty string",
    message: "a bare * is the start of an alias in YAML",
    help: 'put quotes around it: "*"',
  },
  { code: "BAD_ALIAS", message: "an anchor without a usable name", help: "write &name, or quote the text" },
  {
    code: "BAD_DIRECTIVE",
    message: "a line that begins with %",
    help: "quote the value if it is not a YAML directive",
  },
  {
    code: "BAD_DQ_ESCAPE",
    message: "an escape sequence that is not valid YAML",
    help: "write \\\\ for a backslash, or use single quotes",
  },
  {
    code: "BAD_INDENT",
    about: "must be sufficiently indented",
    message: "a bracket is not closed before the indentation decreases",
    help: "close the bracket, or indent its content more deeply than the key",
    inBracket: true,
  },
  {
    code: "BAD_INDENT",
    message: "the indentation does not match the lines above",
    help: "start all entries of a map or list in the same column",
  },
  {
    code: "BAD_PROP_ORDER",
    message: "a tag or anchor in the wrong place",
    help: "write it after the '-' or ':' and before the value",
  },
  {
    code: "BAD_SCALAR_START",
    message: "an unquoted value cannot start with this character",
    help: "put quotes around the value",
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    message: "a second key on the same line as the first",
    help: 'put the inner map on lines of its own, or quote a text that contains ": "',
  },
  {
    code: "BLOCK_IN_FLOW",
    message: "an indented map or list within brackets",
    help: "use brackets for the inner one too",
  },
  {
    code: "KEY_OVER_1024_CHARS",
    message: "a key of more than 1024 characters",
    help: "look for a missing quote or line break",
  },
  {
    code: "MISSING_CHAR",
    about: "Implicit map keys need to be followed by map values",
    message: "a key without a value",
    help: 'write "key: value", with a space after the colon; quote the line if it is a text',
  },
  {
    code: "MISSING_CHAR",
    about: "quote",
    message: "a quote that is never closed",
    help: "add the closing quote, which may belong further up",
  },
  {
    code: "MISSING_CHAR",
    about: "must end with a",
    message: "the text ends before a bracket is closed",
    help: "add the closing bracket",
    inBracket: true,
  },
  {
    code: "MISSING_CHAR",
    about: "Missing ,",
    message: "a comma is missing between two entries",
    help: "separate the entries in brackets by commas",
  },
  {
    code: "MISSING_CHAR",
    about: "Missing newline after block sequence props",
    message: "a list on the same line as its tag or anchor",
    help: "start the list on the next line",
  },
  {
    code: "MISSING_CHAR",
    about: "more-indented leading empty lines",
    message: "an empty line with more spaces than the text below it",
    help: "remove the spaces of the empty line",
  },
  {
    code: "MISSING_CHAR",
    message: "a space, comma, colon or dash is missing here",
    help: "compare the line with the entries around it",
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    message: "text where a key is expected",
    help: 'write "key: value" with a space after the colon, or look for an unclosed quote above',
  },
  { code: "MULTIPLE_ANCHORS", message: "two anchors for one value", help: "leave one of them" },
  {
    code: "MULTIPLE_TAGS",
    message: "two short forms in a row",
    help: "write the inner function in its long form, on the next line: Fn::Sub: …",
  },
  { code: "TAB_AS_INDENT", message: "a tab in the indentation", help: "YAML is indented with spaces: replace the tab" },
  { code: "TAG_RESOLVE_FAILED", message: "a tag that YAML cannot read", help: "write a single ! before the name" },
  {
    code: "UNEXPECTED_TOKEN",
    about: "at node end",
    message: "more text after the end of a value",
    help: "put quotes around the whole of it; a quote within single quotes is written twice",
  },
  {
    code: "UNEXPECTED_TOKEN",
    about: "on same line with key",
    message: "a list on the same line as its key",
    help: "start the list on the next line",
  },
];

const OTHER = { message: "unexpected text here", help: "look for a missing quote, bracket or colon before it" };

/** Does it go by the indentation within quotes or brackets? */
export function mayBeOfIndentation({ code, message }: YamlError): boolean {
  return code === "BAD_INDENT" || (code === "MISSING_CHAR" && message.includes("quote"));
}

/** The library's error as a Problem of ours. */
export function yamlFault(source: Source, error: YamlError): Problem {
  const where = source.position(error.pos[0]);
  const tabbed = /^ *\t/.test(source.line(where.line) ?? "");
  const fault = FAULTS.find(({ code, about }) =>
    tabbed ? code === "TAB_AS_INDENT" : code === error.code && (about === undefined || error.message.includes(about)),
  );
  const { message, help, inBracket }: Omit<Fault, "code"> = fault ?? OTHER;
  const opening = inBracket === true ? openBracket(source.text, error.pos[0]) : undefined;
  return new Problem(message, help, where, opening === undefined ? undefined : source.position(opening));
}

/** Tokens of the library that stand for no characters: the begin of a document, the end of brackets that are not closed, the begin of a scalar. */
const NO_CHARACTERS: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** The innermost bracket that is open before an offset. */
function openBracket(text: string, before: number): number | undefined {
  const open: number[] = [];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (at >= before && open.length > 0) break;
    if (token === "[" || token === "{") open.push(at);
    else if (token === "]" || token === "}") open.pop();
    if (!NO_CHARACTERS.has(token)) at += token.length;
  }
  return open.at(-1);
}
