/**
 * Over 400 lines because each kind of expression is written twice, in one line and broken, and the two call each other.
 *
 * Expressions as text. Brackets are printed only where precedence needs them; what does not fit into a line is
 * broken the way `terraform fmt` leaves alone: a line opens or closes brackets, never both.
 */
import { alignPairs } from "./align";
import type {
  BinaryOperator,
  Binding,
  Call,
  Conditional,
  Directive,
  Expression,
  For,
  ObjectEntry,
  ObjectExpression,
  Splat,
  Template,
  Tuple,
} from "./expression";
import {
  escapeQuoted,
  escapeRare,
  type Heredoc,
  type InsertedText,
  isIdentifier,
  normaliseText,
  printHeredoc,
  printKey,
  quote,
  readHeredoc,
} from "./text";

/** Lines are broken beyond this column. */
const WIDTH = 110;

/** How the names of `for` and `dynamic` are spelled here. */
export type BindingNames = ReadonlyMap<number, string>;

interface PrintOptions {
  /** Indentation of the line on which the expression starts. @default 0 */
  readonly indent?: number;
  /** Columns taken before the expression on its line. @default indent */
  readonly column?: number;
  /** @default none */
  readonly names?: BindingNames;
  /** Whether a text of several lines may become a heredoc, which must end its line. @default true */
  readonly heredocs?: boolean;
  /**
   * Whether it may be a heredoc whose lines are not indented, so that nobody may indent what is printed, and one in `chomp` where the
   * text has no final newline.
   *
   * @default false
   */
  readonly allHeredocs?: boolean;
}

/** Where lines are of any length. */
const ANYWHERE = {
  indent: 0,
  room: Number.POSITIVE_INFINITY,
  enclosed: true,
  heredoc: false,
  heredocs: false,
  allHeredocs: false,
} as const;

interface Layout {
  readonly indent: number;
  /** Columns left on the line. */
  readonly room: number;
  readonly names: BindingNames;
  /** Inside (), [] or a call a line break needs no brackets of its own. */
  readonly enclosed: boolean;
  /** A heredoc is possible here, because the value ends its line. */
  readonly heredoc: boolean;
  /** A heredoc is possible anywhere in the expression. */
  readonly heredocs: boolean;
  /** So are one whose lines are not indented, and one in `chomp`. */
  readonly allHeredocs: boolean;
}

/** Prints an expression; it may have several lines, the first without indentation. */
export function printExpression(node: Expression, options: PrintOptions = {}): string {
  const indent = options.indent ?? 0;
  const room = WIDTH - (options.column ?? indent);
  return layOut(node, {
    indent,
    room,
    names: new Map(options.names),
    enclosed: false,
    heredoc: true,
    heredocs: options.heredocs ?? true,
    allHeredocs: options.allHeredocs ?? false,
  });
}

function layOut(node: Expression, place: Layout): string {
  if (node.kind === "raw" && node.read !== undefined) return layOut(node.read, place);
  if (place.heredoc && place.heredocs) {
    const heredoc = heredocOf(node, place.names);
    const staysSame = heredoc?.isIndented === true && !heredoc.hasLinesOfSpaces;
    if (heredoc !== undefined && (staysSame || place.allHeredocs)) return printHeredoc(heredoc, place.indent + 2);
    const called = place.allHeredocs ? calledHeredoc(node, place) : undefined;
    if (called !== undefined) return called;
    const listed = place.allHeredocs && node.kind === "tuple" ? listWithHeredocs(node, place) : undefined;
    if (listed !== undefined) return listed;
  }
  const line = flat(node, place.names);
  if (line !== undefined && (line.length <= place.room || !canBreak(node))) return line;
  return broken(node, place) ?? line ?? broken(node, { ...place, room: 0 }) ?? "";
}

