// Makes our nodes from those of the YAML library: tags by their long names, merge keys applied, keys as texts.

import { isAlias, isMap, isScalar, type ParsedNode, type YAMLMap, type YAMLSeq, type Scalar as YamlScalar } from "yaml";
import { duplicateKey } from "../duplicate-keys.ts";
import { Problem } from "../problem.ts";
import type { Range, Source } from "../source.ts";
import { collectAnchors } from "./anchors.ts";
import {
  type Entry,
  follow,
  heightOf,
  type List,
  longName,
  type Node,
  type Scalar,
  type Struct,
  type Tag,
} from "./node.ts";
import { DEPTH, tooDeep } from "./stream.ts";

const CORE = "tag:yaml.org,2002:";
/** YAML's own tags that say how a scalar is to be read; all others say nothing to us. */
const TYPED: ReadonlyMap<string, boolean> = new Map([
  [`${CORE}str`, false],
  ...["null", "bool", "int", "float"].map((name) => [CORE + name, true] as const),
]);

const STYLES: Readonly<Record<YamlScalar.Type, Scalar["style"]>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/** `tags` gives the places of the stream's tags, from this document's first one on. Throws a Problem; `warnings`: keys given twice. */
export function buildTree(
  source: Source,
  contents: ParsedNode,
  tags: Iterator<Range>,
): { readonly root: Node; readonly warnings: readonly Problem[] } {
  const anchors = collectAnchors(source);
  const warnings: Problem[] = [];

  /** `level`: how many maps and lists stand around the node. */
  function build(node: ParsedNode, level: number): Node {
    const leave = anchors.enter(isAlias(node) ? undefined : node.anchor);
    if (isAlias(node)) return { kind: "alias", range: rangeOf(node), target: anchors.repeated(node, level) };
    const tag = nextTag(node.tag);
    const target = isScalar(node) ? scalar(source.text, node, tag) : collection(node, tag, level + 1);
    leave(target);
    return target;
  }

  /** The walk meets tagged nodes in the order in which their tags stand in the text. */
  function nextTag(tag: string | undefined): Tag | undefined {
    if (tag === undefined) return undefined;
    const range: Range = tags.next().value;
    const name = longName(tag);
    return name === undefined ? undefined : { name, range };
  }

  function collection(node: YAMLMap.Parsed | YAMLSeq.Parsed, tag: Tag | undefined, level: number): List | Struct {
    if (level > DEPTH) throw tooDeep(source, node.range[0]);
    if (isMap(node)) return struct(node, tag, level);
    const items = node.items.map((item) => build(item, level));
    return { kind: "list", items, tag, range: collectionRange(node, items.at(-1)), height: 1 + highest(items) };
  }

  function struct(node: YAMLMap.Parsed, tag: Tag | undefined, level: number): Struct {
    const own = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    let last: Node | undefined;
    for (const pair of node.items) {
      const { text, style, range } = key(pair.key, level);
      last = pair.value === null ? emptyAt(range.end) : build(pair.value, level);
      if (text === "<<" && style === "plain") {
        for (const [name, entry] of entriesOf(last, pair.key)) if (!merged.has(name)) merged.set(name, entry);
        continue;
      }
      const earlier = own.get(text);
      if (earlier !== undefined) warnings.push(duplicateKey(source, pair.key.range[0], earlier.key.start));
      own.set(text, { key: range, value: last });
    }
    const entries = new Map([...merged, ...own]);
    const height = 1 + highest(Array.from(entries.values(), ({ value }) => value));
    return { kind: "map", entries, tag, range: collectionRange(node, last), height };
  }

  /** Its range is where it stands in this map, also if it is an alias. */
  function key(node: ParsedNode, level: number): Scalar {
    const written = build(node, level);
    const target = follow(written);
    if (target.kind === "scalar" && target.tag === undefined) return { ...target, range: written.range };
    const help = "put quotes around it; where another tool is to fill in {{ … }}, run that first";
    throw problem(node, "a key that is no plain text", help);
  }

  /** What `<<: value` brings in; of several maps the first one wins. */
  function* entriesOf(value: Node, key: ParsedNode): Generator<[string, Entry]> {
    const target = follow(value);
    for (const parent of target.kind === "list" ? target.items.map(follow) : [target]) {
      if (parent.kind !== "map" || parent.tag !== undefined) {
        const help = "give it a map, an alias of one, or a list of such";
        throw problem(key, "<< takes in the entries of a map, and this is none", help);
      }
      yield* parent.entries;
    }
  }

  function problem(node: ParsedNode, message: string, help: string): Problem {
    return new Problem(message, help, source.position(node.range[0]));
  }

  return { root: build(contents, 0), warnings };
}

function scalar(text: string, node: YamlScalar.Parsed, tag: Tag | undefined): Scalar {
  const style = STYLES[(node.type ?? "PLAIN") as YamlScalar.Type];
  const range = style === "block" ? blockRange(text, rangeOf(node)) : rangeOf(node);
  const typed = TYPED.get(node.tag ?? "") ?? style === "plain";
  return { kind: "scalar", text: node.source, style, typed, range, tag };
}

function emptyAt(offset: number): Scalar {
  const range = { start: offset, end: offset };
  return { kind: "scalar", text: "", style: "plain", typed: true, range, tag: undefined };
}

function rangeOf(node: ParsedNode): Range {
  return { start: node.range[0], end: node.range[1] };
}

/** The library counts the line breaks and comments after an indented collection in. */
function collectionRange(node: YAMLMap.Parsed | YAMLSeq.Parsed, last: Node | undefined): Range {
  return node.flow || last === undefined ? rangeOf(node) : { start: node.range[0], end: last.range.end };
}

/** From the first character of a block scalar's content to the end of its last line; its header, where there is no content. */
function blockRange(text: string, { start, end }: Range): Range {
  const endOfLine = (offset: number) => offset + text.slice(offset, end).search(/[\r\n]|$/);
  const isBlank = (offset: number) => " \t\r\n".includes(text[offset] ?? "");
  const header = endOfLine(start);
  let first = header;
  while (first < end && isBlank(first)) first += 1;
  if (first === end) return { start, end: header };
  let last = end - 1;
  while (isBlank(last)) last -= 1;
  return { start: first, end: endOfLine(last) };
}

function highest(nodes: readonly Node[]): number {
  return nodes.reduce((height, node) => Math.max(height, heightOf(node)), 0);
}
