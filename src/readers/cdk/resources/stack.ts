// A stack of a cloud assembly: its template and those of its nested stacks, each with the account, construct paths and places in the user's program.

import { entry } from "../../../text/document.ts";
import { Problem } from "../../../text/problem.ts";
import type { AssemblyContext, Author, Part, Resource } from "../../reader.ts";
import type { Artifact } from "../model/artifacts.ts";
import type { Assembly } from "../model/assembly.ts";
import { type Construct, type Constructs, constructsOf } from "../model/constructs.ts";
import { exportsTo } from "../model/exports.ts";
import { type NestedStacks, nestedStacks } from "../model/nested-stacks.ts";
import { authorsOf } from "./author.ts";

interface ResourcePlace {
  readonly construct: Construct | undefined;
  /** In an account that a stack set deploys to. */
  readonly distant: boolean;
}

interface Environment {
  readonly account?: string;
  readonly region?: string;
}

export function partsOfStack(artifact: Artifact, assembly: Assembly): (Part | Problem)[] {
  const named = [...artifact.path, "properties", "templateFile"];
  const template = assembly.part(named);
  if (template instanceof Problem) return [template];
  const file = assembly.nameOf(template.path);
  const constructs = constructsOf(artifact, file, assembly);
  const nested = nestedStacks(constructs, assembly);
  const absent = nested.below(file).filter((name) => assembly.file(name) === undefined);
  return [
    { ...template, context: contextOf(file, artifact, constructs, nested, assembly) },
    ...absent.map((name) => missing(name, artifact, assembly)),
  ];
}

function contextOf(
  template: string,
  artifact: Artifact,
  constructs: Constructs,
  nested: NestedStacks,
  assembly: Assembly,
): AssemblyContext {
  const { account, region } = environmentOf(artifact);
  const authorOf = authorsOf(assembly, constructs.metadata);
  const given = new Map<string, string>();
  if (account !== undefined) given.set("AWS::AccountId", account);
  if (region !== undefined) given.set("AWS::Region", region);

  /** `Outer/Inner` is in the template of a nested stack Outer; else it is embedded in Outer, and made where that is. */
  function whereabouts(id: string): ResourcePlace {
    let file = template;
    let distant = false;
    for (let [outer = "", ...inner] = id.split("/"); ; [outer = "", ...inner] = inner) {
      const next = inner.length === 0 ? undefined : nested.templateOf(file, outer);
      distant ||= inner.length > 0 && nested.isStackSet(file, outer);
      if (next === undefined) return { construct: constructs.of(file, outer), distant };
      file = next;
    }
  }

  return {
    format: "cdk",
    given,
    templateOf(path, id) {
      const name = nested.templateOf(assembly.nameOf(path), id);
      return name === undefined || assembly.file(name) === undefined ? undefined : name;
    },
    exporting: exportsTo(artifact, assembly),
    annotate(resource: Resource): Resource {
      const { construct, distant } = whereabouts(resource.id);
      let author: Author | "nobody" | undefined;
      return {
        ...resource,
        format: "cdk",
        ...(construct !== undefined && { path: construct.path, constructMetadata: construct.metadataAbove }),
        ...(account !== undefined && {
          whereabouts: () => (distant ? { accounts: { beside: [account], supplied: new Map() } } : { account }),
        }),
        author() {
          author ??= (construct && authorOf(construct.metadata)) ?? "nobody";
          return author === "nobody" ? undefined : author;
        },
      };
    },
  };
}

/** `aws://ACCOUNT/REGION`; what is left to deployment is called unknown-account and unknown-region. */
function environmentOf({ body }: Artifact): Environment {
  const said = entry(body, "environment");
  const [, account = "", region = ""] = (typeof said === "string" && /^aws:\/\/([^/]*)\/(.*)$/.exec(said)) || [];
  return {
    ...(/^\d{12}$/.test(account) && { account }),
    ...(/^[a-z]+(?:-[a-z]+)+-\d+$/.test(region) && { region }),
  };
}

function missing(name: string, { path }: Artifact, { manifest }: Assembly): Problem {
  const where = manifest.source.position(manifest.locate(path, "key").start);
  const help = "run 'cdk synth' again, and check the whole folder that it writes";
  return new Problem(`${name}, which a nested stack needs, is not in the assembly`, help, where);
}
