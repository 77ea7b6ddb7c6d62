/** Operators: brackets where precedence needs them and only there, and Terraform computes what the tree means. */
import fc from "fast-check";
import type { Expr } from "tfwright";
import {
  add,
  and,
  div,
  eq,
  gt,
  gte,
  ifNotNull,
  isNotNull,
  isNull,
  lt,
  mod,
  mul,
  ne,
  neg,
  not,
  nullOrValid,
  or,
  raw,
  ref,
  sub,
  when,
} from "tfwright";
import { bindingNode } from "../../../src/generate/expr/build";
import { NODE } from "../../../src/generate/expr/expr";
import { attribute, block } from "../../../src/hcl/document";
import type { BinaryOperator, Expression } from "../../../src/hcl/expression";
import { printExpression } from "../../../src/hcl/print-expression";
import { writeBody } from "../../../src/hcl/write";
import { evaluate } from "../../hcl/evaluate";
import { makeFolder, removeFolders } from "../../render/folders";
import { testWith } from "../../support/find-program";

afterAll(removeFolders);

const byTerraform = testWith("terraform");

const print = (expr: Expr<unknown>) => printExpression(expr[NODE]);
const n = (name: string) => ref<number>(`var.${name}`);
const b = (name: string) => ref<boolean>(`var.${name}`);

test.each<[Expr<unknown>, string]>([
  [add(n("a"), mul(n("b"), n("c"))), "var.a + var.b * var.c"],
  [mul(add(n("a"), n("b")), n("c")), "(var.a + var.b) * var.c"],
  [sub(sub(n("a"), n("b")), n("c")), "var.a - var.b - var.c"],
  [sub(n("a"), sub(n("b"), n("c"))), "var.a - (var.b - var.c)"],
  [sub(n("a"), add(n("b"), n("c"))), "var.a - (var.b + var.c)"],
  [div(n("a"), mul(n("b"), n("c"))), "var.a / (var.b * var.c)"],
  [mod(mul(n("a"), n("b")), n("c")), "var.a * var.b % var.c"],
  [neg(add(n("a"), 1)), "-(var.a + 1)"],
  [add(neg(n("a")), 1), "-var.a + 1"],
  [sub(n("a"), -1), "var.a - -1"],
  [not(b("a")), "!var.a"],
  [not(and(b("a"), b("b"))), "!(var.a && var.b)"],
  [not(not(b("a"))), "var.a"],
  [not(eq(n("a"), 1)), "var.a != 1"],
  [and(b("a"), b("b"), b("c")), "var.a && var.b && var.c"],
  [or(and(b("a"), b("b")), b("c")), "var.a && var.b || var.c"],
  [and(or(b("a"), b("b")), b("c")), "(var.a || var.b) && var.c"],
  [and(lt(n("a"), 1), gte(n("b"), add(n("c"), 1))), "var.a < 1 && var.b >= var.c + 1"],
  [eq(lt(n("a"), 1), gt(n("b"), 1)), "(var.a < 1) == (var.b > 1)"],
  [lt(n("a"), when(b("b"), 1, 2)), "var.a < (var.b ? 1 : 2)"],
  [when(b("a"), 1, when(b("b"), 2, 3)), "var.a ? 1 : var.b ? 2 : 3"],
  [when(not(b("a")), 1, 2), "var.a ? 2 : 1"],
  [when(not(and(b("a"), b("b"))), 1, when(not(b("c")), 2, 3)), "var.a && var.b ? (var.c ? 3 : 2) : 1"],
  [when(ne(n("a"), 1), 2, 3), "var.a != 1 ? 2 : 3"],
  [when(eq(when(b("a"), 1, 2), 1), 3, 4), "(var.a ? 1 : 2) == 1 ? 3 : 4"],
  [mul(raw<number>("var.a + 1"), 2), "(var.a + 1) * 2"],
  [div(1, raw<number>("var.a*2")), "1 / (var.a*2)"],
  [mul(raw<number>("max(var.a, min(1, 2))"), 2), "max(var.a, min(1, 2)) * 2"],
  [mul(raw<number>("f(a) + g(b)"), 2), "(f(a) + g(b)) * 2"],
  [add(raw<number>('var.a["x y"].b[0]'), 2), 'var.a["x y"].b[0] + 2'],
])("%#: %s", (expr, want) => {
  expect(print(expr)).toBe(want);
});

