// Keys that stand for any number of members instead of naming one: Fn::ForEach, and Fn::Transform, which may include a file.

export const LOOP = "Fn::ForEach::";

export const MACRO = "Fn::Transform";

export const INCLUDE = "AWS::Include";

/** Does the key stand for any number of members instead of naming one? */
export function isMany(key: string): boolean {
  return key === MACRO || key.startsWith(LOOP);
}
