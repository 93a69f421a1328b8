import { describe, expect, test } from "vitest";
import { inEveryWorld } from "../../../src/values/worlds.ts";
import { type Files, outcomesIn, resources, values, valuesIn } from "./evaluated.ts";

const IT = { resource: { test_it: { r: { p: "${var.v}" } } } };

describe("a folder", () => {
  test("is one module, whose files know each other", () => {
    const files: Files = {
      "app/main.tf.json": { resource: { test_it: { r: { p: "${local.a}-${var.v}" } } } },
      "app/locals.tf.json": { locals: { a: "x" } },
      "app/variables.tf.json": { variable: { v: {} } },
      "other/locals.tf.json": { locals: { a: "y" } },
    };
    expect(valuesIn(files, "test_it.r")).toEqual(["x-<v>"]);
  });
});

describe("override files", () => {
  const files: Files = {
    "override.tf.json": { locals: { a: "third" }, resource: { test_it: { r: { p: "third" } } } },
    "b_override.tf.json": { locals: { a: "second" }, resource: { test_it: { r: { p: "second" }, t: { p: "new" } } } },
    "main.tf.json": { locals: { a: "x" }, resource: { test_it: { r: { p: "x" }, s: { p: "${local.a}" } } } },
  };
  test("say the last word, the last of them by name before all", () => {
    expect([valuesIn(files, "test_it.s"), valuesIn(files, "test_it.r")]).toEqual([["third"], ["third"]]);
  });

  test("make no resources of their own, except where there is none to override", () => {
    expect([...resources(files).keys()].sort()).toEqual(["test_it.r", "test_it.s", "test_it.t"]);
  });

  test("change a role that stands where it is first written", () => {
    expect(resources(files).get("test_it.r")?.origin.document.source.path).toBe("main.tf.json");
  });
});

describe("a member of an object that is spelled out", () => {
  const OTHER = '${var.w == "x" ? 1 : 2}';
  const root = (more: object) => ({ "main.tf.json": { variable: { w: {}, n: { type: "string" } }, ...more } });
  const called = (config: unknown, type: string, of: string): Files =>
    ({
      ...root({ module: { m: { source: "./it", config } } }),
      "it/main.tf.json": {
        variable: { config: { type } },
        resource: { test_it: { r: { p: `\${jsonencode(${of})}` } } },
      },
    }) as unknown as Files;
  const typed = "${object({ a = string, b = optional(string, 5), c = optional(string), d = map(string), e = any })}";
  const config = { a: "x", b: null, d: { f: 1 }, e: { g: [OTHER], h: 1 }, i: "y" };

  test.each([
    ["any", "var.config.a", ['"x"']],
    ["any", "var.config.d.f", ["1"]],
    ["any", "var.config.e.h", ["1"]],
    [typed, "var.config.a", ['"x"']],
    [typed, "var.config.d.f", ['"1"']],
    [typed, "var.config.e.h", ["1"]],
    [typed, "var.config.i", ["refused: an expression that Terraform refuses"]],
  ])("of type %s: %s is worked out by itself", (type, of, expected) => {
    expect(valuesIn(called(config, type, of), "module.m.test_it.r")).toEqual(expected);
  });

  test.each([
    ["var.config.b", ['"5"']],
    ["var.config.c", ["null"]],
    ["var.config.e.g", ["[1]", "[2]"]],
  ])("%s is what the whole says", (of, expected) => {
    expect([...new Set(valuesIn(called(config, typed, of), "module.m.test_it.r"))]).toEqual(expected);
  });

  test("of a local, an output, and in HCL", () => {
    const files: Files = {
      "main.tf": `
        variable "w" {}
        locals { a = { b = { c = "x", d = var.w == "x" ? 1 : 2 } } }
        module "m" { source = "./it" }
        resource "test_it" "r" { p = "\${local.a.b.c}-\${module.m.o.c}" }`,
      "it/main.tf.json": { variable: { w: {} }, output: { o: { value: { c: "y", d: OTHER } } } },
    };
    expect(valuesIn(files, "test_it.r")).toEqual(["x-y"]);
  });
});

