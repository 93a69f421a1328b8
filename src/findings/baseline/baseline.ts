// A baseline file: the findings that were there when somebody began to look, each by its fingerprint and by what lets it be found in a renamed file.

import { type Document, isObject } from "../../text/document.ts";
import { parseJson } from "../../text/json/parse.ts";
import { Problem, together } from "../../text/problem.ts";
import { faultsIn, placeOf } from "../../text/schema-faults.ts";
import { source } from "../../text/source.ts";
import type { Identity } from "../fingerprint.ts";
import { validate } from "../generated/baseline-schema.js";
import { tool } from "../tool.ts";

export interface BaselineEntry extends Identity {
  readonly fingerprint: string;
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Where an entry of it is written. */
  placeOf(entry: BaselineEntry): { readonly line: number; readonly column: number };
}

const WRITE_ANEW = "let --update-baseline write it anew";

/** Throws Problem on what is no baseline. */
export function parseBaseline(text: string, path: string): Baseline {
  if (text.trim() === "") throw new Problem("the baseline is empty", WRITE_ANEW);
  const document = read(text, path);
  const fault = together(faultsIn(document, validate));
  if (fault !== undefined) throw fault;
  const { value } = document;
  const entries = (isObject(value) ? value.entries : []) as unknown as readonly BaselineEntry[];
  const indexes = new Map(entries.map((entry, index) => [entry, index]));
  return { entries, placeOf: (entry) => placeOf(document, ["entries", indexes.get(entry) ?? 0]) };
}

function read(text: string, path: string): Document {
  try {
    return parseJson(source(path, text));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { message, line = 1, column = 1 } = thrown;
    const help = "name the file that --update-baseline wrote";
    throw new Problem(`this is no baseline: ${message}`, help, { line, column });
  }
}

/** In an order that no edit of the checked files changes, so that what differs between two baselines is what was found and mended. */
export function writtenBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = entries
    .map(({ rule, file, resource, principal, fingerprint }) => ({ rule, file, resource, principal, fingerprint }))
    .sort((one, other) => compare(orderOf(one), orderOf(other)));
  const $schema = `${tool.schemas}/baseline.schema.json`;
  return `${JSON.stringify({ $schema, version: 1, entries: sorted }, null, 2)}\n`;
}

function orderOf({ file, resource, rule, principal, fingerprint }: BaselineEntry): string {
  return [file, resource, rule, principal, fingerprint].join("\0");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
