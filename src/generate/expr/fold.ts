/**
 * What Terraform would compute is computed here where all of it is known and the result is sure to be the same;
 * everything else stays an expression.
 */
import type { BinaryOperator, Expression, Literal } from "../../hcl/expression";

const literal = (value: Literal["value"]): Literal => ({ kind: "literal", value });

/** Whether nothing in the expression waits for Terraform. */
export function isKnown(node: Expression): boolean {
  switch (node.kind) {
    case "literal":
      return true;
    case "tuple":
      return node.items.every(isKnown);
    case "object":
      return node.entries.every(({ key, value }) => typeof key === "string" && isKnown(value));
    default:
      return false;
  }
}

/** Whether the expression is sure not to be null. */
export function isNeverNull(node: Expression): boolean {
  if (node.kind === "literal") return node.value !== null;
  return ["template", "tuple", "object", "for", "splat", "binary", "unary"].includes(node.kind);
}

/** The result of an operator, or undefined where it is not known. */
export function foldBinary(operator: BinaryOperator, left: Expression, right: Expression): Expression | undefined {
  if (operator === "&&" || operator === "||") {
    const neutral = operator === "&&";
    if (left.kind === "literal") return left.value === neutral ? right : left;
    if (right.kind === "literal" && right.value === neutral) return left;
    return undefined;
  }
  if (operator === "==" || operator === "!=") {
    const equal = foldEqual(left, right);
    return equal === undefined ? undefined : literal(equal === (operator === "=="));
  }
  if (left.kind !== "literal" || right.kind !== "literal") return undefined;
  if (typeof left.value !== "number" || typeof right.value !== "number") return undefined;
  const [a, b] = [left.value, right.value];
  switch (operator) {
    case "<":
      return literal(a < b);
    case "<=":
      return literal(a <= b);
    case ">":
      return literal(a > b);
    case ">=":
      return literal(a >= b);
  }
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return undefined;
  const result =
    operator === "+"
      ? a + b
      : operator === "-"
        ? a - b
        : operator === "*"
          ? a * b
          : b === 0
            ? Number.NaN
            : operator === "/"
              ? a / b
              : a % b;
  return Number.isSafeInteger(result) && !(operator === "%" && (a < 0 || b < 0)) ? literal(result) : undefined;
}

function foldEqual(left: Expression, right: Expression): boolean | undefined {
  const nullSide = (node: Expression) => node.kind === "literal" && node.value === null;
  if (nullSide(left) || nullSide(right)) {
    const other = nullSide(left) ? right : left;
    if (nullSide(other)) return true;
    return isNeverNull(other) ? false : undefined;
  }
  if (left.kind === "literal" && right.kind === "literal" && typeof left.value === typeof right.value) {
    return typeof left.value === "string"
      ? left.value.normalize("NFC") === String(right.value).normalize("NFC")
      : left.value === right.value;
  }
  return undefined;
}

type Fold = (args: readonly Expression[]) => Expression | undefined;

const text = (node: Expression | undefined): string | undefined =>
  node?.kind === "literal" && typeof node.value === "string" ? node.value : undefined;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
const isAscii = (value: string) => /^[\x00-\x0c\x0e-\x7f]*$/.test(value);

function onTexts(fold: (...texts: string[]) => Literal["value"] | undefined): Fold {
  return (args) => {
    const texts = args.map(text);
    if (!texts.every((value) => value !== undefined && isAscii(value))) return undefined;
    const value = fold(...(texts as string[]));
    return value === undefined ? undefined : literal(value);
  };
}

function textItems(node: Expression | undefined): readonly string[] | undefined {
  if (node?.kind !== "tuple") return undefined;
  const items = node.items.map(text);
  return items.every((item) => item !== undefined) ? (items as string[]) : undefined;
}

const hasTextKeys = (node: Expression): node is Extract<Expression, { kind: "object" }> =>
  node.kind === "object" && node.entries.every((entry) => typeof entry.key === "string");

