// Compares what intrinsic functions resolve to with what AWS's own reader of templates makes of them.
//
//   npm ci --prefix test/e2e/cloudformation-validate
//   node test/e2e/cloudformation-validate/compare.mjs [FOLDER ...]
//
// AWS's reader works at the defaults of parameters, in one account and region that it makes up; ours in every world. So
// each value that it resolves, under conditions that can hold together, has to be one that we have in some world. Exits
// with 1 where one is not. What AWS's reader leaves open is compared with nothing.
//
// What differs on functions.yaml and the public templates, and why:
//   functions.yaml If: it has a branch of a condition beside a value that the condition excludes; our worlds have not.
//   functions.yaml ToJsonString: it writes a parameter of type Number as a number, we as a text; policies read both alike.
//   datadog/main_v2.yaml: the template's Rules forbid the combination; it does not read Rules.
//   mongodb-atlas.template.yaml: one parameter in three places has three values at once there.
//   rain-module-bucket.yml: resources of another tool's modules, which have no type that CloudFormation knows.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { TemplateFile, TemplateModel } from "@aws/cloudformation-validate";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");

/** What it takes the pseudo-parameters for. */
const DEPLOYED = new Map([
  ["AWS::AccountId", "123456789012"],
  ["AWS::Region", "us-east-1"],
  ["AWS::Partition", "aws"],
  ["AWS::URLSuffix", "amazonaws.com"],
]);

/** Of one value, by its conditions; more are cut off and told. */
const MOST_ALTERNATIVES = 64;

const ours = await load(["readers/cloudformation.ts", "text/parse.ts", "text/source.ts", "values/worlds.ts"]);

/** The sources are TypeScript, which Node 20 does not run. */
async function load(files) {
  const contents = files.map((file) => `export * from "./src/${file}";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    banner: { js: `import{createRequire}from"node:module";const require=createRequire("${import.meta.url}");` },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** The resources of a template by their ids; those of templates in it are none of the oracle's. */
function resourcesOf(path) {
  const [document] = ours.parse(ours.source(path, readFileSync(path))).documents;
  const { resources } = ours.cloudformation.read(document, { given: DEPLOYED, owners: new Map() }, () => undefined);
  return new Map(resources.map((resource) => [resource.id, resource]));
}

/** Every value without alternatives that the oracle's can be, under the conditions that choose it. */
function alternatives(value, chosen = new Map()) {
  const [kind, body] = Object.entries(value)[0];
  switch (kind) {
    case "Enum":
      return body.variants.flatMap((each) => alternatives(each, chosen));
    case "Conditional": {
      const known = chosen.get(body.condition);
      return [true, false]
        .filter((outcome) => known === undefined || known === outcome)
        .flatMap((outcome) =>
          alternatives(outcome ? body.if_true : body.if_false, new Map(chosen).set(body.condition, outcome)),
        );
    }
    case "List":
      return combined(body.items, chosen).map(({ values, chosen: all }) => ({
        plain: values.filter((each) => each !== null),
        chosen: all,
      }));
    case "Map": {
      const keys = body.entries.map(({ key }) => key);
      return combined(
        body.entries.map((each) => each.value),
        chosen,
      ).map(({ values, chosen: all }) => ({
        plain: Object.fromEntries(keys.map((key, at) => [key, values[at]]).filter(([, each]) => each !== null)),
        chosen: all,
      }));
    }
    case "Concrete":
      return [{ plain: body.value, chosen }];
    default:
      return [{ plain: OPEN, chosen }];
  }
}

/** What the oracle does not resolve: matches everything. */
const OPEN = Symbol("open");

function combined(values, chosen) {
  let all = [{ values: [], chosen }];
  for (const value of values) {
    all = all
      .flatMap((one) =>
        alternatives(value, one.chosen).map((each) => ({ values: [...one.values, each.plain], chosen: each.chosen })),
      )
      .slice(0, MOST_ALTERNATIVES);
  }
  return all;
}

/** Is the oracle's value one that ours can be? */
function fits(plain, value) {
  if (plain === OPEN || plain?.__intrinsic !== undefined || value.kind === "unknown") return true;
  switch (value.kind) {
    case "text":
      if (plain === null) return value.type === "null";
      return typeof plain !== "object" && textFits(String(plain), value.parts);
    case "list":
      return (
        Array.isArray(plain) &&
        plain.length === value.items.length &&
        plain.every((each, at) => fits(each, value.items[at]))
      );
    case "map": {
      if (typeof plain !== "object" || plain === null || Array.isArray(plain)) return false;
      const keys = Object.keys(plain);
      return (
        keys.length === value.entries.size &&
        keys.every((key) => value.entries.has(key) && fits(plain[key], value.entries.get(key).value))
      );
    }
    default:
      return plain === null;
  }
}

/** Number and boolean count as texts; a hole is any characters. */
function textFits(text, parts) {
  const quote = (known) => known.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = parts.map((part) => ("text" in part ? quote(part.text) : "[^]*")).join("");
  return new RegExp(`^${pattern}$`).test(text);
}

const counts = { templates: 0, values: 0, compared: 0, open: 0, impossible: 0 };
const differences = [];

function compare(path, name) {
  counts.templates += 1;
  const model = new TemplateModel(new TemplateFile(path));
  const resources = resourcesOf(path);
  for (const [id, resolved] of Object.entries(model.resources())) {
    const resource = resources.get(id);
    if (resource === undefined) differences.push(`${name} ${id}: not among ours`);
    else
      for (const [property, value] of Object.entries(resolved.properties))
        compareValue(`${name} ${id}.${property}`, value, resource, property);
  }
  model.free();
}

function compareValue(name, resolved, resource, property) {
  counts.values += 1;
  const { outcomes } = ours.inEveryWorld((world) => resource.property(property, world));
  const missing = alternatives(resolved).filter(({ plain, chosen }) => {
    const possible = outcomes.some(({ conditions }) => agree(conditions, chosen));
    if (plain === OPEN) counts.open += 1;
    else if (possible) counts.compared += 1;
    else counts.impossible += 1;
    return possible && !outcomes.some(({ result }) => fits(plain, result));
  });
  const [first] = missing;
  if (first === undefined) return;
  const shown = JSON.stringify(first.plain, (_, each) => (each === OPEN ? "…" : each)).slice(0, 300);
  differences.push(`${name}, ${missing.length} times: ${shown}`);
}

/** The oracle takes both branches of every condition, also of such that literals decide or others exclude. */
function agree(conditions, chosen) {
  return [...chosen].every(([name, outcome]) => (conditions.get(name) ?? outcome) === outcome);
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : [here, join(root, "../shared/corpus/cloudformation")];
for (const folder of folders) {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.(?:ya?ml|json|template)$/.test(file) || /node_modules|package/.test(file)) continue;
    try {
      compare(resolve(folder, file), file);
    } catch (thrown) {
      differences.push(`${file}: ${thrown instanceof Error ? thrown.message.split("\n")[0] : thrown}`);
    }
  }
}
process.stdout.write(`${differences.map((each) => `${each}\n`).join("")}${JSON.stringify(counts)}\n`);
process.exitCode = differences.length > 0 ? 1 : 0;
