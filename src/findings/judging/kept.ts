// What is kept of very many policies until the report is written: each value once, and no list longer than what is in it.

const NONE: readonly never[] = [];

/** Of equal values those that were met before are the first of them; so many are remembered. */
const MOST_REMEMBERED = 1000;

/** `value`, or one that JSON writes alike. */
export type Once = <T>(value: T) => T;

export function once(): Once {
  const met = new Map<string, unknown>();
  return <T>(value: T): T => {
    const key = JSON.stringify(value);
    const known = met.get(key);
    if (known !== undefined) return known as T;
    if (met.size >= MOST_REMEMBERED) met.clear();
    met.set(key, value);
    return value;
  };
}

/** A list that has grown has room for more. */
export function exactly<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}
