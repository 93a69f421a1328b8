// Policies as Terraform configuration in HCL whose role has them as JSON in a heredoc.

import { isList, isObject, type Json, type Path } from "../text/document.ts";
import type { Range } from "../text/source.ts";
import { OF_ROLE } from "./carried.ts";
import { type Form, type Location, NO_SUCH_RESOURCE } from "./form.ts";
import { inHcl } from "./hcl-text.ts";
import { conditionOf, escaped, isAbsent, LATER, referenceTo, substituted, surroundings } from "./terraform-words.ts";

const FILE = "example.tf";
const REASON = "JSON in a text has no words for what is left out";

export const hclHeredoc: Form = {
  name: "HCL (heredoc)",
  write(policy, parameters, { terraform: place } = OF_ROLE) {
    if (place === undefined || place.path.length > 1) return NO_SUCH_RESOURCE;
    if (leavesOut(policy)) return { reason: REASON };
    const pen: Pen = {
      text: `${inHcl(surroundings(policy, parameters)).text}\nresource "${place.type}" "example" {\n  ${place.path[0]} = <<-POLICY\n`,
      places: new Map(),
    };
    write(policy, [], "    ", pen);
    pen.text += "\n  POLICY\n}\n";
    const locations = (part: Path) =>
      (pen.places.get(JSON.stringify(part)) ?? []).map((what): Location => ({ path: [], what }));
    return { files: [{ path: FILE, content: pen.text }], path: FILE, locations };
  },
};

interface Pen {
  text: string;
  readonly places: Map<string, Range[]>;
}

function leavesOut(value: Json): boolean {
  if (isList(value)) return value.some(leavesOut);
  return isObject(value) && (isAbsent(value) || Object.values(value).some(leavesOut));
}

function mark(path: Path, pen: Pen, writing: () => void): void {
  const { length: start } = pen.text;
  writing();
  const key = JSON.stringify(path);
  pen.places.set(key, [...(pen.places.get(key) ?? []), { start, end: pen.text.length }]);
}

function write(value: Json, path: Path, indent: string, pen: Pen): void {
  mark(path, pen, () => {
    if (typeof value === "string") pen.text += escaped(JSON.stringify(value));
    else if (isList(value))
      between("[]", value.keys(), indent, pen, (index) =>
        write(value[index] ?? null, [...path, index], `${indent}  `, pen),
      );
    else if (isObject(value)) writeObject(value, path, indent, pen);
    else pen.text += JSON.stringify(value);
  });
}

function writeObject(value: Json & object, path: Path, indent: string, pen: Pen): void {
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": branches } = value as Record<string, Json>;
  if ("$unknown" in value) pen.text += `\${jsonencode(${LATER})}`;
  else if (typeof ref === "string") pen.text += `\${jsonencode(${referenceTo(ref)})}`;
  else if (typeof sub === "string") pen.text += `"${substituted(sub)}"`;
  else if (isList(branches)) {
    const [name, met = null, otherwise = null] = branches;
    pen.text += `%{ if ${conditionOf(typeof name === "string" ? name : "")} }`;
    write(met, [...path, "Fn::If", 1], indent, pen);
    pen.text += "%{ else }";
    write(otherwise, [...path, "Fn::If", 2], indent, pen);
    pen.text += "%{ endif }";
  } else {
    between("{}", Object.keys(value), indent, pen, (key) => {
      mark([...path, key], pen, () => {
        pen.text += escaped(JSON.stringify(key));
      });
      pen.text += ": ";
      write((value as Record<string, Json>)[key] ?? null, [...path, key], `${indent}  `, pen);
    });
  }
}

/** Over several lines, as people write it. */
function between<T>(
  [opening = "", closing = ""]: string,
  items: Iterable<T>,
  indent: string,
  pen: Pen,
  one: (item: T) => void,
): void {
  pen.text += opening;
  const all = [...items];
  for (const [index, item] of all.entries()) {
    pen.text += `${index > 0 ? "," : ""}\n${indent}  `;
    one(item);
  }
  pen.text += all.length > 0 ? `\n${indent}${closing}` : closing;
}
