// The inputs of the Action (action.yml documents them) as arguments of the command line.

import { OPTIONS } from "../cli/options/options.ts";
import { Stop } from "../cli/stop.ts";

export type ReadInput = (name: Input) => string;

/** Inputs that are options of the command line; a list has one a line. */
const AS_OPTIONS = {
  config: "value",
  rules: "list",
  tenancy: "value",
  parameters: "list",
  "fail-on": "value",
  strict: "flag",
  "no-inline": "flag",
  baseline: "value",
  since: "value",
  cache: "value",
} as const;

export const INPUTS = [
  "paths",
  ...(Object.keys(AS_OPTIONS) as (keyof typeof AS_OPTIONS)[]),
  "format",
  "sarif-file",
  "category",
  "annotations",
  "summary",
  "working-directory",
] as const;

export type Input = (typeof INPUTS)[number];

/** Throws Stop on an input that is none. */
export function commandLine(read: ReadInput): readonly string[] {
  return [
    "check",
    ...(Object.keys(AS_OPTIONS) as (keyof typeof AS_OPTIONS)[]).flatMap((name) => asOption(name, read)),
    ...formats(read),
    "--",
    ...lines(read("paths")),
  ];
}

function asOption(name: keyof typeof AS_OPTIONS, read: ReadInput): readonly string[] {
  const kind = AS_OPTIONS[name];
  const typed =
    kind === "flag"
      ? flag(name, read)
        ? [`--${name}`]
        : []
      : (kind === "list" ? lines(read(name)) : [read(name).trim()].filter((value) => value !== "")).map(
          (value) => `--${name}=${value}`,
        );
  if (typed.length > 0 && !Object.hasOwn(OPTIONS, name)) {
    throw new Stop({ message: `input ${name}: this version has no option --${name} yet`, help: "leave the input out" });
  }
  return typed;
}

/** `text`, or `json=report.json`; the log has a report in any case. */
function formats(read: ReadInput): readonly string[] {
  const asked = lines(read("format")).map((line) => {
    const [format = "", ...rest] = line.split("=");
    const file = rest.join("=").trim();
    // An expression that is empty here names no file: the report would be in the log alone.
    if (rest.length > 0 && file === "")
      throw new Stop({ message: `input format: '${line}' names no file`, help: "write FORMAT, or FORMAT=FILE" });
    return { format: format.trim(), file };
  });
  const sarif = read("sarif-file").trim();
  const all = [
    ...(asked.some(({ file }) => file === "") ? [] : [{ format: "text", file: "" }]),
    ...asked,
    ...(sarif === "" ? [] : [{ format: "sarif", file: sarif }]),
  ];
  return all.flatMap(({ format, file }) => [`--format=${format}`, ...(file === "" ? [] : [`--output=${file}`])]);
}

/** As YAML 1.2 spells it; a workflow may leave it blank. Throws Stop. */
export function flag(name: Input, read: ReadInput, ifBlank = false): boolean {
  const value = read(name).trim();
  if (value === "") return ifBlank;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new Stop({ message: `input ${name} cannot be '${value}'`, help: "it is true or false" });
}

function lines(value: string): readonly string[] {
  // A line of blanks would name the folder that this runs in.
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
