/** Operators and conditionals over values that are known now or at plan time. */
import type { BinaryOperator, Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { binaryNode, conditionalNode, isNullNode, literalNode, negativeNode, notNode, referenceNode } from "./build";
import { type Expr, makeExpr, NODE, type Nullable, TYPE } from "./expr";
import { type Anything, type ExprOf, lift, liftTyped } from "./lift";

/** Text, known now or at plan time. */
export type Str = string | Expr<string>;
/** A number, known now or at plan time. */
export type Num = number | Expr<number>;
/** A bool, known now or at plan time. */
export type Bool = boolean | Expr<boolean>;

const BOOL: TypeConstraint = { kind: "bool" };
const NUMBER: TypeConstraint = { kind: "number" };

function compare(operator: BinaryOperator, left: unknown, right: unknown): Expr<boolean> {
  return makeExpr(binaryNode(operator, lift(left), lift(right)), BOOL);
}

function compute(operator: BinaryOperator, left: Num, right: Num): Expr<number> {
  return makeExpr(binaryNode(operator, lift(left), lift(right)), NUMBER);
}

type Comparable<T> = T | (T extends Expr<infer P> ? P | Expr<P> | null : Expr<T> | null);

/** `a == b` */
export const eq = <T>(a: T, b: Comparable<T>): Expr<boolean> => compare("==", a, b);
/** `a != b` */
export const ne = <T>(a: T, b: Comparable<T>): Expr<boolean> => compare("!=", a, b);
/** `a < b` */
export const lt = (a: Num, b: Num): Expr<boolean> => compare("<", a, b);
/** `a <= b` */
export const lte = (a: Num, b: Num): Expr<boolean> => compare("<=", a, b);
/** `a > b` */
export const gt = (a: Num, b: Num): Expr<boolean> => compare(">", a, b);
/** `a >= b` */
export const gte = (a: Num, b: Num): Expr<boolean> => compare(">=", a, b);
/** `a + b` */
export const add = (a: Num, b: Num): Expr<number> => compute("+", a, b);
/** `a - b` */
export const sub = (a: Num, b: Num): Expr<number> => compute("-", a, b);
/** `a * b` */
export const mul = (a: Num, b: Num): Expr<number> => compute("*", a, b);
/** `a / b` */
export const div = (a: Num, b: Num): Expr<number> => compute("/", a, b);
/** `a % b` */
export const mod = (a: Num, b: Num): Expr<number> => compute("%", a, b);
/** `-a` */
export const neg = (a: Num): Expr<number> => makeExpr(negativeNode(lift(a)), NUMBER);
/** `!a` */
export const not = (a: Bool): Expr<boolean> => makeExpr(notNode(lift(a)), BOOL);

/** `a && b && ...`. Where one tests for null what a later one uses, a conditional: Terraform evaluates both sides of `&&`. */
export const and = (...conditions: readonly Bool[]): Expr<boolean> => chain("&&", conditions);
/** `a || b || ...`. Where one tests for null what a later one uses, a conditional: Terraform evaluates both sides of `||`. */
export const or = (...conditions: readonly Bool[]): Expr<boolean> => chain("||", conditions);

function chain(operator: "&&" | "||", conditions: readonly Bool[]): Expr<boolean> {
  const nodes = conditions.map((condition) => lift(condition));
  const last = nodes.pop() ?? literalNode(operator === "&&");
  return makeExpr(
    nodes.reduceRight((right: Expression, left) => binaryNode(operator, left, right), last),
    BOOL,
  );
}

/** `a == null` */
export const isNull = (a: Anything): Expr<boolean> => makeExpr(isNullNode(lift(a)), BOOL);
/** `a != null` */
export const isSet = (a: Anything): Expr<boolean> => not(isNull(a));

/** `condition ? yes : no` */
export function when<A, B = A>(condition: Bool, yes: A, no: B): ExprOf<A> | ExprOf<B> {
  const [a, b] = [liftTyped(yes), liftTyped(no)];
  return makeExpr(conditionalNode(lift(condition), a.node, b.node), a.type ?? b.type) as unknown as ExprOf<A>;
}

/** What `use` makes of a value where it is not null, else `otherwise`. */
export function ifSet<E extends Expr<unknown>, A, B>(
  value: Nullable<E>,
  use: (value: E) => A,
  otherwise: B,
): ExprOf<A> | ExprOf<B> {
  const node = value[NODE];
  const used = liftTyped(use(makeExpr(node, value[TYPE]) as unknown as E));
  const other = liftTyped(otherwise);
  const missing = isNullNode(node);
  const result =
    other.node.kind === "literal" && other.node.value === true
      ? conditionalNode(missing, other.node, used.node)
      : conditionalNode(notNode(missing), used.node, other.node);
  return makeExpr(result, used.type ?? other.type) as unknown as ExprOf<A>;
}

/** `value == null ? true : test(value)`: for validations of variables that may be null. */
export function nullOr<E extends Expr<unknown>>(value: Nullable<E>, test: (value: E) => Bool): Expr<boolean> {
  return ifSet(value, test, true) as Expr<boolean>;
}

/** HCL as you write it; nothing checks it, nothing folds it. */
export function raw<T = unknown>(text: string): Expr<T> {
  return makeExpr({ kind: "raw", text });
}

/** A reference by its address: `var.name`, `path.module`, `terraform.workspace`, `each.key`. */
export function ref<T = string>(address: string): Expr<T> {
  return makeExpr(referenceNode(address));
}

/** `path.module`: files that a module carries are addressed from here. */
export const pathModule = (): Expr<string> => makeExpr(referenceNode("path.module"), { kind: "string" });
