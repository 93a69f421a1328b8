// What the product calls itself: name, version and home, as package.json has them.

// Put in by the bundler and by the test runner, so that no manifest is read at run time.
declare const PACKAGE: { readonly version: string; readonly repository: string };

const slug = PACKAGE.repository.replace(/^github:/, "");

export const tool = {
  name: "unconfused",
  version: PACKAGE.version,
  home: `https://github.com/${slug}`,
  /** What editors take the schemas from, for files that are written for the user to change. */
  schemas: `https://raw.githubusercontent.com/${slug}/v1/schemas`,
} as const;
