// Plans that are read together with their configuration: a resource in both is judged where its author wrote it.

import type { Document } from "../text/document.ts";
import { posix } from "../text/posix.ts";
import type { Content, FilesIn, Format, ReadFile, Resource } from "./reader.ts";
import { isOfModule } from "./terraform/model/workspace.ts";
import { plansByFolder } from "./terraform/plans/folders.ts";
import { mayBePlan } from "./terraform-plan.ts";

interface Input {
  readonly document: Document;
  readonly format: Format;
  readonly resources: readonly Resource[];
}

interface File<I extends Input> {
  readonly inputs: readonly I[];
}

interface RunFile {
  readonly path: string;
  readonly content: Content;
  readonly isContext?: boolean;
}

interface Plans<F> {
  /** Files that have been read to know, by their paths. */
  readonly read: ReadonlyMap<string, F>;
  /** Those that were made from the configuration in a folder. */
  of(folder: string): readonly Document[];
}

/** Of the files that were asked for, for only there findings are told. */
export function plansOfRun<F extends File<Input>, R extends RunFile>(
  files: readonly R[],
  { readFile, filesIn }: { readonly readFile: ReadFile; readonly filesIn: FilesIn },
  read: (file: R) => F,
): Plans<F> {
  const wanted = files.filter(({ isContext }) => !isContext);
  const folders = [...new Set(wanted.flatMap(({ path }) => (isOfModule(path) ? posix.dirname(path) : [])))];
  const maybe = folders.length === 0 ? [] : wanted.filter(mayBePlan).map((file) => [file.path, read(file)] as const);
  const documents = maybe.flatMap(([, { inputs }]) =>
    inputs.flatMap(({ format, document }) => (format === "terraform-plan" ? [document] : [])),
  );
  if (documents.length === 0) return { read: new Map(maybe), of: () => [] };
  const byFolder = plansByFolder(documents, folders, readFile, filesIn);
  return { read: new Map(maybe), of: (folder) => byFolder.get(folder) ?? [] };
}

/** Without what plans have that is judged at the place its author wrote. */
export function withoutPlanned<I extends Input, F extends File<I>>(files: readonly F[]): readonly F[] {
  const judged = new Map<Document, Set<string>>();
  for (const { isContext, planned = [] } of files.flatMap(({ inputs }) => inputs.flatMap((each) => each.resources))) {
    for (const { plan, id } of isContext ? [] : planned) judged.set(plan, (judged.get(plan) ?? new Set()).add(id));
  }
  if (judged.size === 0) return files;
  return files.map((file) => ({
    ...file,
    inputs: file.inputs.map((input) => {
      const ids = judged.get(input.document);
      // What a resource makes is called by its address, and its own name after that.
      const isJudged = ({ id }: Resource) => ids?.has(id.split("/", 1)[0] ?? id) || ids?.has(id);
      return ids === undefined ? input : { ...input, resources: input.resources.filter((each) => !isJudged(each)) };
    }),
  }));
}
