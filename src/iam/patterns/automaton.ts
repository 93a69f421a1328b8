// Patterns together as one automaton: does a word match any of them? Its states are worked out when they are first reached.

import type { Budget } from "./budget.ts";
import { type Atom, fold, type Pattern } from "./pattern.ts";

/** The characters that patterns tell apart: `chars` from `kinds` on are those that some pattern spells out. */
export interface Alphabet {
  readonly chars: readonly string[];
  /** So many at the beginning have to be tried everywhere. */
  readonly kinds: number;
  /** For each character that is spelled out, the one that does the same wherever no pattern spells it. */
  readonly twins: readonly number[];
  readonly indexes: ReadonlyMap<string, number>;
  /** For each character: may it stand where the atom is? */
  takes(atom: Atom, ignoreCase: boolean): Uint8Array;
}

export interface Automaton {
  readonly first: number;
  /** Undefined: the steps are spent. */
  row(state: number): Row | undefined;
  accepts(state: number): boolean;
}

/** Where each character leads: those that have to be tried everywhere, and those that lead elsewhere than their twins. */
export interface Row {
  readonly kinds: readonly number[];
  readonly told: ReadonlyMap<number, number>;
}

/** Matches nothing, whatever comes. */
export const DEAD = 0;
/** Matches, whatever comes. */
const SURE = 1;

/** Characters of one position that cost about as much as one step of deciding a request. */
const MOVES_PER_STEP = 8;

/** All that can be printed: letters before digits before signs, so that the words look like words. */
const PREFERRED_CHARACTERS = [
  ..."abcdefghijklmnopqrstuvwxyz",
  ..."9876543210",
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
  ..." \u00e9",
];

/** The characters that the patterns spell out, in both cases where case does not count, and one of each other kind. */
export function alphabetOf(patterns: readonly Pattern[]): Alphabet {
  const spelled = new Set<string>();
  const sets = new Set<Atom["accepts"]>();
  for (const { atoms, ignoreCase } of patterns) {
    for (const { char, accepts } of atoms) {
      if (char === undefined) sets.add(accepts);
      else {
        spelled.add(char);
        if (ignoreCase) spelled.add(char.toUpperCase());
      }
    }
  }
  const known = [...spelled, ...PREFERRED_CHARACTERS];
  // Many sets are the same set.
  const kinds = [
    ...new Map(
      [...sets].map((accepts) => [known.map((char) => (accepts(char) ? "1" : "0")).join(""), accepts]),
    ).values(),
  ];
  const kindOf = (char: string): string => kinds.map((accepts) => (accepts(char) ? "1" : "0")).join("");
  const others = new Map<string, string>();
  for (const char of PREFERRED_CHARACTERS) {
    if (spelled.has(char)) continue;
    const kind = kindOf(char);
    if (!others.has(kind)) others.set(kind, char);
  }
  const alone = [...spelled].filter((char) => !others.has(kindOf(char)));
  const twinned = [...spelled].filter((char) => others.has(kindOf(char)));
  const chars = [...others.values(), ...alone, ...twinned];
  const indexes = new Map(chars.map((char, index) => [char, index]));
  const twins = chars.map((char) => indexes.get(others.get(kindOf(char)) ?? char) ?? 0);
  return { chars, kinds: others.size + alone.length, twins, indexes, takes: takesIn(chars) };
}

