// A stack of a cloud assembly: its template and those of its nested stacks, each with the account, construct paths and places in the user's program.

import { at, entry } from "../../text/document.ts";
import { Problem } from "../../text/problem.ts";
import type { Author, Part, Resource, View } from "../reader.ts";
import type { Artifact } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";
import { authorsOf, type FindAuthor } from "./author.ts";
import { type Constructs, constructsOf } from "./constructs.ts";
import { nestedTemplates } from "./nested.ts";

interface Environment {
  readonly account?: string;
  readonly region?: string;
}

export function partsOfStack(artifact: Artifact, assembly: Assembly): (Part | Problem)[] {
  const named = [...artifact.path, "properties", "templateFile"];
  const template = assembly.part(named);
  if (template instanceof Problem) return [template];
  const file = String(at(assembly.manifest.value, named));
  const constructs = constructsOf(artifact, file, assembly);
  const environment = environmentOf(artifact);
  const authorOf = authorsOf(assembly, constructs.metadata);
  const viewOf = (name: string) => view(name, environment, constructs, authorOf);
  const nested = nestedTemplates(file, constructs, assembly).map((name) => {
    const found = assembly.file(name);
    return found === undefined ? missing(name, artifact, assembly) : { ...found, view: viewOf(name) };
  });
  return [{ ...template, view: viewOf(file) }, ...nested];
}

function view(template: string, { account, region }: Environment, constructs: Constructs, authorOf: FindAuthor): View {
  const given = new Map<string, string>();
  if (account !== undefined) given.set("AWS::AccountId", account);
  if (region !== undefined) given.set("AWS::Region", region);
  return {
    format: "cdk",
    given,
    dress(resource: Resource): Resource {
      // What a template embeds, `Outer/Inner`, is made where the outer resource is.
      const [outer = ""] = resource.id.split("/");
      const construct = constructs.of(template, outer, resource.origin.document);
      let author: Author | "nobody" | undefined;
      return {
        ...resource,
        format: "cdk",
        ...(construct !== undefined && { path: construct.path }),
        ...(account !== undefined && { account }),
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
  const [, account = "", region = ""] = /^aws:\/\/([^/]*)\/(.*)$/.exec(String(entry(body, "environment"))) ?? [];
  return {
    ...(/^\d{12}$/.test(account) && { account }),
    ...(/^[a-z]+(?:-[a-z]+)+-\d+$/.test(region) && { region }),
  };
}

function missing(name: string, { path }: Artifact, { manifest }: Assembly): Problem {
  const where = manifest.source.position(manifest.locate(path, "key").start);
  const help = "run 'cdk synth' again, and check the whole folder that it writes";
  return new Problem(`${name}, a nested stack, is not in the assembly`, help, where);
}
