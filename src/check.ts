// The floors composed: files in, report out. Pure and synchronous; touches nothing but its arguments.

import type { Config } from "./config/config.ts";
import { deploymentOf } from "./config/deployment.ts";
import { withGuards } from "./config/guards.ts";
import { requiredRead, requireInput, requireKnownRules } from "./config/library-input.ts";
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
  /**
   * Paths have "/" and are relative to one folder that the caller chooses; the report names files by them. The format is told by
   * name and content. Bytes are UTF-8, or UTF-16 with a byte order mark.
   */
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
  /** Reads what an input refers to and `files` lacks: a nested template, a module, a source map. Undefined: unknown, reason "file". */
  readonly read?: (path: string) => string | Uint8Array | undefined;
  /** From `parseConfig`, or written as an object. */
  readonly config?: Config;
  /** Rules from `loadRules`, asked beside the built-in ones. */
  readonly rules?: readonly Rule[];
  /** Values of parameters and variables by name; they outrank those of the configuration. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The current day as YYYY-MM-DD. Suppressions whose `until` is before it no longer count; left out: all of them count. */
  readonly today?: string;
  /** Fill in `fixes` of the findings. Each candidate edit is judged again, so this takes longer. Default: false. */
  readonly fixes?: boolean;
}

/** What only the surfaces of this program give, because they see the files around the input. Not part of the library. */
export interface CheckAround {
  /** Files that are deployed together with those of the input. They are judged, but reported only where they affect the input. */
  readonly context?: CheckInput["files"];
  /** Lists the files of a folder; absent: only those of the input exist. */
  readonly filesIn?: (folder: string) => readonly string[];
  /** Everything that the configuration can speak of is in the input. */
  readonly isWhole?: boolean;
  /** Judge only a part of the files, for a run that is spread over several machines. */
  readonly shard?: ShardTerms | undefined;
  /** Judge only these files. */
  readonly only?: ReadonlySet<string>;
  /** Verdicts of earlier runs under the same configuration, which this run may use again. */
  readonly known?: Known;
  /** Called with everything that the verdicts depend on. */
  readonly watch?: Watch | undefined;
  /** Length of all files of the run, where these are a part of it: budgets are made for the whole run. */
  readonly characters?: number;
  /** Gives each policy its budget, where several runs share one. */
  readonly next?: NextBudget;
  /** Called when a stage begins, and with the number of files that are done. */
  readonly progress?: (stage: "reading" | "judging" | "findings", done?: number, all?: number) => void;
}

/**
 * Judges the policies of the files. Synchronous, without files, environment or clock. A file that cannot be read is told under
 * `errors`. Throws ConfigError on an invalid configuration, path, day or parameter, an unknown key or what is no content of a file, RuleError on
 * invalid rules, and what `read` throws.
 */
export function check(input: CheckInput): Report {
  requireInput(input);
  const { config = {}, rules = [], read } = input;
  requireRules(rules, builtinRules());
  requireKnownRules(config, [...builtinRules(), ...rules].flatMap(namesOf));
  // Caches are keyed by the configuration object. The caller may change theirs between two calls, so each call takes a copy.
  const reading = read && requiredRead(read);
  const own = { ...input, config: { ...config }, ...(reading && { read: reading.read }) };
  const judged = checked(own);
  const report = input.fixes === true ? withFixes(judged.report, mendings(mendable(judged, own))) : judged.report;
  reading?.requireContents();
  return report;
}

export interface Checked {
  readonly report: Report;
  readonly results: readonly FileResult[];
  readonly known: Known;
  /** What each fingerprint was made of. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** Paths of the files whose result depends on the day of the run. */
  readonly dated: ReadonlySet<string>;
  /** Why grants pass, for people: one sentence for each rule and grant, which says what denies the requests. */
  passes(): readonly string[];
  /** Number of grants whose verdict depends on `Metadata.Unconfused` in the input. */
  readonly inlineVerdicts: number;
  /** Names of the parameters and variables that the input declares. */
  declared(): readonly string[];
  /** The sensitive parts of a line, which no excerpt may show; offsets in the line. */
  hidden(file: string, line: number): readonly Hidden[];
}

/** `check` for the surfaces: nothing is validated again, and more than the report is returned. */
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

/** A run that edits can be tried on. The rules that tell of a broken policy or a lost grant are on, whatever the configuration says. */
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
    concerned: (path) => concerned([path]),
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

/** The steps that are reserved for the policies of each file, by its path. */
function reserves(files: CheckInput["files"]): (path: string) => number {
  const lengths = new Map(files.map(({ path, content }) => [path, content.length]));
  return (path) => reserveFor(lengths.get(path) ?? 0);
}

function elsewhere(file: Omit<FileResult, "policies" | "errors" | "notes">): FileResult {
  return { ...file, isElsewhere: true, policies: [], errors: [], notes: [] };
}
