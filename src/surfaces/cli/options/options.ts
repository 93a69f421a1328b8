// The words of the command line: its commands and options, as tables. Help and errors are told from them.

export const COMMANDS = {
  check: {
    usage: "[check] [PATH ...]",
    does: "checks files, folders and cdk.out folders; '-' is standard input; '.' if left out",
  },
  explain: { usage: "explain RULE", does: "tells why a rule exists, with a bad and a good policy, and how to fix it" },
  rules: { usage: "rules", does: "lists the rules" },
  merge: { usage: "merge REPORT ...", does: "makes one report, in JSON or SARIF, of those of shards or repositories" },
  "test-rules": { usage: "test-rules DIR", does: "runs the examples inside the rule files of a folder" },
} as const;

export type Command = keyof typeof COMMANDS;

export interface OptionRow {
  /** What stands for its value in the help; a flag has none. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** May be given more than once. */
  readonly list?: true;
  readonly commands: readonly Command[];
  readonly help: string;
}

const CHECK = ["check"] as const;
const WITH_RULES = ["check", "explain", "rules"] as const;
const CHECK_AND_MERGE = ["check", "merge"] as const;
const ALL = ["check", "explain", "rules", "merge", "test-rules"] as const;

// One option a row.
// biome-ignore format: a table
export const OPTIONS = {
  config:                 { value: "FILE", commands: WITH_RULES, help: "configuration file (default: unconfused.yaml here or in a parent folder)" },
  "no-config":            { commands: WITH_RULES, help: "do not read a configuration file" },
  "no-inline":            { commands: CHECK, help: "ignore metadata and comments in the input" },
  tenancy:                { value: "TENANCY", choices: ["single", "multi"], commands: CHECK, help: "tenancy of third parties that are not declared (default: multi)" },
  "own-account":          { value: "ID", list: true, commands: CHECK, help: "an account of yours" },
  "organization-account": { value: "ID", list: true, commands: CHECK, help: "an account of your organization" },
  "organization-id":      { value: "ID", list: true, commands: CHECK, help: "your AWS organization, o-…" },
  vendor:                 { value: "NAME=ID[,ID][:single]", list: true, commands: CHECK, help: "a vendor's accounts, or parameters with them; multi-tenant unless :single" },
  parameters:             { value: "FILE", list: true, commands: CHECK, help: "deploy-time values: a CloudFormation parameter file, tfvars or a flat map" },
  rules:                  { value: "PATH", list: true, commands: WITH_RULES, help: "more rules: a file or a folder of them" },
  only:                   { value: "RULE", list: true, commands: CHECK, help: "check only this rule, also if it is off" },
  skip:                   { value: "RULE", list: true, commands: CHECK, help: "do not check this rule" },
  exclude:                { value: "GLOB", list: true, commands: CHECK, help: "leave out files that match" },
  baseline:               { value: "FILE", commands: CHECK, help: "do not report the findings that this file has" },
  "update-baseline":      { commands: CHECK, help: "write the findings of this run into the file of --baseline" },
  since:                  { value: "REV", commands: CHECK, help: "report only what was not there at a revision of git, such as origin/main" },
  "stdin-name":           { value: "NAME", commands: CHECK, help: "name of standard input in reports" },
  format:                 { value: "FORMAT", choices: ["text", "concise", "json", "sarif", "github", "gitlab", "markdown"], list: true, commands: ["check", "rules", "merge"], help: "text (default), concise, json, sarif, github, gitlab or markdown" },
  output:                 { value: "FILE", list: true, commands: CHECK_AND_MERGE, help: "file for the --format before it, instead of standard output" },
  "fail-on":              { value: "SEVERITY", choices: ["low", "medium", "high", "critical", "never"], commands: CHECK_AND_MERGE, help: "lowest severity that exits with 1 (default: medium)" },
  strict:                 { commands: CHECK, help: "report what cannot be told as findings of severity medium" },
  shard:                  { value: "I/N", commands: CHECK, help: "check only part I of N of the files; 'merge' makes one report of all parts" },
  "allow-empty":          { commands: CHECK_AND_MERGE, help: "exit with 0 if there is nothing to check; named files may be of any kind" },
  quiet:                  { commands: CHECK_AND_MERGE, help: "do not write notes to standard error" },
  color:                  { value: "WHEN", choices: ["auto", "always", "never"], commands: CHECK, help: "colors in text (default: auto)" },
  debug:                  { commands: ALL, help: "show what the run does, its time, what denies, and where an internal error occurred" },
  help:                   { commands: ALL, help: "this text" },
  version:                { commands: ALL, help: "the version" },
} as const satisfies Record<string, OptionRow>;

export type Option = keyof typeof OPTIONS;
