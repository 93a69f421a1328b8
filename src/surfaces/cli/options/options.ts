// The commands and options of the command line, as tables: arguments, help, completion and errors are made from them.

export interface CommandRow {
  readonly usage: string;
  readonly does: string;
  /** Exit statuses, where there are others than "done" and "could not do what was asked". */
  readonly status?: readonly (readonly [code: string, meaning: string])[];
  /** What to type, and what for. */
  readonly examples?: readonly (readonly [typed: string, what: string])[];
}

const NOT_DONE = ["2", "could not do what was asked"] as const;
const NOTHING = ["3", "nothing to check"] as const;
const JUDGED = [
  ["0", "nothing at or above the threshold of --fail-on"],
  ["1", "findings at or above it"],
  NOT_DONE,
  NOTHING,
] as const;

export const COMMANDS = {
  check: {
    usage: "[check] [PATH ...]",
    does: "check files, folders and cdk.out folders ('-': standard input); without PATH the working directory",
    status: JUDGED,
    examples: [
      ["unconfused", "everything below the working directory"],
      ["unconfused check cdk.out --fail-on high", "what the CDK has synthesised"],
      ["terraform show -json tfplan | unconfused -", "a Terraform plan"],
      ["unconfused --format text --format sarif --output report.sarif", "two reports of one run"],
      ["unconfused --since origin/main", "only what is open since then"],
      ["unconfused --fix infra", "fix what can be fixed, and report the rest"],
      ["unconfused --vendor Panther=111122223333:single infra", "declare a vendor's dedicated account"],
    ],
  },
  explain: {
    usage: "explain RULE",
    does: "explain a rule: why it exists, a bad and a good policy, how to fix it",
    examples: [["unconfused explain external-id-required", "the rule of a finding"]],
  },
  rules: {
    usage: "rules",
    does: "list the rules",
    examples: [["unconfused rules --format json", "for programs"]],
  },
  grants: {
    usage: "grants [PATH ...]",
    does: "list who may enter what: every grant with its callers, conditions and verdict",
    status: [["0", "listed, whatever was found"], NOT_DONE, NOTHING],
    examples: [
      ["unconfused grants infra", "for people"],
      ["unconfused grants --format html --output grants.html", "a page with a map that can be filtered"],
      ["aws iam list-roles | unconfused grants - --format mermaid", "a map of a live account"],
    ],
  },
  init: {
    usage: "init [PATH ...]",
    does: "write unconfused.yaml from the accounts that the files trust",
    examples: [["unconfused init", "asks whose each account is, on a terminal"]],
  },
  merge: {
    usage: "merge REPORT ...",
    does: "merge the reports (JSON or SARIF) of shards or repositories into one",
    status: JUDGED,
    examples: [["unconfused merge part-*.json --format json --output all.json", "the reports of a sharded run"]],
  },
  "test-rules": {
    usage: "test-rules DIR",
    does: "run the examples inside the rule files of a folder",
    status: [["0", "every example comes out as it should"], ["1", "some do not"], NOT_DONE],
    examples: [["unconfused test-rules our-rules", "test rules before you use them"]],
  },
  "new-rule": {
    usage: "new-rule ID [DIR]",
    does: "write a rule file to start from",
    examples: [
      [
        "unconfused new-rule our-roles-only our-rules",
        "our-rules/our-roles-only.yaml, which 'test-rules our-rules' passes",
      ],
    ],
  },
  completion: {
    usage: "completion SHELL",
    does: "write a completion script for bash, zsh or fish",
    examples: [
      ['eval "$(unconfused completion bash)"', "in ~/.bashrc"],
      ['eval "$(unconfused completion zsh)"', "in ~/.zshrc, after compinit"],
      ["unconfused completion fish | source", "in ~/.config/fish/config.fish"],
    ],
  },
  lsp: {
    usage: "lsp",
    does: "run the language server for editors, over standard input and output",
    examples: [["unconfused lsp", "the command that the editor starts; docs/editor.md says where to name it"]],
  },
  help: { usage: "help [COMMAND]", does: "show help for a command, or for all" },
} as const satisfies Record<string, CommandRow>;

export type Command = keyof typeof COMMANDS;

/** The order of the help. */
export const GROUPS = {
  input: "Input",
  who: "Accounts and vendors",
  rules: "Configuration and rules",
  before: "Known findings",
  write: "Changes to files",
  report: "Report",
  verdict: "Pass or fail",
  any: "All commands",
} as const;

export interface OptionRow {
  readonly group: keyof typeof GROUPS;
  /** One letter. */
  readonly short?: string;
  /** The name of its value in the help; a flag has none. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** The value of the option alone; any other value follows "=". */
  readonly ifAlone?: string;
  /** May be given more than once. */
  readonly list?: boolean;
  readonly commands: readonly Command[];
  readonly help: string;
  /** What is different for a command. */
  readonly of?: { readonly [Name in Command]?: Partial<Pick<OptionRow, "choices" | "help" | "list">> };
}

const CHECK = ["check"] as const;
/** The commands that judge files. */
const JUDGING = ["check", "grants", "init", "lsp"] as const;
/** The commands that show verdicts. */
const VERDICTS = ["check", "grants", "lsp"] as const;
const CHECK_AND_LSP = ["check", "lsp"] as const;
const INIT = ["init"] as const;
const WITH_RULES = ["check", "grants", "init", "lsp", "explain", "rules"] as const;
const CHECK_AND_MERGE = ["check", "merge"] as const;
const ALL = [
  "check",
  "grants",
  "init",
  "explain",
  "rules",
  "merge",
  "test-rules",
  "new-rule",
  "completion",
  "lsp",
  "help",
] as const;

