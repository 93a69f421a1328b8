// Paths with "/" between folders, as node:path has them in `posix`: a browser has no such module, and nothing here depends on a working directory.

export const posix = { dirname, extname, isAbsolute, join, normalize, relative };

function isAbsolute(path: string): boolean {
  return path.startsWith("/");
}

/** Without `.` and `..` in the middle, and without empty names; a slash at the end stays. */
function normalize(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.length > 0 && names.at(-1) !== "..") names.pop();
    else if (!isAbsolute(path)) names.push(name);
  }
  const plain = names.join("/");
  const end = plain !== "" && path.endsWith("/") ? "/" : "";
  if (isAbsolute(path)) return `/${plain}${end}`;
  return plain === "" ? (path.endsWith("/") && path !== "" ? "./" : ".") : plain + end;
}

function join(...parts: readonly string[]): string {
  return normalize(parts.filter((part) => part !== "").join("/"));
}

/** Of a file in no folder: "." */
function dirname(path: string): string {
  const [, folder] = /^(.*)\/[^/]+\/*$/s.exec(path) ?? [];
  if (folder === undefined) return isAbsolute(path) ? "/" : ".";
  return folder === "" || folder === "/" ? `${folder}/` : folder;
}

/** With its point; "" of a name that has none, or only the one that it begins with. */
function extname(path: string): string {
  const name = path.replace(/(?<!\/)\/+$/, "").replace(/^.*\//s, "");
  const at = name.lastIndexOf(".");
  return at <= 0 || name === ".." ? "" : name.slice(at);
}

/** The way from one folder to another, both from the same folder or both absolute. */
function relative(from: string, to: string): string {
  const [here, there] = [namesOf(from), namesOf(to)];
  const differs = here.findIndex((name, index) => name !== there[index]);
  const same = differs < 0 ? here.length : differs;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
}

function namesOf(path: string): readonly string[] {
  return normalize(path)
    .split("/")
    .filter((name) => name !== "" && name !== ".");
}
