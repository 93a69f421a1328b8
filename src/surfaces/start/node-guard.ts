// Whether this version of Node can run the program; an older one would fail with a syntax error or a missing module.

/** The oldest version under `engines` in package.json. */
const OLDEST = [20, 19] as const;

/** What is wrong with a version of Node, and what to do; undefined where nothing is. */
export function refusalOf(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  const message = `error: Unconfused needs Node ${OLDEST.join(".")} or later; this is ${major}.${minor}`;
  return `${message}\n  = help: install a newer one from https://nodejs.org, or with your version manager\n`;
}
