// Measures one run of a command: processor time, elapsed time and memory, as the operating system counts them.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("measure.py", import.meta.url));

/** @returns {{ seconds: number, cpu: number, megabytes: number, status: number }} */
export function measure(command, folder) {
  // What a machine adds to every start of Node is none of the program's.
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync("python3", [script, ...command], { cwd: folder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command[0]} did not start: ${stderr}`);
  const [seconds, cpu, megabytes, code] = stdout.trim().split(" ").map(Number);
  return { seconds, cpu, megabytes, status: code };
}