/** A heredoc in `chomp`, where the text has no final newline; and either as the first argument of a function, before short ones. */
function calledHeredoc(node: Expression, place: Layout): string | undefined {
  if (node.kind === "call") {
    const [first, ...others] = node.args;
    const rest = others.map((arg) => flat(arg, place.names));
    if (first === undefined || node.expand === true || rest.some((text) => text === undefined || text.includes("\n")))
      return undefined;
    const heredoc = heredocOf(first, place.names);
    const inner =
      heredoc !== undefined && isLong(heredoc)
        ? `${printHeredoc(heredoc, place.indent + 2)}\n${" ".repeat(place.indent)}`
        : node.name === "chomp"
          ? undefined
          : calledHeredoc(first, place);
    return inner === undefined ? undefined : `${node.name}(${[inner, ...rest].join(", ")})`;
  }
  const ended = withNewline(node);
  const chomped = ended && heredocOf(ended, place.names);
  if (chomped === undefined || !isLong(chomped)) return undefined;
  return `chomp(${printHeredoc(chomped, place.indent + 2)}\n${" ".repeat(place.indent)})`;
}

/** A list some of whose texts are heredocs; behind a marker nothing may stand on the line, not even a comma. */
function listWithHeredocs({ items }: Tuple, place: Layout): string | undefined {
  const inner = innerPlace(place, { enclosed: true, heredoc: false });
  const pad = " ".repeat(inner.indent);
  const long = items.map((item, index) => {
    const heredoc = heredocOf(item, place.names);
    if (heredoc === undefined || !isLong(heredoc)) return calledHeredoc(item, inner)?.concat(",");
    return `${printHeredoc(heredoc, inner.indent + 2)}${index + 1 < items.length ? `\n${pad},` : ""}`;
  });
  if (long.every((text) => text === undefined)) return undefined;
  const lines = items.map((item, index) => `${pad}${long[index] ?? `${layOut(item, inner)},`}`);
  return `[\n${lines.join("\n")}\n${" ".repeat(place.indent)}]`;
}

/** Whether a text is one that nobody reads in a single line. */
function isLong({ lines }: Heredoc): boolean {
  return lines.length > 2;
}

/** The text with a newline, of which `chomp` takes nothing else: the value of a hole may end in one, or be empty behind one. */
function withNewline(node: Expression): Expression | undefined {
  if (node.kind === "literal" && node.isConstant === true) return undefined;
  const [last] = node.kind === "template" ? node.parts.slice(-1) : node.kind === "literal" ? [node.value] : [];
  if (typeof last !== "string" || last === "" || last.endsWith("\n")) return undefined;
  const text = `${last}\n`;
  return node.kind === "template"
    ? { ...node, parts: [...node.parts.slice(0, -1), text] }
    : { kind: "literal", value: text };
}

/** A text that may be a heredoc. */
function heredocOf(node: Expression, names: BindingNames): Heredoc | undefined {
  if (node.kind === "literal" && typeof node.value === "string") return readHeredoc([normaliseText(node.value)]);
  if (node.kind !== "template" || !node.parts.some((part) => typeof part === "string" && part.includes("\n")))
    return undefined;
  const parts = node.parts.map((part) => (typeof part === "string" ? normaliseText(part) : flatPart(part, names)));
  return parts.some((part) => part === undefined) ? undefined : readHeredoc(parts as (string | InsertedText)[]);
}

/** What stands in braces inside of a template, in one line; undefined if a formatted file would have several. */
function flatPart(part: Expression, names: BindingNames): InsertedText | undefined {
  const line = flat(part, names);
  if (line === undefined || line.includes("\n")) return undefined;
  return { inserted: part.kind === "directive" ? line : inHole(line) };
}

/** `terraform fmt` separates a sign from what it applies to where both come first in the braces. */
function inHole(text: string): string {
  return `\${${text.replace(/^-(?=\S)/, "- ")}}`;
}

function printDirective({ keyword, names, value }: Directive, print: (value: Expression) => string): string {
  if (value === undefined) return `%{${keyword}}`;
  return keyword === "for" ? `%{for ${names.join(", ")} in ${print(value)}}` : `%{${keyword} ${print(value)}}`;
}

function canBreak(node: Expression): boolean {
  return !["literal", "reference", "binding", "template", "raw", "cdktf-token"].includes(node.kind);
}

