// Calls of functions: those that look at how their arguments turn out, and those in tables of those that take values.

import type { Call, Expression } from "../../../text/hcl/syntax.ts";
import { MAYBE } from "../../../values/doubt.ts";
import { unknown, valueOfHole } from "../../../values/hole.ts";
import type { Origin, Value } from "../../../values/value.ts";
import { attempted, type Evaluation, holeIn, inMode, refused, resultOf, truthText } from "./evaluation.ts";
import { arns } from "./functions/arns.ts";
import { encodings } from "./functions/encodings.ts";
import { files } from "./functions/files.ts";
import { formats } from "./functions/format.ts";
import { hashes } from "./functions/hashes.ts";
import { lists } from "./functions/lists.ts";
import { maps } from "./functions/maps.ts";
import { members } from "./functions/members.ts";
import { networks } from "./functions/networks.ts";
import { matching, regexes } from "./functions/regex.ts";
import type { Row } from "./functions/row.ts";
import { scalars } from "./functions/scalars.ts";
import { sets } from "./functions/sets.ts";
import { strings } from "./functions/strings.ts";
import { trimming } from "./functions/trimming.ts";
import { yaml } from "./functions/yaml.ts";

const FUNCTIONS: ReadonlyMap<string, Row> = new Map(
  [
    strings,
    regexes,
    formats,
    trimming,
    scalars,
    lists,
    sets,
    members,
    maps,
    encodings,
    hashes,
    files,
    networks,
    yaml,
    arns,
  ].flat(),
);

export function call(expression: Expression & Call, origin: Origin, outer: Evaluation): Value {
  const evaluation = inMode(outer, "settle");
  const { name, arguments: written } = expression;
  if (name === "try") return firstOf(written, evaluation);
  if (name === "can") return whether(written, origin, evaluation);
  const inputs = inputsOf(expression, evaluation);
  const row = FUNCTIONS.get(name.replace(/^core::/, ""));
  const value = inputs && row?.run(inputs, origin, evaluation);
  if (value !== undefined) return value;
  const many = row?.gives === "list";
  const result = resultOf(name, inputs ?? written.map((each) => evaluation.evaluate(each, evaluation)), { many });
  return row?.gives === "text" ? valueOfHole(result, origin) : unknown(result, origin);
}

/** Does Terraform not refuse it? What is not known may be refused. */
function whether(written: readonly Expression[], origin: Origin, evaluation: Evaluation): Value {
  const [only] = written;
  if (only?.kind === "call" && only.name === "regex") {
    const inputs = attempted(() => inputsOf(only, evaluation) ?? []);
    if (inputs === undefined) return truthText(false, origin);
    const [pattern, text] = inputs;
    const found = matching(pattern, text);
    if (found !== MAYBE) return truthText(found, origin);
  }
  const value = only && attempted(() => evaluation.evaluate(only, evaluation));
  if (value === undefined) return truthText(false, origin);
  return holeIn(value) === undefined ? truthText(true, origin) : valueOfHole(resultOf("can", [value]), origin);
}

/** Undefined where a list of unknown length is to be spread. */
function inputsOf({ arguments: written, spread }: Call, evaluation: Evaluation): readonly Value[] | undefined {
  const inputs = written.map((each) => evaluation.evaluate(each, evaluation));
  if (!spread) return inputs;
  const last = inputs.at(-1);
  return last?.kind === "list" ? [...inputs.slice(0, -1), ...last.items] : undefined;
}

/** The first that Terraform does not refuse. */
function firstOf(written: readonly Expression[], evaluation: Evaluation): Value {
  for (const each of written) {
    const value = attempted(() => evaluation.evaluate(each, evaluation));
    if (value !== undefined) return value;
  }
  return refused();
}
