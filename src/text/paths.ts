// Paths into a document as others write them: people, and JSON Pointers.

import { at, type Json, type Path } from "./document.ts";

/** "scopes[0].rules.public-trust"; "" is the whole document. */
export function nameOf(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

/** The keys of a JSON Pointer (RFC 6901). */
function pointerTokens(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The JSON Pointer (RFC 6901) that leads along a path. */
export function pointerTo(path: Path): string {
  return path.map((part) => `/${`${part}`.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Where a JSON Pointer leads in `root`: it does not tell an index from a key, the document does. */
export function pathOf(pointer: string, root: Json): Path {
  const path: (string | number)[] = [];
  for (const token of pointerTokens(pointer)) path.push(Array.isArray(at(root, path)) ? Number(token) : token);
  return path;
}
