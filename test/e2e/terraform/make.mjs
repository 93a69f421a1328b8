// Makes the plans and states of test/fixtures/terraform from their configurations, with the terraform that TERRAFORM names, the tofu that TOFU names, and the provider beside this file.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const fixtures = join(here, "../../fixtures/terraform");
const terraform = process.env.TERRAFORM ?? "terraform";
const tofu = process.env.TOFU;
const work = mkdtempSync(join(tmpdir(), "terraform-fixtures-"));

/** Where both programs look for a provider of this name and platform. */
function buildProvider() {
  const platform = execFileSync("go", ["env", "GOOS", "GOARCH"], { encoding: "utf8" }).trim().replace("\n", "_");
  for (const registry of ["registry.terraform.io", "registry.opentofu.org"]) {
    const folder = join(work, "mirror", registry, "hashicorp/aws/0.1.0", platform);
    mkdirSync(folder, { recursive: true });
    execFileSync("go", ["build", "-o", join(folder, "terraform-provider-aws_v0.1.0"), "."], {
      cwd: join(here, "provider"),
      stdio: "inherit",
    });
  }
  const settings = `provider_installation {\n  filesystem_mirror {\n    path = "${join(work, "mirror")}"\n  }\n}\n`;
  writeFileSync(join(work, "settings.tfrc"), settings);
}

/** A configuration of the fixtures, where it can be planned and applied. */
function scene(name, program = terraform) {
  const folder = join(work, name);
  cpSync(join(fixtures, name), folder, { recursive: true });
  const run = (args, env = {}) =>
    execFileSync(program, args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...env, TF_CLI_CONFIG_FILE: join(work, "settings.tfrc"), CHECKPOINT_DISABLE: "1" },
    });
  run(["init"]);
  return {
    plan(file, args = [], env = {}) {
      run(["plan", "-input=false", "-out=tfplan", ...args], env);
      save(file, run(["show", "-json", "tfplan"]));
    },
    apply: () => run(["apply", "-input=false", "tfplan"]),
    state(shown, stored) {
      save(shown, run(["show", "-json"]));
      save(stored, readFileSync(join(folder, "terraform.tfstate"), "utf8"));
    },
  };
}

/** What differs from run to run is made to be the same. */
function save(file, text) {
  const same = text
    .replace(/"timestamp":"[^"]*"/, '"timestamp":"2026-01-01T00:00:00Z"')
    .replace(/"lineage": "[^"]*"/, '"lineage": "00000000-0000-4000-8000-000000000000"');
  writeFileSync(join(fixtures, file), same);
}

/** What Terraform makes of each expression, as JSON; null where it refuses it. */
function workOut(expressions) {
  const tried = expressions.map((each) => `try(jsonencode(${each}), null)`).join(", ");
  const { status, stdout } = spawnSync(terraform, ["console"], {
    cwd: work,
    encoding: "utf8",
    input: `jsonencode([${tried}])\n`,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: join(work, "settings.tfrc") },
  });
  if (status === 0) return JSON.parse(JSON.parse(stdout));
  // One that is wrong whatever its values are makes all of them wrong.
  if (expressions.length === 1) return [null];
  const middle = expressions.length >> 1;
  return [...workOut(expressions.slice(0, middle)), ...workOut(expressions.slice(middle))];
}

/** What the local `v` of a file is, as JSON; null where Terraform refuses the file. */
function localOf(file) {
  const folder = mkdtempSync(join(work, "file-"));
  writeFileSync(join(folder, "main.tf"), file);
  const { status, stdout } = spawnSync(terraform, ["console"], {
    cwd: folder,
    encoding: "utf8",
    input: "jsonencode(local.v)\n",
    env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: join(work, "settings.tfrc") },
  });
  return status === 0 ? JSON.parse(stdout) : null;
}

try {
  buildProvider();

  const expressions = JSON.parse(readFileSync(join(fixtures, "expressions.json"), "utf8")).map(([each]) => each);
  const results = workOut(expressions);
  const rows = expressions.map((each, index) => `  ${JSON.stringify([each, results[index]])}`);
  writeFileSync(join(fixtures, "expressions.json"), `[\n${rows.join(",\n")}\n]\n`);

  const files = JSON.parse(readFileSync(join(fixtures, "files.json"), "utf8")).map(([each]) => each);
  const worked = files.map((each) => `  ${JSON.stringify([each, localOf(each)])}`);
  writeFileSync(join(fixtures, "files.json"), `[\n${worked.join(",\n")}\n]\n`);

  const app = scene("app");
  const secret = "-var=external_id=PLANTED-external-id";
  app.plan("plan-create.json", ["-var=phase=1", secret]);
  app.apply();
  app.state("state-shown.json", "state-stored.tfstate");
  app.plan("plan-change.json", ["-var=phase=2", secret]);
  app.plan("plan-target.json", ["-var=phase=2", secret, "-target=aws_iam_role.updated"]);
  app.plan("plan-refresh.json", ["-var=phase=1", secret, "-refresh-only"]);
  app.plan("plan-destroy.json", ["-var=phase=1", secret, "-destroy"]);

  scene("json").plan("plan-json-syntax.json");

  const secrets = scene("secrets");
  const password = "-var=password=PLANTED-password";
  secrets.plan("secrets-plan-create.json", ["-var=phase=1", password]);
  secrets.apply();
  secrets.state("secrets-state-shown.json", "secrets-state-stored.tfstate");
  secrets.plan("secrets-plan-change.json", ["-var=phase=2", password], { DRIFT: "PLANTED-drift" });

  scene("override").plan("plan-override.json");

  if (tofu === undefined) console.warn("TOFU names no program: what OpenTofu wrote stays as it is");
  else {
    const own = scene("tofu", tofu);
    own.plan("tofu-plan.json");
    own.apply();
    own.state("tofu-state-shown.json", "tofu-state-stored.tfstate");
  }
} finally {
  rmSync(work, { recursive: true });
}
