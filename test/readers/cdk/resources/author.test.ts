import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../../src/text/document.ts";
import { checkIn, small } from "../assemblies.ts";

/** Where the role is found whose construct has these entries besides its id. */
function place(entries: readonly Json[], files: Readonly<Record<string, string>> = {}): string {
  const metadata = { "/Stack/Role/Resource": [{ type: "aws:cdk:logicalId", data: "Role1" }, ...entries] };
  const { findings, errors } = checkIn("/app", { ...small(metadata), ...files });
  expect(errors).toEqual([]);
  return findings.map(({ file, line, column, endColumn }) => `${file}:${line}:${column}-${endColumn}`).join();
}

const TEMPLATE = expect.stringMatching(/^cdk\.out\/Stack\.template\.json:/);
const created = (...frames: string[]) => ({ type: "aws:cdk:creationStack", data: frames });
const assigned = (propertyName: string, ...stackTrace: string[]) => ({
  type: "aws:cdk:propertyAssignment",
  data: { propertyName, stackTrace },
});

describe("the first frame that is the user's", () => {
  test.each([
    [
      "after those of libraries",
      ["...new Role2 in aws-cdk-lib...", "new X (/app/node_modules/y/z.js:1:1)", "new S (/app/lib/s.ts:9:5)"],
    ],
    ["not the later one", ["new S (/app/lib/s.ts:9:5)", "new T (/app/lib/t.ts:1:1)"]],
    ["an ES module, by its URL", ["new S (file:///app/lib/s.ts:9:5)"]],
    ["after those of a library elsewhere", ["f (/elsewhere/lib/l.ts:9:5)", "new S (/app/lib/s.ts:9:5)"]],
    ["without a function", ["/app/lib/s.ts:9:5"]],
    ["after the program that Python starts", ["k (/tmp/x/lib/program.js:1:6)", "new S (/app/lib/s.ts:9:5)"]],
    ["after Node's own", ["run (node:internal/x:1:2)", "run (internal/modules/x.js:1:2)", "new S (/app/lib/s.ts:9:5)"]],
  ])("%s", (_, frames) => {
    expect(place([created(...frames)])).toBe("lib/s.ts:9:5-6");
  });

  test.each([
    ["none", []],
    ["none of the user", ["...aws-cdk-lib...", "(no user code in 10 frames, use --stack-trace-limit to capture more)"]],
    ["a relative path of nothing", ["new S (lib/s.ts:9:5)"]],
    ["a relative path that leads out", ["new S (../s.ts:9:5)"]],
    ["a file of no program", ["new S (/app/.env:1:1)"]],
    ["in folders of which nothing is common", ["new S (/one/lib/s.ts:9:5)", "new T (/other/lib/s.ts:9:5)"]],
    [
      "in a line that no file has",
      ["new S (/app/s.ts:0:5)", "new S (/app/s.ts:5:0)", "new S (/app/s.ts:9999999999:1)"],
    ],
    ["a very long one", [`new S (/${"a/".repeat(2500)}s.ts:9:5)`]],
    ["text that only looks like one", ["at (((((:1", "(/app/s.ts)", "/app/s.ts", ":1:1", "(:1:1)"]],
  ])("%s: the place is the template's", (_, frames) => {
    expect(place([created(...frames)])).toEqual(TEMPLATE);
  });

  test("entries of another shape are passed over", () => {
    expect(place([{ type: "aws:cdk:creationStack", data: { no: "list" } }, { type: 7 }, null])).toEqual(TEMPLATE);
  });
});

describe("an ES module, outside of every function", () => {
  const text =
    'import { Role } from "aws-cdk-lib/aws-iam";\nimport { stack } from "./stack.mjs";\n  new Role(stack, "R");\n';

  // As the CDK writes frames with a column of one, two and three digits.
  test.each([
    "file:///app/main.mjs:3 (:)",
    "file:///app/main.mjs:3: (file:///app/main.mjs:3:1)",
    "/app/main.mjs:3:1 (/app/main.mjs:3:12)",
  ])("is the line, without the column that the trace has lost: %s", (frame) => {
    expect(place([created("...new Role2 in aws-cdk-lib...", frame)], { "main.mjs": text })).toBe("main.mjs:3:3-24");
  });

  test("comes after a function of a library beside the app", () => {
    const entries = [created("vendorRole (file:///lib/vendor.mjs:3:10)", "file:///app/main.mjs:3 (:)")];
    expect(place(entries, { "main.mjs": text, "/lib/vendor.mjs": "export function vendorRole() {}\n" })).toBe(
      "main.mjs:3:3-24",
    );
  });
});

