// Files that are not what they should be, of every kind that is read. Whatever they are, the run ends, in time, with a report that is one: UNCONFUSED_RUNS says how many are tried, UNCONFUSED_SEED which; a failure prints the number that draws its input.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/text/parse.ts";
import { Problem } from "../../../src/text/problem.ts";
import { source } from "../../../src/text/source.ts";
import { unconfused } from "../../surfaces/cli/run.ts";
import { type Draw, drawFrom, mutated } from "./mutations.ts";
import { CONFIGS, INPUTS, PARAMETERS, RULES, type Seed } from "./seeds.ts";

const RUNS = Number(process.env.UNCONFUSED_RUNS ?? 120);
const { UNCONFUSED_SEED = "1" } = process.env;
const SEED = UNCONFUSED_SEED === "random" ? Date.now() % 1_000_000_000 : Number(UNCONFUSED_SEED);
/** Of the processor, for the longest input, which has some ten thousand characters; a machine may be slow. */
const SECONDS = 20;

const schema = JSON.parse(readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8"));
const valid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

interface Placed {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is wrong with a run, if anything is. */
function wrongIn(typed: string, files: Readonly<Record<string, string>>): readonly string[] {
  const machine = {
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/me/${name}`, text])),
  };
  const started = process.cpuUsage();
  const { status, stdout, stderr } = unconfused(`${typed} --format json`, machine);
  const { user, system } = process.cpuUsage(started);
  const wrong: string[] = [];
  if ((user + system) / 1e6 > SECONDS) wrong.push("takes too long");
  if (![0, 1, 2, 3].includes(status)) wrong.push(`status ${status}`);
  if (/this is a bug/.test(stdout + stderr)) wrong.push(/this is a bug[^"\n]*/.exec(stdout + stderr)?.[0] ?? "");
  const unseen = /[^\P{C}\n]/u.exec(stdout + stderr);
  if (unseen !== null) wrong.push(`prints ${JSON.stringify(unseen[0])}`);
  if (stdout === "") return wrong;
  const report = JSON.parse(stdout);
  if (!valid(report)) wrong.push(JSON.stringify(valid.errors?.slice(0, 2)));
  for (const kind of ["findings", "unknowns", "grants", "suppressed", "errors", "notes"]) {
    for (const place of report[kind] ?? [])
      if (!isInside(place, files)) wrong.push(`${kind}: ${JSON.stringify(place)}`);
  }
  return wrong;
}

/** A line that the file has, and a column of it or the one past its end. */
function isInside({ file, line, column }: Placed, files: Readonly<Record<string, string>>): boolean {
  if (file === undefined || line === undefined) return true;
  const text = files[file];
  if (text === undefined) return false;
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const length = lines[line - 1]?.length;
  return length !== undefined && (column ?? 1) >= 1 && (column ?? 1) <= length + 2;
}

/** Every input by a seed of its own, so that one can be drawn again. */
function drawn(
  seeds: readonly Seed[],
  share: number,
  salt: number,
  judge: (seed: Seed, draw: Draw) => readonly string[],
) {
  const texts = seeds.map(({ text }) => text);
  const failed: string[] = [];
  for (let index = 0; index < Math.ceil(RUNS * share) && failed.length < 5; index += 1) {
    const draw = drawFrom(SEED + salt + index * 7919);
    const { name, text } = draw.one(seeds);
    const seed = { name, text: mutated(text, texts, draw) };
    let wrong: readonly string[];
    try {
      wrong = judge(seed, draw);
    } catch (thrown) {
      wrong = [thrown instanceof Error ? (thrown.stack ?? thrown.message) : "thrown"];
    }
    if (wrong.length > 0)
      failed.push(`seed ${SEED}, number ${index}: ${wrong[0]}\n${name}: ${JSON.stringify(seed.text)}`);
  }
  expect(failed).toEqual([]);
}

const BESIDE = 'Resources: { R: { Type: "AWS::IAM::Role" } }\n';

describe("whatever stands in", () => {
  test("an input, it is judged or refused", { timeout: 1e9 }, () => {
    drawn(INPUTS, 0.6, 1, ({ name, text }) => wrongIn(name, { [name]: text }));
  });

  test("an input, the report is the same each time, for people too", { timeout: 1e9 }, () => {
    drawn(INPUTS, 0.1, 2, ({ name, text }) => {
      const told = () => unconfused(`${name} --format text --debug`, { files: { [`/home/me/${name}`]: text } });
      const [one, other] = [told(), told()];
      const unseen = /[^\P{C}\n]/u.exec(one.stdout + one.stderr);
      return [
        ...(one.stdout === other.stdout && one.stderr === other.stderr ? [] : ["differs from itself"]),
        ...(unseen === null ? [] : [`prints ${JSON.stringify(unseen[0])}`]),
      ];
    });
  });

  test("a configuration, a rule or parameters, it counts or is refused", { timeout: 1e9 }, () => {
    drawn(CONFIGS, 0.1, 3, ({ name, text }) => wrongIn("a.yaml", { [name]: text, "a.yaml": BESIDE }));
    drawn(RULES, 0.05, 4, ({ text }) => wrongIn("a.yaml --rules rule.yaml", { "rule.yaml": text, "a.yaml": BESIDE }));
    drawn(PARAMETERS, 0.1, 5, ({ name, text }) =>
      wrongIn(`a.yaml --parameters ${name}`, { [name]: text, "a.yaml": BESIDE }),
    );
  });

  test("a text, it is parsed or refused, and what it is parsed into stands in it", { timeout: 1e9 }, () => {
    drawn([...INPUTS, ...RULES, ...CONFIGS, ...PARAMETERS], 1, 6, ({ name, text }) => {
      try {
        const { documents } = parse(source(name, text));
        return documents.flatMap(({ value, locate, source: { text } }) => {
          const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
          return keys.flatMap((key) => {
            const { start, end } = locate([key]);
            return start >= 0 && start <= end && end <= text.length ? [] : [`${key} stands at ${start} to ${end}`];
          });
        });
      } catch (thrown) {
        if (thrown instanceof Problem) return [];
        throw thrown;
      }
    });
  });
});
