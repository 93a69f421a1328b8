import { expect, test } from "vitest";
import { parseHcl } from "../../../src/text/hcl/document.ts";
import { source } from "../../../src/text/source.ts";
import { inEveryWorld } from "../../../src/values/worlds.ts";
import { shown } from "../../values/shown.ts";
import { resources } from "./evaluated.ts";
import { fixture } from "./fixtures.ts";

/** Files with what the real Terraform made of their local `v`, as JSON; null where it refuses one. test/e2e/terraform/make.mjs writes it. */
const ROWS: readonly (readonly [file: string, terraform: string | null])[] = JSON.parse(fixture("files.json"));

const RESOURCE = 'resource "test_it" "r" {\n  p = jsonencode(local.v)\n}\n';

test.each(ROWS.filter(([, terraform]) => terraform !== null))("%j is %s", (file, terraform) => {
  expect(parseHcl(source("main.tf", file)).file.problems).toEqual([]);
  const found = resources({ "main.tf": file, "r.tf": RESOURCE }).get("test_it.r");
  const { outcomes } = inEveryWorld((world) => found?.property("p", world));
  expect(outcomes.map(({ result }) => result && shown(result))).toEqual([terraform]);
});

test.each(ROWS.filter(([, terraform]) => terraform === null))("%j is refused", (file) => {
  expect(parseHcl(source("main.tf", file)).file.problems).toHaveLength(1);
});
