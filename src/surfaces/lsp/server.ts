// The language server: it hears of an editor's files and sends diagnostics, hovers and quick fixes, over standard input and output.

import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node.js";
import { TextDocument } from "vscode-languageserver-textdocument";
import { tool } from "../../findings/tool.ts";
import { printable } from "../../reporters/screen.ts";
import { grouped } from "../../text/grouped.ts";
import type { Arguments } from "../cli/options/arguments.ts";
import type { Host } from "../host.ts";
import { upwards } from "../places.ts";
import { withBuffers } from "./buffers.ts";
import { type Judgement, judgementOf } from "./judgement.ts";
import { actionsFor, diagnosticOfError, diagnosticsOf, hoverOf } from "./messages.ts";

/** Milliseconds from the last edit until the files are judged: not after every key. */
const DEBOUNCE = 250;

/** Listens until the editor shuts the server down, or closes its streams. */
export function serve(
  given: Arguments,
  host: Host,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  const judgements = new Map<string, Judgement>();
  /** URIs of configurations and rule files for which errors are shown. */
  let refused = new Set<string>();
  let folders: readonly string[] = [];
  let mayWatch = false;
  let mayAddFolders = false;
  let timer: NodeJS.Timeout | undefined;

  const uriOf = (path: string) => pathToFileURL(path).href;
  /** As the editor spells it, where the file is open. */
  const openUriOf = (path: string) => documents.all().find(({ uri }) => pathOf(uri) === path)?.uri ?? uriOf(path);

  function judgeAll(): void {
    timer = undefined;
    const texts = new Map(
      documents.all().flatMap((one) => withPath(one).map((path) => [path, one.getText()] as const)),
    );
    const told = new Set<string>();
    for (const document of documents.all()) {
      for (const path of withPath(document)) judgeOne(document, path, texts, told);
    }
    for (const uri of refused) if (!told.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    refused = told;
  }

  function judgeOne({ uri, version }: TextDocument, path: string, texts: Map<string, string>, told: Set<string>): void {
    const judgement = contained(connection, () =>
      judgementOf(path, given, withBuffers(host, texts, folderFor(path, folders))),
    );
    judgements.delete(uri);
    if (judgement === undefined) return;
    if ("errors" in judgement) {
      const [first] = judgement.errors;
      const placed = judgement.errors.flatMap((error) =>
        error.file === undefined ? [] : { ...error, file: error.file },
      );
      // Diagnostics of a file replace those that were sent before, so all of one file are sent at once.
      for (const [where, errors] of grouped(placed, ({ file }) => openUriOf(judgement.pathOf(file)))) {
        told.add(where);
        void connection.sendDiagnostics({ uri: where, diagnostics: errors.map(diagnosticOfError) });
      }
      if (first?.file === undefined) connection.console.error(printable(`${first?.message}: ${first?.help}`));
      if (!told.has(uri)) void connection.sendDiagnostics({ uri, version, diagnostics: [] });
      return;
    }
    judgements.set(uri, judgement);
    const diagnostics = diagnosticsOf(judgement, (file) => openUriOf(judgement.pathOf(file)));
    if (!told.has(uri)) void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** All files are judged again: a change in one can change the findings in others, such as files of its module or nested templates. */
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(judgeAll, DEBOUNCE);
  }

  /** Judges at once where an edit is still waiting. */
  function judgementAt(uri: string): Judgement | undefined {
    if (timer !== undefined) {
      clearTimeout(timer);
      judgeAll();
    }
    return judgements.get(uri);
  }

  connection.onInitialize((params) => {
    folders = foldersOf(params);
    mayAddFolders = params.capabilities.workspace?.workspaceFolders === true;
    mayWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return CAPABILITIES;
  });
  connection.onInitialized(() => {
    if (mayAddFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(pathsOf(removed));
        folders = [...folders.filter((folder) => !gone.has(folder)), ...pathsOf(added)];
        soon();
      });
    if (!mayWatch) return;
    const watchers = [{ globPattern: "**/*.{json,yaml,yml,template,tf,tofu}" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(soon);
  documents.onDidChangeContent(soon);
  documents.onDidClose(({ document: { uri } }) => {
    judgements.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    soon();
  });
  connection.onHover(({ textDocument: { uri }, position }) => {
    const judgement = judgementAt(uri);
    return judgement && hoverOf(judgement, position);
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => {
    if (only?.every((kind) => !CodeActionKind.QuickFix.startsWith(kind))) return [];
    const judgement = judgementAt(uri);
    const versionOf = (open: string) => documents.get(open)?.version ?? null;
    if (judgement === undefined) return [];
    return (
      contained(connection, () =>
        actionsFor(judgement, range, (file) => openUriOf(judgement.pathOf(file)), versionOf),
      ) ?? []
    );
  });
  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: InitializeResult = {
  serverInfo: { name: tool.name, version: tool.version },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return pathsOf(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []));
}

function pathsOf(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.flatMap(({ uri }) => pathOf(uri) ?? []);
}

/** The working directory of a run, where the search for the configuration begins: the innermost workspace folder around the file, else its own folder. */
function folderFor(path: string, folders: readonly string[]): string {
  return [...upwards(dirname(path))].find((folder) => folders.includes(folder)) ?? dirname(path);
}

function withPath({ uri }: TextDocument): readonly string[] {
  const path = pathOf(uri);
  return path === undefined ? [] : [path];
}

/** Undefined for a document that is not a file. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri).replace(/(?<=.)\/$/, "") : undefined;
  } catch {
    return undefined;
  }
}

/** An internal error is logged, and does not end the server. */
function contained<T>(connection: Connection, action: () => T): T | undefined {
  try {
    return action();
  } catch (thrown) {
    connection.console.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : "an internal error");
    return undefined;
  }
}
