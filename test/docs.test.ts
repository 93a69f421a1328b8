import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { forms } from "../src/examples/forms.ts";
import { runExamples } from "../src/examples/run.ts";
import { loadRules } from "../src/rules/files/load.ts";
import { main } from "../src/surfaces/cli/main.ts";
import { readArguments } from "../src/surfaces/cli/options/arguments.ts";
import { OPTIONS } from "../src/surfaces/cli/options/options.ts";
import { BAD, OPEN } from "./surfaces/cli/sharded.ts";
import { memoryHost } from "./surfaces/memory-host.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const pages = ["README.md", ...readdirSync(new URL("docs/", root)).map((name) => `docs/${name}`)];
const blocks = (page: string, language: string) =>
  Array.from(read(page).matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g")), ([, text = ""]) => text);
const ROLE = "arn:aws:iam::999988887777:role/R";
const action = parse(read("action.yml"));

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Of a workflow, a composite action, or a piece of one. */
function stepsIn(yaml: string): readonly Step[] {
  const value = parse(yaml);
  const jobs: readonly { readonly steps?: readonly Step[] }[] = [
    value,
    value?.runs,
    ...Object.values(value?.jobs ?? {}),
  ];
  return jobs.flatMap((job) => (Array.isArray(job?.steps) ? job.steps : []));
}

const steps = pages.flatMap((page) =>
  blocks(page, "yaml").flatMap((block) => stepsIn(block).map((step) => ({ page, step }))),
);

test("workflows that are shown give the Action inputs that it has, and read outputs that it has", () => {
  const ours = steps.filter(({ step }) => step.uses?.startsWith("OWNER/unconfused@"));
  expect(ours.length).toBeGreaterThan(5);
  const inputs = ours.flatMap(({ step }) => Object.keys(step.with ?? {}));
  expect(inputs.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
  const asked = steps.flatMap(({ step }) =>
    Array.from(JSON.stringify(step).matchAll(/steps\.unconfused\.outputs\.([\w-]+)/g), ([, name = ""]) => name),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((name) => !Object.hasOwn(action.outputs, name))).toEqual([]);
});

test("actions of others are pinned by commit where more than a glance is given", () => {
  const others = steps.filter(({ page, step }) => page !== "README.md" && step.uses && !step.uses.startsWith("OWNER/"));
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter(({ step }) => !/@[0-9a-f]{40}$/.test(step.uses ?? ""))).toEqual([]);
});

test("hooks that are shown are there", () => {
  const offered = parse(read(".pre-commit-hooks.yaml")).map(({ id }: { id: string }) => id);
  const shown = pages
    .flatMap((page) => blocks(page, "yaml").flatMap((block) => parse(block)?.repos ?? []))
    .filter(({ repo }: { repo: string }) => repo.endsWith("/unconfused"))
    .flatMap(({ hooks }: { hooks: { id: string }[] }) => hooks.map(({ id }) => id));
  expect(new Set(shown)).toEqual(new Set(offered));
});

test("what pages link to exists", () => {
  for (const page of pages) {
    const links = Array.from(read(page).matchAll(/\]\((?!https?:)([^)#]+)/g), ([, path = ""]) => path);
    for (const path of links) expect(existsSync(new URL(path, new URL(page, root))), `${page}: ${path}`).toBe(true);
  }
});

describe("the commands of docs/shards.md", () => {
  const [github = "", gitlab = ""] = blocks("docs/shards.md", "yaml");
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`/r/${index}.yaml`, index % 2 === 0 ? OPEN : BAD]),
  );

  /** A shell that knows what the commands need of one: variables and one pattern. */
  function typed(commands: readonly string[], variables: Readonly<Record<string, string>>, saved: Map<string, string>) {
    return commands
      .filter((command) => command.startsWith("unconfused "))
      .map((command) => {
        const words = Object.entries(variables)
          .reduce((text, [name, value]) => text.replaceAll(name, value), command)
          .split(" ")
          .slice(1)
          .map((word) => word.replaceAll('"', ""))
          .flatMap((word) => (word.includes("*") ? matching(word, saved) : [word]));
        const machine = memoryHost({ cwd: "/r", files: { ...files, ...Object.fromEntries(saved) } });
        const status = main(words, machine.host);
        for (const [path, text] of machine.saved) saved.set(path, text);
        return { status, ...machine.written };
      });
  }

  function matching(word: string, saved: Map<string, string>): readonly string[] {
    const [before = "", after = ""] = word.split("*");
    return [...saved.keys()]
      .map((path) => path.replace("/r/", ""))
      .filter((path) => path.startsWith(before) && path.endsWith(after));
  }

  const whole = (format: string) => {
    const { host, written } = memoryHost({ cwd: "/r", files });
    return { status: main(["check", ".", "--format", format], host), stdout: written.stdout };
  };

  test("on one machine", () => {
    const saved = new Map<string, string>();
    const [lines = ""] = blocks("docs/shards.md", "sh");
    const ended = typed(lines.trim().split("\n"), {}, saved);
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 1]);
    expect(saved.get("/r/all.json")).toBe(whole("json").stdout);
  });

  test("in a matrix of GitHub", () => {
    const { jobs } = parse(github);
    const runs = (name: string): string[] => jobs[name].steps.flatMap(({ run = "" }: Step) => run);
    const saved = new Map<string, string>();
    const shards: number[] = jobs.shard.strategy.matrix.shard;
    for (const shard of shards) {
      const variables = { "${{ matrix.shard }}": `${shard}`, "${{ strategy.job-total }}": `${shards.length}` };
      expect(typed(runs("shard"), variables, saved).map(({ status }) => status)).toEqual([0]);
    }
    expect(typed(runs("merge"), {}, saved).map(({ status }) => status)).toEqual([1]);
    expect(saved.get("/r/unconfused.sarif")).toBe(whole("sarif").stdout);
  });

  test("in parallel jobs of GitLab", () => {
    const { unconfused, "unconfused-merge": merge } = parse(gitlab);
    const saved = new Map<string, string>();
    for (let index = 1; index <= unconfused.parallel; index += 1) {
      const variables = { $CI_NODE_INDEX: `${index}`, $CI_NODE_TOTAL: `${unconfused.parallel}` };
      expect(typed(unconfused.script, variables, saved).map(({ status }) => status)).toEqual([0]);
    }
    expect(typed(merge.script, {}, saved).map(({ status }) => status)).toEqual([1]);
    expect(saved.get("/r/unconfused.json")).toBe(whole("json").stdout);
  });
});