/** Bytewise by UTF-8, as Terraform sorts map keys. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const FOLDS: Readonly<Record<string, Fold>> = {
  length: ([value]) => {
    if (value?.kind === "tuple") return literal(value.items.length);
    if (value !== undefined && hasTextKeys(value)) return literal(value.entries.length);
    const known = text(value);
    return known !== undefined && isAscii(known) ? literal(known.length) : undefined;
  },
  keys: ([value]) => {
    if (value === undefined || !hasTextKeys(value)) return undefined;
    const keys = value.entries.map((entry) => entry.key as string).sort(compareBytes);
    return { kind: "tuple", items: keys.map(literal) };
  },
  values: ([value]) => {
    if (value === undefined || !hasTextKeys(value)) return undefined;
    const entries = [...value.entries].sort((a, b) => compareBytes(a.key as string, b.key as string));
    return { kind: "tuple", items: entries.map((entry) => entry.value) };
  },
  concat: (args) => {
    const kept = args.filter((arg) => !(arg.kind === "tuple" && arg.items.length === 0));
    if (kept.every((arg) => arg.kind === "tuple"))
      return { kind: "tuple", items: kept.flatMap((arg) => (arg.kind === "tuple" ? arg.items : [])) };
    return kept.length < args.length ? { kind: "call", name: "concat", args: kept } : undefined;
  },
  merge: (args) => {
    if (!args.every(hasTextKeys)) return undefined;
    const merged = new Map(
      args
        .flatMap((arg) => (arg.kind === "object" ? arg.entries : []))
        .map((entry) => [String(entry.key).normalize("NFC"), entry]),
    );
    return { kind: "object", entries: [...merged.values()] };
  },
  flatten: ([value]) => {
    if (value?.kind !== "tuple" || !value.items.every((item) => item.kind === "tuple" || item.kind === "literal"))
      return undefined;
    const flattened = value.items.flatMap((item) => (item.kind === "tuple" ? item.items : [item]));
    return flattened.every((item) => item.kind === "literal") ? { kind: "tuple", items: flattened } : undefined;
  },
  lookup: ([map, key, fallback]) => {
    const name = text(key);
    if (map === undefined || name === undefined || !hasTextKeys(map)) return undefined;
    return map.entries.find((entry) => entry.key === name)?.value ?? fallback;
  },
  contains: ([list, value]) => {
    if (list?.kind !== "tuple" || value?.kind !== "literal" || !list.items.every((item) => item.kind === "literal"))
      return undefined;
    return literal(list.items.some((item) => foldEqual(item, value) === true));
  },
  coalesce: (args) => {
    const rest = args.filter((arg) => !(arg.kind === "literal" && (arg.value === null || arg.value === "")));
    const [first] = rest;
    // All arguments become one type, those that are passed over too: a number beside a text is text.
    const types = new Set(
      args.flatMap((arg) => (arg.kind === "literal" && arg.value !== null ? [typeof arg.value] : [])),
    );
    if (types.size > 1) return undefined;
    if (first?.kind === "literal" && (typeof first.value === "string" || rest.length === 1)) return first;
    if (first !== undefined && rest.length === 1 && isNeverNull(first)) return first;
    return rest.length < args.length && rest.length > 0 ? { kind: "call", name: "coalesce", args: rest } : undefined;
  },
  one: ([list]) => (list?.kind === "tuple" && list.items.length < 2 ? (list.items[0] ?? literal(null)) : undefined),
  can: ([value]) => (value !== undefined && isKnown(value) ? literal(true) : foldCanRegex(value)),
  try: ([value]) => (value !== undefined && isKnown(value) ? value : undefined),
  alltrue: ([list]) => foldAll(list, true),
  anytrue: ([list]) => foldAll(list, false),
  join: ([separator, list, ...more]) => {
    if (more.length > 0) return undefined;
    const [between, items] = [text(separator), textItems(list)];
    return between === undefined || items === undefined ? undefined : literal(items.join(between));
  },
  split: ([separator, value]) => {
    const [between, whole] = [text(separator), text(value)];
    if (between === undefined || between === "" || whole === undefined) return undefined;
    return { kind: "tuple", items: whole.split(between).map(literal) };
  },
  compact: ([list]) => {
    const isTextOrNull = (item: Expression) =>
      item.kind === "literal" && (item.value === null || typeof item.value === "string");
    if (list?.kind !== "tuple" || !list.items.every(isTextOrNull)) return undefined;
    return {
      kind: "tuple",
      items: list.items.filter((item) => item.kind === "literal" && item.value !== null && item.value !== ""),
    };
  },
  distinct: ([list]) => {
    const items = textItems(list);
    return items === undefined
      ? undefined
      : { kind: "tuple", items: [...new Set(items.map((item) => item.normalize("NFC")))].map(literal) };
  },
  sort: ([list]) => {
    const items = textItems(list);
    return items === undefined ? undefined : { kind: "tuple", items: [...items].sort(compareBytes).map(literal) };
  },
  tostring: ([value]) => {
    if (value?.kind === "template") return value;
    if (value?.kind !== "literal" || value.value === null) return undefined;
    return typeof value.value === "number" && (!Number.isSafeInteger(value.value) || Object.is(value.value, -0))
      ? undefined
      : literal(String(value.value));
  },
  lower: onTexts((value) => value.toLowerCase()),
  upper: onTexts((value) => value.toUpperCase()),
  trimspace: onTexts((value) => value.trim()),
  startswith: onTexts((value, prefix) => value.startsWith(prefix as string)),
  endswith: onTexts((value, suffix) => value.endsWith(suffix as string)),
  strcontains: onTexts((value, part) => value.includes(part as string)),
  trimprefix: onTexts((value, prefix) =>
    prefix !== undefined && value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimsuffix: onTexts((value, suffix) =>
    suffix !== undefined && suffix !== "" && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  replace: onTexts((value, part, by) => {
    if (part === undefined || by === undefined || part === "") return undefined;
    return /^\/.*\/$/.test(part) ? replaceAtStart(value, part.slice(1, -1), by) : value.split(part).join(by);
  }),
};

/** The result of a function of Terraform, or undefined where it is not known. */
export function foldCall(name: string, args: readonly Expression[]): Expression | undefined {
  return Object.hasOwn(FOLDS, name) ? FOLDS[name]?.(args) : undefined;
}

