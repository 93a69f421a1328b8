// Finds and reads the user's configuration and rules.

import { dirname, join } from "node:path";
import type { Config } from "../../../config/config.ts";
import { readConfig, unknownRules } from "../../../config/load.ts";
import { errorIn } from "../../../findings/problem.ts";
import type { ReportError } from "../../../findings/report.ts";
import { builtinRules } from "../../../rules/files/builtin.ts";
import { loadRules } from "../../../rules/files/load.ts";
import { namesOf, type Rule } from "../../../rules/rule.ts";
import { Problem } from "../../../text/problem.ts";
import { type Source, source } from "../../../text/source.ts";
import { readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { isWithin, located, named, type Places, reachOf, upwards } from "../../places.ts";
import { Stop, stopOnProblem } from "../stop.ts";
import type { Arguments } from "./arguments.ts";

const NAMES = ["unconfused.yaml", ".unconfused.yaml"];
/** Names that other tools use for their configuration. */
const MISTAKEN = ["unconfused.yml", ".unconfused.yml", "unconfused.json", ".unconfused.json"];

const MEANT = new Set([...NAMES, ...MISTAKEN]);

/** Names as they are spelled on disk, also on systems that ignore the case of letters. */
function namesIn(folder: string, host: Host): readonly string[] {
  try {
    return host.list(folder).map(({ name }) => name);
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

/** Absolute path of the configuration that a run uses; throws Stop if there are two. */
function findConfig(host: Host, places: Places): string | undefined {
  for (const folder of upwards(places.cwd)) {
    const [first, second] = NAMES.map((name) => join(folder, name)).filter((path) => host.kindOf(path) !== undefined);
    if (second !== undefined) {
      throw new Stop({ message: "two configurations in one folder", help: "keep one", file: named(places, second) });
    }
    const mistaken = namesIn(folder, host).find((name) => !NAMES.includes(name) && MEANT.has(name.toLowerCase()));
    if (mistaken !== undefined) {
      const help = first === undefined ? "did you mean unconfused.yaml? Rename it" : "keep unconfused.yaml alone";
      throw new Stop({ message: `${mistaken} is not read`, help, file: named(places, join(folder, mistaken)) });
    }
    if (first !== undefined) return first;
    if (folder === (places.repository ?? places.cwd)) return undefined;
  }
  return undefined;
}

export interface Loaded {
  readonly config: Config;
  /** The configuration file, as reports name it. */
  readonly from: string | undefined;
  /** The files that were read, by absolute path: "the configuration", "a rule file". */
  readonly files: ReadonlyMap<string, string>;
  /** The rules of `extends` and `--rules`. */
  readonly added: readonly Rule[];
  /** These and the built-in ones. */
  readonly rules: readonly Rule[];
}

/** Throws Stop on a configuration or a rule that cannot be read, with all mistakes of both. */
export function loadConfig(given: Arguments, host: Host, places: Places): Loaded {
  const path = configOf(given, host, places);
  const from = path && named(places, path);
  const text = path === undefined ? "" : stopOnProblem(from, () => new TextDecoder().decode(readNamed(path, host)));
  const sources = from === undefined ? undefined : new Map([[from, sourceOf(from, text)]]);
  const { config, mistakes } =
    from === undefined ? { config: {}, mistakes: [] } : stopOnProblem(from, () => readConfig(text, from), sources);
  const told = mistakes.map((mistake) => errorIn(from, mistake));

  const { ruleFiles, added } = withMistakes(told, sources, () => {
    const folder = { ...places, cwd: path === undefined ? places.cwd : dirname(path) };
    const paths = [
      ...extended(config, from, folder, host),
      ...given.values("rules").map((each) => located(places, each)),
    ];
    const ruleFiles = paths.flatMap((each) => filesOfRules(each, host, places));
    return { ruleFiles, added: readRules(ruleFiles, host, places) };
  });
  const rules = [...builtinRules(), ...added];
  // The reader of configurations is a part of the program that a run without configuration does not load.
  const unknown = from === undefined ? [] : unknownRules(config, rules.flatMap(namesOf));
  const [first, ...others] = [...told, ...unknown.map((problem) => errorIn(from, problem))];
  if (first !== undefined) throw new Stop(first, others, sources);
  const files = new Map([
    ...ruleFiles.map((each) => [each, "a rule file"] as const),
    ...(path === undefined ? [] : [[path, "the configuration"] as const]),
  ]);
  return { config, from, files, added, rules };
}

/** A Stop in `load` gets the mistakes that were found before it as well. */
function withMistakes<T>(found: readonly ReportError[], sources: Stop["sources"] | undefined, load: () => T): T {
  try {
    return load();
  } catch (thrown) {
    const [first, ...others] = found;
    if (!(thrown instanceof Stop) || first === undefined) throw thrown;
    throw new Stop(
      first,
      [...others, thrown.error, ...thrown.others],
      new Map([...(sources ?? []), ...thrown.sources]),
    );
  }
}

/**
 * What the configuration extends, from its own folder: within its repository, or where there is none, beside and below
 * itself. Throws Stop on a path that is missing or elsewhere.
 */
function extended(config: Config, from: string | undefined, folder: Places, host: Host): readonly string[] {
  const reach = reachOf([], host, folder);
  const stop = (message: string, help: string) =>
    new Stop({ message: `extends: ${message}`, help, ...(from !== undefined && { file: from }) });
  return (config.extends ?? []).map((each) => {
    const path = located(folder, each);
    if (host.kindOf(path) === undefined) {
      throw stop(`there is no file or folder ${each}`, "check the spelling; a path here is relative to this file");
    }
    const isThere = reach.includes(host.realPath(path) ?? path) || isWithin(reach, path, host);
    if (isThere) return path;
    throw stop(`${each} leads out of the repository`, "copy the rules into it, or name their folder with --rules");
  });
}

/** Empty where the text cannot be read, so that no line of it is shown. */
function sourceOf(path: string, text: string): Source {
  try {
    return source(path, text);
  } catch (thrown) {
    if (thrown instanceof Problem) return source(path, "");
    throw thrown;
  }
}

function configOf(given: Arguments, host: Host, places: Places): string | undefined {
  const asked = given.value("config");
  if (asked === undefined) return given.has("no-config") ? undefined : findConfig(host, places);
  if (!given.has("no-config")) return located(places, asked);
  throw new Stop({ message: "--config and --no-config contradict each other", help: "give one of them" });
}

/** The rule files at a path, which is a file or a folder. Throws Stop if there are none. */
export function filesOfRules(path: string, host: Host, places: Places): readonly string[] {
  if (host.kindOf(path) !== "folder") return [path];
  const found = stopOnProblem(named(places, path), () => [...below(path, host)]);
  if (found.length > 0) return found;
  throw new Stop({ message: "no rule file here", help: "a rule is a .yaml file", file: named(places, path) });
}

function* below(folder: string, host: Host): Iterable<string> {
  for (const { name, kind } of host.list(folder)) {
    if (kind === "folder") yield* below(join(folder, name), host);
    if (kind === "file" && /\.ya?ml$/i.test(name)) yield join(folder, name);
  }
}

/** Throws Stop with all mistakes. */
export function readRules(paths: readonly string[], host: Host, places: Places): readonly Rule[] {
  const files = paths.map((path) => {
    const name = named(places, path);
    return { path: name, text: stopOnProblem(name, () => new TextDecoder().decode(readNamed(path, host))) };
  });
  const sources = () => new Map(files.map(({ path, text }) => [path, sourceOf(path, text)]));
  return files.length === 0 ? [] : stopOnProblem(undefined, () => loadRules(files), sources());
}
