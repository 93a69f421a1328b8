// The formats that are read, and what is said of those that are not yet.

import { type Document, entry, type Json } from "../text/document.ts";
import { cdk } from "./cdk.ts";
import { cloudformation } from "./cloudformation.ts";
import type { Reader } from "./reader.ts";

const readers: readonly Reader[] = [cloudformation, cdk];

/** Undefined: the document is in no format that is read. */
export function readerOf(document: Document): Reader | undefined {
  return readers.find((reader) => reader.recognises(document));
}

const UNREAD: readonly { readonly what: string; readonly name?: RegExp; readonly keys?: readonly string[] }[] = [
  { what: "Terraform configuration", name: /\.tf(?:\.json)?$/ },
  { what: "a Terraform state", name: /\.tfstate$/ },
  { what: "a Terraform state", keys: ["terraform_version", "lineage"] },
  { what: "a Terraform plan or state", keys: ["terraform_version", "format_version"] },
];

/** Why a file is passed over that holds infrastructure; `value` is what it was parsed into, if it was. Undefined if it holds none that we know. */
export function unsupported(path: string, value?: Json): string | undefined {
  const unread = UNREAD.find(({ name, keys }) => {
    return name?.test(path) || keys?.every((key) => entry(value, key) !== undefined);
  });
  return unread && `Terraform is not read yet: this is ${unread.what}`;
}
