// Which proposals can be tried without each other: no file is judged otherwise by the edits of two units.

import type { Proposal } from "./candidates.ts";

export interface Unit {
  readonly proposals: readonly Proposal[];
  /** Where its edits may be felt. */
  readonly files: ReadonlySet<string>;
}

/** Which files are judged otherwise once one is changed, itself among them. */
export type Concerned = (path: string) => ReadonlySet<string>;

/** In the order of the proposals. */
export function unitsOf(proposals: readonly Proposal[], concerned: Concerned): readonly Unit[] {
  const roots = proposals.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) root = roots[root] ?? root;
    roots[index] = root;
    return root;
  };
  const firsts = new Map<string, number>();
  const around = new Map<string, ReadonlySet<string>>();
  for (const [index, { candidate }] of proposals.entries()) {
    for (const { source } of candidate.edits) {
      const met = around.has(source.path);
      const files = around.get(source.path) ?? concerned(source.path);
      around.set(source.path, files);
      // What is felt around a file that was met has one root already.
      for (const file of met ? [source.path] : files) {
        const first = firsts.get(file) ?? index;
        firsts.set(file, first);
        const [one, other] = [rootOf(first), rootOf(index)];
        roots[Math.max(one, other)] = Math.min(one, other);
      }
    }
  }
  const units = new Map<number, { readonly proposals: Proposal[]; readonly files: Set<string> }>();
  for (const [index, proposal] of proposals.entries()) {
    const unit = units.get(rootOf(index)) ?? { proposals: [], files: new Set() };
    units.set(rootOf(index), unit);
    unit.proposals.push(proposal);
  }
  for (const [file, index] of firsts) units.get(rootOf(index))?.files.add(file);
  return [...units.values()];
}

/** The units whose edits may be felt in a file: where nobody can tell, all of them. */
export function feltIn(units: readonly Unit[], concerned: Concerned): (file: string | undefined) => readonly Unit[] {
  const byFile = new Map(units.flatMap((unit) => Array.from(unit.files, (file) => [file, [unit]] as const)));
  const known = new Map<string, readonly Unit[]>();
  return (file) => {
    if (file === undefined) return units;
    const own = byFile.get(file) ?? known.get(file);
    if (own !== undefined) return own;
    const beside = new Set(Array.from(concerned(file), (one) => byFile.get(one) ?? []).flat());
    const felt = beside.size === 0 ? units : [...beside];
    known.set(file, felt);
    return felt;
  };
}
