// Asks z3 as well: UNCONFUSED_RUNS=300 UNCONFUSED_SEED=1 node test/e2e/z3/run.mjs, after npm ci --prefix test/e2e/z3.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { init } from "z3-solver";
import { define } from "../../../.ci/package.mjs";

const outfile = fileURLToPath(new URL("reports/agree.js", import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL("agree.ts", import.meta.url))],
  bundle: true,
  platform: "node",
  format: "esm",
  define,
  // Packages of the old kind ask for Node's modules by require.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  outfile,
  logLevel: "error",
});
const { agreement } = await import(outfile);
const { Z3 } = await init();

const ATTEMPTS = 3;

/** The WebAssembly build now and then reads a script wrongly, and rightly when asked again. */
async function solve(script) {
  let answer = "";
  for (let attempt = 0; attempt < ATTEMPTS && !/^(sat|unsat|unknown)$/.test(answer); attempt += 1) {
    const context = Z3.mk_context(Z3.mk_config());
    answer = (await Z3.eval_smtlib2_string(context, `(set-option :timeout 2000)${script}`)).trim();
    Z3.del_context(context);
  }
  return answer;
}

const seed = Number(process.env.UNCONFUSED_SEED ?? 1);
const { disagreements, ...counts } = await agreement(solve, Number(process.env.UNCONFUSED_RUNS ?? 300), seed);
console.log(`seed ${seed}: ${JSON.stringify({ ...counts, disagreed: disagreements.length })}`);
for (const line of disagreements) console.log(line);
// Its threads would keep the process alive.
process.exit(disagreements.length > 0 ? 1 : 0);