function broken(node: Expression, place: Layout): string | undefined {
  switch (node.kind) {
    case "tuple":
      return node.items.length === 0 ? "[]" : breakTuple(node, place);
    case "object":
      return node.entries.length === 0 ? "{}" : breakObject(node, place);
    case "call":
      return node.args.length === 0 ? `${node.name}()` : breakCall(node, place);
    case "for":
      return breakFor(node, place);
    case "conditional":
      return inBrackets(place, (inner) => breakConditional(node, inner));
    case "binary":
      if (CHAINS.has(node.operator)) {
        const { operator } = node;
        const minimum = (index: number) => (index === 0 ? precedenceOf(node) : precedenceToTheRight(operator));
        return inBrackets(place, (inner) =>
          flattenChain(node, operator)
            .map((operand, index) => layOutOperand(operand, minimum(index), inner))
            .join(` ${operator}\n${" ".repeat(inner.indent)}`),
        );
      }
      return joinLines(node, place);
    case "attribute":
      return `${layOutOperand(node.of, POSTFIX, place)}.${node.name}`;
    case "index":
      return `${layOutOperand(node.of, POSTFIX, place)}[${layOut(node.key, { ...place, enclosed: true, heredoc: false })}]`;
    case "splat":
      return `${layOutOperand(node.of, POSTFIX, place)}[*]${printSteps(node, place.names)}`;
    case "unary":
      return `${node.operator}${layOutOperand(node.operand, UNARY, { ...place, heredoc: false })}`;
    case "directive":
      return printDirective(node, (value) => layOut(value, { ...place, heredoc: false, enclosed: true }));
    case "template":
      return printTemplate(node, (part) =>
        layOut(part, { ...place, room: Number.POSITIVE_INFINITY, heredoc: false, enclosed: true }),
      );
    default:
      return undefined;
  }
}

function printSteps({ path }: Splat, names: BindingNames): string {
  const key = (step: Expression) => flat(step, names) ?? layOut(step, { ...ANYWHERE, names });
  return path.map((step) => (typeof step === "string" ? `.${step}` : `[${key(step)}]`)).join("");
}

function joinLines(node: Expression & { kind: "binary" }, place: Layout): string {
  const parts = (inner: Layout) =>
    [
      layOutOperand(node.left, precedenceToTheLeft(node.operator), inner),
      layOutOperand(node.right, precedenceToTheRight(node.operator), inner),
    ] as const;
  const [left, right] = parts({ ...place, heredoc: false });
  if (!left.includes("\n") || !right.includes("\n")) return `${left} ${node.operator} ${right}`;
  // The line between the two would close and open brackets.
  return inBrackets(place, (inner) => parts(inner).join(` ${node.operator}\n${" ".repeat(inner.indent)}`));
}

/** Lines may break inside brackets only; it adds a pair where none is open yet. */
function inBrackets(place: Layout, write: (inner: Layout) => string): string {
  if (place.enclosed) return write({ ...place, heredoc: false });
  const inner: Layout = {
    ...place,
    indent: place.indent + 2,
    room: WIDTH - place.indent - 2,
    enclosed: true,
    heredoc: false,
  };
  return `(\n${" ".repeat(inner.indent)}${write(inner)}\n${" ".repeat(place.indent)})`;
}

function breakConditional(node: Conditional, place: Layout): string {
  const pad = " ".repeat(place.indent);
  const arm = { ...place, room: place.room - 2 };
  return [
    layOutOperand(node.condition, endsInSign(node.condition) ? TERM : CONDITIONAL + 1, place),
    `${pad}? ${layOutOperand(node.then, precedenceOfThen(node), arm)}`,
    `${pad}: ${layOut(node.otherwise, arm)}`,
  ].join("\n");
}

/** HCL needs no brackets around a conditional between `?` and `:`; who reads it does. */
function precedenceOfThen({ then }: Conditional): number {
  return then.kind === "conditional" ? CONDITIONAL + 1 : CONDITIONAL;
}

/**
 * Whether the last operand has a sign: `a && !b`. Checkov's parser takes no line break between it and what follows, and skips the
 * whole file, so that the condition gets brackets.
 */
function endsInSign(node: Expression): boolean {
  if (node.kind === "unary") return true;
  if (node.kind === "binary")
    return precedenceOf(node.right) >= precedenceToTheRight(node.operator) && endsInSign(node.right);
  return node.kind === "literal" && precedenceOf(node) === UNARY;
}

