// The templates of a stack's nested stacks: they are no artifacts of their own; metadata name them, or the hash in the address of the template.

import { posix } from "node:path";
import { at, entry, isList, isObject, type Json } from "../../text/document.ts";
import { artifactsOf } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";
import type { Constructs } from "./constructs.ts";

const NESTED_STACK = "AWS::CloudFormation::Stack";
const HASH = /[0-9a-f]{64}/;

/** File names, without the stack's own. */
export function nestedTemplates(template: string, constructs: Constructs, assembly: Assembly): readonly string[] {
  const byHash = assetFiles(assembly);
  const found = new Set([template, ...constructs.templates].map(posix.normalize));
  // A set goes on over what is added to it: nested stacks have nested stacks.
  for (const name of found) {
    for (const hash of hashesIn(assembly.json(name))) {
      const file = byHash().get(hash);
      if (file !== undefined) found.add(posix.normalize(file));
    }
  }
  found.delete(posix.normalize(template));
  return [...found];
}

/** Asset hash to file name, from every asset manifest of the assembly; read when first asked for. */
function assetFiles({ manifest, json }: Assembly): () => ReadonlyMap<string, string> {
  let files: ReadonlyMap<string, string> | undefined;
  return () => {
    files ??= new Map(
      artifactsOf(manifest.value)
        .filter(({ type }) => type === "cdk:asset-manifest")
        .flatMap(({ body }) => {
          const name = at(body, ["properties", "file"]);
          const assets = typeof name === "string" ? entry(json(name), "files") : undefined;
          return isObject(assets)
            ? Object.keys(assets).map((hash) => [hash, at(assets, [hash, "source", "path"])])
            : [];
        })
        .filter((asset): asset is [string, string] => typeof asset[1] === "string"),
    );
    return files;
  };
}

function hashesIn(template: Json | undefined): readonly string[] {
  const resources = entry(template, "Resources");
  if (!isObject(resources)) return [];
  return Object.keys(resources)
    .filter((id) => at(resources, [id, "Type"]) === NESTED_STACK)
    .flatMap((id) => texts(at(resources, [id, "Properties", "TemplateURL"])))
    .flatMap((text) => HASH.exec(text) ?? []);
}

function texts(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(texts);
  return isObject(value) ? Object.keys(value).flatMap((key) => texts(entry(value, key))) : [];
}
