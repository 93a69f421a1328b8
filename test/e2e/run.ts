import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** Starts a program and waits for its end. */
export function run(program: string, args: readonly string[], { cwd, env = outerEnv(), input }: Surroundings): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    input: input ?? "",
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** The environment without what `npm run` adds to it: an inner npm must not take it for its own. */
export function outerEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "unconfused-e2e-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const trustOf = (condition: string) => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  VendorRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::444455556666:root
            Action: sts:AssumeRole
${condition}`;

/** A vendor's account may assume the role without an external ID. */
export const BAD = trustOf("");

/** The same, with one. */
export const GOOD = trustOf(`            Condition:
              StringEquals:
                sts:ExternalId: 3f0a7a34-6d1c-4c55-9d0e-5a1a2f1b7c99
`);
