/** What Terraform is sure to know in the first plan, and what is refused because it may not. */
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import {
  and,
  any,
  at,
  blockIf,
  blocks,
  bool,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  isNotNull,
  isNull,
  type ListExpr,
  list,
  local,
  map,
  moduleCall,
  ne,
  number,
  object,
  optional,
  output,
  raw,
  ref,
  resource,
  set,
  splat,
  string,
  toExpr,
  toMap,
  when,
} from "tfwright";
import { referenceNode } from "../../../src/generate/expr/build";
import { makeExpr, NODE } from "../../../src/generate/expr/expr";
import { type Knowledge, knowledgeOf, knowledgeOfType } from "../../../src/generate/expr/knowledge";
import { printExpression } from "../../../src/hcl/print-expression";
import { defineOne, mainOf, problemsOf } from "../one-module";

const variables = {
  text: string(),
  cron: string({ known: true }),
  size: number(),
  flag: bool(),
  names: list(string()),
  sizes: list(number()),
  tags: map(string()),
  flags: map(bool()),
  ids: set(string()),
  policies: set(string(), { known: true }),
  conf: optional(object({ id: string(), on: optional(bool(), true) })),
  items: list(object({ id: string(), parts: list(string()) })),
  place: object({ id: string(), zone: optional(string({ known: true })) }),
  pairs: list(list(string())),
  loose: any(),
  rules: map(list(object({ port: number(), cidr: string() }))),
  named: list(object({ name: string({ known: true }), id: string() })),
  unnamed: list(object({ name: string(), id: string() })),
};
type V = ExprsOf<typeof variables>;

const v = Object.fromEntries(
  Object.entries(variables).map(([name, { type }]) => [name, makeExpr(referenceNode(`var.${name}`), type)]),
) as unknown as V;
const lookup = (address: string) => {
  const variable = variables[address.slice("var.".length) as keyof typeof variables];
  if (variable === undefined) return undefined;
  const level = (variable.options as { known?: boolean }).known === true ? "whole" : knowledgeOfType(variable.type);
  return { level, type: variable.type };
};

/** The usual way to a flat list: an entry for each rule of each group. */
const pairsOf = (v: V) => fn.flatten(each(v.rules, (rules, group) => each(rules, (rule) => ({ group, rule }))));