describe("Python", () => {
  const library = "__init__ (/app/.venv/lib/python3.12/site-packages/aws_cdk/__init__.py:1043)";
  const written = "class S(Stack):\n    def __init__(self):\n        iam.Role(self, 'Role')  \n";

  test("tells no column: the place is the line", () => {
    const entries = [
      created("...jsii runtime...", library, "__init__ (/app/my/stack.py:3)", "<module> (/app/app.py:7)"),
    ];
    expect(place(entries)).toBe("my/stack.py:3:1-2");
    expect(place(entries, { "my/stack.py": written })).toBe("my/stack.py:3:9-31");
  });

  test("tells the file that was started as it was typed, from where the app ran", () => {
    const entries = [created(library, "<module> (app.py:3)")];
    expect(place(entries, { "app.py": written })).toBe("app.py:3:9-31");
  });
});

describe("Java tells the package, and no folder", () => {
  const entries = [
    created(
      "...aws-cdk-lib, jsii runtime, node internals...",
      "(no user code in 10 frames, use --stack-trace-limit to capture more)",
      "software.amazon.awscdk.services.iam.Role$Builder.build (Role.java:1204)",
      "com.acme.Vendors.lambda$new$0 (Vendors.java:3)",
      "java.util.ArrayList.forEach (ArrayList.java:1511)",
      "com.acme.Main.main (Main.java:9)",
    ),
  ];
  const written = "package com.acme;\nclass Vendors {\n  Role role = Role.Builder.create(this, id).build();\n}\n";

  test.each(["src/main/java/com/acme/Vendors.java", "app/src/main/java/com/acme/Vendors.java"])(
    "the place is the line of %s",
    (file) => {
      expect(place(entries, { [file]: written })).toBe(`${file}:3:3-53`);
    },
  );

  test("and in Kotlin and without a package", () => {
    const kotlin = [created("MainKt.main (Main.kt:2)")];
    expect(place(kotlin, { "src/main/kotlin/Main.kt": "fun main() {\n  Role()\n}\n" })).toBe(
      "src/main/kotlin/Main.kt:2:3-9",
    );
  });

  test.each([
    ["whose file is not at hand", {}, entries],
    ["of another package", { "src/main/java/org/acme/Vendors.java": written }, entries],
    [
      "that leads out of the sources",
      { "Vendors.java": written },
      [created("../../../.x.y (Vendors.java:3)"), created("a/../../../../b.x.y (Vendors.java:3)")],
    ],
  ])("but not one %s", (_, files, trace) => {
    expect(place(trace, files as Record<string, string>)).toEqual(TEMPLATE);
  });
});

describe("the file of a frame", () => {
  const frames = (...files: string[]) => [created(...files.map((file) => `f (${file}:9:5)`))];

  test("of the same machine is the one with the same text, and the longest end of the path", () => {
    const files = { "/home/ci/a/lib/s.ts": "one", "lib/s.ts": "two", "a/lib/s.ts": "one", "s.ts": "one" };
    expect(place(frames("/home/ci/a/lib/s.ts"), files)).toBe("a/lib/s.ts:9:5-6");
  });

  test("of the same machine, but not of the run, is passed over", () => {
    const files = { "/home/ci/lib/s.ts": "one", "lib/s.ts": "two" };
    expect(place(frames("/home/ci/lib/s.ts"), files)).toEqual(TEMPLATE);
    expect(place(frames("/home/ci/lib/s.ts", "/app/t.ts"), files)).toBe("t.ts:9:5-6");
  });

  test("of another machine is the one with the longest end of its path", () => {
    const program = frames("/ci/lib/s.ts", "/ci/bin/main.ts");
    expect(place(program, { "lib/s.ts": "", "s.ts": "" })).toBe("lib/s.ts:9:5-6");
    expect(place(program, { "s.ts": "" })).toBe("lib/s.ts:9:5-6");
    expect(place(program, {})).toBe("lib/s.ts:9:5-6");
    expect(place(program, { "ci/lib/s.ts": "" })).toBe("ci/lib/s.ts:9:5-6");
  });
});

