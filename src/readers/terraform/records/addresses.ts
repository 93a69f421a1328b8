// Terraform addresses taken apart: modules with their instances, and what a reference names.

import { scalarText } from "../../../text/document.ts";
/** One `module.name["key"]`; `index` as written with its brackets, empty where there is none. */
export interface ModuleStep {
  readonly name: string;
  readonly index: string;
}

export type ModulePath = readonly ModuleStep[];

/** "data.aws_iam_policy_document.trust["a"].json": what is referred to, in the module that refers. */
export interface Reference {
  readonly mode: "managed" | "data";
  readonly type: string;
  /** The address without instance and attribute: "data.aws_iam_policy_document.trust". */
  readonly local: string;
  readonly index: string;
  /** The attribute, if one is named. */
  readonly attribute: string | undefined;
}

const INDEX = String.raw`(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
const NAME = String.raw`([\p{L}_][\p{L}\p{N}_-]*)`;
const MODULE = new RegExp(String.raw`(?:^|\.)module\.${NAME}${INDEX}`, "uy");
const RESOURCE = new RegExp(String.raw`^(data\.)?${NAME}\.${NAME}${INDEX}(?:\.${NAME})?`, "u");
const OUTPUT = new RegExp(String.raw`^module\.${NAME}${INDEX}\.${NAME}`, "u");
/** First words of references that name no resource. */
const OTHERS = new Set(["var", "local", "module", "each", "count", "path", "terraform", "self"]);

const ROOT: ModulePath = [];

export function modulePath(address = ""): ModulePath {
  if (address === "") return ROOT;
  const steps: ModuleStep[] = [];
  MODULE.lastIndex = 0;
  for (let match = MODULE.exec(address); match !== null; match = MODULE.exec(address)) {
    steps.push({ name: match[1] ?? "", index: match[2] ?? "" });
  }
  return steps;
}

/** As it begins the address of what stands in the module: empty at the root, else with a dot at its end. */
export function prefix(path: ModulePath): string {
  return path.map(({ name, index }) => `module.${name}${index}.`).join("");
}

/** An instance's key as Terraform gives it in JSON, as addresses have it. */
export function indexOf(key: unknown): string {
  return typeof key === "number" || typeof key === "string" ? `[${JSON.stringify(key)}]` : "";
}

/** The other way round; undefined where there is none. */
export function keyIn(index: string): string | number | undefined {
  const number = /^\[(\d+)\]$/.exec(index)?.[1];
  if (number !== undefined) return Number(number);
  try {
    return index === "" ? undefined : scalarText(JSON.parse(index.slice(1, -1)));
  } catch {
    return undefined;
  }
}

/** Undefined for what is no resource. */
export function resourceReference(text: string): Reference | undefined {
  const match = RESOURCE.exec(text);
  if (match === null) return undefined;
  const [, data, type = "", name = "", index = "", attribute] = match;
  if (data === undefined && OTHERS.has(type)) return undefined;
  const local = `${data ?? ""}${type}.${name}`;
  return { mode: data === undefined ? "managed" : "data", type, local, index, attribute };
}

/** The module call and output that "module.trust[0].json" names. */
export function outputReference(text: string): { readonly step: ModuleStep; readonly output: string } | undefined {
  const match = OUTPUT.exec(text);
  return match === null ? undefined : { step: { name: match[1] ?? "", index: match[2] ?? "" }, output: match[3] ?? "" };
}
