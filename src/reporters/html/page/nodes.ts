// Makes a tree of elements into DOM nodes; text of inputs becomes text nodes only.

import type { Element as Tree } from "../elements.ts";

const SVG = "http://www.w3.org/2000/svg";

export function nodeOf(tree: Tree | string, isDrawing = false): Node {
  if (typeof tree === "string") return document.createTextNode(tree);
  const drawn = isDrawing || tree.tag === "svg";
  const node = drawn ? document.createElementNS(SVG, tree.tag) : document.createElement(tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) node.setAttribute(name, value);
  node.append(...tree.children.map((child) => nodeOf(child, drawn)));
  return node;
}
