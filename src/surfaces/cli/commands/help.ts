// The command `help`: pages made from the tables of commands and options.

import { tool } from "../../../findings/tool.ts";
import { type Paint, painter } from "../../../reporters/screen.ts";
import { wrapped } from "../../../reporters/text/wrap.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Host } from "../../host.ts";
import type { Arguments } from "../options/arguments.ts";
import {
  COMMANDS,
  type Command,
  type CommandRow,
  GROUPS,
  OPTIONS,
  type Option,
  type OptionRow,
  rowFor,
} from "../options/options.ts";
import { colors, colorsOf, widthOf } from "../screen.ts";
import { Stop } from "../stop.ts";

const DONE = [
  ["0", "done"],
  ["2", "could not do what was asked"],
] as const;

const ENVIRONMENT = [
  ["NO_COLOR", "no colors, also on a terminal"],
  ["FORCE_COLOR", "colors, also in a file or pipe; 0: no colors"],
  ["COLUMNS", "the width to which text is wrapped"],
] as const;

interface Page {
  /** In columns. */
  readonly width: number;
  readonly paint: Paint;
}

type Row = readonly [left: string, right: string];

/** `help [COMMAND]`. Throws Stop if there is no such command. */
export function help(given: Arguments, host: Host): 0 {
  const [typed, ...more] = given.positionals;
  if (typed !== undefined && (more.length > 0 || !Object.hasOwn(COMMANDS, typed))) {
    const isOne = more.length === 0;
    const meant = isOne ? nearest(typed, Object.keys(COMMANDS)) : undefined;
    const message = isOne ? `there is no command ${typed}` : "'help' takes one command";
    throw new Stop({ message, help: meant ? `did you mean '${meant}'?` : "'unconfused help' lists them" });
  }
  return tellAbout(typed as Command | undefined, given, host);
}

/** The page of a command; the general page where `command` is undefined. */
export function tellAbout(command: Command | undefined, given: Arguments, host: Host): 0 {
  const page = { width: widthOf(host), paint: painter(colors(host, "stdout", colorsOf(given))) };
  host.write("stdout", `${(command === undefined ? general(page) : specific(command, page)).join("\n\n")}\n`);
  return 0;
}

function general(page: Page): readonly string[] {
  const commands = Object.values(COMMANDS).map(({ usage, does }): Row => [usage, does]);
  return [
    wrapped(
      `Unconfused ${tool.version}: can a party that your AWS account trusts be made a confused deputy?`,
      page,
    ).join("\n"),
    section("Usage", ["  unconfused [OPTION ...] [COMMAND] [PATH ...]"], page),
    section("Commands", table(commands, page), page),
    ...optionSections("check", page),
    statusSection("check", page),
    section("Environment", table(ENVIRONMENT, page), page),
    section("Examples", examples("check", page), page),
    [...wrapped("'unconfused help COMMAND' shows the help of a command.", page), tool.home].join("\n"),
  ];
}

function specific(command: Command, page: Page): readonly string[] {
  const { usage, does } = COMMANDS[command];
  const shown = examples(command, page);
  return [
    wrapped(`unconfused ${command}: ${does}`, page).join("\n"),
    section("Usage", [`  unconfused [OPTION ...] ${usage}`], page),
    ...optionSections(command, page),
    statusSection(command, page),
    ...(shown.length > 0 ? [section("Examples", shown, page)] : []),
  ];
}

/** A section for each group of options that the command has. */
function optionSections(command: Command, page: Page): readonly string[] {
  return Object.entries(GROUPS).flatMap(([group, title]) => {
    const rows = (Object.keys(OPTIONS) as Option[])
      .map((name) => [name, rowFor(name, command)] as const)
      .filter(([, row]) => row.group === group && row.commands.includes(command))
      .map(([name, row]): Row => [optionInWords(name, row), meaning(row)]);
    return rows.length === 0 ? [] : [section(title, table(rows, page), page)];
  });
}

function optionInWords(name: string, { short, value, choices, ifAlone }: OptionRow): string {
  const all = choices?.join("|") ?? "";
  const shown = all === "" || all.length > LONGEST_CHOICES ? value : all;
  const taken = shown === undefined ? "" : ifAlone === undefined ? ` ${shown}` : `[=${shown}]`;
  return [short === undefined ? "" : `-${short}, `, `--${name}`, taken].join("");
}

/** In characters. Longer choices are listed in the help of the option. */
const LONGEST_CHOICES = 20;

function meaning({ help: words, choices = [], list }: OptionRow): string {
  const isLong = choices.join("|").length > LONGEST_CHOICES;
  const all = isLong ? `; one of ${choices.join(", ")}` : "";
  return `${words}${all}${list === true ? "; may be repeated" : ""}`;
}

function statusSection(command: Command, page: Page): string {
  const { status = DONE }: CommandRow = COMMANDS[command];
  return section("Exit status", table(status, page), page);
}

function examples(command: Command, page: Page): readonly string[] {
  const { examples: rows = [] }: CommandRow = COMMANDS[command];
  return rows.flatMap(([typed, what]) => [`  ${typed}`, ...wrapped(what, { indent: 6, width: page.width })]);
}

function section(title: string, lines: readonly string[], { paint }: Page): string {
  return [paint(`${title}:`, "bold"), ...lines].join("\n");
}

/** Where the right column begins; a left cell that reaches it gets a line of its own. */
const LEFT = 24;

function table(rows: readonly Row[], page: Page): readonly string[] {
  return rows.flatMap(([left, right]) => {
    const words = wrapped(right, { indent: LEFT, width: page.width });
    const lead = `  ${left}`;
    if (lead.length > LEFT - 2) return [lead, ...words];
    const [first = "", ...rest] = words;
    return [lead.padEnd(LEFT) + first.slice(LEFT), ...rest];
  });
}
