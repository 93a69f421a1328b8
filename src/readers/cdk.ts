// Reads cloud assemblies, the output of `cdk synth`: from a manifest to the templates of its stacks, nested stacks and stages.

import { at, type Document, entry, isList, isObject, type Path } from "../text/document.ts";
import { parseFile } from "../text/parse.ts";
import { Problem } from "../text/problem.ts";
import { artifactsOf, STACK } from "./cdk/model/artifacts.ts";
import { type Assembly, assemblyOf } from "./cdk/model/assembly.ts";
import { partsOfStack } from "./cdk/resources/stack.ts";
import type { Content, Deployment, Note, Part, Reader, ReadFile, Reading } from "./reader.ts";

/** What the manifest of every assembly is called. */
export const MANIFEST = "manifest.json";
const NESTED = "cdk:cloud-assembly";
const TYPE = /^(?:aws|cdk):/;

export const cdk: Reader = { format: "cdk", recognises, read };

/** Of any schema version: a manifest has a version, and artifacts of types of its own. */
function recognises({ value }: Document): boolean {
  if (!isObject(value) || typeof value.version !== "string") return false;
  return artifactsOf(value).some(({ type }) => TYPE.test(type));
}

/** Whether a file is the manifest of an assembly, whatever it is called. Throws a Problem where it cannot be read. */
export function isManifest(path: string, content: Content): boolean {
  return parseFile(path, content).documents.some(recognises);
}

/** Artifacts of other types deploy nothing, or nothing that we know. */
function read(document: Document, _: Deployment, readFile: ReadFile): Reading {
  const assembly = assemblyOf(document, readFile);
  const found = artifactsOf(document.value).flatMap((artifact): (Part | Problem)[] => {
    if (artifact.type === STACK) return partsOfStack(artifact, assembly);
    return artifact.type === NESTED ? [stage(artifact.path, assembly)] : [];
  });
  return {
    resources: [],
    problems: found.filter((each) => each instanceof Problem),
    notes: notLookedUp(document),
    parts: found.filter((each): each is Part => !(each instanceof Problem)),
  };
}

/** What the CDK puts in the place of a value that it could not look up reads like any other. */
function notLookedUp(document: Document): readonly Note[] {
  const path = ["missing"];
  const missing = at(document.value, path);
  if (!isList(missing) || missing.length === 0) return [];
  const providers = missing.map((one) => entry(one, "provider")).filter((one) => typeof one === "string");
  const what = providers.length === 0 ? "" : ` (${[...new Set(providers)].join(", ")})`;
  const message = `placeholders stand where the app looks values up${what}: run 'cdk synth' where it can, and check again`;
  return [{ message, origin: { document, path } }];
}

function stage(artifact: Path, assembly: Assembly): Part | Problem {
  return assembly.part([...artifact, "properties", "directoryName"], (folder) => `${folder}/${MANIFEST}`);
}
