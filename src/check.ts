// The floors composed: files in, report out. Pure and synchronous; touches nothing but its arguments.

import type { Config } from "./config/config.ts";
import { deploymentOf } from "./config/deployment.ts";
import { withGuards } from "./config/guards.ts";
import {
  requireConfig,
  requireDay,
  requireFiles,
  requireKnownRules,
  requireParameters,
} from "./config/library-input.ts";
import { settingsFor } from "./config/scopes.ts";
import { assemble } from "./findings/assemble.ts";
import { fingerprints, type Identity } from "./findings/fingerprint.ts";
import { judgedOnce } from "./findings/judged-once.ts";
import { concernedBy } from "./findings/judging/concerned.ts";
import { judging, type Known } from "./findings/judging/policies.ts";
import { passesInWords } from "./findings/pass.ts";
import { contained, errorIn, noteFrom, noteOf } from "./findings/problem.ts";
import type { Report } from "./findings/report.ts";
import { type FileResult, inlineVerdictsIn } from "./findings/results.ts";
import { filesOfShard, type ShardTerms } from "./findings/shard.ts";
import { type JudgedRun, mendings, withFixes } from "./fixes/fixes.ts";
import { budgets, halfOfShares, type NextBudget, POOL, reserveFor } from "./iam/patterns/budget.ts";
import { unjudged } from "./policies/unjudged.ts";
import { allowanceFor, counted } from "./readers/allowance.ts";
import type { Watch } from "./readers/belonging/watch.ts";
import { declaredIn } from "./readers/declared.ts";
import { type Hidden, hiddenIn } from "./readers/hidden.ts";
import { folderListing, readInputs } from "./readers/inputs.ts";
import { builtinRules } from "./rules/files/builtin.ts";
import { requireRules } from "./rules/files/load.ts";
import { namesOf, type Rule } from "./rules/rule.ts";
import { grouped } from "./text/grouped.ts";
import { once } from "./values/once.ts";

export interface CheckInput {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
  /** What an input refers to (nested template, module, source map); absent: unknown, reason "file". */
  readonly read?: (path: string) => string | Uint8Array | undefined;
  readonly config?: Config;
  /** Added to the built-in ones. */
  readonly rules?: readonly Rule[];
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** ISO date, for `until`. */
  readonly today?: string;
  /** Look for what mends the findings as well: it is judged again for that. */
  readonly fixes?: boolean;
}

/** What the surfaces that see the files around those of the input bring. */
export interface CheckAround {
  /** What makes one whole with files of the input: it is judged, and reported only where it speaks of those. */
  readonly context?: CheckInput["files"];
  /** All that stand in a folder; absent: those of the input. */
  readonly filesIn?: (folder: string) => readonly string[];
  /** Everything that the configuration can speak of is in the input. */
  readonly isWhole?: boolean;
  /** Judge only a part of the files, for a run that is spread over several machines. */
  readonly shard?: ShardTerms | undefined;
  /** Judge only these files. */
  readonly only?: ReadonlySet<string>;
  /** What has been found of policies under the same configuration. */
  readonly known?: Known;
  /** Told what the verdicts come from. */
  readonly watch?: Watch | undefined;
  /** Of the run that these files are of: it may cost as much. */
  readonly characters?: number;
  /** The budget of the next policy, where other runs have a part in it. */
  readonly next?: NextBudget;
  /** Told what is done next, and of how many files it is done. */
  readonly progress?: (stage: "reading" | "judging" | "findings", done?: number, all?: number) => void;
}

/** Throws ConfigError or RuleError on what the command line would refuse. */
export function check(input: CheckInput): Report {
  const { files, config = {}, rules = [], parameters, today } = input;
  requireFiles(files);
  if (input.config !== undefined) requireConfig(config);
  requireDay(today);
  requireParameters(parameters);
  requireRules(rules, builtinRules());
  requireKnownRules(config, [...builtinRules(), ...rules].flatMap(namesOf));
  // Whoever calls again may have changed what they gave: what is kept of a configuration is kept for one call.
  const own = { ...input, config: { ...config } };
  const judged = checked(own);
  return input.fixes === true ? withFixes(judged.report, mendings(mendable(judged, own))) : judged.report;
}

export interface Checked {
  readonly report: Report;
  readonly results: readonly FileResult[];
  readonly known: Known;
  /** By their fingerprints, what the findings are the same by. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** Paths of the files of which the day of the run decides something. */
  readonly dated: ReadonlySet<string>;
  /** For people who ask why: what denies requests where the report says nothing, a sentence each. */
  passes(): readonly string[];
  /** How many grants are judged by what the input says about itself. */
  readonly inlineVerdicts: number;
  /** Names of the parameters and variables that the input declares. */
  declared(): readonly string[];
  /** What of a line may not be shown beside what is told of it; offsets in the line. */
  hidden(file: string, line: number): readonly Hidden[];
}

