// The nodes of a YAML document: scalars, lists, maps and aliases, each with its range, and its tag by the long name.

import type { Range } from "../source.ts";

export type Node = Target | Alias;
/** What an alias can stand for. */
export type Target = Scalar | List | Struct;

interface Written {
  /** Of the value, without its tag. */
  readonly range: Range;
  readonly tag: Tag | undefined;
}

export interface Tag {
  /** The long form: "Fn::Sub", "Ref". */
  readonly name: string;
  readonly range: Range;
}

export interface Scalar extends Written {
  readonly kind: "scalar";
  /** Decoded. */
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "block";
  /** To be read as a number, a boolean or null where it looks like one. */
  readonly typed: boolean;
}

export interface List extends Written {
  readonly kind: "list";
  readonly items: readonly Node[];
  /** Levels of maps and lists, this one counted, aliases followed. */
  readonly height: number;
}

export interface Struct extends Written {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly height: number;
}

export interface Entry {
  readonly key: Range;
  readonly value: Node;
}

export interface Alias {
  readonly kind: "alias";
  readonly range: Range;
  readonly target: Target;
}

export function follow(node: Node): Target {
  return node.kind === "alias" ? node.target : node;
}

export function heightOf(node: Node): number {
  const target = follow(node);
  return target.kind === "scalar" ? 0 : target.height;
}

/** Where the node stands, its tag included. */
export function wholeRange(node: Node): Range {
  return node.kind === "alias" || node.tag === undefined
    ? node.range
    : { start: node.tag.range.start, end: node.range.end };
}

/** The function that a short form stands for; undefined for YAML's own tags. */
export function longName(tag: string): string | undefined {
  const [, name] = /^!(.+)$/.exec(tag) ?? [];
  return name === undefined || name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

/** `!GetAtt Role.Arn` names a resource and its attribute, parted by the first dot: the pieces' ranges within the text. */
export function attributeParts(node: Scalar): readonly [Range, Range] | undefined {
  const dot = node.tag?.name === "Fn::GetAtt" ? node.text.indexOf(".") : -1;
  return dot < 0
    ? undefined
    : [
        { start: 0, end: dot },
        { start: dot + 1, end: node.text.length },
      ];
}
