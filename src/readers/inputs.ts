// The files of a run as inputs: each read by its format, and one that belongs to another (a template to its cloud assembly) as part of that.

import type { Document } from "../text/document.ts";
import { parseFile } from "../text/parse.ts";
import { Problem } from "../text/problem.ts";
import { readerOf } from "./index.ts";
import type { Content, Deployment, Format, Part, ReadFile, Reading, View } from "./reader.ts";

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
}

export interface Surroundings {
  readonly readFile: ReadFile;
  /** By the path of the file that it is asked for. */
  deployment(path: string): Deployment;
}

/** No file twice. What `files` have counts as there for an input that refers to it. */
export function readInputs(files: readonly { path: string; content: Content }[], around: Surroundings): FileInputs[] {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const readFile: ReadFile = (path) => contents.get(path) ?? around.readFile(path);
  const families = files.map((file) => withParts(file, { ...around, readFile }, new Set([file.path])));
  const belonging = new Set(families.flatMap(([, ...parts]) => parts.map(({ path }) => path)));
  const wholes = families.filter(([whole]) => whole !== undefined && !belonging.has(whole.path));
  return [...new Map(wholes.flat().map((file) => [file.path, file])).values()];
}

function withParts(file: Part, around: Surroundings, met: Set<string>): FileInputs[] {
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

function readPart({ path, content, view }: Part, { deployment, readFile }: Surroundings): FileInputs {
  try {
    const inputs = parseFile(path, content).documents.flatMap((document): Input[] => {
      const reader = readerOf(document);
      if (reader === undefined) return [];
      const reading = reader.read(document, known(deployment(path), view), readFile);
      if (view === undefined) return [{ ...reading, document, format: reader.format }];
      return [{ ...reading, document, format: view.format, resources: reading.resources.map(view.dress) }];
    });
    return { path, inputs, problems: inputs.flatMap(({ problems }) => problems) };
  } catch (thrown) {
    if (thrown instanceof Problem) return { path, inputs: [], problems: [thrown] };
    throw thrown;
  }
}

/** What the user gives outranks what the whole knows. */
function known(deployment: Deployment, view: View | undefined): Deployment {
  return view === undefined ? deployment : { ...deployment, given: new Map([...view.given, ...deployment.given]) };
}
