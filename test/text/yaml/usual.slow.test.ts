import { expect, test } from "vitest";
import { drawFrom } from "../../hostile/fuzz/mutations.ts";
import { bothReadings, drawYaml, yamlTexts } from "./library.ts";

/** A hundred for each random policy: a text costs less. */
const RUNS = 100 * Number(process.env.UNCONFUSED_RUNS ?? 500);
const { UNCONFUSED_SEED = "1" } = process.env;
const SEED = UNCONFUSED_SEED === "random" ? Date.now() % 1_000_000_000 : Number(UNCONFUSED_SEED) * 1_000_000;

test("the reader of usual YAML says of public templates what the library says", () => {
  for (const text of yamlTexts()) {
    const { usual, library } = bothReadings(text);
    if (usual !== undefined) expect(usual).toEqual(library());
  }
});

test("the reader of usual YAML says of mistakes in them what the library says", () => {
  const texts = yamlTexts();
  for (let run = SEED; run < SEED + RUNS; run += 1) {
    const text = drawYaml(drawFrom(run), texts);
    const { usual, library } = bothReadings(text);
    if (usual !== undefined) expect({ text, ...usual }).toEqual({ text, ...(library() as object) });
  }
});
