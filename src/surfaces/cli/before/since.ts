// The option --since: judges the files of a git revision as well, and takes out the findings that were there already.

import { type Checked, type CheckInput, checked } from "../../../check.ts";
import { accepted, withoutUnknowns } from "../../../findings/baseline/accept.ts";
import { knownSince, unknownSince } from "../../../findings/baseline/since.ts";
import type { Report } from "../../../findings/report.ts";
import { posix } from "../../../text/posix.ts";
import { Problem } from "../../../text/problem.ts";
import { contentsOf } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { type Places, pathOf, reachOf } from "../../places.ts";
import { discover } from "../inputs/discover.ts";
import { READ, type Search } from "../inputs/walk.ts";
import type { Arguments } from "../options/arguments.ts";
import { type Tree, treeAt } from "./tree.ts";

export interface Since {
  readonly report: Report;
  /** How many were there already. */
  readonly findings: number;
  readonly unknowns: number;
  readonly notes: readonly string[];
}

export interface Compared {
  readonly revision: string;
  readonly tree: Tree;
}

export interface Today {
  readonly report: Report;
  readonly judged: Checked;
  readonly input: CheckInput;
  readonly search: Search;
}

/** What --since compares with; undefined without it. Throws Stop where git cannot give it. */
export function comparedWith(given: Arguments, search: Search, host: Host, here: Places): Compared | undefined {
  const revision = given.value("since");
  if (revision === undefined) return undefined;
  const isRead = (name: string) => READ.test(name) && !search.leavesOut(name);
  return { revision, tree: treeAt(revision, host, here, search.stdinName, isRead) };
}

export function openedSince(
  { revision, tree }: Compared,
  { report, judged, input, search }: Today,
  host: Host,
  here: Places,
): Since {
  const isGone = (file: string) => host.kindOf(pathOf(here, file)) === undefined;
  if (report.findings.length + report.unknowns.length === 0) return { report, findings: 0, unknowns: 0, notes: [] };
  const before = judgedAt(tree, input, search, here, isGone);
  const earlier = { ...before, isGone };
  const findings = knownSince(report.findings, judged.identities, earlier);
  const unknowns = unknownSince(report.unknowns, earlier);
  const left = accepted(report, findings, `it was there at ${revision}`);
  return {
    report: withoutUnknowns(left, unknowns),
    findings: findings.length,
    unknowns: unknowns.length,
    notes: left.findings.length === 0 ? [] : incomparable(input, tree, revision, host, here),
  };
}

/** Judged by today's configuration and rules; a file that could not be read then counts as having had no finding. */
function judgedAt(
  { host, names }: Tree,
  input: CheckInput,
  search: Search,
  here: Places,
  isGone: (file: string) => boolean,
): Checked {
  // A file that was renamed since may be named alone, by its new name.
  const gone = names.filter((name) => READ.test(name) && isGone(name)).map((name) => pathOf(here, name));
  const paths = [...search.paths, ...gone];
  const found = discover({ ...search, paths }, host, here);
  const { read, filesIn } = contentsOf(found.files, host, here, reachOf(paths, host, here));
  return checked({ ...input, files: found.files, read }, { context: found.context, filesIn });
}

/** Files that git ignores (a cdk.out folder, a plan) have no earlier version, so all of their findings count as new. */
function incomparable(
  { files }: CheckInput,
  { names }: Tree,
  revision: string,
  host: Host,
  here: Places,
): readonly string[] {
  const known = new Set(names);
  const strange = files.map(({ path }) => path).filter((file) => !known.has(file));
  if (strange.length === 0) return [];
  const isOfOther = inOtherRepository(host, here);
  const unknown = (of: readonly string[], why: string) => {
    const rest = of.length > 1 ? `, and ${of.length - 1} more,` : "";
    const what = `what was in it at ${revision} is not known, and all of its findings count as new`;
    return of.length === 0 ? [] : [`${of[0]}${rest} ${why}, so ${what}`];
  };
  return [
    ...unknown(strange.filter(isOfOther), "is in a repository of its own, such as a submodule"),
    ...unknown(
      ignoredByGit(
        strange.filter((file) => !isOfOther(file)),
        host,
        here,
      ),
      "is not kept by git",
    ),
  ];
}

/** Whether a file is in another repository within this one, of which git keeps no file here. */
function inOtherRepository(host: Host, here: Places): (file: string) => boolean {
  const known = new Map<string, boolean>([[".", false]]);
  const isOther = (folder: string): boolean => {
    const found =
      known.get(folder) ??
      (host.kindOf(pathOf(here, posix.join(folder, ".git"))) !== undefined || isOther(posix.dirname(folder)));
    known.set(folder, found);
    return found;
  };
  return (file) => isOther(posix.dirname(file));
}

function ignoredByGit(files: readonly string[], host: Host, { repository = "" }: Places): readonly string[] {
  if (files.length === 0) return [];
  try {
    const input = files.map((file) => `${file}\0`).join("");
    const output = host.git(repository, ["check-ignore", "-z", "--stdin"], input);
    return new TextDecoder()
      .decode(output)
      .split("\0")
      .filter((file) => file !== "");
  } catch (thrown) {
    // git exits with 1 where it ignores none of them.
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}