/** `check` for who has read all of it from files. */
export function checked(input: CheckInput, around: CheckAround = {}): Checked {
  const { context = [], filesIn, isWhole = false, shard, only, watch, known = new Map(), progress = () => {} } = around;
  const config = input.config ?? {};
  const rules = [...builtinRules(), ...(input.rules ?? [])];
  progress("reading");
  const given = [...input.files, ...context.map((file) => ({ ...file, isContext: true }))];
  const { characters = lengthOf(given) } = around;
  const reading = allowanceFor(characters);
  const files = readInputs(given, {
    readFile: input.read ?? (() => undefined),
    filesIn,
    deployment: (path) => ({
      ...deploymentOf(settingsFor(config, path), input.parameters),
      allowance: counted(reading, (steps) => watch?.spent("reading", steps, path)),
    }),
    asked: watch?.asked,
  });
  const mine = only ?? (shard && filesOfShard(files, shard, input.files));
  // Reading comes first, and leaves judging its own.
  const issued = fingerprints();
  let current = "";
  const judgeIn = judging({
    ...{ config, rules, files, known, next: around.next },
    shares: {
      pool: POOL,
      reserveOf: reserves(given),
      taken: (steps) => watch?.spent("deciding", steps, current),
      beyond: watch?.beyond,
    },
    allowance: counted(allowanceFor(characters), (steps) => watch?.spent("judging", steps, current)),
    fingerprint: issued.of,
  });
  const lookingAround = allowanceFor(characters);
  const all = files.map(({ path, turn, inputs, problems, warnings, isContext = false }, done): FileResult => {
    progress("judging", done, files.length);
    const settings = settingsFor(config, path);
    current = path;
    const file = { path, turn, isContext, settings, inputs };
    if (mine?.has(path) === false) return elsewhere(file);
    const resources = inputs.flatMap((each) => each.resources);
    const errors = problems.map((problem) => errorIn(path, problem));
    const judge = judgeIn(path, settings);
    const policies = resources.flatMap((resource) =>
      contained(() => judge(resource), [], { path, origin: resource.origin }, errors),
    );
    const told = contained(() => unjudged(resources, lookingAround), [], { path }, errors);
    return {
      ...file,
      policies,
      errors,
      notes: [
        ...warnings.map((warning) => noteFrom(path, warning)),
        ...[...inputs.flatMap(({ notes }) => notes), ...told].map(noteOf),
      ],
    };
  });
  progress("findings");
  const results = judgedOnce(all);
  const documents = results.flatMap(({ inputs }) => inputs.map(({ document }) => document));
  const hidden = new Map<string, ReturnType<typeof hiddenIn>>();
  const ofFiles = once(() => grouped(documents, ({ source }) => source.path));
  return {
    ...assemble(results, { config, rules, today: input.today, isWhole, shard, fingerprints: issued }),
    results,
    known,
    passes: () => results.flatMap(({ policies }) => policies.flatMap(passesInWords)),
    inlineVerdicts: inlineVerdictsIn(results),
    declared: () => documents.flatMap(declaredIn),
    hidden: (file, line) => {
      const lines = hidden.get(file) ?? hiddenIn(ofFiles().get(file) ?? []);
      hidden.set(file, lines);
      return lines.get(line) ?? [];
    },
  };
}

/** A run with what it takes to try edits: rules that tell of a broken policy or of a lost grant speak, whatever is set. */
export function mendable({ report, results, known }: Checked, input: CheckInput, around: CheckAround = {}): JudgedRun {
  const { context = [], filesIn } = around;
  const { config: asked = {}, rules = [], today } = input;
  const config = withGuards(asked);
  const isSame = config === asked;
  const all = [...input.files, ...context];
  const contents = new Map(all.map(({ path, content }) => [path, content]));
  const listed = folderListing([...contents.keys()], filesIn);
  const concerned = concernedBy(results);
  const found: Known = isSame ? known : new Map();
  const here = { context, ...(filesIn && { filesIn }) };
  let guarded = isSame ? results : undefined;
  // All edits that are tried together may cost half as much as the run.
  const next = budgets(halfOfShares({ pool: POOL + reserveFor(lengthOf(all)) }));
  return {
    report,
    results,
    files: input.files,
    around: all,
    isAlone: (path) => concerned([path]).size === 1,
    judge(texts, wanted) {
      guarded ??= checked({ ...input, config }, { ...here, known: found }).results;
      const affected = concerned(texts.keys());
      const isAffected = ({ path }: { readonly path: string }) => affected.has(path);
      const only = new Set([...wanted].filter((path) => affected.has(path)));
      const before = guarded.filter(isAffected).map((file) => (only.has(file.path) ? file : elsewhere(file)));
      const files = input.files.filter(isAffected).map(({ path, content }) => {
        return { path, content: texts.get(path) ?? content };
      });
      const read = (path: string) => contents.get(path) ?? input.read?.(path);
      return {
        before: assemble(before, { config, rules: [...builtinRules(), ...rules], today, fingerprints: fingerprints() })
          .report,
        after: checked(
          { ...input, config, files, read },
          { context: context.filter(isAffected), filesIn: listed, only, known: found, characters: lengthOf(all), next },
        ).report,
      };
    },
  };
}

function lengthOf(files: CheckInput["files"]): number {
  return files.reduce((sum, { content }) => sum + content.length, 0);
}

/** By the path of a file, for what its policies alone may take. */
function reserves(files: CheckInput["files"]): (path: string) => number {
  const lengths = new Map(files.map(({ path, content }) => [path, content.length]));
  return (path) => reserveFor(lengths.get(path) ?? 0);
}

function elsewhere(file: Omit<FileResult, "policies" | "errors" | "notes">): FileResult {
  return { ...file, isElsewhere: true, policies: [], errors: [], notes: [] };
}
