// What an editor is told of its files, asked by the protocol's own client.

import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  DiagnosticSeverity,
  type Hover,
  MarkupContent,
  TextDocumentEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readArguments } from "../../../src/surfaces/cli/options/arguments.ts";
import { serve } from "../../../src/surfaces/lsp/server.ts";
import { BAD, roleFor } from "../cli/run.ts";
import { memoryHost } from "../memory-host.ts";
import { editor, uriOf } from "./client.ts";

const LOOSE = roleFor(
  "arn:aws:iam::444455556666:root",
  "            Condition:\n              StringEqualsIfExists:\n                sts:ExternalId: 3f0a7a34-6d1c-4c55-9d0e-5a1a2f1b7c99\n",
);
const FILE = "/home/me/role.yaml";

const open: PassThrough[] = [];
afterEach(() => {
  for (const stream of open.splice(0)) stream.unpipe();
});

function started(files: Readonly<Record<string, string>> = {}, typed: readonly string[] = []) {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  open.push(toServer, toEditor);
  const { host, written } = memoryHost({ files: { [FILE]: "", ...files } });
  serve(readArguments(["lsp", ...typed]), host, toServer, toEditor);
  return editor(toEditor, toServer, "/home/me").then((client) => ({ ...client, written }));
}

function applied(text: string, { edit }: CodeAction, path = FILE): string {
  const [change] = (edit?.documentChanges ?? []).filter(TextDocumentEdit.is);
  expect(change?.textDocument.uri).toBe(uriOf(path));
  const edits = (change?.edits ?? []).flatMap((each) => ("newText" in each ? [each] : []));
  return TextDocument.applyEdits(TextDocument.create(uriOf(path), "yaml", 1, text), edits);
}

function wordsOf(hover: Hover | null): string {
  return MarkupContent.is(hover?.contents) ? hover.contents.value : "";
}

test("a finding stands at its range, with its rule, its place and what to do", async () => {
  const client = await started();
  await client.open(FILE, BAD);
  const [diagnostic, ...others] = await client.diagnostics(FILE, 1);
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({
    range: { start: { line: 9, character: 19 }, end: { line: 9, character: 49 } },
    severity: DiagnosticSeverity.Warning,
    source: "unconfused",
    code: "external-id-required",
    codeDescription: { href: expect.stringMatching(/^https:\/\/.*#external-id-required$/) },
  });
  expect(diagnostic?.message).toMatch(/^account 444455556666 can assume VendorRole without an external ID\n/);
});

test("what is typed counts, saved or not, by its ranges", async () => {
  const client = await started({ [FILE]: BAD });
  await client.open(FILE, LOOSE);
  expect(await client.diagnostics(FILE, 1)).toHaveLength(1);
  const start = { line: 12, character: 14 + "StringEquals".length };
  await client.change(FILE, 2, "", { start, end: { ...start, character: start.character + "IfExists".length } });
  expect(await client.diagnostics(FILE, 2)).toEqual([]);
});

test("who types is answered once", async () => {
  const client = await started();
  await client.open(FILE, LOOSE);
  for (let version = 2; version <= 9; version += 1) await client.change(FILE, version, `${LOOSE}# ${version}\n`);
  await client.diagnostics(FILE, 9);
  expect(client.told.length).toBeLessThan(4);
});

test("the configuration is found as the command line finds it, and an open one counts", async () => {
  const config = "/home/me/unconfused.yaml";
  const client = await started({ [config]: 'accounts: { organization: ["444455556666"] }\n' });
  await client.open(FILE, BAD);
  expect(await client.diagnostics(FILE, 1)).toEqual([]);
  await client.open(config, "rules: { external-id-required: critical }\n");
  const [diagnostic] = await client.diagnostics(FILE);
  expect(diagnostic?.severity).toBe(DiagnosticSeverity.Error);
});

test("all mistakes in the configuration are told there, until they are mended", async () => {
  const config = "/home/me/unconfused.yaml";
  const client = await started({ [config]: "" });
  await client.open(config, "tenancy: several\nstrikt: true\n");
  await client.open(FILE, BAD);
  const all = await client.diagnostics(config);
  const severity = DiagnosticSeverity.Error;
  expect(all.toSorted((one, other) => one.range.start.line - other.range.start.line)).toMatchObject([
    { range: { start: { line: 0, character: 9 } }, severity },
    { range: { start: { line: 1, character: 0 } }, severity },
  ]);
  await client.change(config, 2, "tenancy: multi\n");
  expect(await client.diagnostics(config)).toEqual([]);
});

test("options of the command line count", async () => {
  const client = await started({}, ["--stdio", "--organization-account", "444455556666"]);
  await client.open(FILE, BAD);
  expect(await client.diagnostics(FILE, 1)).toEqual([]);
});

test("a file that cannot be read says where", async () => {
  const client = await started();
  await client.open(FILE, `${BAD}  - ]\n`);
  const [diagnostic] = await client.diagnostics(FILE, 1);
  expect(diagnostic).toMatchObject({ severity: DiagnosticSeverity.Error, source: "unconfused" });
  expect(diagnostic?.range.start.line).toBeGreaterThan(9);
});

test("what is not read is told, for it is not judged", async () => {
  const client = await started();
  const nested =
    'Resources:\n  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: "https://x.example/t" }\n';
  await client.open(FILE, nested);
  expect(await client.diagnostics(FILE, 1)).toMatchObject([
    {
      range: { start: { line: 1, character: 2 } },
      severity: DiagnosticSeverity.Information,
      message: "Nested: the template https://x.example/t is not read",
    },
  ]);
});

test("a file is judged by what is in it, whatever its name", async () => {
  const client = await started();
  await client.open("/home/me/role.yaml.j2", BAD);
  expect(await client.diagnostics("/home/me/role.yaml.j2", 1)).toHaveLength(1);
  await client.open("/home/me/notes.txt", "nothing\n");
  expect(await client.diagnostics("/home/me/notes.txt", 1)).toEqual([]);
});

test("a folder that is added later is one in which the configuration is found", async () => {
  const config = { "/elsewhere/unconfused.yaml": "accounts: { organization: ['444455556666'] }\n" };
  const client = await started({ "/elsewhere/deep/role.yaml": BAD, ...config });
  await client.open("/elsewhere/deep/role.yaml", BAD);
  expect(await client.diagnostics("/elsewhere/deep/role.yaml", 1)).toHaveLength(1);
  const next = client.diagnostics("/elsewhere/deep/role.yaml");
  await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [{ uri: uriOf("/elsewhere"), name: "elsewhere" }], removed: [] },
  });
  expect(await next).toEqual([]);
});

