// The floors composed: files in, report out. Pure and synchronous; touches nothing but its arguments.

import { bindAccounts } from "./config/binding.ts";
import type { Config } from "./config/config.ts";
import { deploymentOf } from "./config/deployment.ts";
import { withGuards } from "./config/guards.ts";
import { inlineVendor } from "./config/inline.ts";
import {
  requireConfig,
  requireDay,
  requireFiles,
  requireKnownRules,
  requireParameters,
} from "./config/library-input.ts";
import { type FileSettings, scopesKey, settingsFor } from "./config/scopes.ts";
import type { Party } from "./config/who.ts";
import { assemble } from "./findings/assemble.ts";
import type { Identity } from "./findings/fingerprint.ts";
import { judgedOnce } from "./findings/judged-once.ts";
import { passesInWords } from "./findings/pass.ts";
import { contained, errorIn, noteFrom, noteOf } from "./findings/problem.ts";
import type { Report } from "./findings/report.ts";
import type { FileResult, PolicyResult } from "./findings/results.ts";
import { filesOfShard, type ShardTerms } from "./findings/shard.ts";
import { type JudgedRun, mendings, withFixes } from "./fixes/fixes.ts";
import { documentsOf } from "./iam/decision/documents.ts";
import { type Budget, budgets } from "./iam/patterns/budget.ts";
import { afforded } from "./policies/afforded.ts";
import { isBoundaryAlone } from "./policies/boundaries.ts";
import { policiesOf } from "./policies/find.ts";
import { documentsBeside, neighboursIn } from "./policies/neighbours.ts";
import type { Policy } from "./policies/policy.ts";
import { unjudged } from "./policies/unjudged.ts";
import { allowanceFor } from "./readers/allowance.ts";
import { declaredIn } from "./readers/declared.ts";
import { type Hidden, hiddenIn } from "./readers/hidden.ts";
import { readInputs } from "./readers/inputs.ts";
import type { Resource } from "./readers/reader.ts";
import { builtinRules } from "./rules/files/builtin.ts";
import { requireRules } from "./rules/files/load.ts";
import { askRules } from "./rules/questions/ask.ts";
import { passes } from "./rules/questions/passes.ts";
import type { PolicyCheck } from "./rules/questions/policy-check.ts";
import { listOf } from "./rules/questions/requests.ts";
import { type SharedCheck, sharedChecks } from "./rules/questions/shared-check.ts";
import { namesOf, type Rule } from "./rules/rule.ts";
import { isAsked } from "./rules/setting.ts";
import type { Allowance } from "./values/worlds.ts";

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
  /** Told what is done next, and of how many files it is done. */
  readonly progress?: (stage: "reading" | "judging" | "report", done?: number, all?: number) => void;
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
  const judged = checked(input);
  return input.fixes === true ? withFixes(judged.report, mendings(mendable(judged, input))) : judged.report;
}