const rows: readonly (readonly [Knowledge, Expr<unknown>])[] = [
  ["whole", toExpr("x")],
  ["whole", toExpr([1, "a", { b: null }])],
  ["unknown", v.text],
  ["whole", v.cron],
  ["whole", v.size],
  ["whole", v.flag],
  ["shape", v.names],
  ["whole", v.sizes],
  ["shape", v.tags],
  ["whole", v.flags],
  ["unknown", v.ids],
  ["whole", v.policies],
  ["shape", v.conf],
  ["shape", v.place],
  ["unknown", v.place.id],
  ["whole", v.place.zone as unknown as Expr<string>],
  ["whole", isNull(v.place.zone)],
  ["unknown", v.loose],
  ["unknown", ref("aws_glue_job.this.arn")],
  ["unknown", raw("var.size")],
  ["whole", fn.length(v.names)],
  ["unknown", fn.length(v.ids)],
  ["unknown", fn.length(v.text)],
  ["whole", fn.keys(v.tags)],
  ["shape", fn.values(v.tags)],
  ["shape", fn.concat(v.names, ["a"])],
  ["shape", fn.merge(v.tags, v.tags)],
  ["shape", fn.flatten(v.pairs)],
  ["shape", fn.flatten(each(v.items, (item) => item.parts))],
  ["unknown", fn.compact(v.names)],
  ["unknown", fn.distinct(v.names)],
  ["unknown", fn.toset(v.names)],
  ["whole", fn.toset(fn.keys(v.tags))],
  ["unknown", fn.sort(v.names)],
  ["unknown", fn.try(v.names, [])],
  ["unknown", fn.contains(v.names, "a")],
  ["whole", fn.contains(fn.keys(v.tags), "a")],
  ["unknown", fn.zipmap(v.names, v.names)],
  ["shape", fn.zipmap(fn.keys(v.tags), v.names)],
  ["whole", fn.lookup(v.flags, "a", false)],
  ["unknown", fn.lookup(v.tags, "a", "b")],
  ["whole", fn.upper(fn.plantimestamp())],
  ["unknown", fn.timestamp()],
  ["unknown", fn.uuid()],
  ["unknown", fn.bcrypt("a")],
  ["whole", isNotNull(v.conf)],
  ["unknown", isNotNull(v.text)],
  ["unknown", eq(v.text, "a")],
  ["whole", and(v.flag, gt(v.size, 1))],
  ["unknown", and(v.flag, eq(v.text, "a"))],
  ["whole", when(v.flag, 1, 0)],
  ["shape", when(v.flag, v.names, [])],
  ["unknown", when(eq(v.text, "a"), 1, 0)],
  ["unknown", toExpr(`${v.text}x`)],
  ["shape", each(v.names, (name) => `${name}/*`)],
  ["whole", each(v.names, () => 1)],
  ["unknown", each(v.names, (name) => name, { where: (name) => ne(name, "") })],
  ["whole", each(v.sizes, (size) => size, { where: (size) => gt(size, 1) })],
  ["shape", toMap(v.tags, (value, key) => [key, value])],
  ["unknown", toMap(v.names, (name) => [name, 1])],
  ["unknown", at(v.names, 0)],
  ["whole", at(v.sizes, 0)],
  ["shape", at(v.items, 0)],
  ["shape", at(v.items, 0).parts],
  ["unknown", at(v.items, 0).id],
  ["unknown", at(v.items, fn.length(v.text))],
  ["shape", toExpr([v.text, 1])],
  ["shape", toExpr({ a: v.text })],
  ["unknown", toExpr({ [`${v.text}`]: 1 })],
  // What is known of one attribute of an object that is written out.
  ["whole", toExpr({ a: v.size, b: v.text }).a],
  ["unknown", toExpr({ a: v.size, b: v.text }).b],
  ["shape", pairsOf(v)],
  ["shape", toMap(pairsOf(v), (pair) => [`${pair.group}-${pair.rule.port}`, pair])],
  ["unknown", toMap(pairsOf(v), (pair) => [`${pair.group}-${pair.rule.cidr}`, pair])],
  ["shape", toMap(pairsOf(v), (pair) => [pair.group, pair.rule.cidr], { where: (pair) => gt(pair.rule.port, 1) })],
  ["whole", splat(pairsOf(v), (pair) => pair.group)],
  ["whole", at(pairsOf(v), 0).group],
  ["whole", at(fn.concat(pairsOf(v), pairsOf(v)), 0).group],
  [
    "whole",
    fn.lookup(
      toMap(v.tags, (id, name) => [name, { name, id }]),
      "a",
      { name: "a", id: "b" },
    ).name,
  ],
  ["unknown", fn.lookup(v.flags, "a", v.text)],
  // What is known of every alternative: of one alone is not enough.
  ["whole", at(v.named, 0).name],
  ["unknown", at(fn.concat(v.named, v.unnamed as never), 0).name],
  ["unknown", at(fn.concat(v.unnamed, v.named as never), 0).name],
  ["unknown", at(when(v.flag, v.named, v.unnamed as never), 0).name],
  [
    "unknown",
    at(
      toExpr([
        { name: v.size, id: "a" },
        { name: v.text, id: "b" },
      ]) as unknown as typeof v.named,
      v.size,
    ).name,
  ],
  [
    "whole",
    at(
      toExpr([
        { name: v.size, id: v.text },
        { name: v.size, id: "b" },
      ]) as unknown as typeof v.named,
      v.size,
    ).name,
  ],
];
test.each(rows.map(([want, expr]) => ({ want, expr, text: printExpression(expr[NODE]) })))(
  "$want: $text",
  ({ want, expr }) => {
    expect(knowledgeOf(expr[NODE], lookup).level).toBe(want);
  },
);

const JOB = { name: "a", roleArn: "r", command: { scriptLocation: "s" } };

/** A module whose job has these options. */
const counted = (count: (v: V) => Expr<number>) =>
  defineOne({
    variables,
    build(scope, v) {
      resource(scope, GlueJob, "this", JOB, { count: count(v) });
      return { all: output(Object.values(v)) };
    },
  });
const keyed = (forEach: (v: V) => unknown) =>
  defineOne({
    variables,
    build(scope, v) {
      resource(scope, GlueJob, "this", () => JOB, { forEach: forEach(v) as typeof v.tags });
      return { all: output(Object.values(v)) };
    },
  });
const keyedByLocal = (forEach: (v: V) => unknown) =>
  defineOne({
    variables,
    build(scope, v) {
      const map = local(scope, "items", forEach(v)) as typeof v.tags;
      resource(scope, GlueJob, "this", () => JOB, { forEach: map });
      return { all: output(Object.values(v)) };
    },
  });

