import { main } from "../../../src/surfaces/cli/main.ts";
import { type Machine, memoryHost } from "../memory-host.ts";

/** A template with one role that trusts `principal`, an expression of YAML. */
export const roleFor = (principal: string, condition = "") => `Resources:
  VendorRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: ${principal}
            Action: sts:AssumeRole
${condition}`;

/** A vendor's account, without an external ID. */
export const BAD = roleFor("arn:aws:iam::444455556666:root");
/** With one. */
const GOOD = roleFor(
  "arn:aws:iam::444455556666:root",
  "            Condition:\n              StringEquals:\n                sts:ExternalId: 3f0a7a34-6d1c-4c55-9d0e-5a1a2f1b7c99\n",
);
/** Everybody. */
const OPEN = roleFor('"*"');

export const FILES = { "/home/me/bad.yaml": BAD, "/home/me/good.yaml": GOOD, "/home/me/open.yaml": OPEN };

/** Types `unconfused …` on a machine in memory. */
export function unconfused(typed: string, machine: Partial<Machine> = {}) {
  const { host, written, saved } = memoryHost({ files: FILES, ...machine });
  const words = typed.split(" ").filter((word) => word !== "");
  return { status: main(words, host), ...written, saved };
}

/** The report of a run, in JSON. */
export function reportOf(typed: string, machine: Partial<Machine> = {}) {
  return JSON.parse(unconfused(`${typed} --format json`, machine).stdout);
}

/** "file rule" of every finding of a run. */
export function findingsOf(typed: string, machine: Partial<Machine> = {}): string[] {
  const findings: readonly { file: string; rule: string }[] = reportOf(typed, machine).findings;
  return findings.map(({ file, rule }) => `${file} ${rule}`);
}