function layOutOperand(node: Expression, minimum: number, place: Layout): string {
  if (precedenceOf(node) >= minimum) return layOut(node, place);
  const inside = layOut(node, { ...place, enclosed: true, heredoc: false, room: place.room - 2 });
  if (!inside.includes("\n")) return `(${inside})`;
  return inBrackets({ ...place, enclosed: false }, (inner) => layOut(node, inner));
}

function innerPlace(place: Layout, inside: Pick<Layout, "enclosed" | "heredoc">): Layout {
  const indent = place.indent + 2;
  return { ...place, indent, room: WIDTH - indent - 1, ...inside };
}

function breakTuple(node: Tuple, place: Layout): string {
  const [only] = node.items;
  if (node.items.length === 1 && only !== undefined && hugs(only)) {
    return `[${layOut(only, { ...place, enclosed: true, heredoc: false, room: place.room - 2 })}]`;
  }
  const inner = innerPlace(place, { enclosed: true, heredoc: false });
  const pad = " ".repeat(inner.indent);
  const lines = node.items.map((item) => `${pad}${layOut(item, inner)},`);
  return `[\n${lines.join("\n")}\n${" ".repeat(place.indent)}]`;
}

function breakObject(node: ObjectExpression, place: Layout): string {
  const inner = innerPlace(place, { enclosed: false, heredoc: true });
  const pad = " ".repeat(inner.indent);
  const pairs = node.entries.map((entry) => {
    const key = printEntryKey(entry, place.names);
    return { key, value: layOut(entry.value, { ...inner, room: inner.room - key.length - 3 }) };
  });
  return `{\n${alignPairs(pairs)
    .map((line) => pad + line)
    .join("\n")}\n${" ".repeat(place.indent)}}`;
}

function breakCall(node: Call, place: Layout): string {
  if (wraps(node)) return breakWrapped(node, place);
  const last = node.args[node.args.length - 1] as Expression;
  const first = node.args.slice(0, -1).map((arg) => flat(arg, place.names));
  const tail = node.expand === true ? "..." : "";
  const isHugged = hugs(last) || (first.length === 0 && (isCallOfList(last) || (last.kind === "call" && wraps(last))));
  if (isHugged && first.every((text) => text !== undefined)) {
    const head = first.map((text) => `${text}, `).join("");
    const opening = `${node.name}(${head}`;
    if (opening.length < place.room / 2 || first.length === 0) {
      const room = place.room - opening.length - 1;
      return `${opening}${layOut(last, { ...place, enclosed: true, heredoc: false, room })}${tail})`;
    }
  }
  const inner = innerPlace(place, { enclosed: true, heredoc: false });
  const pad = " ".repeat(inner.indent);
  const lines = node.args.map((arg, index) => {
    const isLast = index === node.args.length - 1;
    return `${pad}${layOut(arg, inner)}${isLast ? tail : ","}`;
  });
  return `${node.name}(\n${lines.join("\n")}\n${" ".repeat(place.indent)})`;
}

/** `replace(join(" ", [` on the first line, and `]), "a", "b")` on the last one: what is put around a list takes no line of its own. */
function breakWrapped({ name, args: [wrapped, ...others] }: Call, place: Layout): string {
  const rest = others.map((arg) => `, ${flat(arg, place.names)}`).join("");
  const inner = { ...place, enclosed: true, heredoc: false };
  // A loop that fits without the rest is broken too.
  if (wrapped?.kind === "for") return `${name}(${breakFor(wrapped, inner)}${rest})`;
  return `${name}(${layOut(wrapped as Expression, { ...inner, room: place.room - name.length - 1 })}${rest})`;
}

/** Whether a call is put around a loop, or around a call that ends in a list, with nothing but texts and numbers behind it. */
function wraps({ args: [wrapped, ...others], expand }: Call): boolean {
  if (wrapped === undefined || others.length === 0 || expand === true) return false;
  if (wrapped.kind === "for") return others.every(isListOfLiterals);
  if (wrapped.kind !== "call" || !others.every(isLiteral)) return false;
  const last = wrapped.args[wrapped.args.length - 1];
  const isOpen = last !== undefined && (hugs(last) || isCallOfList(last));
  return wraps(wrapped) || (isOpen && wrapped.args.slice(0, -1).every(isLiteral));
}

