/** Version constraints as Terraform and OpenTofu read them: terms that must all hold. */

/** A release of Terraform or OpenTofu, without its patch number. */
export type Version = readonly [major: number, minor: number];

interface Constraint {
  /** Lowest release that it allows, to the minor number; 0.0 if nothing bounds it from below. */
  readonly lowest: Version;
  /** Whether no release can meet it, as far as its lower and upper bounds tell. */
  readonly isEmpty: boolean;
}

type Numbers = readonly number[];

interface VersionTerm {
  readonly operator: string;
  readonly version: Numbers;
  /** `beta1` of `6.2.0-beta1`; empty for a release. */
  readonly preRelease: string;
}

/** Undefined where it is none. */
export function readConstraint(text: string): Constraint | undefined {
  const terms = readTerms(text);
  if (terms === undefined) return undefined;
  let from: Numbers = [];
  let to: { readonly at: Numbers; readonly isIn: boolean } | undefined;
  for (const { operator, version } of terms) {
    if (isLower(operator) && compare(version, from) > 0) from = version;
    const upper = upperOf(operator, version);
    if (upper !== undefined && (to === undefined || compare(upper.at, to.at) < 0)) to = upper;
  }
  const order = to === undefined ? -1 : compare(from, to.at);
  return { lowest: [from[0] ?? 0, from[1] ?? 0], isEmpty: order > 0 || (order === 0 && to?.isIn === false) };
}

/** Whether a constraint allows one version; undefined where one of the two cannot be read. */
export function allowsVersion(constraint: string, version: string): boolean | undefined {
  const [, numbers, preRelease = ""] = /^v?(\d+(?:\.\d+)*)(?:-([\w.-]+))?/.exec(version) ?? [];
  const terms = readTerms(constraint);
  if (numbers === undefined || terms === undefined) return undefined;
  return terms.every((term) => allows(term, readNumbers(numbers), preRelease));
}

/** Terraform documentation, "Version constraints": a pre-release is selected only by its exact version. */
function allows(
  { operator, version: bound, preRelease: ofBound }: VersionTerm,
  version: Numbers,
  preRelease: string,
): boolean {
  const numbers = compare(version, bound);
  const isSame = numbers === 0 && preRelease === ofBound;
  if (operator === "!=") return !isSame;
  if (operator === "=") return isSame;
  if (preRelease !== "") return false;
  // A release comes after its pre-releases.
  const order = numbers === 0 && ofBound !== "" ? 1 : numbers;
  if (operator === "<=" || operator === "<") return operator === "<=" ? order <= 0 : order < 0;
  const upper = upperOf(operator, bound);
  const isBelow = upper === undefined || compare(version, upper.at) < (upper.isIn ? 1 : 0);
  const isAbove = !isLower(operator) || order > 0 || (order === 0 && operator !== ">");
  return isBelow && isAbove;
}

/** Whether an operator bounds from below. */
function isLower(operator: string): boolean {
  return [">=", ">", "=", "~>"].includes(operator);
}

function readTerms(text: string): readonly VersionTerm[] | undefined {
  const terms = text.split(",").map((term): VersionTerm | undefined => {
    const match = /^\s*(>=|<=|!=|~>|>|<|=)?\s*v?(\d+(?:\.\d+)*)(?:-([\w.-]+))?(?:\+[\w.+-]*)?\s*$/.exec(term);
    if (match === null) return undefined;
    return { operator: match[1] ?? "=", version: readNumbers(match[2] as string), preRelease: match[3] ?? "" };
  });
  return terms.every((term) => term !== undefined) ? terms : undefined;
}

function readNumbers(text: string): Numbers {
  return text.split(".").map(Number);
}

function upperOf(operator: string, version: Numbers): { readonly at: Numbers; readonly isIn: boolean } | undefined {
  if (operator === "<") return { at: version, isIn: false };
  if (operator === "<=" || operator === "=") return { at: version, isIn: true };
  if (operator !== "~>" || version.length < 2) return undefined;
  // `~> 6.2` is below 7, `~> 6.2.1` below 6.3.
  const kept = version.slice(0, -1);
  return { at: [...kept.slice(0, -1), (kept[kept.length - 1] ?? 0) + 1], isIn: false };
}

function compare(a: Numbers, b: Numbers): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isAtLeast(bound: Version, version: Version): boolean {
  return compare(bound, version) >= 0;
}
