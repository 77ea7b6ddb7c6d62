/** How an argument is called in a provider's class, and in Terraform. */

/** `s3Target`, `s3_target` and `S3Target` are one name. */
export function foldName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** cdktf renames arguments whose names have a meaning in one of its languages: `self` is `selfAttribute` in TypeScript. */
const RENAMED: readonly (readonly [key: RegExp, name: string])[] = [
  [/attribute$/, ""],
  [/^equalto$/, "equals"],
  [/^fetch/, "get"],
];

/** Terraform's name of the argument with this key, of those that the class has. @param names by their folded form */
export function findArgument(names: ReadonlyMap<string, string>, key: string): string | undefined {
  const folded = foldName(key);
  const renamed = RENAMED.map(([pattern, name]) => names.get(folded.replace(pattern, name)));
  return names.get(folded) ?? renamed.find((name) => name !== undefined);
}
