// Keys that expand to any number of members: Fn::ForEach, and Fn::Transform, which may include a file.

export const FOR_EACH = "Fn::ForEach::";

export const TRANSFORM = "Fn::Transform";

export const INCLUDE = "AWS::Include";

/** Does the key stand for any number of members instead of naming one? */
export function isExpandingKey(key: string): boolean {
  return key === TRANSFORM || key.startsWith(FOR_EACH);
}
