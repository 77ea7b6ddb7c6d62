/** Operators and conditionals over values that are known now or at plan time. */
import { fail } from "../../errors";
import type { BinaryOperator, Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { binaryNode, conditionalNode, isNullNode, literalNode, negativeNode, notNode, referenceNode } from "./build";
import { checkCallback } from "./check-callback";
import { refuseNeverEqual, refuseOtherResult } from "./check-comparison";
import { toCondition } from "./condition";
import { type Expr, type MapExpr, makeExpr, NODE, type OrNull, TYPE } from "./expr";
import { type Anything, type ExprOf, holdsToken, toNode, toTypedNode } from "./to-node";

/** Text, known now or at plan time. */
export type StringLike = string | Expr<string>;
/** A number, known now or at plan time. */
export type NumberLike = number | Expr<number>;
/** A bool, known now or at plan time. */
export type BoolLike = boolean | Expr<boolean>;

const BOOL: TypeConstraint = { kind: "bool" };
const NUMBER: TypeConstraint = { kind: "number" };

function compare(operator: BinaryOperator, left: unknown, right: unknown): Expr<boolean> {
  const [a, b] = [toTypedNode(left), toTypedNode(right)];
  if (operator === "==" || operator === "!=") refuseNeverEqual(a, b);
  return makeExpr(binaryNode(operator, a.node, b.node), BOOL);
}

function compute(operator: BinaryOperator, left: NumberLike, right: NumberLike): Expr<number> {
  return makeExpr(binaryNode(operator, toNode(left), toNode(right)), NUMBER);
}

type Comparable<T> = T | (T extends Expr<infer P> ? P | Expr<P> | null : Expr<T> | null);

/** `a == b` */
export const eq = <T>(a: T, b: NoInfer<Comparable<T>>): Expr<boolean> => compare("==", a, b);
/** `a != b` */
export const ne = <T>(a: T, b: NoInfer<Comparable<T>>): Expr<boolean> => compare("!=", a, b);
/** `a < b` */
export const lt = (a: NumberLike, b: NumberLike): Expr<boolean> => compare("<", a, b);
/** `a <= b` */
export const lte = (a: NumberLike, b: NumberLike): Expr<boolean> => compare("<=", a, b);
/** `a > b` */
export const gt = (a: NumberLike, b: NumberLike): Expr<boolean> => compare(">", a, b);
/** `a >= b` */
export const gte = (a: NumberLike, b: NumberLike): Expr<boolean> => compare(">=", a, b);
/** `a + b` */
export const add = (a: NumberLike, b: NumberLike): Expr<number> => compute("+", a, b);
/** `a - b` */
export const sub = (a: NumberLike, b: NumberLike): Expr<number> => compute("-", a, b);
/** `a * b` */
export const mul = (a: NumberLike, b: NumberLike): Expr<number> => compute("*", a, b);
/** `a / b` */
export const div = (a: NumberLike, b: NumberLike): Expr<number> => compute("/", a, b);
/** `a % b` */
export const mod = (a: NumberLike, b: NumberLike): Expr<number> => compute("%", a, b);
/** `-a` */
export const neg = (a: NumberLike): Expr<number> => makeExpr(negativeNode(toNode(a)), NUMBER);
/** `!a` */
export const not = (a: BoolLike): Expr<boolean> => makeExpr(notNode(toCondition(a)), BOOL);

/** `a && b && ...`. Where one tests for null what a later one uses, a conditional: Terraform evaluates both sides of `&&`. */
export const and = (...conditions: readonly BoolLike[]): Expr<boolean> => chain("&&", conditions);
/** `a || b || ...`. Where one tests for null what a later one uses, a conditional: Terraform evaluates both sides of `||`. */
export const or = (...conditions: readonly BoolLike[]): Expr<boolean> => chain("||", conditions);

function chain(operator: "&&" | "||", conditions: readonly BoolLike[]): Expr<boolean> {
  const nodes = conditions.map((condition) => toCondition(condition));
  const last = nodes.pop() ?? literalNode(operator === "&&");
  return makeExpr(
    nodes.reduceRight((right: Expression, left) => binaryNode(operator, left, right), last),
    BOOL,
  );
}

/** `a == null` */
export const isNull = (a: Anything): Expr<boolean> => makeExpr(isNullNode(toNode(a)), BOOL);
/** `a != null` */
export const isNotNull = (a: Anything): Expr<boolean> => not(isNull(a));

/** What `One` is beside `Other`: beside a map `{}` is an empty map, and not an object without attributes. */
type ResultBeside<One, Other> = [One, Other] extends [object, MapExpr<Expr<unknown>>]
  ? [keyof One] extends [never]
    ? never
    : ExprOf<One>
  : ExprOf<One>;

/** The type of a value that is one of two: a map beside `{}`. */
function typeOfEither(a: TypeConstraint | undefined, b: TypeConstraint | undefined): TypeConstraint | undefined {
  const isEmpty = a?.kind === "object" && Object.keys(a.attributes).length === 0;
  return isEmpty && b?.kind === "map" ? b : (a ?? b);
}

/** `condition ? yes : no` */
export function when<A, B = A>(condition: BoolLike, yes: A, no: B): ResultBeside<A, B> | ResultBeside<B, A> {
  const [a, b] = [toTypedNode(yes), toTypedNode(no)];
  refuseOtherResult("when", a, b);
  return makeExpr(
    conditionalNode(toCondition(condition), a.node, b.node),
    typeOfEither(a.type, b.type),
  ) as unknown as ResultBeside<A, B>;
}

/** `use(value)` if the value is not null, else `otherwise`. */
export function ifNotNull<E extends Expr<unknown>, A, B>(
  value: OrNull<E>,
  use: (value: E) => A,
  otherwise: B,
): ResultBeside<A, B> | ResultBeside<B, A> {
  checkCallback(use, "ifNotNull", "ifNotNull(value, (known) => known.part, null)");
  const node = value[NODE];
  const used = toTypedNode(use(makeExpr(node, value[TYPE]) as unknown as E));
  const other = toTypedNode(otherwise);
  refuseOtherResult("ifNotNull", used, other);
  const missing = isNullNode(node);
  // A conditional in the middle of another one is hard to read, so it is written last.
  const isUsedLast =
    (other.node.kind === "literal" && other.node.value === true) ||
    (used.node.kind === "conditional" && other.node.kind !== "conditional");
  const result = isUsedLast
    ? conditionalNode(missing, other.node, used.node)
    : conditionalNode(notNode(missing), used.node, other.node);
  return makeExpr(result, typeOfEither(used.type, other.type)) as unknown as ResultBeside<A, B>;
}

/** `value == null ? true : test(value)`: for validations of variables that may be null. */
export function nullOrValid<E extends Expr<unknown>>(value: OrNull<E>, test: (value: E) => BoolLike): Expr<boolean> {
  return ifNotNull(value, test, true) as Expr<boolean>;
}

/** HCL as you write it; its syntax and its names are checked, nothing folds it. */
export function raw<T = unknown>(text: string): Expr<T> {
  refuseValues(text, "raw");
  return makeExpr({ kind: "raw", text });
}

/** A value of the definition has no text yet: HCL that holds it would hold a meaningless token. */
function refuseValues(text: unknown, name: "raw" | "ref"): void {
  if (typeof text === "string" && !holdsToken(text)) return;
  fail({
    code: "value-in-raw",
    path: "",
    message: `\`${name}\` takes a string of HCL, but was given a value of this definition`,
    hint: `use the value as it is; or call("upper", value), an operator or a template string; or write its address: ${name}("aws_sqs_queue.this.arn")`,
  });
}

/** A reference by its address: `var.name`, `path.module`, `terraform.workspace`, `each.key`. */
export function ref<T = string>(address: string): Expr<T> {
  refuseValues(address, "ref");
  return makeExpr(referenceNode(address));
}

/** `path.module`: files that a module carries are addressed from here. */
export const pathModule = (): Expr<string> => makeExpr(referenceNode("path.module"), { kind: "string" });
