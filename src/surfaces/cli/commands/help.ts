// What the command line says about itself, told from the tables of commands and options.

import { tool } from "../../../findings/tool.ts";
import { COMMANDS, type Command, OPTIONS, type OptionRow } from "../options/options.ts";

const STATUS = [
  ["0", "nothing at or above the threshold"],
  ["1", "findings at or above it"],
  ["2", "could not do what was asked"],
  ["3", "nothing to check"],
] as const;

/** Of one command; of all where `command` is undefined. */
export function help(command: Command | undefined): string {
  return command === undefined ? general() : specific(command);
}

function general(): string {
  const commands = Object.values(COMMANDS).map(({ usage, does }) => [`unconfused ${usage}`, does] as const);
  return [
    `Unconfused ${tool.version}: can a party that your AWS account trusts be made a confused deputy?`,
    section("Commands", commands),
    section("Options of check", options("check")),
    section("Exit status", STATUS),
    `${tool.home}\n`,
  ].join("\n\n");
}

function specific(command: Command): string {
  const { usage, does } = COMMANDS[command];
  return `${[`unconfused ${usage}: ${does}`, section("Options", options(command))].join("\n\n")}\n`;
}

function options(command: Command): readonly (readonly [string, string])[] {
  return Object.entries<OptionRow>(OPTIONS)
    .filter(([, { commands }]) => commands.includes(command))
    .map(([name, { value, choices, help }]) => {
      const all = choices?.join("|") ?? "";
      const shown = all === "" || all.length > 40 ? value : all;
      return [shown === undefined ? `--${name}` : `--${name} ${shown}`, help];
    });
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return [`${title}:`, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)].join("\n");
}