describe("a member of what a reference or merge stands for", () => {
  const files = (config: string, type: string, of: string): Files => ({
    "main.tf": `
      variable "w" {}
      resource "aws_iam_role" "i" { name = "x" }
      locals {
        other = var.w == "x" ? 1 : 2
        a     = { b = "x", c = local.other, d = { e = "y", f = local.other } }
        n     = null
      }
      module "m" {
        source = "./it"
        config = ${config}
      }`,
    "it/main.tf": `
      variable "config" { type = ${type} }
      resource "test_it" "r" { p = jsonencode(${of}) }`,
  });
  test.each([
    ["local.a", "any", "var.config.b", ['"x"']],
    ["local.a.d", "any", "var.config.e", ['"y"']],
    ["local.a", "object({ b = string })", "var.config.b", ['"x"']],
    ["local.a", "object({ d = map(string) })", "var.config.d.e", ['"y"']],
    ["aws_iam_role.i", "any", "var.config.name", ['"x"']],
    ["merge(local.a, { b = 1 })", "any", "var.config.b", ["1"]],
    ["merge({ b = local.other }, { g = local.other }, { b = 1 }, { h = 2 })", "any", "var.config.b", ["1"]],
    ["merge({ b = 1 }, { c = local.other })", "any", "var.config.b", ["1"]],
  ])("%s of type %s: %s is worked out by itself", (config, type, of, expected) => {
    expect(valuesIn(files(config, type, of), "module.m.test_it.r")).toEqual(expected);
  });

  test.each([
    ["local.a", "object({ z = optional(string, 5) })", "var.config.z", ['"5"']],
    ["local.a", "object({ d = object({ z = optional(string) }) })", "var.config.d.z", ["null"]],
    ["merge({ b = 1 }, local.a)", "any", "var.config.b", ['"x"']],
    ["local.n", "any", "var.config.b", ["refused: an expression that Terraform refuses"]],
    ["local.a", "any", "var.config.z", ["refused: an expression that Terraform refuses"]],
  ])("%s of type %s: %s is what the whole says", (config, type, of, expected) => {
    expect([...new Set(valuesIn(files(config, type, of), "module.m.test_it.r"))]).toEqual(expected);
  });
});

test("what a block is without, it is without in every world alike", () => {
  const files: Files = {
    "main.tf.json": { variable: { w: {} }, resource: { test_it: { r: { count: '${var.w == "x" ? 1 : 0}' } } } },
  };
  expect(outcomesIn(files, "test_it.r").outcomes.map(({ result }) => result.kind)).toEqual(["absent"]);
});

describe("a module that is called", () => {
  const call = (more: object): Files => ({
    "main.tf.json": { variable: { w: {} }, module: { m: { source: "./it", ...more } } },
    "it/main.tf.json": { variable: { v: { default: "d" } }, ...IT },
  });

  test.each([
    ["has the values of its call", { v: "a" }, ["a"]],
    ["has variables of its caller", { v: "${var.w}" }, ["<w>"]],
    ["has its own defaults, for certain", {}, ["[d|default v]"]],
  ])("%s", (_, more, expected) => {
    expect(valuesIn(call(more), "module.m.test_it.r")).toEqual(expected);
  });

  test("is not judged for itself", () => {
    expect([...resources(call({})).keys()]).toEqual(["module.m.test_it.r"]);
  });

  test("by nobody is judged for itself", () => {
    expect([...resources({ "it/main.tf.json": { variable: { v: {} }, ...IT } }).keys()]).toEqual(["test_it.r"]);
  });

  test("twice is judged twice", () => {
    const files: Files = {
      "main.tf.json": { module: { a: { source: "./it", v: "1" }, b: { source: "./it", v: "2" } } },
      "it/main.tf.json": { variable: { v: {} }, ...IT },
    };
    expect([valuesIn(files, "module.a.test_it.r"), valuesIn(files, "module.b.test_it.r")]).toEqual([["1"], ["2"]]);
  });

  test("once for each key is one world for each", () => {
    const files = call({ for_each: { x: "1", y: "2" }, v: "${each.key}${each.value}" });
    expect(valuesIn(files, "module.m.test_it.r")).toEqual(["x1", "y2"]);
  });

  test("in modules that are called", () => {
    const files: Files = {
      "main.tf.json": { module: { a: { source: "./a", v: "1" } } },
      "a/main.tf.json": { variable: { v: {} }, module: { b: { source: "../b", v: "${var.v}-2" } } },
      "b/main.tf.json": { variable: { v: {} }, ...IT },
    };
    expect(valuesIn(files, "module.a.module.b.test_it.r")).toEqual(["1-2"]);
  });

  test("gives its outputs", () => {
    const files: Files = {
      "main.tf.json": {
        module: { m: { source: "./it", v: "a" }, n: { source: "./it", for_each: { k: 1 }, v: "${each.key}" } },
        resource: { test_it: { r: { p: '${module.m.o}-${module.n["k"].o}' } } },
      },
      "it/main.tf.json": { variable: { v: {} }, output: { o: { value: "<${var.v}>" } } },
    };
    expect(valuesIn(files, "test_it.r")).toEqual(["<a>-<k>"]);
  });

  test("that is elsewhere is not known", () => {
    const module = { m: { source: "terraform-aws-modules/iam/aws" } };
    expect(values("${module.m.arn}", { module })).toEqual(["?file module.m.arn"]);
  });

  test("by itself is left alone", () => {
    const files: Files = {
      "main.tf.json": { module: { m: { source: "./" } }, resource: { test_it: { r: { p: "a" } } } },
    };
    expect(valuesIn(files, "test_it.r")).toEqual(["a"]);
  });

  test("has what it calls found beside it where only one file is named", () => {
    const all: Files = { "main.tf.json": { module: { m: { source: "./it", v: "a" } } } };
    const files: Files = { ...all, "it/main.tf.json": IT, "it/variables.tf.json": { variable: { v: {} } } };
    expect(valuesIn(files, "module.m.test_it.r")).toEqual(["a"]);
  });
});

