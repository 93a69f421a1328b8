// ARNs of roles and users that a plan makes itself: in the account of their provider, whatever number that has.

import { at, entry, isList, type Json, type Path } from "../../text/document.ts";
import { hole } from "../../values/hole.ts";
import { type Hole, type Origin, OWN_ACCOUNT, type Part, type Text } from "../../values/value.ts";
import { resourceReference } from "./addresses.ts";
import { addressOf, type Leaf } from "./configuration.ts";
import { isKnownNow, leavesIn } from "./leaves.ts";
import { configurationOf, instancesOf, type Plan, type Planned, providerOf } from "./plan.ts";

/** hashicorp/terraform-provider-aws: types with `arn`, `name` and `path`, and what they are called in their ARN. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["aws_iam_role", "role"],
  ["aws_iam_user", "user"],
]);

const PARTITION: Hole = hole("AWS::Partition", "parameter", "the partition that it is applied in", {
  name: "aws_partition",
  sort: "partition",
});

/**
 * One identifier of a policy document that only the apply decides, as the trust policy of `role` has it. References are
 * all that a plan tells of it: so it is taken for such an ARN only where the document waits for nothing else, and shows
 * all its blocks (a dynamic one, which the configuration part leaves out, may wait for anything).
 */
export function identityLater(
  document: Planned,
  role: Planned,
  steps: Path,
  origin: Origin,
  plan: Plan,
): Text | undefined {
  if (steps.at(-2) !== "identifiers" || !showsAllBlocks(document, plan)) return undefined;
  const waiting = leavesIn(document, [], plan).filter((leaf) => !isKnownNow(leaf, plan));
  const [first, ...others] = waiting.map((leaf) => identityOf(leaf, role, plan));
  if (first === undefined) return undefined;
  if (others.some((other) => other?.kind !== first.kind || other.account.id !== first.account.id)) return undefined;
  const name = others.length === 0 ? first.name : undefined;
  const parts: readonly Part[] = [
    { text: "arn:" },
    { hole: PARTITION },
    { text: ":iam::" },
    { hole: first.account },
    { text: `:${first.kind}` },
    name === undefined ? { hole: nameHole(waiting) } : { text: name },
  ];
  return { kind: "text", parts, type: "string", origin };
}

interface Identity {
  readonly kind: string;
  readonly account: Hole;
  /** With the path before it; undefined where the plan does not know it. */
  readonly name: string | undefined;
}

function identityOf({ module, reference }: Leaf, role: Planned, plan: Plan): Identity | undefined {
  const named = resourceReference(reference);
  const kind = named?.mode === "managed" && named.attribute === "arn" ? KINDS.get(named.type) : undefined;
  if (named === undefined || kind === undefined) return undefined;
  const instances = instancesOf(module, named.local, plan);
  const [made] = instances;
  if (made === undefined) return undefined;
  const [only] = instances.filter(({ index }) => instances.length === 1 || index === named.index);
  const [path, name] = ["path", "name"].map((key) => entry(only?.after, key));
  return {
    kind,
    account: accountFor(providerOf(made, plan), role, plan),
    name: typeof name === "string" ? `${typeof path === "string" ? path : "/"}${name}` : undefined,
  };
}

/** Another provider of the same run works in an account of ours. */
function accountFor(provider: string, role: Planned, plan: Plan): Hole {
  const isAccount = { alphabet: /\d/, admits: (word: string) => /^\d{12}$/.test(word) };
  if (provider === providerOf(role, plan)) {
    const source = "the account that it is applied in";
    return hole(OWN_ACCOUNT, "parameter", source, { name: "own", sort: "own-account", ...isAccount });
  }
  const source = `the account of provider ${provider}`;
  return hole(source, "parameter", source, { name: provider, sort: "account", owner: "organization", ...isAccount });
}

function nameHole(waiting: readonly Leaf[]): Hole {
  const source = waiting.map(addressOf).join(" or ");
  return hole(`name of ${source}`, "known-after-apply", source, {
    name: source,
    sort: "name",
    alphabet: /[\w+=,.@/-]/,
  });
}

const BLOCKS = ["principals", "not_principals", "condition"];

function showsAllBlocks(document: Planned, plan: Plan): boolean {
  const written = entry(configurationOf(document, plan), "expressions");
  const sameCount = (path: Path): boolean => countAt(at(written, path)) === countAt(at(document.after, path));
  const statements = countAt(entry(document.after, "statement"));
  return (
    sameCount(["statement"]) &&
    [...Array(statements).keys()].every((index) => BLOCKS.every((block) => sameCount(["statement", index, block])))
  );
}

function countAt(blocks: Json | undefined): number {
  return isList(blocks) ? blocks.length : 0;
}