function foldAll(list: Expression | undefined, all: boolean): Expression | undefined {
  if (list?.kind !== "tuple") return undefined;
  if (list.items.some((item) => item.kind === "literal" && item.value === !all)) return literal(!all);
  const open = list.items.filter((item) => !(item.kind === "literal" && item.value === all));
  if (open.length === 0) return literal(all);
  return open.length < list.items.length
    ? { kind: "call", name: all ? "alltrue" : "anytrue", args: [{ kind: "tuple", items: open }] }
    : undefined;
}

/**
 * A pattern that matches once, at the start, made of letters, classes and their repetitions: there RE2 and JavaScript agree.
 * Where they go on after an empty match they do not.
 */
function replaceAtStart(value: string, pattern: string, by: string): string | undefined {
  if (by.includes("$") || !/^\^(?:(?:[\w/-]|\[\^?[\w/.-]+\])[*+?]?)+$/.test(pattern)) return undefined;
  return value.replace(new RegExp(pattern, "u"), by);
}

/** `can(regex(pattern, text))` where both are known and RE2 and JavaScript agree on the pattern. */
function foldCanRegex(value: Expression | undefined): Expression | undefined {
  if (value?.kind !== "call" || value.name !== "regex") return undefined;
  const [pattern, subject] = [text(value.args[0]), text(value.args[1])];
  if (pattern === undefined || subject === undefined || /\(\?|\[\[:|\\[^dswDSW.\-/$()[\]{}+*?|^\\nrt]/.test(pattern))
    return undefined;
  if (!isAscii(subject) || /[\v\r]/.test(subject) || /\d{4}/.test(pattern)) return undefined;
  try {
    return literal(new RegExp(pattern, "u").test(subject));
  } catch {
    return undefined;
  }
}
