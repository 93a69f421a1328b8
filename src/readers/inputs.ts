// Reads the files of a run: each by its format, and a file that belongs to another (a template to its cloud assembly, or to the template that deploys it) as part of that.

import type { Document } from "../text/document.ts";
import { posix } from "../text/posix.ts";
import { Problem, problemOf } from "../text/problem.ts";
import { existsInSomeWorld } from "./belonging/existence.ts";
import { type Asked, telling } from "./belonging/watch.ts";
import { afterWholes, type RelatedFiles, type Turn, topLevelGroups } from "./belonging/wholes.ts";
import { unsupportedReason } from "./index.ts";
import { parseInput } from "./parse.ts";
import { plansOfRun, withoutPlanned } from "./planned.ts";
import type { AssemblyContext, Content, Deployment, FilesIn, Format, Note, Part, ReadFile, Reading } from "./reader.ts";
import { recognisedIn } from "./recognise.ts";
import { isOfModule } from "./terraform/model/workspace.ts";

/** One document of a file that is infrastructure as code. */
export interface Input extends Reading {
  readonly document: Document;
  readonly format: Format;
  /** It is read for the sake of others only. */
  readonly isContext?: boolean;
}

export interface FileInputs {
  /** As reports name it. */
  readonly path: string;
  /** None: the file holds no infrastructure as code, or cannot be read. */
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** What is wrong with its text although it could be read. */
  readonly warnings: readonly Problem[];
  /** It is read for the sake of others only. */
  readonly isContext?: boolean;
}

export interface RunFile extends FileInputs {
  readonly turn: Turn;
}

export interface InputFile {
  /** As reports name it. */
  readonly path: string;
  readonly content: Content;
  /** Nobody asked for it: it makes one whole with files that were asked for. */
  readonly isContext?: boolean;
}

export interface RunHost {
  readonly readFile: ReadFile;
  /** Those of the run are there in any case. */
  readonly filesIn?: FilesIn | undefined;
  /** By the path of the file that it is asked for. */
  deployment(path: string): Deployment;
  readonly asked?: Asked | undefined;
}

interface Run extends RunHost {
  readonly filesIn: FilesIn;
  /** Files that have been read before the others, by their paths. */
  readonly known: ReadonlyMap<string, FileInputs>;
}

/** No file twice. What `files` have counts as there for an input that refers to it. */
export function readInputs(files: readonly InputFile[], around: RunHost): readonly RunFile[] {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const readFile: ReadFile = (path) => contents.get(path) ?? around.readFile(path);
  const filesIn = folderListing([...contents.keys()], around.filesIn);
  const withFiles = { ...around, readFile, filesIn };
  // What folders declare is kept with the functions that read them: files of Terraform have the same ones.
  const together = telling(withFiles);
  const plans = plansOfRun(files, together, (file) =>
    readPart(file, { ...telling(withFiles, file.path), known: new Map() }),
  );
  const deployment = (path: string) => ({ ...around.deployment(path), plans: plans.of(posix.dirname(path)) });
  const run: Run = { ...withFiles, known: plans.read, deployment };
  const runFor = (path: string) =>
    isOfModule(path) ? { ...run, readFile: together.readFile, filesIn: together.filesIn } : telling(run, path);
  const wanted = new Set(files.flatMap(({ path, isContext }) => (isContext ? [] : [path])));
  const families = files
    .map((file) => ({ file, members: withParts(file, runFor(file.path), new Set([idOf(file)])) }))
    .map(({ file, members }) => (file.isContext ? members.map((each) => markAsContext(each, wanted)) : members))
    .map((members) => ({ members, paths: pathsOf(members) }))
    .filter(({ paths: [own = "", ...others] }) => isNeeded(own, others, wanted));
  const wholes = topLevelGroups(families);
  const all = new Map<string, RunFile>();
  for (const { members, turn } of wholes) {
    for (const file of members) all.set(file.path, { turn, ...mergeInputs(all.get(file.path), file) });
  }
  for (const { members, turn } of wholes) {
    for (const input of members.flatMap(({ inputs }) => inputs.flatMap(deployedBy))) {
      const { path } = input.document.source;
      const file = all.get(path) ?? {
        ...{ path, inputs: [], problems: [], warnings: warningsOf(path, families) },
        turn: afterWholes(turn),
      };
      if (file.inputs.length > 0 && input.resources.length === 0) continue;
      all.set(path, { ...file, inputs: withInput(file.inputs, input) });
    }
  }
  return withoutPlanned([...all.values()]).map((file) => ({
    ...file,
    isContext: !wanted.has(file.path) && isAllContext(file),
  }));
}

/** The rest of a module is needed for its names; a whole of parts, if one of them was asked for. */
function isNeeded(own: string, others: readonly string[], wanted: ReadonlySet<string>): boolean {
  return wanted.has(own) || isOfModule(own) || others.some((path) => wanted.has(path));
}

