// Links to lines of the checked files on GitHub.

import type { LinkTo } from "./job-summary.ts";

/** `folder`: of the repository in the workspace; one of another repository has no address that the runner tells. */
export function lineOnGithub(env: Readonly<Record<string, string | undefined>>, folder: string): LinkTo {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (!server || !repository || !commit || folder !== "") return () => undefined;
  return (file, line) => {
    const path = file
      .replace(/\p{Cs}/gu, "\ufffd")
      .split("/")
      .map(encoded)
      .join("/");
    return `${server}/${repository}/blob/${commit}/${path}${line === undefined ? "" : `#L${line}`}`;
  };
}

/** Parentheses would end the link. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[()']/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
}
