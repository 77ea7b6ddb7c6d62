/** Terraform's functions: their names, and what is computed now is what Terraform computes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { at, call, callSpread, type Expr, each, fn, gte, type MapExpr, ref, toExpr } from "tfwright";
import { referenceNode } from "../../../src/generate/expr/build";
import { makeExpr, NODE } from "../../../src/generate/expr/expr";
import { attribute, block } from "../../../src/hcl/document";
import type { Expression } from "../../../src/hcl/expression";
import { printExpression } from "../../../src/hcl/print-expression";
import { writeBody } from "../../../src/hcl/write";
import { FUNCTIONS, type FunctionFacts } from "../../../src/terraform/functions";
import { isKnown } from "../../../src/terraform/known-values";
import { evaluate } from "../../hcl/evaluate";
import { makeFolder, removeFolders } from "../../render/folders";
import { testWith } from "../../support/find-program";

afterAll(removeFolders);

const byTerraform = testWith("terraform");

test("each function has TypeScript's types, with as many parameters as Terraform's", () => {
  const source = readFileSync(join(__dirname, "../../../src/generate/expr/functions.ts"), "utf8");
  const body = /interface Functions \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
  // Overloads of `concat` agree; `lookup` and `bcrypt` have a parameter that may be left out.
  const typed = [...body.matchAll(/^ {2}(\w+)(?:<[^(]*>)?\(([\s\S]*?)\): .*;$/gm)].map(([, name, parameters = ""]) => {
    const names = [...parameters.matchAll(/(?:^|, |\n {4})(\.\.\.)?(\w+)(\?)?: /g)];
    return [
      name as string,
      names.filter(([, rest, , optional]) => rest === undefined && optional === undefined).length,
    ];
  });
  const facts = Object.entries<FunctionFacts>(FUNCTIONS).map(([name, { takes }]) => [name, Object.keys(takes).length]);
  // A first argument is demanded where Terraform's function takes any number but fails without one.
  const wanted = { ...Object.fromEntries(facts), try: 1 };
  expect(Object.fromEntries(typed)).toEqual(wanted);
  expect(Object.keys(fn).sort()).toEqual(Object.keys(wanted).sort());
});

/** Calls whose arguments are known. */
const CALLS: readonly (readonly [name: string, ...args: unknown[]])[] = [
  ["length", ["a", "b"]],
  ["length", { a: 1 }],
  ["length", "abc"],
  ["keys", { b: 1, a: 2, Z: 3, é: 4 }],
  ["values", { b: 1, a: 2, Z: 3 }],
  ["concat", ["a"], [], ["b", "c"]],
  ["merge", { a: 1, b: 2 }, { a: 3 }, {}],
  ["flatten", [["a"], [], ["b", "c"]]],
  ["lookup", { a: "x" }, "a", "y"],
  ["lookup", { a: "x" }, "b", "y"],
  ["contains", ["a", "b"], "b"],
  ["contains", ["a", "b"], "c"],
  ["contains", ["1"], 1],
  ["coalesce", null, "", "a", "b"],
  ["coalesce", 1, "a"],
  ["coalesce", "a", 1],
  ["coalesce", false, true],
  ["one", ["a"]],
  ["one", []],
  ["can", "a"],
  ["try", "a", "b"],
  ["alltrue", [true, true]],
  ["alltrue", [true, false]],
  ["alltrue", []],
  ["anytrue", [false, false]],
  ["anytrue", [false, true]],
  ["anytrue", []],
  ["join", ",", ["a", "b"]],
  ["join", ",", ["a"], ["b"]],
  ["join", ",", []],
  ["split", ",", "a,b,,"],
  ["split", ",", ""],
  ["split", "", "ab"],
  ["compact", ["a", "", null, "b"]],
  ["distinct", ["b", "a", "b"]],
  ["sort", ["b", "a", "B", "é", "_"]],
  ["tostring", 12],
  ["tostring", true],
  ["tostring", 0.1],
  ["tostring", 1e21],
  ["tonumber", "5"],
  ["tonumber", "5.0"],
  ["tonumber", "-0.25"],
  ["tonumber", "0"],
  ["tonumber", 12],
  ["tonumber", "123456789012345"],
  ["tonumber", "1234567890123456789"],
  ["tonumber", "1e3"],
  ["tonumber", "-0"],
  ["tonumber", "007"],
  ["tobool", "true"],
  ["tobool", "false"],
  ["tobool", false],
  ["lower", "AbC"],
  ["upper", "aé"],
  ["trimspace", " \t a b\n\u000b"],
  ["startswith", "abc", "ab"],
  ["startswith", "abc", ""],
  ["endswith", "abc", "bc"],
  ["strcontains", "abc", "b"],
  ["trimprefix", "s3://a", "s3://"],
  ["trimprefix", "s3://a", ""],
  ["trimsuffix", "a//", "/"],
  ["trimsuffix", "a/", ""],
  ["replace", "a.b.c", ".", "/"],
  ["replace", "abc", "/b/", "x"],
  ["replace", "abc", "", "x"],
  ["replace", "bucket/in/deep/", "/^[^/]*/?/", ""],
  ["replace", "bucket", "/^[^/]*/?/", ""],
  ["replace", "s3-a", "/^s3-/", "x"],
  ["replace", "aaab", "/^a+/", "-"],
  ["replace", "aaa", "/^b*/", "-"],
];

