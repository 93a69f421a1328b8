import { expect, test } from "vitest";
import { checkIn, MANIFEST, small } from "../assemblies.ts";

function pathIn(files: Readonly<Record<string, string>>): string | undefined {
  const { findings, errors } = checkIn("/app", files);
  expect(errors).toEqual([]);
  return findings[0]?.resource.path;
}

const ID = { type: "aws:cdk:logicalId", data: "Role1" };
const tree = (...paths: string[]) => {
  const attributes = { "aws:cdk:cloudformation:logicalId": "Role1" };
  const children = Object.fromEntries(paths.map((path, index) => [`c${index}`, { id: "x", path, attributes }]));
  return JSON.stringify({ version: "tree-0.1", tree: { id: "App", path: "", children } });
};
const withTree = (files: Record<string, string>, content: string) => {
  const manifest = JSON.parse(files[MANIFEST] ?? "");
  manifest.artifacts.Tree = { type: "cdk:tree", properties: { file: "tree.json" } };
  return { ...files, [MANIFEST]: JSON.stringify(manifest), "cdk.out/tree.json": content };
};

test.each([
  ["metadata", small({ "/Stack/Role/Resource": [ID] }), "Stack/Role/Resource"],
  [
    "metadata of the template that it is in",
    small({
      "/Stack/Role/Resource": [ID],
      "/Stack/In": [{ type: "aws:cdk:templateFile", data: "Stack.template.json" }],
    }),
    "Stack/Role/Resource",
  ],
  [
    "what the command line writes into the template",
    small({}, { Metadata: { "aws:cdk:path": "Stack/R/Resource" } }),
    "Stack/R/Resource",
  ],
  ["the tree", withTree(small({}), tree("Stack/FromTree")), "Stack/FromTree"],
  ["a tree of another stack", withTree(small({}), tree("Other/FromTree")), undefined],
  ["a tree that has it twice", withTree(small({}), tree("Stack/One", "Stack/Two")), undefined],
  ["a tree that does not parse", withTree(small({}), "{"), undefined],
  ["metadata that have it twice", small({ "/Stack/One": [ID], "/Stack/Two": [ID] }), undefined],
  ["nothing", small({}), undefined],
])("the construct path from %s", (_, files, path) => {
  expect(pathIn(files)).toBe(path);
});

test("objects that cannot become text are passed over", () => {
  const hostile = { toString: 1, valueOf: 1 };
  const files = withTree(small({ "/Stack/R": [{ type: "aws:cdk:creationStack", data: [hostile] }] }), tree("Stack/R"));
  const manifest = JSON.parse(files[MANIFEST] ?? "");
  manifest.artifacts.Stack = { ...manifest.artifacts.Stack, environment: hostile, displayName: hostile };
  expect(pathIn({ ...files, [MANIFEST]: JSON.stringify(manifest) })).toBe("Stack/R");
});

test("what prototypes supply is no metadata", () => {
  expect(pathIn(small(JSON.parse('{"__proto__": [{"type": "aws:cdk:logicalId", "data": "Role1"}]}')))).toBe(
    "__proto__",
  );
});