test("the commands of docs/reports.md can be typed, and the first of them writes its reports", () => {
  const lines = blocks("docs/reports.md", "sh").flatMap((block) => block.trim().split("\n"));
  expect(lines.length).toBeGreaterThan(3);
  const typed = lines.map((line) => line.replace(/^unconfused /, "").split(" "));
  for (const words of typed) expect(() => readArguments(words)).not.toThrow();
  const { host, saved } = memoryHost({ files: { "/home/me/bad.yaml": BAD } });
  expect(main(typed[0] ?? [], host)).toBe(1);
  expect([...saved.keys()]).toEqual(["/home/me/unconfused.sarif", "/home/me/unconfused.md"]);
});

test("the commands of docs/live-account.md find a role of an account that trusts a vendor", () => {
  const policy = {
    Statement: { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sts:AssumeRole" },
  };
  const roles = { RoleDetailList: [{ RoleName: "R", Arn: ROLE, AssumeRolePolicyDocument: policy }] };
  const files = {
    "/home/me/roles.json": JSON.stringify(roles),
    "/home/me/trust-policy.json": JSON.stringify(policy),
  };
  const lines = blocks("docs/live-account.md", "sh").flatMap((block) => block.trim().split("\n"));
  const typed = lines.flatMap((line) => /(?:^|\| )unconfused (.*)/.exec(line)?.[1] ?? []);
  expect(typed.length).toBe(3);
  for (const words of typed) {
    const { host } = memoryHost({ files, stdin: JSON.stringify(roles) });
    expect(main(words.split(" "), host)).toBe(1);
  }
});

test("the commands of docs/accounts.md run, and write what they say", () => {
  const typed = blocks("docs/accounts.md", "sh").flatMap((block) => block.trim().split("\n"));
  expect(typed.length).toBe(5);
  const names = typed.flatMap((line) => {
    const { host, saved } = memoryHost({ files: { "/home/me/infra/bad.yaml": BAD } });
    expect(main(line.replace(/^unconfused /, "").split(" "), host)).toBe(0);
    return [...saved.keys()];
  });
  expect(names).toEqual([
    "/home/me/grants.json",
    "/home/me/map.mmd",
    "/home/me/grants.html",
    "/home/me/unconfused.yaml",
  ]);
});

test("docs/reports.md names every format that there is", () => {
  const named = Array.from(read("docs/reports.md").matchAll(/^\| `(\w+)` \|/gm), ([, name]) => name);
  expect(named.sort()).toEqual([...OPTIONS.format.choices].sort());
});

describe("the rules of docs/rules.md", () => {
  const written = blocks("docs/rules.md", "yaml").map((text) => [/^# (\S+)/.exec(text)?.[1] ?? "", text] as const);
  const files = Object.fromEntries(written.map(([path, text]) => [`/home/me/${path}`, text]));
  const [, ...typed] = blocks("docs/rules.md", "sh").flatMap((block) => block.trim().split("\n"));
  const open = JSON.stringify({
    Statement: { Effect: "Allow", Principal: { AWS: "777788889999" }, Action: "sts:AssumeRole" },
  });
  const role = `Resources: { R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${open} } } }\n`;

  test("have examples that hold", () => {
    expect(written.map(([path]) => path).filter((path) => path.startsWith("our-rules/"))).toHaveLength(3);
    const { host, written: said } = memoryHost({ files });
    expect([main((typed[0] ?? "").replace(/^unconfused /, "").split(" "), host), said.stderr]).toEqual([0, ""]);
  });

  test("need every entry that they have", () => {
    const rules = loadRules(
      written.filter(([path]) => path.startsWith("our-rules/")).map(([path, text]) => ({ path, text })),
    );
    for (const rule of rules) {
      for (const index of (rule.deny ?? []).keys()) {
        const less = { ...rule, deny: (rule.deny ?? []).filter((_, place) => place !== index) };
        expect(
          runExamples([less], [less], forms.slice(0, 1)).failures,
          `${rule.id} without deny ${index + 1}`,
        ).not.toEqual([]);
      }
    }
  });

  test("are asked by the option, and under the configuration, where it says so", () => {
    const roles = { "/home/me/production/r.yaml": role, "/home/me/test/r.yaml": role };
    const rules = Object.fromEntries(Object.entries(files).filter(([path]) => path.includes("our-rules")));
    const asked = memoryHost({ files: { ...rules, ...roles } });
    expect(main((typed[1] ?? "").replace(/^unconfused /, "").split(" "), asked.host)).toBe(1);
    const { host, written: said } = memoryHost({ files: { ...files, ...roles } });
    expect(main(["check", "--format", "concise", "--only", "production-trusts-listed-accounts", "."], host)).toBe(1);
    expect(said.stdout).toContain("production/r.yaml");
    expect(said.stdout.match(/not on our list/g)?.length).toBe(2);
    const scoped = memoryHost({ files: { ...files, ...roles } });
    main(["check", "--format", "concise", "."], scoped.host);
    const lines = scoped.written.stdout
      .split("\n")
      .filter((line) => line.includes("production-trusts-listed-accounts"));
    expect(lines.map((line) => line.split(":")[0])).toEqual(["production/r.yaml"]);
  });
});

test("the commands of docs/playground.md are there", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const typed = blocks("docs/playground.md", "sh").flatMap((block) => block.trim().split("\n"));
  const asked = typed.flatMap((line) => /^npm run (\S+)$/.exec(line)?.[1] ?? []);
  expect(asked).toEqual(["site"]);
  expect(asked.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
