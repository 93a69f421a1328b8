// When V8 optimizes a function: that of Node 20 begins so early that a short run pays for code which it hardly uses.

/** How much bytecode a function runs before V8 considers whether to optimize it. Later versions of V8 wait as long of themselves, and have no such flag. */
const BUDGET = 1_000_000;

/** The flags of V8 under which a version of Node optimizes late enough. */
export function lateOptimizing(version: string): string | undefined {
  return version.startsWith("20.") ? `--interrupt-budget=${BUDGET}` : undefined;
}