test("on Windows", () => {
  const frames = ["new S (C:\\app\\lib\\s.ts:9:5)"];
  const metadata = { "/Stack/Role": [{ type: "aws:cdk:logicalId", data: "Role1" }, created(...frames)] };
  const [finding] = checkIn("C:/app", small(metadata)).findings;
  expect(finding).toMatchObject({ file: "lib/s.ts", line: 9, column: 5 });
});

test("the assignment of the policy outranks the creation; that of another property does not", () => {
  const creation = created("new S (/app/s.ts:1:1)");
  expect(place([creation, assigned("AssumeRolePolicyDocument", "new S (/app/s.ts:2:1)")])).toBe("s.ts:2:1-2");
  expect(place([creation, assigned("AssumeRolePolicyDocument", "...aws-cdk-lib...")])).toBe("s.ts:1:1-2");
  expect(place([creation, assigned("Tags", "new S (/app/s.ts:2:1)")])).toBe("s.ts:1:1-2");
});

describe("compiled JavaScript", () => {
  const written =
    "// A stack.\ninterface Props { readonly a: string }\nexport const make = (): Role => new iam.Role({ a: 'a' });\n";
  const options = { loader: "ts", sourcefile: "../lib/s.ts", minifyWhitespace: true } as const;
  const { code, map } = transformSync(written, { ...options, sourcemap: "external" });
  const inline = transformSync(written, { ...options, sourcemap: "inline" }).code;
  const column = code.indexOf("new iam") + 1;
  const entries = [created(`make (/app/dist/s.js:1:${column})`)];

  test("by a source map beside it", () => {
    const files = { "dist/s.js": `${code}//# sourceMappingURL=s.js.map\n`, "dist/s.js.map": map };
    expect(place(entries, files)).toBe("lib/s.ts:3:33-34");
    expect(place(entries, { ...files, "lib/s.ts": written })).toBe("lib/s.ts:3:33-45");
  });

  test("by a source map within it", () => {
    expect(place(entries, { "dist/s.js": inline })).toBe("lib/s.ts:3:33-34");
  });

  test("sources count from the map's sourceRoot", () => {
    const files = {
      "dist/s.js": `${code}//# sourceMappingURL=s.js.map\n`,
      "dist/s.js.map": JSON.stringify({ ...JSON.parse(map), sources: ["s.ts"], sourceRoot: "../src" }),
    };
    expect(place(entries, files)).toBe("src/s.ts:3:33-34");
  });

  test.each([
    ["no map", {}],
    ["a map that is not there", { "dist/s.js": "//# sourceMappingURL=s.js.map" }],
    ["no JSON", { "dist/s.js": "//# sourceMappingURL=s.js.map", "dist/s.js.map": "{" }],
    [
      "no map in it",
      { "dist/s.js": "//# sourceMappingURL=s.js.map", "dist/s.js.map": '{"sources": 1, "mappings": []}' },
    ],
    ["no URL", { "dist/s.js": "//# sourceMappingURL=%zz" }],
    [
      "a line before the first",
      {
        "dist/s.js": "//# sourceMappingURL=s.js.map",
        "dist/s.js.map": '{"version":3,"sources":["s.ts"],"mappings":"AAZA"}',
      },
    ],
    [
      "a source out of the repository",
      { "dist/s.js": "//# sourceMappingURL=s.js.map", "dist/s.js.map": map.replace("../lib/s.ts", "../../../s.ts") },
    ],
    [
      "a source by URL",
      {
        "dist/s.js": "//# sourceMappingURL=s.js.map",
        "dist/s.js.map": map.replace("../lib/s.ts", "webpack://app/s.ts"),
      },
    ],
  ])("%s: the JavaScript is the place", (_, files) => {
    expect(place(entries, files)).toMatch(new RegExp(`^dist/s\\.js:1:${column}-`));
  });
});