function markAsContext(file: FileInputs, wanted: ReadonlySet<string>): FileInputs {
  if (wanted.has(file.path)) return file;
  const marked = (resources: Reading["resources"]) => resources.map((each) => ({ ...each, isContext: true }));
  const inputs = file.inputs.map((input) => ({
    ...input,
    isContext: true,
    resources: marked(input.resources),
    inner: input.inner?.map((each) => ({ ...each, resources: marked(each.resources) })) ?? [],
  }));
  return { ...file, inputs, isContext: true };
}

function isAllContext({ inputs, isContext }: FileInputs): boolean {
  return inputs.length === 0 ? isContext === true : inputs.every((input) => input.isContext);
}

/** What several manifests name is an input for each of them. */
function mergeInputs<F extends FileInputs>(before: F | undefined, file: FileInputs): F | FileInputs {
  return before === undefined ? file : { ...before, inputs: file.inputs.reduce(withInput, before.inputs) };
}

/** The paths by the folder that they are in, and those that are there besides. */
export function folderListing(paths: readonly string[], beside: FilesIn = () => []): FilesIn {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    const others = folders.get(folder);
    if (others === undefined) folders.set(folder, [path]);
    else others.push(path);
  }
  return (folder) => [...new Set([...(folders.get(folder) ?? []), ...beside(folder)])];
}

/** A document that several others deploy is one input. */
function withInput(inputs: readonly Input[], added: Input): readonly Input[] {
  const same = inputs.find(({ document }) => document === added.document);
  if (same === undefined) return [...inputs, added];
  const both: Input = {
    ...same,
    resources: [...same.resources, ...added.resources],
    isContext: same.isContext === true && added.isContext === true,
  };
  return inputs.map((each) => (each === same ? both : each));
}

/** A file and those that belong to it, itself first. */
type FileGroup = readonly FileInputs[];

/** A file of which no resource comes stands for itself: a piece of it may be included, or it is named for nothing. */
function pathsOf(members: FileGroup): readonly string[] {
  const deployed = members
    .flatMap(({ inputs }) => inputs.flatMap(deployedBy))
    .filter(({ resources }) => resources.length > 0);
  return [...members.map(({ path }) => path), ...deployed.map(({ document }) => document.source.path)];
}

/** What the input deploys by other texts, each as an input of the file that it stands in. */
function deployedBy({ format, isContext = false, inner = [] }: Input): readonly Input[] {
  return inner.filter(existsInSomeWorld).map((each) => ({ ...each, format, isContext, problems: [], notes: [] }));
}

function warningsOf(path: string, families: readonly RelatedFiles<FileGroup>[]): readonly Problem[] {
  return families.find(({ paths: [own] }) => own === path)?.members[0]?.warnings ?? [];
}

function withParts(file: Part, around: Run, met: Set<string>): FileInputs[] {
  const read = around.known.get(file.path) ?? readPart(file, around);
  const parts = read.inputs.flatMap((input) => input.parts ?? []);
  return [
    read,
    ...parts.flatMap((part) => {
      if (met.has(idOf(part))) return [];
      met.add(idOf(part));
      return withParts(part, around, met);
    }),
  ];
}

/** A template that is deployed to several accounts is a part for each of them. */
function idOf({ path, context }: Part): string {
  return JSON.stringify([path, ...(context?.given ?? [])]);
}

function readPart({ path, content, context }: Part, { deployment, readFile, filesIn }: Run): FileInputs {
  const skipped = unsupportedReason(path);
  if (skipped !== undefined) return { path, inputs: [], problems: [], warnings: [new Problem(skipped, "")] };
  try {
    const { documents, warnings } = parseInput(path, content);
    const { recognised, problems: unread } = recognisedIn(documents);
    const inputs = recognised.map(({ document, reader }): Input => {
      const reading = reader.read(document, deploymentOfPart(deployment(path), context), readFile, filesIn);
      if (context === undefined) return { ...reading, document, format: reader.format };
      return { ...annotateReading(reading, context), document, format: context.format };
    });
    const problems = [...inputs.flatMap((input) => input.problems), ...unread];
    return { path, inputs: inputs.map(noteFurtherDocument), problems, warnings: inputs.length > 0 ? warnings : [] };
  } catch (thrown) {
    return { path, inputs: [], problems: [problemOf(thrown)], warnings: [] };
  }
}

/** What the user gives outranks what the whole knows. */
function deploymentOfPart(deployment: Deployment, view: AssemblyContext | undefined): Deployment {
  if (view === undefined) return deployment;
  const given = new Map([...view.given, ...deployment.given]);
  return { ...deployment, given, templateOf: view.templateOf, exporting: view.exporting };
}

function annotateReading({ resources, inner = [], ...rest }: Reading, { annotate }: AssemblyContext): Reading {
  return {
    ...rest,
    resources: resources.map(annotate),
    inner: inner.map((each) => ({ ...each, resources: each.resources.map(annotate) })),
  };
}

function noteFurtherDocument(input: Input, index: number): Input {
  if (index === 0) return input;
  const message = "another document in this file: only the first one is deployed";
  const note: Note = { message, origin: { document: input.document, path: [] } };
  return { ...input, notes: [note, ...input.notes] };
}