/** `can(regex(pattern, text))`, where RE2 and JavaScript may disagree. */
const PATTERNS: readonly (readonly [pattern: string, text: string])[] = [
  ["^[a-z]{1,3}$", "abc"],
  ["^[a-z]{1,3}$", "abcd"],
  ["^.$", "\r"],
  ["^\\s$", "\u000b"],
  ["^.$", "\u2028"],
  ["a{", "a{"],
  ["^.{1,2000}$", "a"],
  ["^\\w+$", "é"],
  ["a$", "a\n"],
  ["\\bfoo", "foo"],
  ["(?i)A", "a"],
  ["[[:alpha:]]", "a"],
  ["^$", ""],
];

byTerraform("what is computed now is what Terraform computes", () => {
  const plain = CALLS.map(([name, ...args]): readonly [Expression, Expression] => [
    call(name, ...(args as never[]))[NODE],
    { kind: "call", name, args: args.map((arg) => toExpr(arg)[NODE as never] as Expression) },
  ]);
  const patterns = PATTERNS.map(([pattern, text]): readonly [Expression, Expression] => {
    const regex: Expression = { kind: "call", name: "regex", args: [toExpr(pattern)[NODE], toExpr(text)[NODE]] };
    return [fn.can(fn.regex(pattern, text))[NODE], { kind: "call", name: "can", args: [regex] }];
  });
  const pairs = [...plain, ...patterns];
  const attributes = pairs.flatMap(([now, later], index) => [
    attribute(`now${index}`, now),
    attribute(`later${index}`, later),
  ]);
  const folder = makeFolder([["main.tf", `${writeBody([block("locals", [], attributes)])}\n`]]);
  const names = (prefix: string) => `[${pairs.map((_, index) => `local.${prefix}${index}`).join(", ")}]`;
  const [now, later] = evaluate(folder, `[${names("now")}, ${names("later")}]`) as [unknown[], unknown[]];
  const label = (index: number) => printExpression(pairs[index]?.[1] as Expression);
  expect(now.map((value, index) => [label(index), value])).toEqual(later.map((value, index) => [label(index), value]));
});

test("most of it is computed now", () => {
  const open = CALLS.filter(([name, ...args]) => !isKnown(call(name, ...(args as never[]))[NODE])).map(
    ([name, ...args]) => `${name} ${JSON.stringify(args)}`,
  );
  expect(open).toEqual([
    'coalesce [1,"a"]',
    'coalesce ["a",1]',
    "coalesce [false,true]",
    'join [",",["a"],["b"]]',
    'split ["","ab"]',
    "tostring [0.1]",
    "tostring [1e+21]",
    'tonumber ["1234567890123456789"]',
    'tonumber ["1e3"]',
    'tonumber ["-0"]',
    'tonumber ["007"]',
    'upper ["aé"]',
    'replace ["abc","/b/","x"]',
    'replace ["abc","","x"]',
  ]);
});

const print = (expr: Expr<unknown>) => printExpression(expr[NODE]);
const list = ref<readonly string[]>("var.list");
test.each<[Expr<unknown>, string]>([
  [fn.length(list), "length(var.list)"],
  [fn.concat(list as never, [] as never), "concat(var.list)"],
  [fn.coalesce(null, ref("var.a"), ref("var.b")), "coalesce(var.a, var.b)"],
  [fn.alltrue([true, ref("var.a")]), "alltrue([var.a])"],
  [fn.alltrue([false, ref("var.a")]), "false"],
  [fn.tostring(`${ref("var.a")}x`), '"${var.a}x"'],
  [fn.lookup(ref("var.map") as never, "a", null), 'lookup(var.map, "a", null)'],
  [call("provider::aws::arn_parse", ref("var.arn")), "provider::aws::arn_parse(var.arn)"],
  [callSpread("merge", {}, list), "merge({}, var.list...)"],
  [fn.timestamp(), "timestamp()"],
  [gte(fn.tonumber(at(fn.split(".", toExpr("5.0")), 0)), 5), "true"],
  [fn.tonumber("five"), 'tonumber("five")'],
  [fn.tonumber("0x10"), 'tonumber("0x10")'],
  [fn.tonumber(null as never), "tonumber(null)"],
  [fn.tobool("1"), 'tobool("1")'],
])("%#: %s", (expr, want) => {
  expect(print(expr)).toBe(want);
});

test.each<[string, (text: Expr<string | null>) => unknown, string]>([
  ["an empty text", (text) => fn.coalesce(text, ""), 'the last argument of `coalesce` is `""`'],
  ["null", (text) => fn.coalesce(text, "a", null), "the last argument of `coalesce` is null"],
])("coalesce passes over %s, so it is no last resort", (_name, use, message) => {
  expect(() => use(ref<string | null>("var.a"))).toThrow(`${message}, which \`coalesce\` passes over`);
});

test("a merge has the elements of its map, wherever an object is written out beside it", () => {
  const rules = makeExpr<MapExpr<Expr<{ port: number }> & { port: Expr<number> }>>(referenceNode("var.rules"), {
    kind: "map",
    element: { kind: "object", attributes: { port: { type: { kind: "number" } } } },
  });
  const ports = [
    each(fn.merge({ ssh: { port: 22 } }, rules), (rule) => rule.port),
    each(fn.merge(toExpr({ ssh: { port: 22 } }) as never, rules), (rule) => rule.port),
    each(fn.merge(rules, { ssh: { port: 22 } }), (rule) => rule.port),
  ];
  expect(ports.map(print)).toEqual([
    "[for value in merge({ ssh = { port = 22 } }, var.rules) : value.port]",
    "[for value in merge({ ssh = { port = 22 } }, var.rules) : value.port]",
    "[for value in merge(var.rules, { ssh = { port = 22 } }) : value.port]",
  ]);
});
