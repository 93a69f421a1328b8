// The files of a run as inputs: each read by its format, and one that belongs to another (a template to its cloud assembly, or to the one that deploys it) as part of that.

import { posix } from "node:path";
import type { Document } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import { readerOf } from "./index.ts";
import { parseInput } from "./parse.ts";
import type { Content, Deployment, FilesIn, Format, Note, Part, ReadFile, Reading, View } from "./reader.ts";

/** One document of a file that is infrastructure as code. */
export interface Input extends Reading {
  readonly document: Document;
  readonly format: Format;
}

export interface FileInputs {
  /** As reports name it. */
  readonly path: string;
  /** None: the file holds no infrastructure as code, or cannot be read. */
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** What is wrong with its text although it could be read. */
  readonly warnings: readonly Problem[];
}

export interface Surroundings {
  readonly readFile: ReadFile;
  /** By the path of the file that it is asked for. */
  deployment(path: string): Deployment;
}

interface Run extends Surroundings {
  readonly filesIn: FilesIn;
}

/** No file twice. What `files` have counts as there for an input that refers to it. */
export function readInputs(files: readonly { path: string; content: Content }[], around: Surroundings): FileInputs[] {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const readFile: ReadFile = (path) => contents.get(path) ?? around.readFile(path);
  const filesIn = listing(contents.keys());
  const families = files.map((file) => withParts(file, { ...around, readFile, filesIn }, new Set([file.path])));
  const wholes = wholesOf(families.map((members) => ({ members, paths: pathsOf(members) })));
  const all = new Map(wholes.flat().map((file) => [file.path, file]));
  for (const input of wholes.flat().flatMap(({ inputs }) => inputs.flatMap(deployedBy))) {
    const { path } = input.document.source;
    const file = all.get(path) ?? { path, inputs: [], problems: [], warnings: warningsOf(path, families) };
    all.set(path, { ...file, inputs: withInput(file.inputs, input) });
  }
  return [...all.values()];
}

function listing(paths: Iterable<string>): FilesIn {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    const others = folders.get(folder);
    if (others === undefined) folders.set(folder, [path]);
    else others.push(path);
  }
  return (folder) => folders.get(folder) ?? [];
}

/** A document that several others deploy is one input. */
function withInput(inputs: readonly Input[], added: Input): readonly Input[] {
  const same = inputs.find(({ document }) => document === added.document);
  if (same === undefined) return [...inputs, added];
  const both = { ...same, resources: [...same.resources, ...added.resources] };
  return inputs.map((each) => (each === same ? both : each));
}

/** A file and those that belong to it, itself first. */
type Family = readonly FileInputs[];

/** Those that belong to no other; of files that belong to each other the first. */
function wholesOf(families: readonly { members: Family; paths: readonly string[] }[]): readonly Family[] {
  const belonging = new Set(families.flatMap(({ paths: [own, ...others] }) => others.filter((path) => path !== own)));
  const wholes = families.filter(({ paths: [own = ""] }) => !belonging.has(own));
  const reached = new Set(wholes.flatMap(({ paths }) => paths));
  for (const family of families) {
    const [own = ""] = family.paths;
    if (reached.has(own)) continue;
    wholes.push(family);
    for (const path of family.paths) reached.add(path);
  }
  return wholes.map(({ members }) => members);
}

function pathsOf(members: Family): readonly string[] {
  const deployed = members.flatMap(({ inputs }) => inputs.flatMap(deployedBy));
  return [...members.map(({ path }) => path), ...deployed.map(({ document }) => document.source.path)];
}

/** What the input deploys by other texts, each as an input of the file that it stands in. */
function deployedBy({ format, inner = [] }: Input): readonly Input[] {
  return inner.map((each) => ({ ...each, format, problems: [], notes: [] }));
}

function warningsOf(path: string, families: readonly Family[]): readonly Problem[] {
  return families.find(([whole]) => whole?.path === path)?.[0]?.warnings ?? [];
}

function withParts(file: Part, around: Run, met: Set<string>): FileInputs[] {
  const read = readPart(file, around);
  const parts = read.inputs.flatMap((input) => input.parts ?? []);
  return [
    read,
    ...parts.flatMap((part) => {
      if (met.has(part.path)) return [];
      met.add(part.path);
      return withParts(part, around, met);
    }),
  ];
}

function readPart({ path, content, view }: Part, { deployment, readFile, filesIn }: Run): FileInputs {
  try {
    const { documents, warnings } = parseInput(path, content);
    const inputs = documents.flatMap((document): Input[] => {
      const reader = readerOf(document);
      if (reader === undefined) return [];
      const reading = reader.read(document, known(deployment(path), view), readFile, filesIn);
      if (view === undefined) return [{ ...reading, document, format: reader.format }];
      return [{ ...viewed(reading, view), document, format: view.format }];
    });
    const problems = inputs.flatMap((input) => input.problems);
    return { path, inputs: inputs.map(aloneInFile), problems, warnings: inputs.length > 0 ? warnings : [] };
  } catch (thrown) {
    if (thrown instanceof Problem) return { path, inputs: [], problems: [thrown], warnings: [] };
    throw thrown;
  }
}

/** What the user gives outranks what the whole knows. */
function known(deployment: Deployment, view: View | undefined): Deployment {
  if (view === undefined) return deployment;
  const given = new Map([...view.given, ...deployment.given]);
  return { ...deployment, given, templateOf: view.templateOf, exporting: view.exporting };
}

function viewed({ resources, inner = [], ...rest }: Reading, { dress }: View): Reading {
  return {
    ...rest,
    resources: resources.map(dress),
    inner: inner.map((each) => ({ ...each, resources: each.resources.map(dress) })),
  };
}

function aloneInFile(input: Input, index: number): Input {
  if (index === 0) return input;
  const message = "a further template in this file: no deployment takes more than the first";
  const note: Note = { message, origin: { document: input.document, path: [] } };
  return { ...input, notes: [note, ...input.notes] };
}
