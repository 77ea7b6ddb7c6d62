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

interface Term {
  readonly operator: string;
  readonly version: Numbers;
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
  const numbers = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1];
  const terms = readTerms(constraint);
  if (numbers === undefined || terms === undefined) return undefined;
  return terms.every((term) => allows(term, readNumbers(numbers)));
}

function allows({ operator, version: bound }: Term, version: Numbers): boolean {
  const order = compare(version, bound);
  if (operator === "!=") return order !== 0;
  const upper = upperOf(operator, bound);
  const isBelow = upper === undefined || compare(version, upper.at) < (upper.isIn ? 1 : 0);
  const isAbove = !isLower(operator) || order > 0 || (order === 0 && operator !== ">");
  return isBelow && isAbove;
}

/** Whether an operator bounds from below. */
function isLower(operator: string): boolean {
  return [">=", ">", "=", "~>"].includes(operator);
}

function readTerms(text: string): readonly Term[] | undefined {
  const terms = text.split(",").map((term): Term | undefined => {
    const match = /^\s*(>=|<=|!=|~>|>|<|=)?\s*v?(\d+(?:\.\d+)*)(?:[-+][\w.+-]*)?\s*$/.exec(term);
    if (match === null) return undefined;
    return { operator: match[1] ?? "=", version: readNumbers(match[2] as string) };
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
