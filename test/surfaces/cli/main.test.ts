import { describe, expect, test } from "vitest";
import { guarded } from "../../../src/surfaces/cli/main.ts";
import { readArguments } from "../../../src/surfaces/cli/options/arguments.ts";
import { COMMANDS, type CommandRow, OPTIONS, type OptionRow } from "../../../src/surfaces/cli/options/options.ts";
import { memoryHost } from "../memory-host.ts";
import { BAD, FILES, unconfused } from "./run.ts";

describe("status", () => {
  const broken = { ...FILES, "/home/me/broken.yaml": `${BAD}  - [` };
  test.each([
    ["good.yaml", 0],
    ["bad.yaml", 1],
    ["bad.yaml --fail-on high", 0],
    ["bad.yaml --fail-on medium", 1],
    ["bad.yaml --fail-on never", 0],
    ["open.yaml --fail-on critical", 1],
    ["bad.yaml broken.yaml", 2],
    ["broken.yaml --fail-on never", 2],
    ["nowhere.yaml", 2],
    ["bad.yaml nowhere.yaml", 2],
    ["empty", 3],
    ["empty --allow-empty", 0],
    ["empty --fail-on never", 3],
    ["bad.yaml --bad", 2],
  ])("unconfused %s: %i", (typed, status) => {
    expect(unconfused(typed, { files: { ...broken, "/home/me/empty/x.txt": "" } }).status).toBe(status);
  });

  test("where nothing could be read, that is what the last line says", () => {
    expect(unconfused("nowhere.yaml elsewhere.yaml").stdout).toMatch(/\n\nnothing was checked: 2 errors\n$/);
    expect(unconfused("nowhere.yaml bad.yaml").stdout).toMatch(
      /^1 finding .*, 1 error in 1 grant of 1 policy in 1 file/m,
    );
  });

  test.each(["text", "concise", "json", "sarif", "github", "gitlab", "markdown"])("is the same in %s", (format) => {
    expect(unconfused(`--format ${format} bad.yaml`).status).toBe(1);
    expect(unconfused(`--format ${format} good.yaml`).status).toBe(0);
  });
});

