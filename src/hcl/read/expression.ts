/** Reads expressions: operators, traversals, calls, values. */
import type { BinaryOperator } from "../expression";
import { isExactNumber } from "../number";
import { readItems, readObject, readTuple } from "./collection";
import type { Cursor } from "./cursor";
import type { CallSyntax, Syntax } from "./syntax";
import { readHeredoc, readQuoted } from "./template";

/** Binary operators by precedence, the loosest first. If one operator is the start of another, the longer one comes first. */
const OPERATORS: readonly (readonly [operator: BinaryOperator, precedence: number])[] = [
  ["||", 1],
  ["&&", 2],
  ["==", 3],
  ["!=", 3],
  ["<=", 4],
  [">=", 4],
  ["<", 4],
  [">", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
];

const NUMBER = /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const LEGACY_INDEX = /[0-9]+/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Reads an expression; it must start where the cursor is. */
export function readExpression(cursor: Cursor): Syntax {
  return cursor.deeper(() => {
    const condition = readBinary(cursor, 0);
    cursor.skip();
    if (!cursor.takes("?")) return condition;
    cursor.skip();
    const chosen = readExpression(cursor);
    cursor.expect(":");
    cursor.skip();
    const otherwise = readExpression(cursor);
    const { start } = condition;
    // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
    return { kind: "conditional", condition, then: chosen, otherwise, start, end: otherwise.end };
  });
}

/** Reads operands with the operators between them, of at least this precedence. */
function readBinary(cursor: Cursor, least: number): Syntax {
  let left = readTerm(cursor);
  for (;;) {
    const end = cursor.at;
    cursor.skip();
    // The `/` of a block comment is not a division. Line comments were skipped together with the white space.
    const found = OPERATORS.find(([word, precedence]) => precedence >= least && cursor.takes(word));
    if (found === undefined) {
      cursor.at = end;
      return left;
    }
    const [operator, precedence] = found;
    cursor.skip();
    const right = readBinary(cursor, precedence + 1);
    left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
  }
}

function readTerm(cursor: Cursor): Syntax {
  const start = cursor.at;
  const operator = (["!", "-"] as const).find((word) => cursor.takes(word));
  if (operator === undefined) return readSteps(cursor, readValue(cursor));
  cursor.skip();
  const operand = cursor.deeper(() => readTerm(cursor));
  const { end } = operand;
  if (operator === "-" && operand.kind === "literal" && typeof operand.value === "number") {
    const { digits } = operand;
    const negated = digits?.startsWith("-") === true ? digits.slice(1) : `-${digits}`;
    return { kind: "literal", value: -operand.value, ...(digits !== undefined && { digits: negated }), start, end };
  }
  return { kind: "unary", operator, operand, start, end };
}

/** `.name`, `[key]`, `[*]` and the steps behind a star. */
function readSteps(cursor: Cursor, root: Syntax): Syntax {
  let node = root;
  for (;;) {
    const end = cursor.at;
    cursor.skip();
    const step = readStep(cursor);
    if (step === undefined) {
      cursor.at = end;
      return node;
    }
    if (step === "[*]") node = readSplat(cursor, node);
    else node = step === ".*" ? readLegacySplat(cursor, node) : withStep(node, step, cursor.at);
  }
}

/** The name behind a dot. */
interface NameStep {
  readonly kind: "name";
  readonly name: string;
}

/** A name, the expression in brackets, a star; undefined if no step comes next. */
function readStep(cursor: Cursor): NameStep | Syntax | ".*" | "[*]" | undefined {
  if (cursor.sees(".") && !cursor.sees("...")) {
    cursor.at++;
    cursor.skip();
    return cursor.takes("*") ? ".*" : (legacyIndex(cursor) ?? { kind: "name", name: nameOfStep(cursor) });
  }
  if (!cursor.takes("[")) return undefined;
  return cursor.acrossLines(() => {
    cursor.skip();
    const key = cursor.takes("*") ? "[*]" : readExpression(cursor);
    cursor.expect("]");
    return key;
  });
}

function legacyIndex(cursor: Cursor): Syntax | undefined {
  const start = cursor.at;
  const digits = cursor.take(LEGACY_INDEX);
  return digits === "" ? undefined : { kind: "literal", value: Number(digits), start, end: cursor.at };
}

function nameOfStep(cursor: Cursor): string {
  const name = cursor.identifier();
  if (name === "") cursor.expected("the name of an attribute");
  return name;
}

function withStep(of: Syntax, step: NameStep | Syntax, end: number): Syntax {
  const { start } = of;
  if (step.kind === "name") return { kind: "attribute", of, name: step.name, start, end };
  return { kind: "index", of, key: step, start, end };
}

function readSplat(cursor: Cursor, of: Syntax): Syntax {
  const steps: (string | Syntax)[] = [];
  for (;;) {
    const end = cursor.at;
    cursor.skip();
    const isAnotherStar = /^(?:\.\s*\*|\[\s*\*)/.test(cursor.text.slice(cursor.at, cursor.at + 40));
    const step = isAnotherStar ? undefined : readStep(cursor);
    if (step === undefined || step === ".*" || step === "[*]") {
      cursor.at = end;
      return { kind: "splat", of, steps, start: of.start, end };
    }
    steps.push(step.kind === "name" ? step.name : step);
  }
}

/** Behind `.*` come names alone. */
function readLegacySplat(cursor: Cursor, of: Syntax): Syntax {
  const steps: string[] = [];
  for (;;) {
    const end = cursor.at;
    cursor.skip();
    if (!/^\.\s*[^\s*.\d]/.test(cursor.text.slice(cursor.at, cursor.at + 40))) {
      cursor.at = end;
      return { kind: "splat", of, steps, start: of.start, end };
    }
    cursor.at++;
    cursor.skip();
    steps.push(nameOfStep(cursor));
  }
}

function readValue(cursor: Cursor): Syntax {
  const start = cursor.at;
  const expression = () => readExpression(cursor);
  switch (cursor.text[start]) {
    case '"':
      return readQuoted(cursor, expression);
    case "[":
      return readTuple(cursor, expression);
    case "{":
      return readObject(cursor, expression);
    case "(":
      return readBrackets(cursor);
    case "<":
      return readHeredoc(cursor, expression);
  }
  const digits = cursor.take(NUMBER);
  if (digits !== "") return numberOf(digits, start, cursor.at);
  return readWord(cursor);
}

function numberOf(written: string, start: number, end: number): Syntax {
  const value = Number(written);
  return { kind: "literal", value, ...(!isExactNumber(written, value) && { digits: written }), start, end };
}

function readBrackets(cursor: Cursor): Syntax {
  const start = cursor.at++;
  const inner = cursor.acrossLines(() => {
    cursor.skip();
    const node = readExpression(cursor);
    cursor.expect(")");
    return node;
  });
  return { ...inner, start, end: cursor.at };
}

function readWord(cursor: Cursor): Syntax {
  const start = cursor.at;
  let name = cursor.identifier();
  if (name === "") cursor.expected("a value");
  while (cursor.takes("::")) name += `::${nameOfStep(cursor)}`;
  const end = cursor.at;
  cursor.skipInLine();
  if (cursor.takes("(")) return readCall(cursor, name, start);
  cursor.at = end;
  const value = WORDS.get(name);
  return value === undefined ? { kind: "reference", name, start, end } : { kind: "literal", value, start, end };
}

function readCall(cursor: Cursor, name: string, start: number): CallSyntax {
  return cursor.acrossLines(() => {
    const args = readItems(cursor, () => readExpression(cursor), ")");
    const expand = cursor.takes("...");
    cursor.expect(")");
    return { kind: "call", name, args, expand, start, end: cursor.at };
  });
}
