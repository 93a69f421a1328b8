// Where the files that are deployed together speak of a resource: by a reference, by its ARN, or by a name at the end of one.

import type { Resource } from "../readers/reader.ts";
import { type Document, entry, isList, isObject, type Json, type Path } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import { innerOf } from "../text/hcl/inner.ts";
import type { Block, Body, Expression } from "../text/hcl/syntax.ts";
import { upToLast } from "../text/scan.ts";

export interface Mention {
  /** On the way to it: of maps, blocks and arguments, and the condition key of a block. */
  readonly keys: readonly string[];
  /** What speaks of it, for people: "Outputs.Arn". */
  readonly by: string;
  /** It speaks of itself. */
  readonly isOwn: boolean;
}

/** What names it beside a reference. */
export interface Named {
  readonly arn?: string;
  /** How ARNs of it end. */
  readonly suffix?: string;
}

export function mentionsOf(resource: Resource, named: Named, documents: readonly Document[]): readonly Mention[] {
  const sought = soughtFor(resource, named);
  return documents.flatMap((document) => [
    ...(isHcl(document)
      ? inBody(document.file.body, { ...sought, text: document.source.text }, [], undefined)
      : inJson(document.value, sought, [], isOf(resource, document))),
  ]);
}

/** In files that know no reference to it. */
export function namedIn(named: Named, documents: readonly Document[]): readonly Mention[] {
  if (named.arn === undefined && named.suffix === undefined) return [];
  const sought: Sought = { ...named, id: "", isTerraform: true, refersIn: () => false };
  return documents.flatMap((document) => [
    ...(isHcl(document)
      ? inBody(document.file.body, { ...sought, text: document.source.text }, [], undefined)
      : inJson(document.value, sought, [], () => false)),
  ]);
}

interface Sought extends Named {
  /** Logical id, or address in its module without an instance. */
  readonly id: string;
  readonly isTerraform: boolean;
  refersIn(text: string): boolean;
}

function soughtFor({ format, id }: Resource, named: Named): Sought {
  const isTerraform = format !== "cloudformation" && format !== "cdk";
  if (!isTerraform) {
    const own = id.slice(id.lastIndexOf("/") + 1);
    const refersIn = (text: string) => text.includes(`\${${own}}`) || text.includes(`\${${own}.`);
    return { ...named, id: own, isTerraform, refersIn };
  }
  const own = withoutInstances(id).replace(/^(?:module\.[^.]+\.)+/, "");
  return { ...named, id: own, isTerraform, refersIn: (text) => hasAddress(text, own) };
}

/** An address without the keys of its instances. */
function withoutInstances(address: string): string {
  return upToLast("]", address).replace(/\[[^\]]*\]/g, "") + address.slice(upToLast("]", address).length);
}

/** A text that begins with the address, or has it behind the beginning of an interpolation in a line. */
function hasAddress(text: string, address: string): boolean {
  const isWhole = (line: string, at: number): boolean =>
    !/[\w.-]/.test(line[at - 1] ?? "") && !/[\w-]/.test(line[at + address.length] ?? "");
  if (text.startsWith(address) && isWhole(text, 0)) return true;
  return text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const begins = line.indexOf("${");
    if (begins < 0) return false;
    let at = line.indexOf(address, begins + "${".length);
    while (at >= 0 && !isWhole(line, at)) at = line.indexOf(address, at + 1);
    return at >= 0;
  });
}

/** Is what stands at a path the resource itself? */
function isOf({ origin }: Resource, document: Document): (path: Path) => boolean {
  return (path) =>
    origin.document === document &&
    path.length === origin.path.length &&
    path.every((key, index) => key === origin.path[index]);
}

/** What a plan and a state call the resource itself by, and its own ARN. */
const NAMES = new Set(["address", "arn", "id"]);