describe("instances", () => {
  const p = (block: object, template: string, more: object = {}) =>
    valuesIn({ "main.tf.json": { ...more, resource: { test_it: { r: { ...block, p: template } } } } }, "test_it.r");

  test.each([
    ["count", { count: 2 }, "${count.index}", ["0", "1"]],
    ["a count of none", { count: 0 }, "a", []],
    ["a set", { for_each: '${toset(["a", "b"])}' }, "${each.key}${each.value}", ["aa", "bb"]],
    ["a map", { for_each: { a: "1", b: "2" } }, "${each.key}${each.value}", ["a1", "b2"]],
    ["an empty map", { for_each: {} }, "a", []],
    ["a count that a variable switches", { count: "${var.on ? 1 : 0}" }, "${var.on}", ["[true|allowed on]"]],
    ["a collection that is not known", { for_each: "${var.map}" }, "${each.value}", ["?parameter map"]],
    ["a count that is not known", { count: "${test_it.s.n}" }, "${count.index}", ["0"]],
    ["a list that deployment decides", { for_each: "${toset(var.list)}" }, "${each.key}", ["<list>"]],
  ])("%s", (_, block, template, expected) => {
    const variable = { on: { type: "bool" }, map: { type: "map(string)" }, list: { type: "list(string)" } };
    const found = valuesIn(
      { "main.tf.json": { variable, resource: { test_it: { r: { ...block, p: template }, s: {} } } } },
      "test_it.r",
    );
    expect(found).toEqual(expected);
  });

  test("of a thousand are no thousand worlds unless something depends on it", () => {
    expect(p({ count: 5000 }, "a")).toEqual(["a"]);
    expect(p({ count: 900 }, "a")).toEqual(["a"]);
    expect(p({ count: 3 }, "${count.index}")).toEqual(["0", "1", "2"]);
  });

  test("of other blocks are named by their keys, or all at once", () => {
    const data = { aws_iam_policy_document: { d: { for_each: { x: "1", y: "2" }, policy_id: "${each.value}" } } };
    expect(values('${jsondecode(data.aws_iam_policy_document.d["y"].json).Id}', { data })).toEqual(["2"]);
    expect(values("${[for each in data.aws_iam_policy_document.d[*].json : jsondecode(each).Id]}", { data })).toEqual([
      ["1", "2"],
    ]);
  });

  test("are as many as those of a module that is called, at hand or not", () => {
    const over = (for_each: string, source: string, template = "${each.key}") =>
      p({ for_each }, template, { variable: { on: { type: "bool" } }, module: { m: { source, for_each: MEMBERS } } });
    const MEMBERS = '${var.on ? { a = "x" } : {}}';
    expect(over("${module.m}", "acme/labels/null")).toEqual(["a"]);
    expect(over("${module.m}", "acme/labels/null", '${var.on ? "on" : "off"}')).toEqual(["on"]);
    expect(over('${module.m["a"].names}', "acme/labels/null")).toEqual(["<module.m.names>"]);
  });

  test("have their attributes where all are gone through", () => {
    const documents = { aws_iam_policy_document: { d: { for_each: { x: "1", y: "2" }, policy_id: "${each.value}" } } };
    const all = (template: string) => values(template, { data: documents });
    expect(all("${[for each in data.aws_iam_policy_document.d : jsondecode(each.json).Id]}")).toEqual([["1", "2"]]);
    expect(all("${{ for key, each in data.aws_iam_policy_document.d : key => jsondecode(each.json).Id }}")).toEqual([
      { x: "1", y: "2" },
    ]);
  });

  test("of a module have its outputs where all are gone through", () => {
    const files: Files = {
      "main.tf.json": {
        module: { m: { source: "./it", for_each: { x: "1", y: "2" }, v: "${each.value}" } },
        resource: { test_it: { r: { p: '${join(",", values(module.m)[*].out)}' } } },
      },
      "it/main.tf.json": { variable: { v: {} }, output: { out: { value: "v${var.v}" } } },
    };
    expect(valuesIn(files, "test_it.r")).toEqual(["v1,v2"]);
  });

  test("are found by a key that a variable decides, where it is the same one", () => {
    const document = (id: string) => ({
      variable: { e: { type: "string" }, f: { type: "string" } },
      data: { aws_iam_policy_document: { d: { for_each: "${toset([var.e])}", policy_id: id } } },
    });
    const id = (key: string) => `\${jsondecode(data.aws_iam_policy_document.d[${key}].json).Id}`;
    expect(p({ for_each: "${toset([var.e])}" }, id("each.key"), document("x"))).toEqual(["x"]);
    expect(p({ for_each: "${data.aws_iam_policy_document.d}" }, id("each.key"), document("x"))).toEqual(["x"]);
    const [other] = p({}, id("var.f"), document("x"));
    expect(other).toMatch(/^\?known-after-apply/);
    expect(p({}, id('"prod"'), document("x"))).toEqual([other]);
  });

  // What two keys stand for may differ, so nothing may be concluded from their being equal.
  test.each([
    ["the same key", "${var.map}", "${var.map}", "each.key", ["same"]],
    ["another key of the same collection", "${var.map}", "${var.map}", '"a"', ["same", "other"]],
    ["the key of another collection", "${var.map}", "${var.other}", "each.key", ["same", "other"]],
    ["the same key of a set", "${toset(var.list)}", "${toset(var.list)}", "each.key", ["same"]],
    ["another key of a set", "${toset(var.list)}", "${toset(var.list)}", '"a"', ["same", "other"]],
  ])("of a collection that deployment decides are those of %s", (_, own, others, key, expected) => {
    const id = `jsondecode(data.aws_iam_policy_document.d[${key}].json).Id`;
    const found = p({ for_each: own }, `\${${id} == each.value ? "same" : "other"}`, {
      variable: { map: { type: "map(string)" }, other: { type: "map(string)" }, list: { type: "list(string)" } },
      data: { aws_iam_policy_document: { d: { for_each: others, policy_id: "${each.value}" } } },
    });
    expect(found).toEqual(expected);
  });
});

