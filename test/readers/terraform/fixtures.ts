// What Terraform wrote: plans and states of the configurations in test/fixtures/terraform.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckInput, check } from "../../../src/check.ts";

export const FOLDER = join(import.meta.dirname, "../../fixtures/terraform");

export function fixture(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

export function checked(name: string, config: CheckInput["config"] = {}) {
  return check({ files: [{ path: name, content: fixture(name) }], config });
}
