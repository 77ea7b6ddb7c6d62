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

/** Undefined where it is none. */
export function readConstraint(text: string): Constraint | undefined {
  let from: Numbers = [];
  let to: { readonly at: Numbers; readonly isIn: boolean } | undefined;
  for (const term of text.split(",")) {
    const match = /^\s*(>=|<=|!=|~>|>|<|=)?\s*v?(\d+(?:\.\d+)*)(?:[-+][\w.+-]*)?\s*$/.exec(term);
    if (match === null) return undefined;
    const operator = match[1] ?? "=";
    const version = (match[2] as string).split(".").map(Number);
    if ([">=", ">", "=", "~>"].includes(operator) && compare(version, from) > 0) from = version;
    const upper = upperOf(operator, version);
    if (upper !== undefined && (to === undefined || compare(upper.at, to.at) < 0)) to = upper;
  }
  const order = to === undefined ? -1 : compare(from, to.at);
  return { lowest: [from[0] ?? 0, from[1] ?? 0], isEmpty: order > 0 || (order === 0 && to?.isIn === false) };
}

/** Whether a constraint allows one version; undefined where one of the two cannot be read. */
export function allowsVersion(constraint: string, version: string): boolean | undefined {
  const numbers = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1];
  if (numbers === undefined || readConstraint(constraint) === undefined) return undefined;
  const met = readConstraint(`${constraint}, = ${numbers}`);
  const isExcluded = constraint.split(",").some((term) => term.replace(/\s+/g, "") === `!=${numbers}`);
  return met?.isEmpty === false && !isExcluded;
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