export interface Checked {
  readonly report: Report;
  readonly results: readonly FileResult[];
  /** By their fingerprints, what the findings are the same by. */
  readonly identities: ReadonlyMap<string, Identity>;
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
  const { context = [], filesIn, isWhole = false, shard, only, progress = () => {} } = around;
  const config = input.config ?? {};
  const rules = [...builtinRules(), ...(input.rules ?? [])];
  progress("reading");
  const given = [...input.files, ...context.map((file) => ({ ...file, isContext: true }))];
  const characters = given.reduce((sum, { content }) => sum + content.length, 0);
  const allowance = allowanceFor(characters);
  const files = readInputs(given, {
    readFile: input.read ?? (() => undefined),
    filesIn,
    deployment: (path) => ({ ...deploymentOf(settingsFor(config, path), input.parameters), allowance }),
  });
  const mine = only ?? (shard && filesOfShard(files, shard, input.files));
  const next = budgets();
  // Reading comes first, and leaves judging its own.
  const judging = allowanceFor(characters);
  const asAfforded = afforded(judging);
  /** Files of the same settings share what is asked of them, and what has been found. */
  const sharedInRun = new Map<string, (policy: Policy) => SharedCheck>();
  const texts = files.flatMap(({ inputs }) => inputs.map(({ document }) => document));
  const neighbours = neighboursIn(() => files.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)));
  const all = files.map(({ path, inputs, problems, warnings, isContext = false }, done): FileResult => {
    progress("judging", done, files.length);
    const settings = settingsFor(config, path);
    const known = { path, isContext, settings, inputs };
    if (mine?.has(path) === false) return { ...known, isElsewhere: true, policies: [], errors: [], notes: [] };
    const resources = inputs.flatMap((each) => each.resources);
    const errors = problems.map((problem) => errorIn(path, problem));
    const under = scopesKey(config, path);
    const asked = rules.filter((rule) => isAsked(settings, rule));
    // Of a role it is told who may assume it, whatever is asked.
    const kinds = new Set(["trust", ...asked.flatMap(({ policy }) => listOf(policy))]);
    const shared = sharedInRun.get(under) ?? sharedChecks(settings, config, asked);
    sharedInRun.set(under, shared);
    const judge = (resource: Resource) =>
      policiesOf(resource, neighbours)
        .filter(({ kind }) => kinds.has(kind))
        .map((policy) => {
          const isBoundary = () => isBoundaryAlone(resource, documentsBeside(texts, resource));
          return checkPolicy(asAfforded(policy), settings, config, next(), judging, { ...shared(policy), isBoundary });
        });
    const policies = resources.flatMap((resource) =>
      contained(() => judge(resource), [], { path, origin: resource.origin }, errors),
    );
    const told = contained(() => unjudged(resources), [], { path }, errors);
    return {
      ...known,
      policies,
      errors,
      notes: [
        ...warnings.map((warning) => noteFrom(path, warning)),
        ...[...inputs.flatMap(({ notes }) => notes), ...told].map(noteOf),
      ],
    };
  });
  progress("report");
  const results = judgedOnce(all);
  const documents = results.flatMap(({ inputs }) => inputs.map(({ document }) => document));
  const hidden = new Map<string, ReturnType<typeof hiddenIn>>();
  return {
    ...assemble(results, { config, rules, today: input.today, isWhole, shard }),
    results,
    passes: () => results.flatMap(({ policies }) => policies.flatMap(passesInWords)),
    inlineVerdicts: results
      .flatMap(({ policies }) => policies)
      .flatMap(({ judgement, inlineVendors }) =>
        judgement.grants.filter(({ admitted }) => restsOnInput(admitted, inlineVendors)),
      ).length,
    declared: () => documents.flatMap(declaredIn),
    hidden: (file, line) => {
      const lines = hidden.get(file) ?? hiddenIn(documents.filter(({ source }) => source.path === file));
      hidden.set(file, lines);
      return lines.get(line) ?? [];
    },
  };
}

/** A run with what it takes to try edits: rules that tell of a broken policy or of a lost grant speak, whatever is set. */
export function mendable({ report, results }: Checked, input: CheckInput, around: CheckAround = {}): JudgedRun {
  const { context = [], filesIn } = around;
  const config = withGuards(input.config ?? {});
  return {
    report,
    results,
    files: input.files,
    around: [...input.files, ...context],
    judge(texts, only) {
      const changed = <T extends { readonly path: string }>(file: T) => {
        const content = texts.get(file.path);
        return content === undefined ? file : { ...file, content };
      };
      const { read } = input;
      return checked(
        {
          ...input,
          config,
          files: input.files.map(changed),
          ...(read && { read: (path) => texts.get(path) ?? read(path) }),
        },
        { context, ...(filesIn && { filesIn }), only },
      ).report;
    },
  };
}

function checkPolicy(
  policy: Policy,
  settings: FileSettings,
  config: Config,
  steps: Budget,
  allowance: Allowance,
  shared: SharedCheck & Pick<PolicyCheck, "isBoundary">,
): PolicyResult {
  const { owner, secret } = policy;
  const metadata = config.inline === false ? [] : owner.metadata;
  const bound = inlineVendor(metadata, settings.vendors);
  const documents = documentsOf(bindAccounts(bound, settings, policy), allowance);
  const policyCheck: PolicyCheck = {
    policy: documents,
    resource: nameOf(owner),
    ...shared,
    steps,
    doubt: owner.rewriter === undefined ? undefined : { reason: "macro", source: owner.rewriter },
  };
  const asked = askRules(policyCheck);
  const inlineVendors = bound.map(({ name }) => name);
  const again = () => passes(policyCheck, asked);
  return { resource: owner, worlds: documents.outcomes, secret, ...asked, inlineVendors, passes: again };
}

function restsOnInput(parties: readonly Party[], inlineVendors: readonly string[]): boolean {
  return parties.some(({ tenancyFrom, vendor = "" }) => tenancyFrom === "metadata" || inlineVendors.includes(vendor));
}

/** The CDK makes long ids; its users know the constructs. */
function nameOf({ id, path }: Policy["owner"]): string {
  return path?.replace(/\/Resource$/, "") ?? id;
}