const isListOfLiterals = (node: Expression) => node.kind === "tuple" && node.items.every(isLiteral);

const isLiteral = ({ kind }: Expression) => kind === "literal";

function breakFor(node: For, place: Layout): string {
  const names = bindNames(node, place.names);
  const inner: Layout = { ...innerPlace(place, { enclosed: node.resultKey === undefined, heredoc: false }), names };
  const pad = " ".repeat(inner.indent);
  const intro = `for ${forNames(node, names)} in ${layOut(node.collection, { ...inner, names: place.names, enclosed: true })} :`;
  const [open, close] = node.resultKey === undefined ? ["[", "]"] : ["{", "}"];
  const key = node.resultKey === undefined ? "" : `${layOut(node.resultKey, { ...inner, enclosed: true })} => `;
  const resultIn = (room: number) =>
    `${key}${layOut(node.result, { ...inner, enclosed: true, room: room - key.length })}${node.group === true ? "..." : ""}`;
  const result = resultIn(inner.room);
  const condition =
    node.condition === undefined ? [] : [`${pad}if ${layOut(node.condition, { ...inner, enclosed: true })}`];
  const oneLine = `${intro} ${result}`;
  const body =
    !oneLine.includes("\n") && oneLine.length <= inner.room
      ? [`${pad}${oneLine}`]
      : hugs(node.result) && intro.length < inner.room - 20
        ? [`${pad}${intro} ${resultIn(inner.room - intro.length - 1)}`]
        : [`${pad}${intro}`, `${pad}${result}`];
  return [open, ...body, ...condition, `${" ".repeat(place.indent)}${close}`].join("\n");
}

/** Whether the broken form starts with its own bracket, so that it can begin on the line of what surrounds it. */
function hugs(node: Expression): boolean {
  if (node.kind === "raw" && node.read !== undefined) return hugs(node.read);
  return (
    (node.kind === "tuple" && node.items.length > 0) ||
    (node.kind === "object" && node.entries.length > 0) ||
    node.kind === "for"
  );
}

/** The same of a function of one list or object: `flatten([`. */
function isCallOfList(node: Expression): boolean {
  const [only] = node.kind === "call" && node.args.length === 1 ? node.args : [];
  return only !== undefined && hugs(only);
}

/** Lines of one call of `printExpression`, which tries the same line again wherever it breaks what is around. */
const lines = new WeakMap<BindingNames, Map<Expression, string | undefined>>();

/** The expression in one line, or undefined if a formatted file would have several lines. */
function flat(node: Expression, names: BindingNames): string | undefined {
  if (node.kind === "literal" || node.kind === "reference") return writeLine(node, names);
  const known = lines.get(names) ?? new Map<Expression, string | undefined>();
  lines.set(names, known);
  if (known.has(node)) return known.get(node);
  const line = writeLine(node, names);
  known.set(node, line);
  return line;
}

function writeLine(node: Expression, names: BindingNames): string | undefined {
  switch (node.kind) {
    case "literal":
      return node.digits ?? printLiteral(node.value);
    case "raw":
      return node.read === undefined ? node.text : flat(node.read, names);
    case "cdktf-token":
      throw new Error("a token of another library reached the writer unresolved");
    case "reference":
      return node.address;
    case "binding":
      return names.get(node.id) ?? node.hint;
    case "template":
      return flatTemplate(node, names);
    case "directive": {
      const value = node.value === undefined ? "" : flat(node.value, names);
      return value === undefined ? undefined : printDirective(node, () => value);
    }
    case "attribute":
      return wrap(node.of, POSTFIX, names, (of) => `${of}.${node.name}`);
    case "index": {
      const key = flat(node.key, names);
      return key === undefined ? undefined : wrap(node.of, POSTFIX, names, (of) => `${of}[${key}]`);
    }
    case "splat":
      return wrap(node.of, POSTFIX, names, (of) => `${of}[*]${printSteps(node, names)}`);
    case "call": {
      const args = flatAll(node.args, names);
      return args === undefined ? undefined : `${node.name}(${args.join(", ")}${node.expand === true ? "..." : ""})`;
    }
    case "unary":
      return wrap(node.operand, UNARY, names, (operand) => `${node.operator}${operand}`);
    case "binary": {
      const left = wrap(node.left, precedenceToTheLeft(node.operator), names, (text) => text);
      const right = wrap(node.right, precedenceToTheRight(node.operator), names, (text) => text);
      return left === undefined || right === undefined ? undefined : `${left} ${node.operator} ${right}`;
    }
    case "conditional": {
      const condition = wrap(node.condition, CONDITIONAL + 1, names, (text) => text);
      const then = wrap(node.then, precedenceOfThen(node), names, (text) => text);
      const otherwise = flat(node.otherwise, names);
      if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
      return `${condition} ? ${then} : ${otherwise}`;
    }
    case "for":
      return flatFor(node, names);
    case "tuple": {
      const items = flatAll(node.items, names);
      return items === undefined ? undefined : `[${items.join(", ")}]`;
    }
    case "object": {
      if (node.entries.length === 0) return "{}";
      const [entry] = node.entries;
      if (node.entries.length > 1 || entry === undefined) return undefined;
      const value = flat(entry.value, names);
      return value === undefined ? undefined : `{ ${printEntryKey(entry, names)} = ${value} }`;
    }
  }
}

