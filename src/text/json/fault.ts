// What is wrong with a text that is no JSON, and where, in our own words: the native parser's differ by version and quote the input.

import { Problem } from "../problem.ts";
import { skip } from "../scan.ts";
import type { Source } from "../source.ts";

interface Fault {
  readonly message: string;
  readonly help: string;
}

/** What is said where something else should stand: by the first form that the text has there, else by `otherwise`. */
interface Faults {
  readonly forms: readonly (Fault & { readonly form: RegExp })[];
  readonly otherwise: Fault;
}

const COMMENT = { form: /\/[/*]|#/y, message: "a comment, which JSON does not allow", help: "remove it" };
const SINGLE_QUOTE = { form: /'/y, message: "single quotes", help: "put strings in double quotes" };

const NO_VALUE: Faults = {
  forms: [
    COMMENT,
    SINGLE_QUOTE,
    { form: /,/y, message: "a comma where a value is expected", help: "remove the comma, or add the value" },
    { form: /[}\]]/y, message: "a closing bracket where a value is expected", help: "add the value" },
    {
      form: /[-+]?0[0-9]/y,
      message: "a number that begins with 0",
      help: "put account ids in double quotes",
    },
    {
      form: /[-+.0-9]/y,
      message: "a number that is not valid JSON",
      help: "write it as 12, -1.5 or 1e6, or put it in double quotes",
    },
    {
      form: /[A-Za-z_$]/y,
      message: "a word that is not valid JSON",
      help: "put strings in double quotes; only true, false and null have none",
    },
  ],
  otherwise: { message: "a character that cannot start a JSON value", help: "put strings in double quotes" },
};

const NO_KEY: Faults = {
  forms: [COMMENT, SINGLE_QUOTE, { form: /,/y, message: "a comma where a key is expected", help: "remove the comma" }],
  otherwise: { message: "a key without double quotes", help: 'write "key": value' },
};

const NO_COLON: Faults = {
  forms: [COMMENT],
  otherwise: { message: "no colon after the key", help: 'write "key": value' },
};

const NO_COMMA: Faults = {
  forms: [
    COMMENT,
    { form: /[}\]]/y, message: "a closing bracket of the wrong kind", help: "close { with } and [ with ]" },
    { form: /:/y, message: "a colon where a comma is expected", help: "write keys and values within { and }" },
  ],
  otherwise: { message: "no comma between two values", help: "add the comma" },
};

const NO_END: Faults = {
  forms: [COMMENT],
  otherwise: { message: "more text after the end of the document", help: "keep one JSON document in a file" },
};

const TRAILING_COMMA = { message: "a comma after the last entry", help: "remove it" };
const BAD_ESCAPE = { message: "an escape sequence that is not valid JSON", help: "write \\\\ for a backslash" };
const LINE_BREAK = { message: "a line break in a string", help: "add the closing quote, or write \\n" };
const CONTROL = { message: "a control character in a string", help: "write \\t for a tab, \\u001b for an escape" };
const EMPTY = { message: "no value in this file", help: "is the file empty?" };

const BLANKS = /[ \t\r\n]*/y;
const WORD = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** For a text that `JSON.parse` refuses and whose nesting is bounded: throws the Problem that says why. */
export function refuseJson(source: Source): never {
  const { text } = source;
  /** Where the brackets and quotes stand that are not closed yet. */
  const open: number[] = [];
  let at = 0;

  function refuse({ message, help }: Fault, offset = at, opening?: number): never {
    throw new Problem(
      message,
      help,
      source.position(offset),
      opening === undefined ? undefined : source.position(opening),
    );
  }

  function refuseWhatStandsHere({ forms, otherwise }: Faults): never {
    if (at < text.length) {
      const fault = forms.find(({ form }) => skip(form, text, at) > at) ?? otherwise;
      // A bracket of the wrong kind closes one that stands elsewhere.
      refuse(fault, at, /[}\]]/.test(text[at] ?? "") ? open.at(-1) : undefined);
    }
    const opening = open.at(-1);
    if (opening === undefined) refuse(EMPTY);
    const { line } = source.position(opening);
    const message = `the text ends here, and the ${text[opening]} of line ${line} is never closed`;
    refuse({ message, help: "close it; is a part of the file missing?" }, at, opening);
  }

  function passBlanks(): string | undefined {
    at = skip(BLANKS, text, at);
    return text[at];
  }

  function passValue(): void {
    const first = passBlanks();
    if (first === "{") passEntries("}", passEntry);
    else if (first === "[") passEntries("]", passValue);
    else if (first === '"') passString();
    else {
      const end = skip(WORD, text, at);
      if (end === at) refuseWhatStandsHere(NO_VALUE);
      at = end;
    }
  }

  function passEntries(closing: "}" | "]", passOne: () => void): void {
    open.push(at);
    at += 1;
    for (let next = passBlanks(); next !== closing; next = passBlanks()) {
      passOne();
      const after = passBlanks();
      if (after === closing) break;
      if (after !== ",") refuseWhatStandsHere(NO_COMMA);
      const comma = at;
      at += 1;
      if (passBlanks() === closing) refuse(TRAILING_COMMA, comma);
    }
    at += 1;
    open.pop();
  }

  function passEntry(): void {
    if (text[at] !== '"') refuseWhatStandsHere(NO_KEY);
    passString();
    if (passBlanks() !== ":") refuseWhatStandsHere(NO_COLON);
    at += 1;
    passValue();
  }

  function passString(): void {
    open.push(at);
    at += 1;
    for (let next = text[at]; next !== '"'; next = text[at]) {
      if (next === undefined) refuseWhatStandsHere(NO_VALUE);
      if (next === "\n" || next === "\r") refuse(LINE_BREAK);
      if (next < " ") refuse(CONTROL);
      const end = next === "\\" ? skip(ESCAPE, text, at) : at + 1;
      if (end === at) refuse(BAD_ESCAPE);
      at = end;
    }
    at += 1;
    open.pop();
  }

  passValue();
  passBlanks();
  return refuseWhatStandsHere(NO_END);
}
