// Which language a text is in, by its first character and its name: the door to this floor.

import type { Parsed } from "./document.ts";
import { parseJson } from "./json.ts";
import { Problem } from "./problem.ts";
import type { Source } from "./source.ts";
import { parseYaml } from "./yaml.ts";

/** Names that promise JSON, if the text begins like it: CloudFormation templates of either language are called `.template`. */
const JSON_NAME = /\.(json|template|tfstate)$/i;

/** Throws a Problem where the text cannot be read. */
export function parse(source: Source): Parsed {
  const { documents, warnings } = read(source);
  return { documents, warnings: [...undecodable(source), ...warnings] };
}

function read(source: Source): Parsed {
  const first = /\S/.exec(source.text)?.[0];
  const promised = JSON_NAME.test(source.path);
  // A slash: the comment that a JSON text must not have.
  if (first !== "{" && !(promised && (first === "[" || first === "/"))) return parseYaml(source);
  try {
    return { documents: [parseJson(source)], warnings: [] };
  } catch (thrown) {
    // YAML has braces too, and allows more between them.
    if (promised || !(thrown instanceof Problem)) throw thrown;
    return parseYaml(source);
  }
}

function undecodable(source: Source): readonly Problem[] {
  const offset = source.text.indexOf("\uFFFD");
  if (offset < 0) return [];
  const message = "bytes that are no UTF-8; they are read as \uFFFD";
  return [new Problem(message, "save the file as UTF-8", source.position(offset))];
}