function flatAll(nodes: readonly Expression[], names: BindingNames): readonly string[] | undefined {
  const texts: string[] = [];
  for (const node of nodes) {
    const text = flat(node, names);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

function flatFor(node: For, outer: BindingNames): string | undefined {
  const names = bindNames(node, outer);
  const collection = flat(node.collection, outer);
  const result = flat(node.result, names);
  const key = node.resultKey === undefined ? "" : flat(node.resultKey, names);
  const condition = node.condition === undefined ? "" : flat(node.condition, names);
  if (collection === undefined || result === undefined || key === undefined || condition === undefined)
    return undefined;
  const intro = `for ${forNames(node, names)} in ${collection} :`;
  const filter = condition === "" ? "" : ` if ${condition}`;
  if (node.resultKey === undefined) return `[${intro} ${result}${filter}]`;
  return `{ ${intro} ${key} => ${result}${node.group === true ? "..." : ""}${filter} }`;
}

function forNames(node: For, names: BindingNames): string {
  const spell = (binding: Binding) => names.get(binding.id) ?? binding.hint;
  return node.key === undefined ? spell(node.value) : `${spell(node.key)}, ${spell(node.value)}`;
}

/** Broken into one operand a line. */
const CHAINS: ReadonlySet<BinaryOperator> = new Set(["&&", "||", "+"]);

/** `a && (b && c)` is `a && b && c`; each of these is alone at its precedence. `a + (b + c)` may round differently. */
const ASSOCIATIVE: ReadonlySet<BinaryOperator> = new Set(["&&", "||"]);

const RESERVED = new Set([
  "for",
  "in",
  "if",
  "true",
  "false",
  "null",
  "each",
  "var",
  "local",
  "module",
  "data",
  "path",
  "self",
  "count",
  "terraform",
]);

/** Chooses the names of the variables of a `for`, so that none shadows the name of an enclosing `for`. */
function bindNames(node: For, outer: BindingNames): BindingNames {
  const names = new Map(outer);
  for (const binding of [node.key, node.value])
    if (binding !== undefined) names.set(binding.id, freeName(binding.hint, node.collection, names));
  return names;
}

/** The hint. Where that name is taken, the name of the collection stands before it, such as `secret_key`, or a number behind it. */
function freeName(hint: string, collection: Expression, names: BindingNames): string {
  const taken = new Set(names.values());
  const base = isIdentifier(hint) && !RESERVED.has(hint) ? hint : "item";
  if (!taken.has(base)) return base;
  const attribute = collection.kind === "attribute" ? collection.name.replace(/([^su])s$/, "$1") : "";
  const longer = attribute.endsWith(`_${base}`) ? attribute : `${attribute}_${base}`;
  if (isIdentifier(longer) && attribute !== "" && attribute !== base && !taken.has(longer)) return longer;
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
  return name;
}

/** The operands that need no brackets between them. */
function flattenChain(node: Expression, operator: BinaryOperator): readonly Expression[] {
  if (node.kind !== "binary" || node.operator !== operator) return [node];
  const right = ASSOCIATIVE.has(operator) ? flattenChain(node.right, operator) : [node.right];
  return [...flattenChain(node.left, operator), ...right];
}

function printEntryKey({ key, isAddress }: ObjectEntry, names: BindingNames): string {
  if (typeof key === "string") return printKey(key);
  const text = escapeRare(flat(key, names) ?? layOut(key, { ...ANYWHERE, names }));
  return key.kind === "template" || isAddress === true ? text : `(${text})`;
}

function printLiteral(value: string | number | boolean | null): string {
  if (typeof value === "string") return quote(value);
  if (Object.is(value, -0)) return "-0";
  return String(value);
}

function flatTemplate(node: Template, names: BindingNames): string | undefined {
  let whole = true;
  const text = printTemplate(node, (part) => {
    const line = flat(part, names);
    whole &&= line !== undefined;
    return line ?? "";
  });
  return whole ? text : undefined;
}

function printTemplate(node: Template, print: (part: Expression) => string): string {
  const parts = node.parts.map((part, index) => {
    if (typeof part !== "string") return part.kind === "directive" ? print(part) : inHole(print(part));
    const text = escapeQuoted(normaliseText(part));
    const beforeHole = index + 1 < node.parts.length;
    // All trailing signs: `$$` before a hole would read as the escape of what follows.
    return beforeHole ? text.replace(/[$%]+$/, (signs) => `\${"${signs}"}`) : text;
  });
  return `"${parts.join("")}"`;
}

const CONDITIONAL = 0;
const UNARY = 7;
const POSTFIX = 8;
const TERM = 9;
const BINARY = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
} as const;

/** HCL needs no brackets in `a == b == c` and in `a < b == c`; who reads it does. */
const EQUALITY: ReadonlySet<BinaryOperator> = new Set(["==", "!="]);

/** The precedence that the left operand needs to stand without brackets. */
function precedenceToTheLeft(operator: BinaryOperator): number {
  return EQUALITY.has(operator) ? BINARY["+"] : BINARY[operator];
}

/** The precedence that the right operand needs to stand without brackets: operators of equal precedence group to the left. */
function precedenceToTheRight(operator: BinaryOperator): number {
  if (EQUALITY.has(operator)) return BINARY["+"];
  return ASSOCIATIVE.has(operator) ? BINARY[operator] : BINARY[operator] + 1;
}

function precedenceOf(node: Expression): number {
  switch (node.kind) {
    case "conditional":
      return CONDITIONAL;
    case "binary":
      return BINARY[node.operator];
    case "unary":
      return UNARY;
    case "splat":
      return UNARY;
    case "raw":
      if (node.read !== undefined) return precedenceOf(node.read);
      return isTerm(node.text) ? POSTFIX : CONDITIONAL;
    case "literal":
      return typeof node.value === "number" && (node.value < 0 || Object.is(node.value, -0)) ? UNARY : TERM;
    default:
      return TERM;
  }
}

/** Whether HCL of the author's is a single term, so that it needs no brackets: a reference, a text, a call. */
function isTerm(text: string): boolean {
  if (/^[A-Za-z_][\w-]*(?:\.[\w-]+|\[(?:\d+|"[^"\\]*"|[\w.-]+)\])*$/.test(text)) return true;
  if (/^(?:\d+(?:\.\d+)?|"[^"\\$%]*")$/.test(text)) return true;
  // A call whose bracket closes at the end, and not before: `f(a) + g(b)` is not a single term.
  if (!/^[\w:]+\(.*\)$/s.test(text)) return false;
  let depth = 0;
  const brackets = text.replace(/"(?:[^"\\]|\\.)*"/g, "").replace(/[^()]/g, "");
  return [...brackets].every((bracket, index) => {
    depth += bracket === "(" ? 1 : -1;
    return depth > 0 || index === brackets.length - 1;
  });
}

function wrap(
  node: Expression,
  minimum: number,
  names: BindingNames,
  write: (text: string) => string,
): string | undefined {
  const text = flat(node, names);
  if (text === undefined) return undefined;
  return write(precedenceOf(node) >= minimum ? text : `(${text})`);
}
