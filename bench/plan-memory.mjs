// How much memory and time a big Terraform plan takes: `node bench/plan-memory.mjs [MEGABYTES]`, 50 if left out. Reads dist/cli.cjs.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const megabytes = Number(process.argv[2] ?? 50);
const cli = fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "plan-memory-"));
const PEAK = "data:text/javascript,process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))";

const trust = (index) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { AWS: `arn:aws:iam::${String(200000000000 + index)}:root` },
        Condition: { StringEquals: { "sts:ExternalId": `7f3c1f5e-2d0b-4c57-8a55-${String(index).padStart(12, "0")}` } },
      },
    ],
  });

/** Every tenth resource is a role; the others are as long as resources are. */
function values(index) {
  if (index % 10 === 0) return { name: `role-${index}`, path: "/", assume_role_policy: trust(index) };
  return {
    name: `thing-${index}`,
    description: "x".repeat(200),
    tags: { environment: "test", owner: `team-${index}` },
  };
}

function plan(count) {
  const resources = Array.from({ length: count }, (_, index) => {
    const type = index % 10 === 0 ? "aws_iam_role" : "aws_ssm_parameter";
    const name = `r${index}`;
    return {
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name: "registry.terraform.io/hashicorp/aws",
    };
  });
  const told = resources.map((each, index) => ({ ...each, values: values(index), sensitive_values: {} }));
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: { resources: told } },
    resource_changes: resources.map((each, index) => ({
      ...each,
      change: {
        actions: ["no-op"],
        before: values(index),
        after: values(index),
        after_unknown: {},
        after_sensitive: {},
      },
    })),
    prior_state: { format_version: "1.0", values: { root_module: { resources: told } } },
    configuration: {
      provider_config: { aws: { name: "aws" } },
      root_module: { resources: resources.map((each) => ({ ...each, provider_config_key: "aws", expressions: {} })) },
    },
  };
}

try {
  const one = JSON.stringify(plan(1000)).length / 1000;
  const file = join(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan(Math.round((megabytes * 1e6) / one))));
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--import", PEAK, cli, "check", file, "--format", "text"],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const size = statSync(file).size / 1e6;
  const peak = (Number(/peak (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6;
  console.log(stdout.trim().split("\n").at(-1));
  console.log(
    `${size.toFixed(1)} MB: peak ${peak.toFixed(0)} MB (${(peak / size).toFixed(1)} times its size), ${seconds.toFixed(1)} s, status ${status}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
