// Parses the terms of HCL expressions: literals, names, calls, tuples, objects, `for`, and templates in quotes or heredocs.

import { decimal } from "./decimal.ts";
import { readLoop } from "./loop.ts";
import {
  expect,
  expectIdentifier,
  nested,
  type Reading,
  rangeFrom,
  refuse,
  startOfNext,
  take,
  takeIdentifier,
} from "./reading.ts";
import type { Entry, Expression } from "./syntax.ts";
import { readHeredoc, readQuoted } from "./template.ts";

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS: ReadonlyMap<string, "boolean" | "null"> = new Map([
  ["true", "boolean"],
  ["false", "boolean"],
  ["null", "null"],
]);
const FOR = /for(?![\p{ID_Continue}-])/uy;

export function readTerm(reading: Reading): Expression {
  const start = startOfNext(reading);
  const character = reading.from.text[start];
  switch (character) {
    case '"':
      return readQuoted(reading);
    case "(":
      return parenthesized(reading);
    case "[":
      return tuple(reading);
    case "{":
      return object(reading);
  }
  const digits = take(reading, NUMBER);
  if (digits !== undefined)
    return { kind: "literal", type: "number", text: decimal(digits) ?? digits, ...rangeFrom(reading, start) };
  const heredoc = readHeredoc(reading);
  if (heredoc !== undefined) return heredoc;
  const name = takeIdentifier(reading) ?? refuse(reading, "expected a value");
  const range = rangeFrom(reading, start);
  const type = LITERALS.get(name);
  if (type !== undefined) return { kind: "literal", type, text: name, ...range };
  return call(name, start, reading) ?? { kind: "name", name, ...range };
}

function parenthesized(reading: Reading): Expression {
  const start = reading.at;
  return nested(reading, false, () => {
    take(reading, /\(/y);
    const inner = reading.expression(reading);
    expect(reading, /\)/y, '")"');
    return { ...inner, ...rangeFrom(reading, start) };
  });
}

function call(first: string, start: number, reading: Reading): Expression | undefined {
  let name = first;
  while (take(reading, /::/y) !== undefined) name += `::${expectIdentifier(reading)}`;
  if (take(reading, /\(/y) === undefined) {
    return name === first ? undefined : refuse(reading, 'expected "(" after the name of a function');
  }
  const opening = reading.at - 1;
  return nested(reading, false, (): Expression => {
    const inputs: Expression[] = [];
    let spread = false;
    while (take(reading, /\)/y) === undefined) {
      if (spread) refuse(reading, 'expected ")" after "..."');
      inputs.push(reading.expression(reading));
      spread = take(reading, /\.\.\./y) !== undefined;
      if (take(reading, /,/y) === undefined) {
        expect(reading, /\)/y, '"," or ")"', opening);
        break;
      }
    }
    return { kind: "call", name, arguments: inputs, spread, ...rangeFrom(reading, start) };
  });
}

function tuple(reading: Reading): Expression {
  const start = reading.at;
  return nested(reading, false, () => {
    take(reading, /\[/y);
    if (take(reading, FOR) !== undefined) return comprehension(reading, start, /\]/y, '"]"');
    const items: Expression[] = [];
    while (take(reading, /\]/y) === undefined) {
      items.push(reading.expression(reading));
      if (take(reading, /,/y) === undefined) {
        expect(reading, /\]/y, '"," or "]"', start);
        break;
      }
    }
    return { kind: "tuple", items, ...rangeFrom(reading, start) };
  });
}

function object(reading: Reading): Expression {
  const start = reading.at;
  return nested(reading, false, (): Expression => {
    take(reading, /\{/y);
    if (take(reading, FOR) !== undefined) return comprehension(reading, start, /\}/y, '"}"');
    const entries: Entry[] = [];
    while (take(reading, /\}/y) === undefined) {
      entries.push(entry(reading));
      const { at } = reading;
      if (take(reading, /,/y) !== undefined) continue;
      const lineEnds = /[\r\n]/.test(reading.from.text.slice(at, reading.at));
      if (!lineEnds && reading.from.text[reading.at] !== "}") refuse(reading, 'expected "," or "}"', reading.at, start);
    }
    return { kind: "object", entries, ...rangeFrom(reading, start) };
  });
}

/** Its value ends with the line, unless brackets are open. */
function entry(reading: Reading): Entry {
  const key = objectKey(reading);
  expect(reading, /=(?!=)|:/y, '"=" or ":" after a key');
  startOfNext(reading);
  return { key, value: nested(reading, true, () => reading.expression(reading)) };
}

function objectKey(reading: Reading): Expression {
  const start = startOfNext(reading);
  const name = takeIdentifier(reading);
  if (name !== undefined) {
    const range = rangeFrom(reading, start);
    const ends = take(reading, /=(?!=)|:(?!:)/y) !== undefined;
    reading.at = ends ? range.end : start;
    if (ends) return { kind: "template", parts: [{ kind: "characters", text: name, ...range }], ...range };
  }
  return reading.expression(reading);
}

function comprehension(reading: Reading, start: number, closing: RegExp, what: string): Expression {
  const loop = readLoop(reading);
  expect(reading, /:/y, '":" after the collection');
  const first = reading.expression(reading);
  const second = take(reading, /=>/y) === undefined ? undefined : reading.expression(reading);
  const grouped = second !== undefined && take(reading, /\.\.\./y) !== undefined;
  const condition = take(reading, /if(?![\p{ID_Continue}-])/uy) === undefined ? undefined : reading.expression(reading);
  expect(reading, closing, what, start);
  return {
    kind: "for",
    ...loop,
    ...(second === undefined ? { value: first } : { key: first, value: second }),
    ...(condition && { condition }),
    grouped,
    ...rangeFrom(reading, start),
  };
}
