// The construct tree of an app: used where a stack's metadata do not name the construct that made a resource.

import { entry, isObject, type Json } from "../../../text/document.ts";
import { type Artifact, artifactsOf } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";

const LOGICAL_ID = "aws:cdk:cloudformation:logicalId";
/** Constructs that are more deeply nested are not looked at. */
const DEEPEST = 200;

/** Logical id to construct path, in one stack; an id that stands in it twice is left out, for nothing tells which is which. */
export function pathsInTree({ id, body }: Artifact, { manifest, json }: Assembly): ReadonlyMap<string, string> {
  const tree = artifactsOf(manifest.value).find(({ type }) => type === "cdk:tree");
  const file = entry(entry(tree?.body, "properties"), "file");
  const name = entry(body, "displayName");
  const stack = `${typeof name === "string" ? name : id}/`;
  const paths = new Map<string, string>();
  const twice = new Set<string>();
  const root = typeof file === "string" ? entry(json(file), "tree") : undefined;
  for (const node of nodes(root)) {
    const path = entry(node, "path");
    const made = entry(entry(node, "attributes"), LOGICAL_ID);
    if (typeof path !== "string" || typeof made !== "string" || !path.startsWith(stack)) continue;
    if (paths.has(made)) twice.add(made);
    paths.set(made, path);
  }
  for (const each of twice) paths.delete(each);
  return paths;
}

function* nodes(node: Json | undefined, depth = 0): Iterable<Json> {
  if (!isObject(node) || depth > DEEPEST) return;
  yield node;
  const children = entry(node, "children");
  for (const name of isObject(children) ? Object.keys(children) : []) yield* nodes(entry(children, name), depth + 1);
}
