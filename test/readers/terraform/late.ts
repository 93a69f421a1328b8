// Plans and states made so long that they are read late, and the report of the same text read as a whole.

import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { check } from "../../../src/check.ts";
import { parseFile } from "../../../src/text/parse.ts";

const FOLDER = new URL("../../fixtures/terraform/", import.meta.url);

export const RECORDS = readdirSync(FOLDER).filter((name) => /(?:plan|state).*\.(?:json|tfstate)$/.test(name));

/** Blanks after its first character: what is shorter is read as a whole. */
export function lengthened(text: string): string {
  return `${text.slice(0, 1)}\n${" ".repeat(2 * 1024 * 1024)}${text.slice(1)}`;
}

export function recordText(name: string): string {
  return readFileSync(new URL(name, FOLDER), "utf8");
}

const CONFIG = {
  vendors: [{ name: "Acme", accounts: ["444455556666"], accountParameters: ["aws_iam_role.*.name"], tenancy: "multi" }],
  tenancy: "multi",
} as const;

/** What bytes say is said of the text that they are: only bytes are read late. */
export function expectSameReport(path: string, content: Uint8Array): void {
  const [late, whole] = [content, new TextDecoder("utf-8", { ignoreBOM: true }).decode(content)].map((each) =>
    check({ files: [{ path, content: each }], config: CONFIG }),
  );
  expect(late).toEqual(whole);
}

export function isReadLate(path: string, content: Uint8Array): boolean {
  const [document] = parseFile(path, content).documents;
  return Object.getOwnPropertyDescriptor(document?.source, "text")?.get !== undefined;
}
