// A part of a template with its place: its members, or the function call that it is.

import { at, below, type Document, entry, isList, isObject, type Json, type Path } from "../../../text/document.ts";
import type { Origin, Value } from "../../../values/value.ts";

/** A part of the template, or of a file that it includes, and where it stands. */
export interface Node {
  readonly document: Document;
  readonly json: Json;
  readonly path: Path;
  /** What the identifiers of the loops around it stand for. */
  readonly bindings?: ReadonlyMap<string, Binding>;
}

/** What the identifier of a loop stands for in one iteration: an item, or any element of a list that deployment decides. */
export type Binding = { readonly item: Value } | { readonly anyElementOf: Node };

export function nodeAt(document: Document, path: Path): Node | undefined {
  const json = at(document.value, path);
  return json === undefined ? undefined : { document, json, path };
}

export function child(node: Node, key: string | number): Node | undefined {
  const json = entry(node.json, key);
  return json === undefined ? undefined : { ...node, json, path: below(node.path, key) };
}

export function childAt(node: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((inner, key) => inner && child(inner, key), node);
}

/** The elements of a list; of anything else none. */
export function children(node: Node): readonly Node[] {
  return isList(node.json) ? node.json.map((json, index) => ({ ...node, json, path: below(node.path, index) })) : [];
}

export interface FunctionCall {
  readonly name: string;
  readonly argument: Node;
}

/** The function call that an object with one entry is, if its key names a function. */
export function callOf(node: Node): FunctionCall | undefined {
  const [name, ...others] = isObject(node.json) ? Object.keys(node.json) : [];
  const argument = name === undefined || others.length > 0 ? undefined : child(node, name);
  return name === undefined || argument === undefined ? undefined : { name, argument };
}

export function isFunctionName(name: string | undefined): boolean {
  return name !== undefined && (name === "Ref" || /^(?:Fn|Rain)::/.test(name));
}

export function originOf({ document, path }: Node): Origin {
  return { document, path };
}
