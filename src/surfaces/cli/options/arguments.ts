// Reads the arguments by the tables of commands and options: unknown options and invalid values are refused.

import { parseArgs } from "node:util";
import { nearest } from "../../../text/nearest.ts";
import { Stop } from "../stop.ts";
import { COMMANDS, type Command, OPTIONS, type Option, type OptionRow, rowFor } from "./options.ts";

export interface Arguments {
  readonly command: Command;
  /** False where `check` is meant because no command is typed. */
  readonly isTyped: boolean;
  readonly positionals: readonly string[];
  has(option: Option): boolean;
  /** The value of an option that may be given once. */
  value<Name extends Option>(option: Name): Value<Name> | undefined;
  /** The values of an option that may be repeated, in order. */
  values<Name extends Option>(option: Name): readonly Value<Name>[];
  /** Each `--format`, in order, with the `--output` that follows it. */
  readonly formats: readonly { readonly format: Value<"format">; readonly output?: string }[];
}

/** One of the option's choices, where it has them. */
type Value<Name extends Option> = (typeof OPTIONS)[Name] extends { choices: readonly (infer Choice)[] }
  ? Choice
  : string;

interface Given {
  readonly option: Option;
  readonly value: string | undefined;
}

/** Throws Stop on anything that is not in the tables. */
export function readArguments(typed: readonly string[]): Arguments {
  const tokens = tokensOf(typed);
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token] : []));
  const [first] = words;
  // After `--` there are only paths.
  const end = tokens.find(({ kind }) => kind === "option-terminator")?.index ?? typed.length;
  const named = first !== undefined && first.index < end && isCommand(first.value) ? first.value : undefined;
  const command = named ?? "check";
  const positionals = words.slice(named === undefined ? 0 : 1).map(({ value }) => value);

  const given: Given[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    refuseRest(typed[token.index] ?? "", token.rawName, token.name);
    const option = known(token.rawName, token.name, command);
    if (given.some((each) => each.option === option) && !mayRepeat(option, command)) {
      throw refusal(`--${option} is given twice`, "give it once");
    }
    given.push({ option, value: valueFor(option, command, token.value, token.inlineValue === true) });
  }
  // `valueFor` has refused everything but the option's choices.
  const values = <Name extends Option>(option: Name) =>
    given.flatMap((each) => (each.option === option && each.value !== undefined ? [each.value as Value<Name>] : []));
  if (given.some(({ option }) => option === "no-color") && values("color").some((when) => when !== "never")) {
    throw refusal("--color and --no-color contradict each other", "give one of them");
  }
  return {
    command,
    isTyped: named !== undefined,
    positionals,
    has: (option) => given.some((each) => each.option === option),
    value: (option) => values(option)[0],
    values,
    formats: pairs(given),
  };
}

/** Node loads `parseArgs` when it is first used; arguments without options do not need it. */
function tokensOf(typed: readonly string[]) {
  if (!typed.some((word) => word.startsWith("-"))) {
    return typed.map((value, index) => ({ kind: "positional" as const, index, value }));
  }
  return parseArgs({
    args: [...typed],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries<OptionRow>(OPTIONS).map(([name, row]) => [
        name,
        {
          type: row.value === undefined || row.ifAlone !== undefined ? "boolean" : "string",
          ...(row.short !== undefined && { short: row.short }),
        },
      ]),
    ),
  }).tokens;
}

/** `-h=3`, `-help`: Node takes the letters behind one hyphen for options of their own. */
function refuseRest(word: string, letter: string, name: string): void {
  if (letter.startsWith("--") || word === letter) return;
  if (word[letter.length] === "=" && isOption(name)) throw refusal(`${letter} takes no value`, `write ${letter} alone`);
  throw unknownOption(word, word.slice(1).replace(/=.*/s, ""));
}

function known(typed: string, name: string, command: Command): Option {
  if (!isOption(name)) {
    throw unknownOption(typed, typed.startsWith("--") ? name : "");
  }
  const { commands }: OptionRow = OPTIONS[name];
  if (!commands.includes(command)) {
    throw refusal(`'${command}' has no option --${name}`, `'unconfused ${command} --help' lists those that it has`);
  }
  return name;
}

function unknownOption(typed: string, name: string): Stop {
  const meant = nearest(name, Object.keys(OPTIONS));
  return refusal(
    `there is no option ${typed}`,
    meant === undefined ? "'unconfused --help' lists the options" : `did you mean --${meant}?`,
  );
}

function valueFor(option: Option, command: Command, value: string | undefined, inline: boolean): string | undefined {
  const { value: placeholder, choices, ifAlone } = rowFor(option, command);
  if (placeholder === undefined) {
    if (inline) throw refusal(`--${option} takes no value`, `write --${option} alone`);
    return undefined;
  }
  if (value === undefined && ifAlone !== undefined) return ifAlone;
  if (value === undefined || value === "" || (!inline && value.startsWith("-"))) {
    throw refusal(`--${option} needs a value`, `write --${option}=${choices?.join("|") ?? placeholder}`);
  }
  if (choices !== undefined && !choices.includes(value)) {
    const { choices: all = [] }: OptionRow = OPTIONS[option];
    const what = all.includes(value) ? `'${command}' has no --${option} ${value}` : `--${option} cannot be '${value}'`;
    throw refusal(what, `it is one of ${choices.join(", ")}`);
  }
  return value;
}

function pairs(given: readonly Given[]): Arguments["formats"] {
  const formats: { format: Value<"format">; output?: string }[] = [];
  for (const { option, value = "" } of given) {
    if (option === "format") formats.push({ format: value as Value<"format"> });
    if (option !== "output") continue;
    const last = formats.at(-1);
    if (last === undefined || last.output !== undefined) {
      throw refusal("--output belongs to the --format before it", `write --format text --output ${value}`);
    }
    last.output = value;
  }
  if (formats.filter(({ output }) => output === undefined).length > 1) {
    throw refusal("only one format may go to standard output", "give each other --format an --output FILE");
  }
  return formats.length === 0 ? [{ format: "text" }] : formats;
}

function refusal(message: string, help: string): Stop {
  return new Stop({ message, help });
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word);
}

function isOption(name: string): name is Option {
  return Object.hasOwn(OPTIONS, name);
}

function mayRepeat(option: Option, command: Command): boolean {
  const { list, value } = rowFor(option, command);
  return list === true || value === undefined;
}
