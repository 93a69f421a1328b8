// The words of the command line: its commands and options, as tables. Help, completion and errors are told from them.

export interface CommandRow {
  readonly usage: string;
  readonly does: string;
  /** What it ends with, where that is more than "done" and "could not do what was asked". */
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
    does: "check files, folders and cdk.out folders; '-' is standard input, and '.' what is checked if no PATH is given",
    status: JUDGED,
    examples: [
      ["unconfused", "all that is below the working directory"],
      ["unconfused check cdk.out --fail-on high", "what the CDK synthesised"],
      ["terraform show -json tfplan | unconfused -", "a plan of Terraform"],
      ["unconfused --format text --format sarif --output report.sarif", "two reports of one run"],
      ["unconfused --since origin/main", "only what a change opens"],
      ["unconfused --fix infra", "mend what can be mended, and report the rest"],
      ["unconfused --vendor Panther=111122223333:single infra", "with a vendor's dedicated account"],
    ],
  },
  explain: {
    usage: "explain RULE",
    does: "tell why a rule exists, with a bad and a good policy, and how to fix it",
    examples: [["unconfused explain external-id-required", "for one rule"]],
  },
  rules: {
    usage: "rules",
    does: "list the rules",
    examples: [["unconfused rules --format json", "for programs"]],
  },
  grants: {
    usage: "grants [PATH ...]",
    does: "list who may enter what: every grant, its callers, conditions and verdict",
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
    does: "make one report, in JSON or SARIF, of those of shards or repositories",
    status: JUDGED,
    examples: [["unconfused merge part-*.json --format json --output all.json", "the parts of a sharded run"]],
  },
  "test-rules": {
    usage: "test-rules DIR",
    does: "run the examples inside the rule files of a folder",
    status: [["0", "every example comes out as it should"], ["1", "some do not"], NOT_DONE],
    examples: [["unconfused test-rules our-rules", "before they are used"]],
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
    does: "write what completes the command line in bash, zsh or fish",
    examples: [
      ['eval "$(unconfused completion bash)"', "in ~/.bashrc"],
      ['eval "$(unconfused completion zsh)"', "in ~/.zshrc, after compinit"],
      ["unconfused completion fish | source", "in ~/.config/fish/config.fish"],
    ],
  },
  lsp: {
    usage: "lsp",
    does: "serve an editor over standard input and output, by the Language Server Protocol",
    examples: [["unconfused lsp", "what the editor is told to start; docs/editor.md says where"]],
  },
  help: { usage: "help [COMMAND]", does: "tell about a command, or about all" },
} as const satisfies Record<string, CommandRow>;

export type Command = keyof typeof COMMANDS;

/** The order of the help. */
export const GROUPS = {
  input: "What is checked",
  who: "Who is who",
  rules: "Configuration and rules",
  before: "What was there before",
  report: "The report",
  end: "How a run ends",
  any: "With every command",
} as const;

export interface OptionRow {
  readonly group: keyof typeof GROUPS;
  /** One letter. */
  readonly short?: string;
  /** What stands for its value in the help; a flag has none. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** The value that is meant where none is given; one that is given stands behind "=". */
  readonly ifAlone?: string;
  /** May be given more than once. */
  readonly list?: true;
  readonly commands: readonly Command[];
  readonly help: string;
  /** Where a command takes less of it, or means something else by it. */
  readonly of?: { readonly [Name in Command]?: Partial<Pick<OptionRow, "choices" | "help">> };
}

const CHECK = ["check"] as const;
/** The commands that judge files. */
const JUDGING = ["check", "grants", "init", "lsp"] as const;
/** Those whose verdicts somebody reads. */
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
  baseline:               { group: "before", value: "FILE", commands: CHECK, help: "do not report the findings that this file has" },
  "update-baseline":      { group: "before", commands: CHECK, help: "write the findings of this run into the file of --baseline" },
  since:                  { group: "before", value: "REV", commands: CHECK, help: "report only what was not there at a revision of git, such as origin/main" },
  fix:                    { group: "end", value: "LEVEL", choices: ["safe", "unsafe"], ifAlone: "safe", commands: CHECK, help: "change the files where the right text is known; unsafe: also where deployment or a vendor has to do something for it" },
  "stdin-name":           { group: "input", value: "NAME", commands: ["check", "grants", "init"], help: "name of standard input in reports" },
  format:                 { group: "report", value: "FORMAT", choices: ["text", "concise", "json", "sarif", "github", "gitlab", "markdown", "html", "mermaid"], list: true, commands: ["check", "grants", "rules", "merge"], help: "form of the report (default: text)", of: { grants: { choices: ["text", "json", "mermaid", "html"] }, rules: { choices: ["text", "json"] }, merge: { choices: ["json", "sarif"], help: "form of the report (default: that of the reports, where all have one)" } } },
  output:                 { group: "report", value: "FILE", list: true, commands: ["check", "grants", "merge"], help: "where the --format before it goes; one without goes to standard output" },
  "fail-on":              { group: "end", value: "SEVERITY", choices: ["low", "medium", "high", "critical", "never"], commands: CHECK_AND_MERGE, help: "lowest severity that exits with 1 (default: medium)", of: { merge: { help: "lowest severity that exits with 1 (default: the lowest that a shard was run with; medium for reports that are no shards)" } } },
  strict:                 { group: "end", commands: VERDICTS, help: "report what cannot be told as findings of severity medium", of: { grants: { help: "list what cannot be told as findings" } } },
  shard:                  { group: "input", value: "I/N", commands: CHECK, help: "check only part I of N of the files; 'merge' makes one report of all parts" },
  cache:                  { group: "input", value: "DIR", ifAlone: "", commands: ["check", "grants"], help: "take verdicts on files that have not changed from an earlier run, kept in DIR (default: in the user's folder for caches)" },
  yes:                    { group: "end", commands: INIT, help: "ask nothing: accounts stand in comments until somebody says whose they are" },
  force:                  { group: "end", commands: INIT, help: "replace an unconfused.yaml that is there" },
  "allow-empty":          { group: "end", commands: ["check", "grants", "merge"], help: "exit with 0 if there is nothing to check; named files may be of any kind", of: { merge: { help: "exit with 0 if nothing was checked" } } },
  quiet:                  { group: "report", commands: ["check", "grants", "init", "merge"], help: "do not write notes to standard error" },
  color:                  { group: "any", value: "WHEN", choices: ["auto", "always", "never"], commands: ALL, help: "colors in text (default: auto, on a terminal)" },
  "no-color":             { group: "any", commands: ALL, help: "the same as --color never; so is the environment variable NO_COLOR" },
  debug:                  { group: "any", commands: ALL, help: "show what the run does, its time, what denies, and where an internal error occurred" },
  stdio:                  { group: "any", commands: ["lsp"], help: "what 'lsp' does anyway; editors add it" },
  help:                   { group: "any", short: "h", commands: ALL, help: "tell about the command, or about all" },
  version:                { group: "any", short: "V", commands: ALL, help: "tell the version" },
} as const satisfies Record<string, OptionRow>;

export type Option = keyof typeof OPTIONS;

/** The option as the command has it. */
export function rowFor(option: Option, command: Command): OptionRow {
  const row: OptionRow = OPTIONS[option];
  return { ...row, ...row.of?.[command] };
}