describe("what is wrong with the command line is told like a finding", () => {
  test("in plain text", () => {
    expect(unconfused("--fromat json")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "error: there is no option --fromat\n  = help: did you mean --format?\n",
    });
  });

  test.each([
    ["--own-account 123", "--own-account: '123' is not an account ID", "an account id is twelve digits"],
    ["--organization-account x", "--organization-account: 'x' is not an account ID", "an account id is twelve digits"],
    ["--organization-id x", "--organization-id: 'x' is not an organization ID", "it is o- and 10 to 32"],
    ["--vendor Acme", "--vendor: 'Acme' cannot be read", "write --vendor NAME=ACCOUNT"],
    ["--vendor Acme=1:both", "--vendor: 'Acme=1:both' cannot be read", "write --vendor NAME=ACCOUNT"],
    ["--vendor Acme=12345", "--vendor: '12345' is not an account ID of Acme", "write --vendor NAME=ACCOUNT"],
    ["--vendor Acme=Account,", "--vendor: '' is not an account ID of Acme", "write --vendor NAME=ACCOUNT"],
    ["--only public-trsut", "--only: there is no rule public-trsut", "did you mean public-trust?"],
    ["--skip nothing-like-it", "--skip: there is no rule nothing-like-it", "'unconfused rules' lists them"],
    ["explian public-trust", "there is no file and no command explian", "did you mean 'unconfused explain'?"],
    ["help explian", "there is no command explian", "did you mean 'explain'?"],
    ["help explain rules", "'help' takes one command", "'unconfused help' lists them"],
    ["lsp role.yaml", "'lsp' takes no path", "the editor tells which files are open"],
    ["--color always --no-color", "--color and --no-color contradict each other", "give one of them"],
    ["completion tcsh", "'completion' takes a shell", "it is bash, zsh, fish"],
    ["new-rule", "'new-rule' takes an id, and a folder", "unconfused new-rule our-rule our-rules"],
    ["new-rule Our_Rule", "'Our_Rule' is no id of a rule", "it is lower-case words"],
    ["new-rule public-trust", "there is a rule public-trust already", "choose another id"],
    ["--stdin-name x", "--stdin-name without standard input", "write '-' among the paths"],
    [
      "--only public-trust --only invalid-policy --skip public-trust",
      "--only and --skip contradict each other about public-trust",
      "give one of them",
    ],
    ["--config a --no-config", "--config and --no-config contradict each other", "give one of them"],
    ["--config nowhere.yaml", "there is no such file or folder", "check the spelling"],
    ["--parameters nowhere.json", "there is no such file or folder", "check the spelling"],
    ["--rules nowhere.yaml", "there is no such file or folder", "check the spelling"],
    ["explain", "'explain' takes the id of one rule", "'unconfused rules' lists them"],
    ["explain public-trsut", "there is no rule public-trsut", "did you mean public-trust?"],
    [
      "--vendor A=444455556666 --vendor B=444455556666:single",
      "--vendor: account 444455556666 is called both multi- and single-tenant",
      "list the account under one of the two",
    ],
    [
      "--own-account 444455556666 --vendor B=444455556666:single",
      "--vendor: account 444455556666 is called both your own and a vendor's",
      "list the account under one of the two",
    ],
    ["-h=3", "-h takes no value", "write -h alone"],
    ["-V=1", "-V takes no value", "write -V alone"],
    ["-help", "there is no option -help", "did you mean --help?"],
    ["-format=json", "there is no option -format=json", "did you mean --format?"],
    ["-h3", "there is no option -h3", "'unconfused --help' lists the options"],
    ["rules public-trust", "'rules' takes no public-trust", "write 'unconfused rules' alone"],
    ["rules --format sarif", "'rules' has no --format sarif", "it is one of text, json"],
    ["grants --format sarif", "'grants' has no --format sarif", "it is one of text, json, mermaid, html"],
    ["init --strict", "'init' has no option --strict", "'unconfused init --help' lists those that it has"],
  ])("unconfused %s", (typed, message, help) => {
    const { status, stdout, stderr } = unconfused(typed);
    expect(stderr).toContain(`error: ${message}\n`);
    expect(stderr).toContain(`= help: ${help}`);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

describe("about itself", () => {
  test("the help names every command and option of today, and the statuses", () => {
    const { status, stdout } = unconfused("--help");
    for (const word of ["check", "explain", "rules", "test-rules", "--vendor", "--fail-on", "nothing to check"]) {
      expect(stdout).toContain(word);
    }
    expect(status).toBe(0);
  });

  test("the help of a command has its options only", () => {
    const { stdout } = unconfused("explain --help");
    expect(stdout).toContain("--rules");
    expect(stdout).not.toContain("--strict");
  });

  test.each([
    [undefined, 80],
    ["60", 60],
    ["200", 100],
  ])("with COLUMNS %s no line of the help is wider than %i columns, but for what is typed", (columns, width) => {
    const env = columns === undefined ? {} : { COLUMNS: columns };
    for (const command of ["", ...Object.keys(COMMANDS)]) {
      const lines = unconfused(`help ${command}`, { env }).stdout.split("\n");
      expect(lines.filter((line) => line.length > width && !/^ {2}\S/.test(line))).toEqual([]);
      expect(
        Math.max(...lines.filter((line) => line.startsWith(" ".repeat(24))).map((line) => line.length)),
      ).toBeLessThanOrEqual(width);
    }
  });

  test.each([
    ["-h", "--help"],
    ["--help", "help"],
    ["explain --help", "help explain"],
    ["-h explain", "help explain"],
    ["check --help", "help check"],
    ["-V", "--version"],
  ])("%s is %s", (one, other) => {
    expect(unconfused(one)).toEqual(unconfused(other));
    expect(unconfused(one)).toMatchObject({ status: 0, stderr: "" });
  });

  test("each option that a command has is in its help, under one heading", () => {
    for (const command of Object.keys(COMMANDS)) {
      const { stdout } = unconfused(`help ${command}`);
      for (const [name, { commands }] of Object.entries<OptionRow>(OPTIONS)) {
        const lines = stdout.match(new RegExp(`^ {2}(?:-\\w, )?--${name}(?=\\[| |$)`, "gm")) ?? [];
        expect(lines, `${command} --${name}`).toHaveLength((commands as readonly string[]).includes(command) ? 1 : 0);
      }
    }
  });

  test.each([
    ["merge", "--format json|sarif", "the lowest of the shards"],
    ["grants", "text, json, mermaid, html", "listed, whatever was found"],
    ["rules", "--format text|json", "done"],
    ["test-rules", "Exit status", "some do not"],
  ])("the help of %s tells of its own choices, defaults and statuses", (command, ...words) => {
    const stdout = unconfused(`help ${command}`).stdout.replace(/\s+/g, " ");
    for (const word of words) expect(stdout).toContain(word);
    expect(stdout).not.toContain("concise");
  });

  test("what the help shows as examples can be typed", () => {
    const shown = Object.values<CommandRow>(COMMANDS).flatMap(({ examples = [] }) => examples.map(([typed]) => typed));
    expect(shown.length).toBeGreaterThan(8);
    for (const typed of shown) {
      const [, words = ""] = /unconfused ?([^|")]*)/.exec(typed) ?? [];
      expect(() => readArguments(words.split(" ").filter((word) => word !== "")), typed).not.toThrow();
    }
  });

  test("colors: on a terminal, and not where an option or the environment says no", () => {
    const sequence = "\u001b[";
    const on = (typed: string, env = {}) => {
      const { stdout, stderr } = unconfused(typed, { terminal: true, env });
      return (stdout + stderr).includes(sequence);
    };
    for (const typed of ["bad.yaml", "help", "explain public-trust", "--nonsense", "nowhere.yaml"]) {
      expect(on(typed), typed).toBe(true);
      expect(on(`${typed} --no-color`), typed).toBe(false);
      expect(on(`--color never ${typed}`), typed).toBe(false);
      expect(on(typed, { NO_COLOR: "1" }), typed).toBe(false);
    }
  });

  test("the version", () => {
    expect(unconfused("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("an error that nobody foresaw", () => {
  const crash = () => {
    throw new TypeError("secret of the input");
  };

  test("is called a bug, with where to report it, and never quotes the input", () => {
    const { host, written } = memoryHost({ files: {} });
    expect(guarded(host, false, crash)).toBe(2);
    expect(written.stderr).toMatch(
      /^error: this is a bug in Unconfused .+ \(TypeError at crash \(main\.test\.ts:\d+:\d+\)\)\n {2}= help: please report it at https:.+\n$/,
    );
  });

  test("shows where it arose with --debug, and still does not quote the input", () => {
    const { host, written } = memoryHost({ files: {} });
    guarded(host, true, crash);
    expect(written.stderr).toMatch(/\n {4}at crash /);
    expect(written.stderr).not.toContain("secret");
  });
});
