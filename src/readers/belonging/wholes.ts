// Which files of a run are judged on their own, with the files that belong to them, and in which order.

/** After all of earlier rounds, and within one in the order of the files that bring others. */
export interface Turn {
  readonly round: number;
  /** The path of the file that brings it. */
  readonly by: string;
}

export interface RelatedFiles<Members> {
  readonly members: Members;
  /** Of all that belongs to it, its own first. */
  readonly paths: readonly string[];
}

/** Of wholes: those that belong to no other, and then those that belong to each other. */
const ROUNDS = 2;

/** What wholes bring that is none of their members comes when all of these have come. */
export function afterWholes({ round, by }: Turn): Turn {
  return { round: round + ROUNDS, by };
}

/** Those that belong to no other; of files that belong to each other the first. */
export function topLevelGroups<Members>(
  families: readonly RelatedFiles<Members>[],
): readonly { readonly members: Members; readonly turn: Turn }[] {
  const belonging = new Set(families.flatMap(({ paths: [own, ...others] }) => others.filter((path) => path !== own)));
  const wholes = families.filter(({ paths: [own = ""] }) => !belonging.has(own));
  const outermost = wholes.length;
  const reached = new Set(wholes.flatMap(({ paths }) => paths));
  for (const family of families) {
    const [own = ""] = family.paths;
    if (reached.has(own)) continue;
    wholes.push(family);
    for (const path of family.paths) reached.add(path);
  }
  return wholes.map(({ members, paths: [by = ""] }, index) => ({
    members,
    turn: { round: index < outermost ? 0 : 1, by },
  }));
}