function* inJson(
  json: Json,
  sought: Sought,
  path: Path,
  isSelf: (path: Path) => boolean,
  isOwn = false,
): Generator<Mention> {
  if (typeof json === "string") {
    const keys = path.filter((key) => typeof key === "string");
    if (isMention(json, path, keys, sought)) yield { keys, by: shownPath(keys), isOwn };
    const embedded = embeddedIn(json);
    if (embedded !== undefined) yield* inJson(embedded, sought, path, isSelf, isOwn);
    return;
  }
  if (isList(json)) {
    for (const [index, item] of json.entries()) yield* inJson(item, sought, [...path, index], isSelf, isOwn);
    return;
  }
  if (!isObject(json)) return;
  const address = entry(json, "address");
  const own = isOwn || isSelf(path) || (sought.isTerraform && isAddress(address, sought));
  for (const key of Object.keys(json)) {
    const inner = entry(json, key);
    if (inner !== undefined) yield* inJson(inner, sought, [...path, key], isSelf, own);
  }
}

function isAddress(address: Json | undefined, { id }: Sought): boolean {
  return typeof address === "string" && (address === id || withoutInstances(address).endsWith(`.${id}`));
}

function isMention(
  written: string,
  path: Path,
  keys: readonly string[],
  { id, isTerraform, refersIn, arn, suffix }: Sought,
): boolean {
  const key = keys.at(-1) ?? "";
  if (suffix !== undefined && written.endsWith(suffix)) return true;
  if (arn !== undefined && written === arn) return !NAMES.has(key);
  if (isTerraform) return (key === "references" || written.includes("${")) && refersIn(written);
  if (key === "Ref") return written === id;
  if (key === "Fn::GetAtt") return path.at(-1) === 0 ? written === id : written.startsWith(`${id}.`);
  return refersIn(written) && keys.includes("Fn::Sub");
}

function embeddedIn(written: string): Json | undefined {
  if (!/^\s*\{/.test(written) || !written.includes('"Statement"')) return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** Without what every plan has on the way. */
function shownPath(keys: readonly string[]): string {
  const telling = keys.filter(
    (key) => !/^(?:configuration|root_module|expressions?|references|values?|Ref|Fn::.*)$/.test(key),
  );
  return telling.slice(0, 2).join(".");
}

interface SoughtInText extends Sought {
  readonly text: string;
}

function* inBody(
  { attributes, blocks }: Body,
  sought: SoughtInText,
  keys: readonly string[],
  block: Block | undefined,
): Generator<Mention> {
  for (const { name, value } of attributes.values())
    for (const found of inExpression(value, sought, [...keys, name]))
      yield { keys: found, by: shownBlock(block, name), isOwn: isResource(block, sought) };
  for (const inner of blocks)
    yield* inBody(inner.body, sought, [...keys, inner.type, ...keyAskedIn(inner)], block ?? inner);
}

/** `condition { variable = "iam:PermissionsBoundary" … }` */
function keyAskedIn({ body }: Block): readonly string[] {
  const variable = body.attributes.get("variable")?.value;
  return variable === undefined ? [] : [spelled(variable)];
}

function shownBlock(block: Block | undefined, name: string): string {
  return block === undefined ? name : [block.type, ...block.labels].join(".");
}

function isResource(block: Block | undefined, { id }: Sought): boolean {
  return block?.type === "resource" && block.labels.join(".") === id;
}

function* inExpression(
  expression: Expression,
  sought: SoughtInText,
  keys: readonly string[],
): Generator<readonly string[]> {
  if (refersTo(expression, sought) || isNamed(expression, sought)) yield keys;
  else if (expression.kind === "object")
    for (const { key, value } of expression.entries) yield* inExpression(value, sought, [...keys, spelled(key)]);
  else for (const inner of innerOf(expression)) yield* inExpression(inner, sought, keys);
}

function refersTo(expression: Expression, { id }: Sought): boolean {
  return (
    expression.kind === "attribute" &&
    expression.of.kind === "name" &&
    `${expression.of.name}.${expression.name}` === id
  );
}

function isNamed({ kind, start, end }: Expression, { suffix, text }: SoughtInText): boolean {
  if (kind !== "template" || suffix === undefined) return false;
  return text.slice(start, end).replace(/^"|"$/g, "").endsWith(suffix);
}

function spelled(key: Expression): string {
  const parts = key.kind === "template" ? key.parts : [];
  return parts.map((part) => (part.kind === "characters" ? part.text : "")).join("");
}