test.each<[string, ReturnType<typeof counted>]>([
  ["count by a length", counted((v) => fn.length(v.names))],
  ["count by an object that is null or not", counted((v) => when(isNotNull(v.conf), 1, 0))],
  ["count by a text that is declared known", counted((v) => when(eq(v.cron, "a"), 1, 0))],
  ["for_each over a map", keyed((v) => v.tags)],
  ["for_each over a set that is declared known", keyed((v) => v.policies)],
  ["for_each over keys", keyed((v) => fn.toset(fn.keys(v.tags)))],
  ["for_each over a map made of a map", keyed((v) => toMap(v.tags, (value, key) => [key, value]))],
  [
    "for_each over a local that is a map made of a map",
    keyedByLocal((v) => toMap(v.tags, (value, key) => [key, `${v.text}-${value}`])),
  ],
  ["for_each over known keys", keyed((v) => toExpr({ a: v.text }))],
  ["for_each over zipmap of known keys", keyed((v) => fn.zipmap(fn.keys(v.tags), v.names))],
  ["for_each over an object by the name of a local", keyedByLocal((v) => ({ a: v.text, b: v.names }))],
  ["for_each over a flat list of pairs", keyed((v) => toMap(pairsOf(v), (pair) => [pair.group, pair]))],
  [
    "for_each over a flat list of pairs that is a local",
    defineOne({
      variables,
      build(scope, v) {
        const pairs = local(scope, "pairs", pairsOf(v));
        const forEach = toMap(pairs, (pair) => [`${pair.group}-${pair.rule.port}`, pair.rule.cidr]);
        resource(scope, GlueJob, "this", (rule) => ({ ...JOB, description: rule.value }), { forEach });
        return { all: output(Object.values(v)) };
      },
    }),
  ],
  ["for_each over a merge", keyed((v) => fn.merge(v.tags, v.tags))],
])("%s is allowed", (_name, module) => {
  expect(mainOf(module)).toMatch(/^ {2}(?:count|for_each) += /m);
});

test.each<[string, ReturnType<typeof counted>, string]>([
  [
    "count by a text",
    counted((v) => when(eq(v.text, "a"), 1, 0)),
    '`count = var.text == "a" ? 1 : 0` is decided by var.text',
  ],
  [
    "count by a text that is null or not",
    counted((v) => when(isNotNull(v.text as never), 1, 0)),
    "is decided by var.text",
  ],
  ["count by the length of a set", counted((v) => fn.length(v.ids)), "is decided by var.ids"],
  ["count by filtered texts", counted((v) => fn.length(fn.compact(v.names))), "compact(var.names)"],
  ["for_each over a set", keyed((v) => v.ids), "`for_each = var.ids` is decided by var.ids"],
  ["for_each over toset of texts", keyed((v) => fn.toset(v.names)), "toset(var.names)"],
  ["for_each over a map with the texts as keys", keyed((v) => toMap(v.names, (name) => [name, 1])), "is decided by"],
  ["for_each over zipmap", keyed((v) => fn.zipmap(v.names, v.names)), "zipmap(var.names, var.names)"],
])("%s is refused", (_name, module, message) => {
  expect(problemsOf(module)).toEqual([
    {
      code: "decided-by-unknown",
      path: "sample.aws_glue_job.this",
      message: expect.stringContaining(message),
      hint: expect.stringContaining("`known: true`"),
    },
  ]);
});

test.each<[string, (v: V) => unknown]>([
  ["a list of numbers", (v) => v.sizes],
  ["a written list", () => toExpr(["a"])],
  ["keys without toset", (v) => fn.keys(v.tags)],
])("for_each over %s is refused: it has no keys", (_name, forEach) => {
  expect(problemsOf(keyed(forEach))).toEqual([
    expect.objectContaining({
      code: "for-each-over-list",
      path: "sample.aws_glue_job.this",
      hint: expect.stringContaining("toMap"),
    }),
  ]);
});

test("locals and module calls are seen through", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const chosen = local(scope, "chosen", when(eq(v.text, "a"), 1, 0));
      const size = local(scope, "size", fn.length(v.names));
      const call = moduleCall(scope, "inner", { source: "./inner", count: size });
      resource(scope, GlueJob, "by_local", JOB, { count: chosen });
      resource(scope, GlueJob, "by_module", JOB, { count: call.at(0).output<number>("n") });
      moduleCall(scope, "outer", { source: "./outer", count: chosen });
      return { all: output(Object.values(v)) };
    },
  });
  expect(problemsOf(module).map(({ code, path }) => [code, path])).toEqual([
    ["decided-by-unknown", "sample.aws_glue_job.by_local"],
    ["decided-by-unknown", "sample.aws_glue_job.by_module"],
    ["decided-by-unknown", "sample.module.outer"],
  ]);
});