test("instances of a module's call are worlds where a value of the module asks for them, however deep", () => {
  const files = (given: string): Files => ({
    "main.tf.json": { module: { m: { source: "./a", for_each: { x: "1", y: "2" }, v: given } } },
    "a/main.tf.json": { module: { n: { source: "../it", count: 2, v: "${var.v}" } }, variable: { v: {} } },
    "it/main.tf.json": { variable: { v: {} }, ...IT },
  });
  expect(valuesIn(files("${each.value}"), "module.m.module.n.test_it.r")).toEqual(["1", "2"]);
  expect(valuesIn(files("a"), "module.m.module.n.test_it.r")).toEqual(["a"]);
});

test("a resource of a module stands in the file of the module", () => {
  const files: Files = {
    "main.tf.json": { module: { m: { source: "./it" } } },
    "it/main.tf.json": { variable: { v: {} }, ...IT },
  };
  const [found] = [...resources(files).values()];
  expect(found?.origin.document.source.path).toBe("it/main.tf.json");
});

describe("what a resource is given, where others set it later", () => {
  const account = (lifecycle: string): Files => ({
    "main.tf": `resource "aws_ssm_parameter" "account" {
      name = "vendor"
      insecure_value = "to be filled in"
      lifecycle {
        ${lifecycle}
      }
    }
    resource "test_it" "r" { p = aws_ssm_parameter.account.insecure_value }`,
  });
  const OPEN = ["?known-after-apply aws_ssm_parameter.account.insecure_value"];
  test.each([
    ["prevent_destroy = true", ["to be filled in"]],
    ["ignore_changes = [tags]", ["to be filled in"]],
    ['ignore_changes = [tags["insecure_value"]]', ["to be filled in"]],
    ["ignore_changes = [insecure_value]", OPEN],
    ['ignore_changes = [\n  tags,\n  "insecure_value",\n]', OPEN],
    ["ignore_changes = all", OPEN],
  ])("%s", (lifecycle, expected) => {
    expect(valuesIn(account(lifecycle), "test_it.r")).toEqual(expected);
  });

  test("in JSON", () => {
    const json = (ignore_changes: string | string[]) => {
      const account = { insecure_value: "to be filled in", lifecycle: { ignore_changes } };
      const p = "${aws_ssm_parameter.account.insecure_value}";
      const files = { "main.tf.json": { resource: { aws_ssm_parameter: { account }, test_it: { r: { p } } } } };
      const found = resources(files).get("test_it.r");
      return inEveryWorld((world) => found?.property("p", world).kind).outcomes.map(({ result }) => result);
    };
    expect(json(["tags"])).toEqual(["text"]);
    expect(json(["insecure_value"])).toEqual(["unknown"]);
    expect(json("all")).toEqual(["unknown"]);
  });
});
