// Which characters of an input reports may not show: values that it marks as secret, and values whose names say that they are.

import { type Document, entry, isList, isObject, type Json, maySpell, type Path } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import { hiddenInBody } from "./hidden/hcl.ts";
import { type Hidden, isSecretName, SECRET_TEXT } from "./hidden/names.ts";

/** `NoEcho` of CloudFormation; `sensitive` and `ephemeral` of Terraform's JSON syntax. */
const MARKS = ["NoEcho", "sensitive", "ephemeral"];
/** What stands beside a mark and has the value. */
const MARKED = ["Default", "AllowedValues", "default", "value"];
/** Values of the user's own that configuration holds for parameters. */
const GIVEN = "parameters";

/** A text without any of them hides nothing. */
const SPELLED = [...MARKS, GIVEN].map((name) => new RegExp(name));

export type { Hidden } from "./hidden/names.ts";

/** By lines, from 1: offsets in each, which may lie past its end. */
export function hiddenIn(documents: readonly Document[]): ReadonlyMap<number, readonly Hidden[]> {
  const lines = new Map<number, Hidden[]>();
  for (const document of documents) {
    for (const { declared, ...range } of hiddenRanges(document)) {
      const first = document.source.position(range.start);
      const last = document.source.position(range.end);
      for (let line = first.line; line <= last.line; line += 1) {
        const start = line === first.line ? first.column - 1 : 0;
        const end = line === last.line ? last.column - 1 : Number.POSITIVE_INFINITY;
        const others = lines.get(line) ?? [];
        lines.set(line, others);
        others.push({ start, end, declared });
      }
    }
  }
  return lines;
}

function hiddenRanges(document: Document): Iterable<Hidden> {
  if (isHcl(document)) return hiddenInBody(document.file.body);
  const found: Hidden[] = [];
  if (![...SPELLED, SECRET_TEXT].some((pattern) => maySpell(document, pattern))) return found;
  noteHidden(document, document.value, [], found);
  return found;
}

/** `path`: the way to the value, which the walk changes as it goes. */
function noteHidden(document: Document, value: Json, path: (string | number)[], found: Hidden[]): void {
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      noteHidden(document, value[index] as Json, path, found);
      path.pop();
    }
  }
  if (!isObject(value)) return;
  const isMarked = MARKS.some((mark) => isTrue(entry(value, mark)));
  for (const key of Object.keys(value)) {
    const inner = entry(value, key) ?? null;
    path.push(key);
    const declared = (isMarked && MARKED.includes(key)) || (key === GIVEN && isGiven(path));
    if (declared || (isSecretName(key) && isPlain(inner))) found.push({ ...document.locate([...path]), declared });
    else noteHidden(document, inner, path, found);
    path.pop();
  }
}

/** Texts of other types count as what they spell; what is neither is no `false`. */
function isTrue(value: Json | undefined): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== false &&
    !/^(?:false|)$/i.test(typeof value === "string" ? value : "x")
  );
}

/** What has a map in it is a role that is called so, or a policy. */
function isPlain(value: Json): boolean {
  return isList(value) ? value.every(isPlain) : !isObject(value);
}

/** `parameters` of unconfused.yaml, or of one of its scopes. */
function isGiven(path: Path): boolean {
  return path.length === 1 || (path.length === 3 && path[0] === "scopes");
}
