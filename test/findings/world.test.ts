import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { smallestWorld } from "../../src/findings/world.ts";
import { inEveryWorld, type World } from "../../src/values/worlds.ts";

/** What is told of the worlds in which `bad` is true. */
function told(bad: (world: World) => boolean) {
  const { outcomes } = inEveryWorld(bad);
  return smallestWorld(
    outcomes.filter(({ result }) => result),
    outcomes,
  );
}

test("what is so in every world needs no world", () => {
  expect(told((world) => world.is("P", "a") || true)).toBeUndefined();
});

test("only the parameter that decides is told", () => {
  expect(told((world) => [world.is("Region", "eu"), world.is("Mode", "open")][1] === true)).toEqual({
    parameters: { Mode: "open" },
    conditions: {},
  });
});

test("a condition is told where the parameter behind it has no word of its own", () => {
  const told1 = told((world) => {
    const given = !world.is("Account", "");
    world.note("HasAccount", given);
    return given;
  });
  expect(told1).toEqual({ parameters: {}, conditions: { HasAccount: true } });
});

test("a world that nobody asked about a parameter does not make the rest sufficient", () => {
  const told1 = told((world) => {
    const second = world.holds("second");
    world.note("Second", second);
    return second && world.is("Id", "");
  });
  expect(told1).toEqual({ parameters: { Id: "" }, conditions: { Second: true } });
});

test.each([
  ['var.v.a == "x" ? "444455556666" : "999988887777"', { 'var.v.a == "x"': true }],
  ['var.v.a != "x" ? "444455556666" : "999988887777"', { 'var.v.a != "x"': true }],
  ['var.v.a != "x" ? "999988887777" : "444455556666"', { 'var.v.a != "x"': false }],
  ['!(var.v.a != "x") ? "444455556666" : "999988887777"', { '(var.v.a != "x")': false }],
])("a comparison in Terraform is told with the outcome that it has as written: %s", (account, conditions) => {
  const content = `
variable "v" { type = object({ a = string }) }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = ${account} }, Action = "sts:AssumeRole" }]
  })
}`;
  const config = { accounts: { own: ["999988887777"] } };
  const { findings } = check({ files: [{ path: "main.tf", content }], config });
  expect(findings.map(({ world }) => world?.conditions)).toEqual([conditions]);
});
