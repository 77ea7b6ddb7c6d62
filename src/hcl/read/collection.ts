/** Reads tuples, objects and `for` expressions. */
import type { Cursor } from "./cursor";
import type { EntrySyntax, ForSyntax, LiteralSyntax, ObjectSyntax, Syntax, TupleSyntax } from "./syntax";
import type { ReadExpression } from "./template";

const FOR = /for(?=[ \t\r\n#/])/y;
const SEPARATOR = /=(?!=)|:/y;

/** Reads `[...]`; the bracket must come next. */
export function readTuple(cursor: Cursor, expression: ReadExpression): TupleSyntax | ForSyntax {
  const start = cursor.at++;
  return cursor.acrossLines(() => {
    cursor.skip();
    if (cursor.take(FOR) !== "") return readFor(cursor, expression, start, "]");
    const items = readItems(cursor, expression, "]");
    cursor.expect("]");
    return { kind: "tuple", items, start, end: cursor.at };
  });
}

/** Reads items with commas between them, up to what closes them, or up to `...` in a call. */
export function readItems(cursor: Cursor, expression: ReadExpression, close: "]" | ")"): Syntax[] {
  const items: Syntax[] = [];
  for (;;) {
    cursor.skip();
    if (cursor.sees(close)) return items;
    items.push(expression());
    cursor.skip();
    if (cursor.sees(close)) return items;
    if (close === ")" && cursor.sees("...")) return items;
    if (!cursor.takes(",")) cursor.expected(`\`,\` or \`${close}\``);
  }
}

/** Reads `{...}`; the brace must come next. */
export function readObject(cursor: Cursor, expression: ReadExpression): ObjectSyntax | ForSyntax {
  const start = cursor.at++;
  cursor.skipLines();
  if (cursor.take(FOR) !== "") return cursor.acrossLines(() => readFor(cursor, expression, start, "}"));
  return cursor.lineByLine(() => {
    const entries: EntrySyntax[] = [];
    for (;;) {
      cursor.skipLines();
      if (cursor.takes("}")) return { kind: "object", entries, start, end: cursor.at };
      entries.push(readEntry(cursor, expression));
      cursor.skipInLine();
      if (!cursor.takes(",") && !cursor.sees("\n") && !cursor.sees("}")) cursor.expected("`,`, `}` or a new line");
    }
  });
}

function readEntry(cursor: Cursor, expression: ReadExpression): EntrySyntax {
  const start = cursor.at;
  const key = asKey(expression(), cursor.text[start] === "(");
  cursor.skip();
  if (cursor.take(SEPARATOR) === "") cursor.expected("`=` behind the key");
  cursor.skip();
  const value = expression();
  return { key, value, start, end: value.end };
}

/** A lone name as a key is that name; `true` and `null` too. */
function asKey(key: Syntax, inBrackets: boolean): Syntax {
  const { start, end } = key;
  if (inBrackets) return key;
  if (key.kind === "reference") return literal(key.name, start, end);
  if (key.kind === "literal" && typeof key.value !== "string") return literal(String(key.value), start, end);
  return key;
}

function literal(value: string, start: number, end: number): LiteralSyntax {
  return { kind: "literal", value, start, end };
}

/** Reads what follows `for`, up to and with the closing bracket. */
function readFor(cursor: Cursor, expression: ReadExpression, start: number, close: "]" | "}"): ForSyntax {
  const first = nameAt(cursor);
  const second = cursor.takes(",") ? nameAt(cursor) : undefined;
  if (cursor.identifier() !== "in") cursor.expected("`in`");
  cursor.skip();
  const collection = expression();
  cursor.expect(":");
  cursor.skip();
  const results = readResults(cursor, expression, close);
  const group = cursor.takes("...");
  cursor.skip();
  const condition = cursor.take(/if\b/y) === "" ? undefined : conditionAt(cursor, expression);
  cursor.expect(close);
  const names = second === undefined ? { value: first } : { key: first, value: second };
  return { kind: "for", ...names, collection, ...results, condition, group, start, end: cursor.at };
}

function readResults(cursor: Cursor, expression: ReadExpression, close: "]" | "}") {
  const first = expression();
  cursor.skip();
  if (close === "]") return { result: first };
  cursor.expect("=>");
  cursor.skip();
  const result = expression();
  cursor.skip();
  return { resultKey: first, result };
}

function conditionAt(cursor: Cursor, expression: ReadExpression): Syntax {
  cursor.skip();
  return expression();
}

function nameAt(cursor: Cursor): string {
  cursor.skip();
  const name = cursor.identifier();
  if (name === "") cursor.expected("a name");
  cursor.skip();
  return name;
}
