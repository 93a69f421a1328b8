// Calls of functions, which are in tables.

import type { Call, Expression } from "../../../text/hcl/syntax.ts";
import { unknown, valueOfHole } from "../../../values/hole.ts";
import type { Origin, Value } from "../../../values/value.ts";
import { firstOf, whether } from "./attempts.ts";
import { type Evaluation, inMode, isNull, refused, resultOf } from "./evaluation.ts";
import { arns } from "./functions/arns.ts";
import { encodings } from "./functions/encodings.ts";
import { files } from "./functions/files.ts";
import { formats } from "./functions/format.ts";
import { hashes } from "./functions/hashes.ts";
import { lists } from "./functions/lists.ts";
import { maps } from "./functions/maps.ts";
import { members } from "./functions/members.ts";
import { networks } from "./functions/networks.ts";
import { regexes } from "./functions/regex.ts";
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

/** All others refuse it. */
const TAKING_NULL: ReadonlySet<string> = new Set(
  [
    "coalesce jsonencode yamlencode lookup merge format formatlist",
    "sensitive nonsensitive ephemeralasnull tobool tonumber tostring tolist tomap toset",
  ].flatMap((names) => names.split(" ")),
);

export function call(expression: Expression & Call, origin: Origin, outer: Evaluation): Value {
  const evaluation = inMode(outer, "split");
  const { name, arguments: written } = expression;
  if (name === "try") return firstOf(written, origin, evaluation);
  if (name === "can") return whether(written, origin, evaluation, (asked) => inputsOf(asked, evaluation));
  const inputs = inputsOf(expression, evaluation);
  const plainName = name.replace(/^core::/, "");
  const row = FUNCTIONS.get(plainName);
  if (row !== undefined && inputs?.some(isNull) && !TAKING_NULL.has(plainName)) return refused();
  const value = inputs && row?.run(inputs, origin, evaluation);
  if (value !== undefined) return value;
  const many = row?.gives === "list";
  const result = resultOf(name, inputs ?? written.map((each) => evaluation.evaluate(each, evaluation)), { many });
  return row?.gives === "text" ? valueOfHole(result, origin) : unknown(result, origin);
}

/** Undefined where a list of unknown length is to be spread. */
function inputsOf({ arguments: written, spread }: Call, evaluation: Evaluation): readonly Value[] | undefined {
  const inputs = written.map((each) => evaluation.evaluate(each, evaluation));
  if (!spread) return inputs;
  const last = inputs.at(-1);
  return last?.kind === "list" ? [...inputs.slice(0, -1), ...last.items] : undefined;
}
