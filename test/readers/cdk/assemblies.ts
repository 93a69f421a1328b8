import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckInput, check } from "../../../src/check.ts";
import type { Json } from "../../../src/text/document.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/cdk");

/** What is in a folder of the fixtures, as if it were in `cdk.out`. */
export function assembly(folder: "assembly" | "old"): Record<string, string> {
  const names = readdirSync(join(FIXTURES, folder), { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    names
      .filter((name) => /\.(?:json|out)$/.test(name))
      .map((name) => [`cdk.out/${name.replaceAll("\\", "/")}`, readFileSync(join(FIXTURES, folder, name), "utf8")]),
  );
}

/** The program that `assembly` was synthesised from. */
export function program(): Record<string, string> {
  return { "stacks.ts": readFileSync(join(FIXTURES, "app/stacks.ts"), "utf8") };
}

/** Where the fixtures say that the app was: a run there reads its files by both their names. */
function readIn(folder: string, files: Readonly<Record<string, string>>): NonNullable<CheckInput["read"]> {
  return (path) => files[path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path];
}

export const MANIFEST = "cdk.out/manifest.json";

/** A run over the assembly of a folder, on the machine that synthesised it. */
export function checkIn(folder: string, files: Readonly<Record<string, string>>, more: Partial<CheckInput> = {}) {
  return check({ files: [{ path: MANIFEST, content: files[MANIFEST] ?? "" }], read: readIn(folder, files), ...more });
}

export function trust(account: Json) {
  return { Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" }] };
}

const ROLE = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust("222222222222") } };

/** One stack with one open role, `Role1`; `metadata` are those of its constructs. */
export function small(metadata: Json, resource: Readonly<Record<string, Json>> = {}): Record<string, string> {
  const stack = { type: "aws:cloudformation:stack", properties: { templateFile: "Stack.template.json" }, metadata };
  return {
    [MANIFEST]: JSON.stringify({ version: "48.0.0", artifacts: { Stack: stack } }),
    "cdk.out/Stack.template.json": JSON.stringify({ Resources: { Role1: { ...ROLE, ...resource } } }),
  };
}