test("the instances of a resource decide how many of another there are", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const keyed = resource(scope, GlueJob, "keyed", () => JOB, { forEach: v.tags });
      const counted = resource(scope, GlueJob, "counted", JOB, { count: fn.length(v.names) });
      const chained = (each: { value: Expr<unknown> }) => ({ ...JOB, description: fn.tostring(each.value) });
      resource(scope, GlueJob, "chained", chained, { forEach: keyed.all((job) => job.arn) });
      resource(scope, GlueJob, "whole", (each) => ({ ...JOB, name: each.key }), { forEach: keyed.all((job) => job) });
      resource(scope, GlueJob, "many", JOB, { count: fn.length(counted.all((job) => job.arn)) });
      return { all: output(Object.values(v)) };
    },
  });
  expect(mainOf(module).match(/(?:for_each|count) += .*/g)).toEqual([
    "for_each = var.tags",
    "count = length(var.names)",
    "for_each = { for key, job in aws_glue_job.keyed : key => job.arn }",
    "for_each = aws_glue_job.keyed",
    "count = length(aws_glue_job.counted[*].arn)",
  ]);
});

test("the attributes of instances decide nothing", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const keyed = resource(scope, GlueJob, "keyed", () => JOB, { forEach: v.tags });
      const counted = resource(scope, GlueJob, "counted", JOB, { count: fn.length(v.names) });
      resource(scope, GlueJob, "a", () => JOB, {
        forEach: toMap(
          keyed.all((job) => job.arn),
          (arn) => [arn, arn],
        ),
      });
      resource(scope, GlueJob, "b", JOB, {
        count: when(
          eq(
            at(
              counted.all((job) => job.arn),
              0,
            ),
            "a",
          ),
          1,
          0,
        ),
      });
      return { all: output(Object.values(v)) };
    },
  });
  expect(problemsOf(module).map(({ code, path, message }) => [code, path, message.split("is decided")[1]])).toEqual([
    ["decided-by-unknown", "sample.aws_glue_job.a", expect.stringContaining("aws_glue_job.keyed")],
    ["decided-by-unknown", "sample.aws_glue_job.b", expect.stringContaining("aws_glue_job.counted")],
  ]);
});

test.each<[string, (v: V) => Expr<readonly string[]>]>([
  ["compact", (v) => fn.compact(v.names)],
  ["distinct", (v) => fn.distinct(v.names)],
  ["toset", (v) => fn.toset(v.names)],
  ["sort", (v) => fn.sort(v.names)],
  ["a filter on the text", (v) => each(v.names, (name) => name, { where: (name) => ne(name, "") })],
  ["inside concat", (v) => fn.concat(fn.compact(v.names), ["a"])],
])("a dynamic block over %s spreads an unknown: refused", (_name, over) => {
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, DataAwsIamPolicyDocument, "this", {
        statement: blocks(over(v) as typeof v.names, (name) => ({ sid: name })),
      });
      return { all: output(Object.values(v)) };
    },
  });
  expect(problemsOf(module)).toEqual([
    expect.objectContaining({
      code: "spreads-unknown",
      path: expect.stringContaining("aws_iam_policy_document.this"),
      hint: expect.stringContaining("validation"),
    }),
  ]);
});

describe("the blocks of a data source with forEach", () => {
  const entries = {
    rules: map(list(object({ action: string() })), { default: {} }),
    kinds: map(object({ kind: string(), names: list(string()) }), { default: {} }),
  };
  const documentsOf = (statementOf: (one: { kind: Expr<string>; names: ListExpr<Expr<string>> }) => unknown) =>
    defineOne({
      variables: entries,
      build(scope, v) {
        const documents = resource(
          scope,
          DataAwsIamPolicyDocument,
          "this",
          ({ value }) => ({ statement: statementOf(value) as never }),
          { forEach: v.kinds },
        );
        const lists = resource(
          scope,
          DataAwsIamPolicyDocument,
          "lists",
          ({ value }) => ({ statement: blocks(value, (rule) => ({ actions: [rule.action] })) }),
          { forEach: v.rules },
        );
        return { all: output(documents.all((one) => one.json)), lists: output(lists.all((one) => one.json)) };
      },
    });

  test("are decided by the length of a list of the entry", () => {
    const main = mainOf(documentsOf(({ names }) => blocks(names, (name) => ({ actions: [name] }))));
    expect(main).toContain('dynamic "statement" {\n    for_each = each.value.names\n');
    expect(main).toContain('dynamic "statement" {\n    for_each = each.value\n');
  });

  test("are not decided by a text of the entry", () => {
    const module = documentsOf(({ kind }) => blockIf(eq(kind, "x"), () => ({ actions: ["s3:GetObject"] })));
    expect(problemsOf(module)).toEqual([
      expect.objectContaining({
        code: "decided-by-unknown",
        path: "sample.aws_iam_policy_document.this.statement",
        message: expect.stringContaining("is decided by each.value.kind"),
      }),
    ]);
  });
});
