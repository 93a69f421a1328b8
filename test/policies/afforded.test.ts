import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { afforded } from "../../src/policies/afforded.ts";
import type { Policy } from "../../src/policies/policy.ts";
import { parseJson } from "../../src/text/json/parse.ts";
import { source } from "../../src/text/source.ts";
import { inEveryWorld } from "../../src/values/worlds.ts";

const document = parseJson(source("a.json", '{ "R": 1, "S": 2 }'));
const policyAt = (key: string, kind: Policy["kind"] = "trust", within = ""): Policy => {
  const origin = { document: within === "" ? document : { ...document, within }, path: [key] };
  const owner = { format: "cloudformation", type: "T", id: key, origin, metadata: [] } as const;
  const property = () => ({ kind: "absent", origin }) as const;
  const no = () => false;
  const around = { secret: false, keepsPublicOut: no, refusesPublic: no };
  return { kind, service: "", ...around, owner: { ...owner, property }, document: property };
};

test("what is written is judged; of its copies nothing is known once there is nothing left for them", () => {
  let copies = 0;
  const next = afforded({
    spend() {
      copies += 1;
      return copies === 1;
    },
  });
  const kinds = [
    ...[policyAt("R"), policyAt("R", "identity"), policyAt("S"), policyAt("R", "trust", "inner"), policyAt("")],
    ...[policyAt("R"), policyAt("R"), policyAt("S")],
  ]
    .map(next)
    .flatMap((policy) => inEveryWorld((world) => policy.document(world).kind).outcomes.map(({ result }) => result));
  expect(kinds).toEqual([...["absent", "absent", "absent", "absent", "absent"], ...["absent", "unknown", "unknown"]]);
});

test("modules beyond those that are read are told by their calls", () => {
  const calls = Array.from({ length: 502 }, (_, index) => `module "c${index}" {\n  source = "./m"\n}\n`).join("");
  const role = 'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n}\n';
  const { unknowns } = check({
    files: [
      { path: "main.tf", content: calls },
      { path: "m/main.tf", content: role },
    ],
  });
  const beyond = unknowns.filter(({ reason }) => reason === "budget");
  expect(new Set(beyond.map(({ resource, line }) => `${resource.id}:${line}`))).toEqual(new Set(["module.c500:1501"]));
});
