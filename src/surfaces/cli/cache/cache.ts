// The option --cache: takes the verdicts of an earlier run that still hold, judges the rest, and keeps both for the next run.

import type { CheckAround, Checked, CheckInput } from "../../../check.ts";
import type { Content } from "../../../readers/reader.ts";
import type { Contents } from "../../contents.ts";
import type { Host } from "../../host.ts";
import type { Places } from "../../places.ts";
import type { Store } from "../../store.ts";
import { kindOfFile } from "../inputs/discover.ts";
import type { Search } from "../inputs/walk.ts";
import type { Arguments } from "../options/arguments.ts";
import { combined } from "./combined.ts";
import { type Completed, completed, heldIn, judgedIn, pathsOf } from "./completed.ts";
import { holdingOf } from "./holding.ts";
import { folderFor, nameFor, type Settings } from "./place.ts";
import { digestOf, EMPTY, parsedRecord, type RunRecord, type Together, type Verdict, writtenRecord } from "./record.ts";

export interface Cache {
  readonly kindOf: typeof kindOfFile;
  /** As `checked` does. `contents`: what the input refers to; `apart`: the same, to look at what it may refer to no more. */
  judged(input: CheckInput, around: CheckAround, contents: Contents, apart: Contents): Checked;
  /** A note for people on how it was used. */
  words(): string;
}

/** Undefined where there is no folder for it. Throws Stop on a folder where others may write. */
export function cacheOf(
  given: Arguments,
  settings: Settings,
  { paths }: Search,
  host: Host,
  here: Places,
): Cache | undefined {
  const store = host.store?.();
  if (store === undefined) return undefined;
  const folder = folderFor(given, store, paths, host, here);
  // Standard input has no folder in which to look for files that it refers to.
  if (folder === undefined || paths.includes("-")) return undefined;
  return cacheIn(folder, nameFor(given, settings, store, paths, host, here), store);
}

/** Digests of file contents, by path. */
type DigestFor = (path: string, content: Content) => string;

function cacheIn(folder: string, name: string, store: Store): Cache {
  const bytes = store.read(folder, name);
  const before = bytes && parsedRecord(bytes);
  const record = before ?? EMPTY;
  const known = new Map(record.kinds.map((each) => [each[0], each]));
  const kinds = new Map<string, RunRecord["kinds"][number]>();
  const digestFor = digests();
  const words = bytes !== undefined && before === undefined ? ["what was there is damaged"] : [];
  return {
    kindOf(candidate, content) {
      const id = JSON.stringify([candidate.name, candidate.walked, candidate.isManifest]);
      const digest = digestFor(candidate.name, content);
      const earlier = known.get(id);
      const kind = earlier?.[1] === digest ? earlier[2] : kindOfFile(candidate, content);
      kinds.set(id, [id, digest, kind]);
      return kind;
    },
    judged(input, around, contents, apart) {
      const files = new Map(input.files.map(({ path, content }) => [path, digestFor(path, content)]));
      const hold = holdingOf(record, { day: input.today, files, ...looking(apart, digestFor) });
      const all = completed(hold, input, around);
      const { holding, fresh } = all;
      // A run without the cache would have read these files too.
      for (const [path] of holding.together?.read ?? []) contents.read(path);
      words.push(`${pathsOf(holding).size} of ${files.size} files had been judged`);
      if (fresh !== undefined || kinds.size !== known.size) {
        const verdicts = kept(all, files, looking(contents, digestFor));
        const text = writtenRecord({ kinds: [...kinds.values()], ...verdicts });
        if (!store.write(folder, name, text)) words.push("it cannot be written to");
      }
      const judged = fresh === undefined ? [] : judgedIn(fresh.verdicts).map(({ verdict }) => verdict);
      return combined(heldIn(holding), judged, fresh?.run, input, around);
    },
    words: () => `cache ${folder}: ${words.join("; ")}`,
  };
}

function digests(): DigestFor {
  const known = new Map<string, { readonly content: Content; readonly digest: string }>();
  return (path, content) => {
    const before = known.get(path);
    const digest = before?.content === content ? before.digest : digestOf(content);
    known.set(path, { content, digest });
    return digest;
  };
}

function looking({ read, filesIn }: Contents, digestFor: DigestFor) {
  return {
    digestOf(path: string) {
      const content = read(path);
      return content === undefined ? null : digestFor(path, content);
    },
    listingOf: (folder: string) => digestOf(JSON.stringify(filesIn(folder))),
  };
}

function kept(
  { holding, fresh }: Completed,
  files: ReadonlyMap<string, string>,
  { digestOf: digestAt, listingOf }: ReturnType<typeof looking>,
): Pick<RunRecord, "alone" | "together"> {
  const judged = Array.from(fresh?.verdicts.alone ?? [], ([path, { verdict, mayKeep }]) => ({
    path,
    verdict,
    mayKeep,
  }));
  const alone = [
    ...holding.alone,
    ...judged.flatMap(({ path, verdict, mayKeep }) => (mayKeep ? [[path, verdict] as const] : [])),
  ].map(([path, verdict]) => [path, files.get(path) ?? "", verdict] as const);
  const together = holding.together ?? (fresh && togetherIn(fresh));
  return { alone, ...(together && { together }) };

  function togetherIn({ run, verdicts }: NonNullable<Completed["fresh"]>): Together | undefined {
    if (verdicts.together?.mayKeep !== true) return undefined;
    const verdict: Verdict = verdicts.together.verdict;
    return {
      ...verdict,
      files: [...files].filter(([path]) => !verdicts.alone.has(path) && !holding.alone.has(path)),
      read: Array.from(run.asked.files, (path) => [path, digestAt(path)]),
      listed: Array.from(run.asked.folders, (path) => [path, listingOf(path)]),
    };
  }
}