const x = ref<{ a: number } | null>("var.x");
const inner = raw<boolean>("var.x.a > 1");
test.each<[string, Expr<unknown>, string]>([
  [
    "a null test guards what follows &&",
    and(isNotNull(x), eq(x, "y" as never)),
    'var.x != null ? var.x == "y" : false',
  ],
  ["... and what follows ||", or(isNull(x), eq(x, "y" as never)), 'var.x == null ? true : var.x == "y"'],
  ["... in a chain", and(b("b"), isNotNull(x), eq(x, "y" as never)), 'var.b && (var.x != null ? var.x == "y" : false)'],
  [
    "... several at once",
    and(and(isNotNull(x), b("b")), eq(x, "y" as never)),
    'var.x != null && var.b ? var.x == "y" : false',
  ],
  ["no guard, no conditional", and(isNotNull(x), b("b")), "var.x != null && var.b"],
  ["nullOr", nullOrValid(x as never, () => inner), "var.x == null ? true : var.x.a > 1"],
  ["ifNotNull", ifNotNull(x as never, () => 1, 2), "var.x != null ? 1 : 2"],
  [
    "ifNotNull over a conditional, which stands last",
    ifNotNull(x as never, () => when(inner, 1, 3), 2),
    "var.x == null ? 2 : (var.x.a > 1) ? 1 : 3",
  ],
  [
    "ifNotNull between two conditionals",
    ifNotNull(x as never, () => when(inner, 1, 3), when(b("b"), 4, 5)),
    "var.x != null ? ((var.x.a > 1) ? 1 : 3) : var.b ? 4 : 5",
  ],
])("%s", (_name, expr, want) => {
  expect(print(expr)).toBe(want);
});

test.each<[string, Expr<unknown>, string]>([
  ["arithmetic", add(1, mul(2, 3)), "7"],
  ["a broken number stays", div(1, 3), "1 / 3"],
  ["division by zero stays", div(1, 0), "1 / 0"],
  ["negative remainders stay", mod(-7, 3), "-7 % 3"],
  ["beyond what JavaScript counts", add(9007199254740991, 1), "9007199254740991 + 1"],
  ["comparison", and(lt(1, 2), gte(2, 2), ne("a", "b")), "true"],
  ["normal form C is equal", eq("\u00e9", "e\u0301"), "true"],
  ["a number is no text: Terraform decides", eq("1" as unknown as number, 1), '"1" == 1'],
  ["true && x", and(true, b("a")), "var.a"],
  ["false && x", and(false, b("a")), "false"],
  ["x && true", and(b("a"), true), "var.a"],
  ["x || true keeps x, which may fail", or(b("a"), true), "var.a || true"],
  ["a known condition", when(eq(1, 1), n("a"), n("b")), "var.a"],
  ["null is null", isNull(null), "true"],
  ["text is not", isNotNull("x"), "true"],
  ["a template is not", isNull(`${ref("var.a")}x`), "false"],
  ["a reference may be", isNull(n("a")), "var.a == null"],
])("folding: %s", (_name, expr, want) => {
  expect(print(expr)).toBe(want);
});

/** Values of the locals that random trees refer to. */
const NUMBERS = { n0: 0, n1: 1, n2: 2, n3: -3, n4: 0.5, n5: 12 };
const BOOLS = { yes: true, no: false };
const ARITHMETIC: readonly BinaryOperator[] = ["+", "-", "*"];
const COMPARISONS: readonly BinaryOperator[] = ["<", "<=", ">", ">=", "==", "!="];

const local = (name: string): Expression => ({ kind: "reference", address: `local.${name}` });
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});
const conditional = (condition: Expression, then: Expression, otherwise: Expression): Expression => ({
  kind: "conditional",
  condition,
  then,
  otherwise,
});

