// The templates of a stack's nested stacks: they are no artifacts of their own; metadata name them, or the hash in the address of the template.

import { at, entry, isList, isObject, type Json } from "../../../text/document.ts";
import { type Artifact, artifactsOf } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";
import type { Constructs } from "./constructs.ts";

const NESTED_STACK = "AWS::CloudFormation::Stack";
const STACK_SET = "AWS::CloudFormation::StackSet";
const HASH = /[0-9a-f]{64}/;

export interface NestedStacks {
  /** File name of the template that a resource of a template deploys; undefined where it is none of the assembly's. */
  templateOf(template: string, id: string): string | undefined;
  /** Does the resource deploy to other accounts? */
  isStackSet(template: string, id: string): boolean;
  /** Names of the files that are needed for all that a stack deploys by nested stacks, however deep. */
  below(template: string): readonly string[];
}

export function nestedStacks(constructs: Constructs, assembly: Assembly): NestedStacks {
  const assets = assetsOf(assembly);
  const resourceAt = (template: string, id: string) => at(assembly.json(template), ["Resources", id]);

  function templateOf(template: string, id: string): string | undefined {
    const resource = resourceAt(template, id);
    const told = constructs.templateOf(template, id) ?? at(resource, ["Metadata", "aws:asset:path"]);
    if (typeof told === "string") return told;
    const hash = hashIn(resource);
    return hash === undefined ? undefined : assets().files.get(hash);
  }

  return {
    templateOf,
    isStackSet: (template, id) => entry(resourceAt(template, id), "Type") === STACK_SET,
    below(template) {
      const found = new Set([template]);
      // A set goes on over what is added to it: nested stacks have nested stacks.
      for (const name of found) {
        for (const id of nestedIn(assembly.json(name))) {
          const file = templateOf(name, id);
          const absent = hashIn(resourceAt(name, id)) === undefined ? [] : assets().absent;
          for (const needed of file === undefined ? absent : [file]) found.add(needed);
        }
      }
      return [...found].slice(1);
    },
  };
}

interface Assets {
  /** By their hashes, the names of files. */
  readonly files: ReadonlyMap<string, string>;
  /** The asset manifests that cannot be read. */
  readonly absent: readonly string[];
}

/** From every asset manifest of the assembly, read when first asked for. */
function assetsOf({ manifest, json }: Assembly): () => Assets {
  let assets: Assets | undefined;
  return () => {
    assets ??= readAssets(artifactsOf(manifest.value), json);
    return assets;
  };
}

function readAssets(artifacts: readonly Artifact[], json: Assembly["json"]): Assets {
  const files = new Map<string, string>();
  const absent: string[] = [];
  for (const { type, body } of artifacts) {
    const name = type === "cdk:asset-manifest" ? at(body, ["properties", "file"]) : undefined;
    if (typeof name !== "string") continue;
    const listed = entry(json(name), "files");
    if (!isObject(listed)) absent.push(name);
    else {
      for (const hash of Object.keys(listed)) {
        const path = at(listed, [hash, "source", "path"]);
        if (typeof path === "string") files.set(hash, path);
      }
    }
  }
  return { files, absent };
}

/** That of an asset, in the address of a template. */
function hashIn(resource: Json | undefined): string | undefined {
  const [found] = texts(at(resource, ["Properties", "TemplateURL"])).flatMap((text) => HASH.exec(text) ?? []);
  return found;
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