/** Atoms are many, and few differ. */
function takesIn(chars: readonly string[]): Alphabet["takes"] {
  const known = new Map<string | Atom["accepts"], Uint8Array>();
  const folded = chars.map((char) => fold(char, true));
  return ({ char, accepts }, ignoreCase) => {
    const key = char === undefined ? accepts : `${char}${ignoreCase}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const own = ignoreCase ? folded : chars;
    const takes = Uint8Array.from(own, (one) => ((char === undefined ? accepts(one) : one === char) ? 1 : 0));
    known.set(key, takes);
    return takes;
  };
}

/** One place of a pattern, or its end. */
interface Place {
  readonly many: boolean;
  /** For each character of the alphabet: may it stand here? */
  readonly takes: Uint8Array;
  /** The characters of the alphabet that the place spells out. */
  readonly spelled: readonly number[];
  /** Whatever goes on from a place between this and here goes on from here as well. */
  readonly covers: number;
  readonly isEnd: boolean;
  /** The end, behind a run of any characters: what has come so far matches, whatever follows. */
  readonly isSure: boolean;
}

/** `head`: characters of the alphabet that have come already. */
export function automaton(
  patterns: readonly Pattern[],
  alphabet: Alphabet,
  head: readonly number[],
  steps: Budget,
): Automaton {
  const { places, starts } = placesOf(patterns, alphabet);
  const ids = new Map<string, number>([["", DEAD]]);
  const states: (readonly number[])[] = [[], []];
  const rows: (Row | undefined)[] = [];
  const isLong = places.length > 0xffff;
  // Of a position few or none are new: one that is known is found without a new list.
  const around: number[] = [];
  const idOf = (reached: readonly number[]): number => {
    around.length = 0;
    closeInto(around, reached, places);
    let key = "";
    for (const place of around) {
      if ((places[place] as Place).isSure) return SURE;
      key += isLong ? String.fromCharCode(place >>> 16, place & 0xffff) : String.fromCharCode(place);
    }
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, states.length);
    return states.push([...around].reverse()) - 1;
  };
  const next: number[] = [];
  const move = (id: number, char: number): number => {
    if (id === SURE) return SURE;
    next.length = 0;
    for (const place of states[id] ?? []) {
      const { takes, many } = places[place] as Place;
      if (takes[char] === 1) next.push(many ? place : place + 1);
    }
    return next.length === 0 ? DEAD : idOf(next);
  };
  const rowOf = (id: number): Row | undefined => {
    const known = rows[id];
    if (known !== undefined) return known;
    const state = states[id] ?? [];
    const telling = new Set(state.flatMap((place) => (places[place] as Place).spelled));
    if (!steps.spend(Math.ceil(((alphabet.kinds + telling.size) * (state.length + 1)) / MOVES_PER_STEP)))
      return undefined;
    const kinds = Array.from({ length: alphabet.kinds }, (_, char) => move(id, char));
    const told = new Map<number, number>();
    for (const char of telling) {
      const to = move(id, char);
      if (to !== kinds[alphabet.twins[char] as number]) told.set(char, to);
    }
    const row = { kinds, told };
    rows[id] = row;
    return row;
  };
  return {
    first: head.reduce(move, idOf(starts)),
    row: rowOf,
    accepts: (state) => state === SURE || (states[state] ?? []).some((place) => places[place]?.isEnd),
  };
}

/** The places of all patterns, one pattern behind the other, and where each begins. */
function placesOf(patterns: readonly Pattern[], { indexes, takes }: Alphabet): { places: Place[]; starts: number[] } {
  const places: Place[] = [];
  const starts: number[] = [];
  for (const { atoms, ignoreCase } of patterns) {
    const start = places.length;
    starts.push(start);
    for (const [index, atom] of atoms.entries()) {
      const own = takes(atom, ignoreCase);
      let covers = start + index;
      while (atom.many && covers > start) {
        const before = places[covers - 1] as Place;
        if (!isWithin(before.takes, own)) break;
        // What the same run covers, this one does.
        covers = before.many && before.takes === own ? before.covers : covers - 1;
      }
      const spelled = atom.char === undefined ? [] : [atom.char, atom.char.toUpperCase()];
      places.push({
        many: atom.many,
        takes: own,
        spelled: spelled.flatMap((char) => indexes.get(char) ?? []),
        covers,
        isEnd: false,
        isSure: false,
      });
    }
    const last = places.at(-1);
    const isSure = atoms.length > 0 && last?.many === true && last.takes.every((one) => one === 1);
    places.push({ many: false, takes: NOTHING, spelled: [], covers: places.length, isEnd: true, isSure });
  }
  return { places, starts };
}

const NOTHING = new Uint8Array();

function isWithin(inner: Uint8Array, outer: Uint8Array): boolean {
  return inner.every((one, char) => one <= (outer[char] as number));
}

/**
 * All places that these, in order, reach without a character, but for those that another of them covers: into a list, the last
 * first.
 */
function closeInto(kept: number[], reached: readonly number[], places: readonly Place[]): void {
  let covered = Number.POSITIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  for (let index = reached.length - 1; index >= 0; index -= 1) {
    const from = reached[index] as number;
    let to = from;
    while ((places[to] as Place).many) to += 1;
    // What a later one has reached as well has been seen.
    for (let place = Math.min(to, above - 1); place >= from; place -= 1) {
      if (place >= covered) continue;
      kept.push(place);
      covered = Math.min(covered, (places[place] as Place).covers);
    }
    above = Math.min(above, from);
  }
}