const trees = fc.letrec<{ number: Expression; bool: Expression }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.oneof(
      fc.constantFrom(...Object.keys(NUMBERS)).map(local),
      fc.integer({ min: -9, max: 9 }).map((value): Expression => ({ kind: "literal", value })),
    ),
    fc
      .tuple(fc.constantFrom(...ARITHMETIC), tie("number"), tie("number"))
      .map(([operator, a, c]) => binary(operator, a, c)),
    fc.tuple(tie("number"), fc.constantFrom(2, 4, -8)).map(([a, value]) => binary("/", a, { kind: "literal", value })),
    tie("number").map((operand): Expression => ({ kind: "unary", operator: "-", operand })),
    fc.tuple(tie("bool"), tie("number"), tie("number")).map(([a, c, d]) => conditional(a, c, d)),
    fc.tuple(tie("number"), tie("number")).map(([a, c]): Expression => ({ kind: "call", name: "max", args: [a, c] })),
    fc.tuple(tie("number"), tie("number")).map(
      ([a, c]): Expression => ({
        kind: "index",
        of: { kind: "tuple", items: [a, c] },
        key: { kind: "literal", value: 1 },
      }),
    ),
    fc.tuple(tie("number"), tie("number")).map(([a, c]): Expression => {
      const value = bindingNode("x");
      const result = binary("*", value, c);
      const loop: Expression = {
        kind: "for",
        value,
        collection: { kind: "tuple", items: [a] },
        result,
        condition: local("yes"),
      };
      return { kind: "call", name: "sum", args: [loop] };
    }),
  ),
  bool: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom(...Object.keys(BOOLS)).map(local),
    fc
      .tuple(fc.constantFrom(...COMPARISONS), tie("number"), tie("number"))
      .map(([operator, a, c]) => binary(operator, a, c)),
    fc
      .tuple(fc.constantFrom<BinaryOperator>("&&", "||", "==", "!="), tie("bool"), tie("bool"))
      .map(([operator, a, c]) => binary(operator, a, c)),
    tie("bool").map((operand): Expression => ({ kind: "unary", operator: "!", operand })),
    fc.tuple(tie("bool"), tie("bool"), tie("bool")).map(([a, c, d]) => conditional(a, c, d)),
  ),
}));

function compute(node: Expression, scope: ReadonlyMap<number, unknown> = new Map()): unknown {
  const of = (child: Expression) => compute(child, scope);
  const num = (child: Expression) => compute(child, scope) as number;
  switch (node.kind) {
    case "literal":
      return node.value;
    case "reference":
      return { ...NUMBERS, ...BOOLS }[node.address.slice("local.".length)];
    case "binding":
      return scope.get(node.id);
    case "unary":
      return node.operator === "!" ? !of(node.operand) : -num(node.operand);
    case "conditional":
      return of(node.condition) ? of(node.then) : of(node.otherwise);
    case "index":
      return (of(node.of) as unknown[])[num(node.key)];
    case "tuple":
      return node.items.map(of);
    case "for":
      return (of(node.collection) as unknown[]).map((item) =>
        compute(node.result, new Map(scope).set(node.value.id, item)),
      );
    case "call": {
      const args = node.args.map(of);
      return node.name === "max"
        ? Math.max(...(args as number[]))
        : (args[0] as number[]).reduce((sum, item) => sum + item, 0);
    }
    case "binary": {
      const [left, right] = [of(node.left), of(node.right)] as [number, number];
      const results = {
        "+": () => left + right,
        "-": () => left - right,
        "*": () => left * right,
        "/": () => left / right,
        "%": () => left % right,
        "<": () => left < right,
        "<=": () => left <= right,
        ">": () => left > right,
        ">=": () => left >= right,
        "==": () => left === right,
        "!=": () => left !== right,
        "&&": () => left && right,
        "||": () => left || right,
      };
      return results[node.operator]();
    }
    default:
      throw new Error(node.kind);
  }
}

byTerraform("Terraform computes what random trees mean, in one line and in many", () => {
  const exact = (node: Expression) => {
    const value = compute(node);
    return typeof value !== "number" || Math.abs(value) < 1e12;
  };
  const nodes = fc.sample(fc.oneof(trees.number, trees.bool), { numRuns: 600, seed: 5 }).filter(exact);
  const locals = [...Object.entries({ ...NUMBERS, ...BOOLS })].map(([name, value]) =>
    attribute(name, { kind: "literal", value }),
  );
  const body = [block("locals", [], [...locals, attribute("all", { kind: "tuple", items: nodes })])];
  const text = writeBody(body);
  expect(text.match(/^ +(?:[?:]|&&|\|\||.*(?:&&|\|\||\+)$)/gm)?.length).toBeGreaterThan(20);
  const folder = makeFolder([["main.tf", `${text}\n`]]);
  const wanted = nodes.map((node) => {
    const value = compute(node);
    return typeof value === "number" ? value + 0 : value;
  });
  const given = (evaluate(folder, "local.all") as unknown[]).map((value) =>
    typeof value === "number" ? value + 0 : value,
  );
  expect(given).toEqual(wanted);
});
