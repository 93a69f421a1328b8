// Leaves sentences out of what is mutated: they are words for people, which the golden reports hold, and decide nothing.

import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Functions that take a sentence, and which of their arguments it is. */
const TELLING = new Map([
  ["flaw", 2],
  ["flawed", 2],
  ["hole", 2],
  ["missing", 1],
  ["parsedAs", 2],
  ["unclear", 1],
  ["undefinedByAws", 0],
  ["unknownHere", 2],
]);

const isText = ({ node }) => node.type === "StringLiteral" || node.type === "TemplateLiteral";

/** `source`: why a doubt is one; `sentence`: what is wrong. */
const isTold = ({ parent, key, listKey }) =>
  (parent.type === "ObjectProperty" && ["source", "sentence"].includes(parent.key.name)) ||
  (parent.type === "VariableDeclarator" && parent.id.name === "sentence") ||
  (parent.type === "CallExpression" && listKey === "arguments" && TELLING.get(parent.callee.name) === key);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "words", {
    shouldIgnore: (path) => (isText(path) && isTold(path) ? "words for people" : undefined),
  }),
];
