// What may stand in files, kind by kind, and what must be so whatever it is: the run ends, in time, with reports that are such.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "../../../src/text/parse.ts";
import { Problem } from "../../../src/text/problem.ts";
import { source } from "../../../src/text/source.ts";
import { unconfused } from "../../surfaces/cli/run.ts";
import { type Draw, drawFrom, mutated } from "./mutations.ts";
import { CONFIGS, INPUTS, PARAMETERS, RULES, type Seed } from "./seeds.ts";

/** For the longest input, which has some ten thousand characters; a machine may be slow, and busy with other work. */
const SECONDS = 60;
const BESIDE = 'Resources: { R: { Type: "AWS::IAM::Role" } }\n';
/** Reports of one run, beside that for people. */
const OUTPUTS = "--format json --output out/report.json --format sarif --output out/report.sarif --format text";
const UNSEEN = /[^\P{C}\n]/u;
/** What runners of GitHub and Azure take for a command. */
const COMMAND = /^\s*::|##\[/m;

export interface Trial {
  readonly name: string;
  /** How many of it are tried, of one. */
  readonly share: number;
  /** So that two trials do not draw the same. */
  readonly salt: number;
  readonly seeds: readonly Seed[];
  /** What is wrong with a run, if anything is. */
  judge(seed: Seed): readonly string[];
}

export const TRIALS: readonly Trial[] = [
  {
    name: "an input is judged or refused",
    share: 0.6,
    salt: 1,
    seeds: INPUTS,
    judge: ({ name, text }) => wrongIn(name, { [name]: text }),
  },
  {
    name: "of an input the reports are the same each time, with what --debug adds",
    share: 0.1,
    salt: 2,
    seeds: INPUTS,
    judge({ name, text }) {
      const told = () => run(`${name} --debug`, { [name]: text });
      const [one, other] = [told(), told()];
      return JSON.stringify(one) === JSON.stringify(other) ? [] : ["differs from itself"];
    },
  },
  {
    name: "a configuration counts or is refused",
    share: 0.1,
    salt: 3,
    seeds: CONFIGS,
    judge: ({ name, text }) => wrongIn("a.yaml", { [name]: text, "a.yaml": BESIDE }),
  },
  {
    name: "a rule counts or is refused",
    share: 0.05,
    salt: 4,
    seeds: RULES,
    judge: ({ text }) => wrongIn("a.yaml --rules rule.yaml", { "rule.yaml": text, "a.yaml": BESIDE }),
  },
  {
    name: "parameters count or are refused",
    share: 0.1,
    salt: 5,
    seeds: PARAMETERS,
    judge: ({ name, text }) => wrongIn(`a.yaml --parameters ${name}`, { [name]: text, "a.yaml": BESIDE }),
  },
  {
    name: "a text is parsed or refused, and what it is parsed into stands in it",
    share: 1,
    salt: 6,
    seeds: [...INPUTS, ...RULES, ...CONFIGS, ...PARAMETERS],
    judge: misplacedIn,
  },
];

interface Tried extends Seed {
  readonly wrong: readonly string[];
  readonly seconds: number;
}

/** The input of that number, and what is wrong with what comes of it; the same for the same seed. */
export function tried({ seeds, salt, judge }: Trial, seed: number, number: number): Tried {
  const draw: Draw = drawFrom(seed + salt + number * 7919);
  const { name, text } = draw.one(seeds);
  const drawn = { name, text: mutated(text, seeds, draw) };
  const started = performance.now();
  let wrong = thrownBy(() => judge(drawn));
  const seconds = (performance.now() - started) / 1000;
  if (seconds > SECONDS) wrong = [...wrong, `takes longer than ${SECONDS} s`];
  return { ...drawn, wrong, seconds };
}

function thrownBy(judge: () => readonly string[]): readonly string[] {
  try {
    return judge();
  } catch (thrown) {
    return [thrown instanceof Error ? (thrown.stack ?? thrown.message) : "thrown"];
  }
}

function run(typed: string, files: Readonly<Record<string, string>>) {
  const machine = {
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/me/${name}`, text])),
    env: { GITHUB_ACTIONS: "true" },
  };
  const { saved, ...told } = unconfused(`${typed} ${OUTPUTS}`, machine);
  return { ...told, saved: Object.fromEntries(saved) };
}

function schemaIn(path: string) {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
}

const ours = new Ajv2020({ strict: true, allErrors: true }).compile(schemaIn("schemas/report.schema.json"));
const officially = formats
  .default(new Ajv2020({ strict: false }))
  .compile(schemaIn("test/fixtures/sarif/sarif-2.1.0.schema.json"));

function wrongIn(typed: string, files: Readonly<Record<string, string>>): readonly string[] {
  const { status, stdout, stderr, saved } = run(typed, files);
  const wrong: string[] = [];
  if (![0, 1, 2, 3].includes(status)) wrong.push(`status ${status}`);
  const told = stdout + stderr;
  if (/this is a bug/.test(told)) wrong.push(/this is a bug[^"\n]*/.exec(told)?.[0] ?? "");
  const [command] = COMMAND.exec(told) ?? [];
  if (command !== undefined) wrong.push(`prints ${JSON.stringify(command)}`);
  for (const text of [told, ...Object.values(saved)]) {
    const [unseen] = UNSEEN.exec(text) ?? [];
    if (unseen !== undefined) wrong.push(`prints ${JSON.stringify(unseen)}`);
  }
  const [report, log] = ["json", "sarif"].map((name) => {
    const text = saved[`/home/me/out/report.${name}`];
    return text === undefined ? undefined : JSON.parse(text);
  });
  if (report === undefined || log === undefined) return status === 2 ? wrong : [...wrong, "no report"];
  if (!ours(report)) wrong.push(`report: ${JSON.stringify(ours.errors?.slice(0, 2))}`);
  if (!officially(log)) wrong.push(`SARIF: ${JSON.stringify(officially.errors?.slice(0, 2))}`);
  for (const kind of ["findings", "unknowns", "grants", "suppressed", "errors", "notes"]) {
    for (const place of report[kind] ?? [])
      if (!isInside(place, files)) wrong.push(`${kind}: ${JSON.stringify(place)}`);
  }
  return wrong;
}

interface Placed {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
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

function misplacedIn({ name, text }: Seed): readonly string[] {
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
}
