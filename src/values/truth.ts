// Three-valued logic (strong Kleene): yes, no, and what cannot be known before deployment.

export type Truth = 0 | 0.5 | 1;
export const NO = 0;
export const MAYBE = 0.5;
export const YES = 1;

export function not(truth: Truth): Truth {
  return (1 - truth) as Truth;
}

export function and(...truths: readonly Truth[]): Truth {
  return Math.min(YES, ...truths) as Truth;
}

export function or(...truths: readonly Truth[]): Truth {
  return Math.max(NO, ...truths) as Truth;
}

export function truth(value: boolean): Truth {
  return value ? YES : NO;
}