// One option a row.
// biome-ignore format: a table
export const OPTIONS = {
  config:                 { group: "rules", value: "FILE", commands: WITH_RULES, help: "the configuration (default: unconfused.yaml here or in a parent folder, up to the root of the repository)" },
  "no-config":            { group: "rules", commands: WITH_RULES, help: "do not read a configuration file" },
  "no-inline":            { group: "rules", commands: JUDGING, help: "ignore metadata and comments in the input" },
  tenancy:                { group: "who", value: "TENANCY", choices: ["single", "multi"], commands: VERDICTS, help: "tenancy of third parties that are not declared (default: multi)" },
  "own-account":          { group: "who", value: "ID", list: true, commands: JUDGING, help: "an account of yours" },
  "organization-account": { group: "who", value: "ID", list: true, commands: JUDGING, help: "an account of your organization" },
  "organization-id":      { group: "who", value: "ID", list: true, commands: JUDGING, help: "your AWS organization, o-…" },
  vendor:                 { group: "who", value: "NAME=ID[,ID][:single]", list: true, commands: JUDGING, help: "a vendor's accounts, or parameters with them; multi-tenant unless :single" },
  parameters:             { group: "who", value: "FILE", list: true, commands: JUDGING, help: "deploy-time values: a CloudFormation parameter file, tfvars or a flat map" },
  rules:                  { group: "rules", value: "PATH", list: true, commands: WITH_RULES, help: "more rules: a file or a folder of them" },
  only:                   { group: "rules", value: "RULE", list: true, commands: CHECK_AND_LSP, help: "check only this rule, also if it is off" },
  skip:                   { group: "rules", value: "RULE", list: true, commands: CHECK_AND_LSP, help: "do not check this rule" },
  exclude:                { group: "input", value: "GLOB", list: true, commands: JUDGING, help: "leave out files that match" },
  baseline:               { group: "before", value: "FILE", commands: CHECK, help: "do not report the findings listed in this file" },
  "update-baseline":      { group: "before", commands: CHECK, help: "write the findings of this run to the file of --baseline" },
  since:                  { group: "before", value: "REV", commands: CHECK, help: "report only what a git revision, such as origin/main, did not have" },
  fix:                    { group: "write", value: "LEVEL", choices: ["safe", "unsafe"], ifAlone: "safe", commands: CHECK, help: "change the files where the right text is known; unsafe: also where somebody has to follow up, such as by giving a new parameter its value" },
  "stdin-name":           { group: "input", value: "NAME", commands: ["check", "grants", "init"], help: "name of standard input in reports" },
  format:                 { group: "report", value: "FORMAT", choices: ["text", "concise", "json", "sarif", "github", "gitlab", "markdown", "html", "mermaid"], list: true, commands: ["check", "grants", "rules", "merge"], help: "format of a report (default: text)", of: { grants: { choices: ["text", "json", "mermaid", "html"] }, rules: { choices: ["text", "json"], list: false }, merge: { choices: ["json", "sarif"], help: "format of a report (default: that of the merged reports, where all have the same)" } } },
  output:                 { group: "report", value: "FILE", list: true, commands: ["check", "grants", "merge"], help: "file for the --format before it (default: standard output)" },
  "fail-on":              { group: "verdict", value: "SEVERITY", choices: ["low", "medium", "high", "critical", "never"], commands: CHECK_AND_MERGE, help: "lowest severity that exits with 1 (default: medium)", of: { merge: { help: "lowest severity that exits with 1 (default: the lowest of the shards; medium for other reports)" } } },
  strict:                 { group: "verdict", commands: VERDICTS, help: "report what cannot be decided as findings of severity medium", of: { grants: { help: "list what cannot be decided as findings" } } },
  shard:                  { group: "input", value: "I/N", commands: CHECK, help: "check only part I of N of the files; 'merge' makes one report of the parts" },
  cache:                  { group: "input", value: "DIR", ifAlone: "", commands: ["check", "grants"], help: "reuse the verdicts of earlier runs for files that have not changed, kept in DIR (default: in your cache folder)" },
  yes:                    { group: "write", commands: INIT, help: "do not ask: accounts are written as comments, for you to say whose they are" },
  force:                  { group: "write", commands: INIT, help: "replace an existing unconfused.yaml" },
  "allow-empty":          { group: "verdict", commands: ["check", "grants", "merge"], help: "exit with 0 instead of 3 if there is nothing to check, and do not mention named files of other kinds", of: { merge: { help: "exit with 0 instead of 3 if nothing was checked" } } },
  quiet:                  { group: "report", commands: ["check", "grants", "init", "merge"], help: "do not write notes to standard error" },
  color:                  { group: "any", value: "WHEN", choices: ["auto", "always", "never"], commands: ALL, help: "colors in text (default: auto, on a terminal)" },
  "no-color":             { group: "any", commands: ALL, help: "the same as --color never" },
  debug:                  { group: "any", commands: ALL, help: "show the time of each stage, what denies in policies that pass, and where an internal error occurred" },
  stdio:                  { group: "any", commands: ["lsp"], help: "accepted because editors add it; 'lsp' does it anyway" },
  help:                   { group: "any", short: "h", commands: ALL, help: "show this help" },
  version:                { group: "any", short: "V", commands: ALL, help: "show the version" },
} as const satisfies Record<string, OptionRow>;

export type Option = keyof typeof OPTIONS;

/** The option as the command has it. */
export function rowFor(option: Option, command: Command): OptionRow {
  const row: OptionRow = OPTIONS[option];
  return { ...row, ...row.of?.[command] };
}
