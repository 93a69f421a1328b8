// Of package.mjs, for what is checked by TypeScript.

export const define: Readonly<Record<string, string>>;