test("a file that is closed has nothing told of it", async () => {
  const client = await started();
  await client.open(FILE, BAD);
  await client.diagnostics(FILE, 1);
  const next = client.diagnostics(FILE);
  await client.close(FILE);
  expect(await next).toEqual([]);
});

test("a file of a module is judged with those beside it", async () => {
  const main = "/home/me/main.tf";
  const text = `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = local.vendor } }]
  })
}
`;
  const client = await started({
    [main]: "",
    "/home/me/locals.tf": 'locals {\n  vendor = "arn:aws:iam::444455556666:root"\n}\n',
  });
  await client.open(main, text);
  const [diagnostic, ...others] = await client.diagnostics(main, 1);
  expect(others).toEqual([]);
  expect(diagnostic?.message).toContain("account 444455556666 can assume aws_iam_role.r");
});

describe("hover", () => {
  test("tells the request that gets through, and why the rule is", async () => {
    const client = await started();
    await client.open(FILE, BAD);
    // Nobody waits for the diagnostics first.
    const hover = await client.hover(FILE, { line: 9, character: 20 });
    const value = wordsOf(hover);
    expect(value).toContain("`sts:AssumeRole by arn:aws:iam::444455556666:role/anything, sts:ExternalId not sent`");
    expect(value).toMatch(/confused deputy/i);
    expect(hover?.range?.start).toEqual({ line: 9, character: 19 });
  });

  test("tells nothing elsewhere", async () => {
    const client = await started();
    await client.open(FILE, BAD);
    expect(await client.hover(FILE, { line: 0, character: 0 })).toBeNull();
  });

  test("text of the input stays text", async () => {
    const client = await started();
    await client.open(FILE, BAD.replace("VendorRole", '"[x](command:y)<img src=z>"'));
    const value = wordsOf(await client.hover(FILE, { line: 9, character: 20 }));
    expect(value).not.toContain("[x](command:y)");
    expect(value).not.toMatch(/(?<!\\)<img/);
  });
});

describe("code actions", () => {
  const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

  test("mend the finding, with a safe edit preferred", async () => {
    const client = await started();
    await client.open(FILE, LOOSE);
    const [action] = await client.actions(FILE, at(13, 20));
    expect(action).toMatchObject({
      title: "drop IfExists from StringEqualsIfExists",
      kind: "quickfix",
      isPreferred: true,
      diagnostics: [{ code: "external-id-required" }],
    });
    if (action === undefined) throw new Error("no action");
    expect(action.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
    const text = applied(LOOSE, action);
    expect(text).toBe(LOOSE.replace("IfExists", ""));
    await client.change(FILE, 2, text);
    expect(await client.diagnostics(FILE, 2)).toEqual([]);
  });

  test("say that one asks for more than an edit", async () => {
    const client = await started();
    await client.open(FILE, BAD);
    const [action] = await client.actions(FILE, at(9, 20));
    expect(action).toMatchObject({
      isPreferred: false,
      title: expect.stringMatching(/look at it before you deploy it/),
    });
    if (action === undefined) throw new Error("no action");
    await client.change(FILE, 2, applied(BAD, action));
    expect(await client.diagnostics(FILE, 2)).toEqual([]);
  });

  test("are none elsewhere, and none of another kind", async () => {
    const client = await started();
    await client.open(FILE, LOOSE);
    expect(await client.actions(FILE, at(0, 0))).toEqual([]);
    expect(await client.actions(FILE, at(13, 20), ["refactor"])).toEqual([]);
  });
});
