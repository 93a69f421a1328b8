// Makes V8 optimize later: in Node 20 it begins so early that a short run pays for optimized code that it hardly uses.

/** How much bytecode a function runs before V8 considers optimizing it. Later versions of V8 wait as long by default, and do not have this flag. */
const BUDGET = 1_000_000;

/** The flags of V8 under which a version of Node optimizes late enough. */
export function lateOptimizing(version: string): string | undefined {
  return version.startsWith("20.") ? `--interrupt-budget=${BUDGET}` : undefined;
}
