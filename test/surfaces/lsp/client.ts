// An editor, as far as a language server can tell: the protocol's own client library over two streams.

import { pathToFileURL } from "node:url";
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node.js";

export const uriOf = (path: string) => pathToFileURL(path).href;

export async function editor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, folder: string) {
  const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const told: PublishDiagnosticsParams[] = [];
  const waiting: { readonly met: (told: PublishDiagnosticsParams) => boolean; readonly resolve: () => void }[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    told.push(params);
    for (const each of waiting.filter(({ met }) => met(params))) each.resolve();
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uriOf(folder),
    workspaceFolders: [{ uri: uriOf(folder), name: "folder" }],
    capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  await connection.sendNotification("initialized", {});
  const textDocument = (path: string) => ({ uri: uriOf(path) });
  return {
    initialized,
    connection,
    told,
    open: (path: string, text: string) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { ...textDocument(path), languageId: "yaml", version: 1, text },
      }),
    change: (path: string, version: number, text: string, range?: Range) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { ...textDocument(path), version },
        contentChanges: [range === undefined ? { text } : { text, range }],
      }),
    close: (path: string) => connection.sendNotification("textDocument/didClose", { textDocument: textDocument(path) }),
    hover: (path: string, position: Position): Promise<Hover | null> =>
      connection.sendRequest("textDocument/hover", { textDocument: textDocument(path), position }),
    actions: (path: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> =>
      connection.sendRequest("textDocument/codeAction", {
        textDocument: textDocument(path),
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    /** What is told next of a file, of this version if one is named. */
    async diagnostics(path: string, version?: number): Promise<readonly Diagnostic[]> {
      const isIt = ({ uri, version: of }: PublishDiagnosticsParams) =>
        uri === uriOf(path) && (version === undefined || of === version);
      const before = told.length;
      if (version === undefined || !told.some(isIt)) {
        await new Promise<void>((resolve) => waiting.push({ met: isIt, resolve }));
      }
      const all = version === undefined ? told.slice(before) : told;
      return all.findLast(isIt)?.diagnostics ?? [];
    },
  };
}
