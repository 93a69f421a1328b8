// The header of a loop, in `for` expressions and `%{for}` directives: names and the collection.

import { expect, expectIdentifier, type Reading, take } from "./reading.ts";
import type { Loop } from "./syntax.ts";

/** `k, v in collection`, after `for`. */
export function readLoop(reading: Reading): Loop {
  const first = expectIdentifier(reading);
  const second = take(reading, /,/y) === undefined ? undefined : expectIdentifier(reading);
  expect(reading, /in(?![\p{ID_Continue}-])/uy, '"in"');
  const collection = reading.expression(reading);
  return { ...(second === undefined ? { valueName: first } : { keyName: first, valueName: second }), collection };
}
