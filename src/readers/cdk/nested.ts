// The templates of a stack's nested stacks: they are no artifacts of their own; metadata name them, or the hash in the address of the template.

import { at, entry, isList, isObject, type Json } from "../../text/document.ts";
import { artifactsOf } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";
import type { Constructs } from "./constructs.ts";

const NESTED_STACK = "AWS::CloudFormation::Stack";
const HASH = /[0-9a-f]{64}/;

export interface NestedStacks {
  /** File name of the template that a resource of a template deploys; undefined where it is none of the assembly's. */
  templateOf(template: string, id: string): string | undefined;
  /** All of those that a stack deploys, however deep. */
  below(template: string): readonly string[];
}

export function nestedStacks(constructs: Constructs, assembly: Assembly): NestedStacks {
  const byHash = assetFiles(assembly);

  function templateOf(template: string, id: string): string | undefined {
    const resource = at(assembly.json(template), ["Resources", id]);
    const told = constructs.templateOf(template, id) ?? at(resource, ["Metadata", "aws:asset:path"]);
    if (typeof told === "string") return told;
    const [hash] = texts(at(resource, ["Properties", "TemplateURL"])).flatMap((text) => HASH.exec(text) ?? []);
    return hash === undefined ? undefined : byHash().get(hash);
  }

  return {
    templateOf,
    below(template) {
      const found = new Set([template]);
      // A set goes on over what is added to it: nested stacks have nested stacks.
      for (const name of found) {
        for (const id of nestedIn(assembly.json(name))) {
          const file = templateOf(name, id);
          if (file !== undefined) found.add(file);
        }
      }
      return [...found].slice(1);
    },
  };
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

/** Logical ids. */
function nestedIn(template: Json | undefined): readonly string[] {
  const resources = entry(template, "Resources");
  if (!isObject(resources)) return [];
  return Object.keys(resources).filter((id) => at(resources, [id, "Type"]) === NESTED_STACK);
}

function texts(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(texts);
  return isObject(value) ? Object.keys(value).flatMap((key) => texts(entry(value, key))) : [];
}
