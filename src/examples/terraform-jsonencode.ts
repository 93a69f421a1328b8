// Policies as Terraform configuration in JSON whose role encodes an object of HCL.

import { isList, isObject, type Json, type JsonObject, type Path } from "../text/document.ts";
import type { Range } from "../text/source.ts";
import { OF_ROLE, within } from "./carried.ts";
import { type Form, type Location, NO_SUCH_RESOURCE } from "./form.ts";
import {
  conditionOf,
  inQuotes,
  isAbsent,
  LATER,
  quoted,
  referenceTo,
  substituted,
  surroundings,
} from "./terraform-words.ts";

const FILE = "example.tf.json";

export const terraformJsonencode: Form = {
  name: "Terraform JSON (jsonencode)",
  write(policy, parameters, { terraform: place } = OF_ROLE) {
    if (place === undefined) return NO_SUCH_RESOURCE;
    const pen: Pen = { text: "${jsonencode(", places: new Map() };
    write(policy, [], pen);
    pen.text += ")}";
    const around = surroundings(policy, parameters);
    const { resource } = around;
    const carrier = { [place.type]: { example: { [place.path[0]]: within(place.path, pen.text) } } };
    const content = JSON.stringify(
      { ...around, resource: { ...(isObject(resource) ? resource : {}), ...carrier } },
      null,
      2,
    );
    const at: Path = ["resource", place.type, "example", ...place.path];
    const locations = (part: Path) =>
      (pen.places.get(JSON.stringify(part)) ?? []).map((what): Location => ({ path: at, what }));
    return { files: [{ path: FILE, content }], path: FILE, locations };
  },
};

/** An expression as it is written, with the characters of each part of the policy and of its key. */
interface Pen {
  text: string;
  readonly places: Map<string, Range[]>;
}

function mark(path: Path, pen: Pen, writing: () => void): void {
  const start = pen.text.length;
  writing();
  const key = JSON.stringify(path);
  pen.places.set(key, [...(pen.places.get(key) ?? []), { start, end: pen.text.length }]);
}

function write(value: Json, path: Path, pen: Pen): void {
  mark(path, pen, () => {
    if (typeof value === "string") pen.text += quoted(value);
    else if (isList(value)) writeList(value, path, pen);
    else if (isObject(value)) writeObject(value, path, pen);
    else pen.text += `${value}`;
  });
}

/** What is left out in one branch is an element of a list of its own there. */
function writeList(items: readonly Json[], path: Path, pen: Pen): void {
  const optional = items.some((item) => absentBranch(item) !== undefined);
  if (optional) pen.text += "concat(";
  between(optional ? ["", ")"] : ["[", "]"], items.keys(), pen, (index) => {
    const item = items[index] ?? null;
    const branches = absentBranch(item);
    if (branches === undefined) {
      if (optional) pen.text += "[";
      write(item, [...path, index], pen);
      if (optional) pen.text += "]";
      return;
    }
    pen.text += `${branches.condition} ? [`;
    write(branches.met, [...path, index, "Fn::If", 1], pen);
    pen.text += "] : []";
  });
}

function writeObject(value: JsonObject, path: Path, pen: Pen): void {
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": branches } = value;
  if ("$unknown" in value) pen.text += LATER;
  else if (typeof ref === "string") pen.text += referenceTo(ref);
  else if (typeof sub === "string") pen.text += inQuotes(substituted(sub));
  else if (isList(branches)) writeBranches(branches, path, pen);
  else writeMap(value, path, pen);
}

function writeBranches([name, met, otherwise]: readonly Json[], path: Path, pen: Pen): void {
  pen.text += `${conditionOf(`${name}`)} ? `;
  write(met ?? null, [...path, "Fn::If", 1], pen);
  pen.text += " : ";
  write(otherwise ?? null, [...path, "Fn::If", 2], pen);
}

function writeMap(value: JsonObject, path: Path, pen: Pen): void {
  const keys = Object.keys(value);
  const optional = keys.filter((key) => absentBranch(value[key]) !== undefined);
  const certain = keys.filter((key) => !optional.includes(key));
  const entry = (key: string, inner: Json, at: Path) => {
    mark([...path, key], pen, () => {
      pen.text += quoted(key);
    });
    pen.text += " = ";
    write(inner, at, pen);
  };
  if (optional.length > 0) pen.text += "merge(";
  between(["{ ", " }"], certain, pen, (key) => entry(key, value[key] ?? null, [...path, key]));
  for (const key of optional) {
    const branches = absentBranch(value[key]);
    if (branches === undefined) continue;
    pen.text += `, ${branches.condition} ? { `;
    entry(key, branches.met, [...path, key, "Fn::If", 1]);
    pen.text += " } : null";
  }
  if (optional.length > 0) pen.text += ")";
}

function between<T>(
  [opening, closing]: readonly [string, string],
  items: Iterable<T>,
  pen: Pen,
  one: (item: T) => void,
): void {
  pen.text += opening;
  for (const [index, item] of [...items].entries()) {
    if (index > 0) pen.text += ", ";
    one(item);
  }
  pen.text += closing;
}

/** `Fn::If` whose other branch is nothing. */
function absentBranch(value: Json | undefined): { readonly condition: string; readonly met: Json } | undefined {
  const branches = isObject(value) ? value["Fn::If"] : undefined;
  if (!isList(branches)) return undefined;
  const [name, met, otherwise] = branches;
  return isAbsent(otherwise) && met !== undefined ? { condition: conditionOf(`${name}`), met } : undefined;
}
