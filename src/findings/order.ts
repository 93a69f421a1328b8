// The order of a report: by place, and where that is the same, as the run came to it.

/** Something of a report, and when the run came to it. */
export interface Met<T> {
  readonly value: T;
  readonly order: number;
}

interface Placed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function inReadingOrder<T extends Placed>(all: readonly Met<T>[]): readonly Met<T>[] {
  return [...all].sort(
    ({ value: one, order }, { value: other, order: otherOrder }) =>
      compare(one.file, other.file) || one.line - other.line || one.column - other.column || order - otherOrder,
  );
}

/** As the run came to them. */
export function inOrderMet<T>(all: readonly Met<T>[]): readonly Met<T>[] {
  return [...all].sort((one, other) => one.order - other.order);
}

export function valuesOf<T>(all: readonly Met<T>[]): readonly T[] {
  return all.map(({ value }) => value);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
