// The command `completion`: a completion script for a shell, made from the tables of commands and options.

import { builtinRules } from "../../../rules/files/builtin.ts";
import type { Host } from "../../host.ts";
import type { Arguments } from "../options/arguments.ts";
import { COMMANDS, OPTIONS, type OptionRow } from "../options/options.ts";
import { Stop } from "../stop.ts";

const SHELLS = { bash, zsh, fish } as const;

/** Throws Stop on another shell. */
export function completion(given: Arguments, host: Host): 0 {
  const [shell = "", ...more] = given.positionals;
  if (more.length > 0 || !Object.hasOwn(SHELLS, shell)) {
    throw new Stop({ message: "'completion' takes a shell", help: `it is ${Object.keys(SHELLS).join(", ")}` });
  }
  host.write("stdout", SHELLS[shell as keyof typeof SHELLS]());
  return 0;
}

const commands = Object.keys(COMMANDS);
const options = Object.entries<OptionRow>(OPTIONS);
const ruleIds = builtinRules().map(({ id }) => id);
/** Options whose value is one of the rules. */
const TAKE_RULES = ["only", "skip"];
const TAKE_FILES = ["FILE", "PATH"];

/** Those after which files or folders may stand; so they may where no command is typed. */
const takeFiles = Object.entries(COMMANDS).flatMap(([name, { usage }]) =>
  /\b(?:PATH|REPORT|DIR)\b/.test(usage) ? [name] : [],
);

/** Where a command takes fewer of the values than others do. */
const narrower = ({ of = {} }: OptionRow) =>
  Object.entries(of).flatMap(([command, { choices }]) => (choices === undefined ? [] : [{ command, choices }]));

/** The words that may stand after each command. */
const operands: Readonly<Record<string, readonly string[]>> = {
  explain: ruleIds,
  help: commands,
  completion: Object.keys(SHELLS),
};

function bash(): string {
  const values = options.flatMap(([name, row]) => {
    const { value, choices, ifAlone } = row;
    // What follows it is no value of it.
    if (ifAlone !== undefined) return [];
    if (TAKE_RULES.includes(name)) return [`    --${name}) words="${ruleIds.join(" ")}" ;;`];
    if (choices !== undefined) {
      const own = narrower(row).map((each) => `      ${each.command}) words="${each.choices.join(" ")}" ;;`);
      if (own.length === 0) return [`    --${name}) words="${choices.join(" ")}" ;;`];
      return [`    --${name}) case "$command" in`, ...own, `      *) words="${choices.join(" ")}" ;; esac ;;`];
    }
    if (value === undefined) return [];
    if (TAKE_FILES.includes(value)) return [`    --${name}) COMPREPLY=($(compgen -f -- "$current")); return ;;`];
    return [`    --${name}) return ;;`];
  });
  const after = Object.entries(operands).map(([name, words]) => `    ${name}) words="${words.join(" ")}" ;;`);
  return `# bash completion of unconfused
_unconfused() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" each command=""
  # What is written --option=value comes in three words.
  if [[ $current == "=" ]]; then current=""
  elif [[ $previous == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$each" in ${commands.join("|")}) command="$each"; break ;; esac
  done
  case "$previous" in
${values.join("\n")}
  esac
  if [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); return; fi
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "${options.map(([name]) => `--${name}`).join(" ")}" -- "$current"))
    return
  fi
  case "$command" in
${after.join("\n")}
    "") words="${commands.join(" ")}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$command" in ${['""', ...takeFiles].join(" | ")}) COMPREPLY+=($(compgen -f -- "$current")) ;; esac
}
complete -o filenames -F _unconfused unconfused
`;
}

function zsh(): string {
  const rows = options.map(([name, { value, choices, help, list, ifAlone }]) => {
    const words = TAKE_RULES.includes(name) ? ruleIds : choices;
    const kind = words === undefined ? (TAKE_FILES.includes(value ?? "") ? "_files" : " ") : `(${words.join(" ")})`;
    const argument =
      value === undefined
        ? ""
        : `${ifAlone === undefined ? ":" : "::"}${value
            .toLowerCase()
            .replace(/[^a-z]+/g, " ")
            .trim()}:${kind}`;
    const equals = value === undefined ? "" : ifAlone === undefined ? "=" : "=-";
    return `    ${quoted(`${list === true ? "*" : ""}--${name}${equals}[${help.replace(/[[\]:]/g, "\\$&")}]${argument}`)}`;
  });
  const described = Object.entries(COMMANDS).map(
    ([name, { does }]) => `    ${quoted(`${name}:${does.replaceAll(":", "\\:")}`)}`,
  );
  const after = Object.entries(operands).map(([name, words]) => `    ${name}) compadd -- ${words.join(" ")} ;;`);
  return `#compdef unconfused
_unconfused_operand() {
  local each command=""
  for each in \${words[2,CURRENT-1]}; do
    case "$each" in ${commands.join("|")}) command="$each"; break ;; esac
  done
  case "$command" in
${after.join("\n")}
    "") local -a commands=(
${described.join("\n")}
    ); _describe command commands; _files ;;
    *) _files ;;
  esac
}
_unconfused() {
  _arguments -s -S \\
${rows.join(" \\\n")} \\
    '*:operand:_unconfused_operand'
}
compdef _unconfused unconfused
`;
}

function fish(): string {
  const line = (...words: readonly string[]) => ["complete -c unconfused", ...words].join(" ");
  const none = quoted(`not __fish_seen_subcommand_from ${commands.join(" ")}`);
  return [
    "# fish completion of unconfused",
    ...Object.entries(COMMANDS).map(([name, { does }]) => line("-n", none, "-a", name, "-d", quoted(does))),
    ...Object.entries(operands).map(([name, words]) =>
      line("-f", "-n", quoted(`__fish_seen_subcommand_from ${name}`), "-a", quoted(words.join(" "))),
    ),
    ...options.flatMap(([name, row]) => {
      const { short, value, choices, help, ifAlone } = row;
      const words = TAKE_RULES.includes(name) ? ruleIds : choices;
      const own = narrower(row);
      const all = own.map(({ command }) => command);
      const offered = (some: readonly string[] | undefined, condition?: string) =>
        line(
          ...(condition === undefined ? [] : ["-n", quoted(condition)]),
          ...(short === undefined ? [] : ["-s", short]),
          ...["-l", name],
          ...(value === undefined || ifAlone !== undefined ? [] : TAKE_FILES.includes(value) ? ["-r", "-F"] : ["-x"]),
          ...(some === undefined || ifAlone !== undefined ? [] : ["-a", quoted(some.join(" "))]),
          ...["-d", quoted(help)],
        );
      return [
        offered(words, all.length === 0 ? undefined : `not __fish_seen_subcommand_from ${all.join(" ")}`),
        ...own.map((each) => offered(each.choices, `__fish_seen_subcommand_from ${each.command}`)),
      ];
    }),
    "",
  ].join("\n");
}

/** As one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
