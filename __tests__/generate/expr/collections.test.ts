/** Loops, splats and blocks: known now they are written out, else they are the HCL that a person would write. */
import { CeCostCategory } from "@cdktf/provider-aws/lib/ce-cost-category";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import {
  add,
  at,
  blockIf,
  blockList,
  blocks,
  comment,
  type Expr,
  type ExprsOf,
  each,
  eachNotNull,
  eq,
  fn,
  gt,
  list,
  map,
  ne,
  number,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  resourceType,
  set,
  splat,
  string,
  toExpr,
  toMap,
  withoutNulls,
} from "tfwright";
import { defineOne, mainOf, problemsOf, textOf } from "../one-module";

const variables = {
  names: list(string()),
  buckets: list(object({ arn: string(), sizes: list(number()), key: optional(string()) })),
  tags: map(string()),
  jobs: map(object({ role: string() })),
  ids: set(string()),
  conf: optional(object({ id: string(), extra: optional(string()) })),
  one: object({ a: optional(string()), b: optional(string()) }),
  x: string(),
};
type V = ExprsOf<typeof variables>;

const known = toExpr([{ arn: "a" }, { arn: "b" }]);

test.each<[string, (v: V) => Expr<unknown>, string]>([
  [
    "for over a list",
    (v) => each(v.buckets, (bucket) => `${bucket.arn}/*`),
    '[for bucket in var.buckets : "${bucket.arn}/*"]',
  ],
  [
    "for with if",
    (v) => each(v.names, (name) => fn.upper(name), { where: (name) => ne(name, "") }),
    '[for name in var.names : upper(name) if name != ""]',
  ],
  [
    "for with a name of its own",
    (v) => each(v.names, (name) => fn.upper(name), { as: "part" }),
    "[for part in var.names : upper(part)]",
  ],
  [
    "for over a map",
    (v) => each(v.tags, (value, key) => `${key}=${value}`),
    '[for key, value in var.tags : "${key}=${value}"]',
  ],
  [
    "the key only where it is used",
    (v) => each(v.tags, (value) => fn.upper(value)),
    "[for value in var.tags : upper(value)]",
  ],
  ["for over a set", (v) => each(v.ids, (id) => `x${id}`), '[for item in var.ids : "x${item}"]'],
  [
    "for in for: no name hides another",
    (v) => each(v.names, (outer) => each(v.names, (inner) => `${outer}${inner}`)),
    '[for name in var.names : [for name_2 in var.names : "${name}${name_2}"]]',
  ],
  [
    "a map",
    (v) => toMap(v.buckets, (bucket) => [bucket.arn, bucket.key]),
    "{ for bucket in var.buckets : bucket.arn => bucket.key }",
  ],
  [
    "a map of a map",
    (v) => toMap(v.tags, (value, key) => [fn.upper(key), value]),
    "{ for key, value in var.tags : upper(key) => value }",
  ],
  [
    "the index of a list",
    (v) => each(v.names, (name, index) => `${index}-${name}`),
    '[for index, name in var.names : "${index}-${name}"]',
  ],
  [
    "a map by the index of a list",
    (v) => toMap(v.names, (name, index) => [name, fn.cidrsubnet("10.0.0.0/16", 8, index)]),
    '{ for index, name in var.names : name => cidrsubnet("10.0.0.0/16", 8, index) }',
  ],
  [
    "a condition on the index",
    (v) => each(v.buckets, (bucket) => bucket.arn, { where: (_, index) => gt(index, 0) }),
    "[for index, bucket in var.buckets : bucket.arn if index > 0]",
  ],
  [
    "the indexes of two loops",
    (v) => each(v.buckets, (bucket, outer) => each(bucket.sizes, (size, inner) => [outer, inner, size])),
    "[\n    for index, bucket in var.buckets : [for size_index, size in bucket.sizes : [index, size_index, size]]\n  ]",
  ],
  ["known: the index", () => each(known, (item, index) => `${item.arn}${add(index, 1)}`), '["a1", "b2"]'],
  [
    "known list, open condition on the index",
    (v) => each(known, (_, index) => index, { where: (item) => eq(item.arn, v.x) }),
    '[for index, item in [{ arn = "a" }, { arn = "b" }] : index if item.arn == var.x]',
  ],
  [
    "what is set",
    (v) => eachNotNull(v.buckets, (bucket) => bucket.key),
    "[for bucket in var.buckets : bucket.key if bucket.key != null]",
  ],
  ["without nulls", (v) => withoutNulls(v.one), "{ for key, value in var.one : key => value if value != null }"],
  ["splat", (v) => splat(v.buckets, (bucket) => bucket.arn), "var.buckets[*].arn"],
  [
    "index behind a splat",
    (v) =>
      at(
        splat(v.buckets, (bucket) => bucket.sizes),
        0,
      ),
    "(var.buckets[*].sizes)[0]",
  ],
  ["index", (v) => at(v.buckets, 0).arn, "var.buckets[0].arn"],
  ["index by a key", (v) => at(v.jobs, v.x).role, "var.jobs[var.x].role"],
  ["index by a known key", (v) => at(v.jobs, "a b").role, 'var.jobs["a b"].role'],
  ["known: written out", () => each(known, (item) => `${item.arn}/*`), '["a/*", "b/*"]'],
  ["known: filtered", () => each(known, (item) => item.arn, { where: (item) => eq(item.arn, "b") }), '["b"]'],
  ["known list, open result", (v) => each(known, (item) => `${item.arn}${v.x}`), '["a${var.x}", "b${var.x}"]'],
  [
    "known list, open condition",
    (v) => each(known, (item) => item.arn, { where: (item) => eq(item.arn, v.x) }),
    '[for item in [{ arn = "a" }, { arn = "b" }] : item.arn if item.arn == var.x]',
  ],
  ["known: a map", () => toMap(known, (item) => [item.arn, 1]), "{\n    a = 1\n    b = 1\n  }"],
  [
    "known: splat and index",
    () =>
      at(
        splat(known, (item) => item.arn),
        1,
      ),
    '"b"',
  ],
  [
    "a reserved name is not taken",
    (v) => each(v.names, (item) => item, { as: "each" }),
    "[for item in var.names : item]",
  ],
])("%s", (_name, use, want) => {
  const module = defineOne({
    variables,
    build: (_scope, v) => ({ it: output(use(v)), all: output(Object.values(v)) }),
  });
  expect(textOf(module, "outputs.tf").split("\n\noutput")[0]).toBe(`output "it" {\n  value = ${want}\n}`);
});

const JOB = { name: "a", roleArn: "r", command: { scriptLocation: "s" } };

/** The blocks of a trigger: what stands behind its arguments. */
function actionsOf(actions: (v: V) => Parameters<typeof resource<never, never>>[3] | unknown): string {
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, GlueTrigger, "this", { name: "t", type: "ON_DEMAND", actions: actions(v) as never });
      return { all: output(Object.values(v)) };
    },
  });
  return mainOf(module).split('"ON_DEMAND"\n')[1] as string;
}

test("repeated blocks: written out, from a list, from a map, where a condition holds, in their order", () => {
  const given = actionsOf((v) =>
    blockList<unknown>(
      { jobName: "first", [comment]: "why it is here" } as never,
      blocks(v.buckets, (bucket, index) => ({ jobName: bucket.arn, timeout: index })),
      blocks(v.jobs, (job, key) => ({ jobName: key, arguments: { role: job.role } })),
      blockIf(gt(fn.length(v.names), 1), () => ({ jobName: "many" })),
      blocks(["x", "y"], (name) => ({ jobName: name })),
    ),
  );
  expect(given).toBe(`
  # why it is here
  actions {
    job_name = "first"
  }

  dynamic "actions" {
    for_each = var.buckets

    content {
      job_name = actions.value.arn
      timeout  = actions.key
    }
  }

  dynamic "actions" {
    for_each = var.jobs

    content {
      job_name  = actions.key
      arguments = { role = actions.value.role }
    }
  }

  dynamic "actions" {
    for_each = length(var.names) > 1 ? [1] : []

    content {
      job_name = "many"
    }
  }

  actions {
    job_name = "x"
  }

  actions {
    job_name = "y"
  }
}
`);
});

test("nested blocks: each iterator keeps its name", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, DataAwsIamPolicyDocument, "this", {
        statement: blocks(v.buckets, (bucket) => ({
          sid: bucket.arn,
          condition: blocks(bucket.sizes, (size) => ({
            test: "NumericEquals",
            variable: bucket.arn,
            values: [`${size}`],
          })),
        })),
      });
      resource(scope, GlueJob, "this", {
        ...JOB,
        notificationProperty: optionalBlock(v.conf, (conf) => ({ notifyDelayAfter: fn.length(conf.id) })),
        executionProperty: optionalBlock(v.conf, (conf) => ({
          maxConcurrentRuns: fn.length(each(v.names, (execution_property) => `${execution_property}${conf.id}`)),
        })),
      });
      return { all: output(Object.values(v)) };
    },
  });
  expect(mainOf(module)).toContain(`  dynamic "statement" {
    for_each = var.buckets

    content {
      sid = statement.value.arn

      dynamic "condition" {
        for_each = statement.value.sizes

        content {
          test     = "NumericEquals"
          variable = statement.value.arn
          values   = [tostring(condition.value)]
        }
      }
    }
  }
`);
  expect(mainOf(module)).toContain("notify_delay_after = length(notification_property.value.id)");
  expect(mainOf(module)).toContain('[for name in var.names : "${name}${execution_property.value.id}"]');
});

test("blocks deep inside each other reach the values of all of them", () => {
  const visibility = { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true };
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, Wafv2WebAcl, "this", {
        name: "w",
        scope: "REGIONAL",
        visibilityConfig: visibility,
        defaultAction: {
          allow: optionalBlock(v.conf, (outer) => ({
            customRequestHandling: optionalBlock(v.conf, (inner) => ({
              insertHeader: blocks(v.jobs, (job, key) => ({ name: key, value: `${job.role}${outer.id}${inner.id}` })),
            })),
          })),
        },
      });
      return { all: output(Object.values(v)) };
    },
  });
  expect(mainOf(module)).toContain(
    'value = "${insert_header.value.role}${allow.value.id}${custom_request_handling.value.id}"',
  );
});

test("a dynamic block inside one of the same label gets another iterator", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, CeCostCategory, "this", {
        name: "c",
        ruleVersion: "v1",
        rule: blocks(v.buckets, (outer) => ({
          value: outer.arn,
          rule: optionalBlock(v.conf, (inner) => ({ dimension: { key: inner.id, values: [outer.arn] } })),
        })),
      });
      return { all: output(Object.values(v)) };
    },
  });
  expect(mainOf(module)).toContain(`  dynamic "rule" {
    for_each = var.buckets

    content {
      value = rule.value.arn

      dynamic "rule" {
        for_each = var.conf[*]
        iterator = rule_2

        content {
          dimension {
            key    = rule_2.value.id
            values = [rule.value.arn]
          }
        }
      }
    }
  }
`);
});

test("known optional blocks fold away", () => {
  const module = defineOne({
    build(scope) {
      const set = toExpr({ delay: 5 }) as never;
      const unset = toExpr(null) as never;
      const use = (value: { delay: number }) => ({ notifyDelayAfter: value.delay });
      resource(scope, GlueJob, "set", { ...JOB, notificationProperty: optionalBlock(set, use as never) });
      resource(scope, GlueJob, "unset", { ...JOB, notificationProperty: optionalBlock(unset, use as never) });
      return {};
    },
  });
  expect(mainOf(module).match(/notify_delay_after = 5|dynamic|notification_property \{/g)).toEqual([
    "notification_property {",
    "notify_delay_after = 5",
  ]);
});

test.each<[string, (v: V) => unknown, string]>([
  ["a splat of more than an attribute", (v) => splat(v.names, (name) => fn.upper(name)), "not-a-splat"],
  ["each over an array", () => each([1, 2] as never, (item) => item), "not-a-list"],
])("%s is refused", (_name, use, code) => {
  expect(problemsOf(defineOne({ variables, build: (_scope, v) => ({ a: output(use(v) as never) }) }))[0]?.code).toBe(
    code,
  );
});

test("resources with count and for_each: one, all, at and maps", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const counted = resource(scope, GlueJob, "counted", JOB, { count: fn.length(v.names) });
      const keyed = resource(
        scope,
        GlueJob,
        "keyed",
        ({ key, value }) => ({ ...JOB, name: key, roleArn: value.role }),
        { forEach: v.jobs },
      );
      const known = resource(scope, GlueJob, "known", JOB, { count: 1 });
      return {
        one: output(counted.one((job) => job.arn)),
        all: output(counted.all((job) => job.arn)),
        nested: output(counted.all((job) => job.command.scriptLocation)),
        made: output(counted.all((job) => fn.upper(job.name))),
        at: output(counted.at(0).arn),
        map: output(counted.toMap("only", (job) => job.arn)),
        keyed: output(keyed.all((job) => job.arn)),
        itself: output(keyed.all((job) => job)),
        key: output(keyed.at(v.x).arn),
        known: output([known.one((job) => job.arn), known.at(0).arn]),
        rest: output(Object.values(v)),
      };
    },
  });
  const values = [...textOf(module, "outputs.tf").matchAll(/output "(\w+)" \{\n {2}value = (.*)\n/g)].map(
    ([, name, value]) => [name, value],
  );
  expect(Object.fromEntries(values.slice(0, -1))).toEqual({
    one: "one(aws_glue_job.counted[*].arn)",
    all: "aws_glue_job.counted[*].arn",
    nested: "[for job in aws_glue_job.counted : job.command[0].script_location]",
    made: "[for job in aws_glue_job.counted : upper(job.name)]",
    at: "aws_glue_job.counted[0].arn",
    map: '{ for job in aws_glue_job.counted : "only" => job.arn }',
    keyed: "{ for key, job in aws_glue_job.keyed : key => job.arn }",
    itself: "aws_glue_job.keyed",
    key: "aws_glue_job.keyed[var.x].arn",
    known: "[aws_glue_job.known.arn, aws_glue_job.known.arn]",
  });
  expect(mainOf(module)).toContain(
    'resource "aws_glue_job" "keyed" {\n  for_each = var.jobs\n\n  name     = each.key\n  role_arn = each.value.role\n',
  );
});

test("a loop over an attribute of the instances is one over the instances", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const keyed = resource(scope, GlueJob, "keyed", ({ key }) => ({ ...JOB, name: key }), { forEach: v.jobs });
      const arns = keyed.all((job) => job.arn);
      const made = keyed.all((job) => fn.upper(job.arn));
      return {
        list: output(each(arns, (arn) => fn.upper(arn))),
        keys: output(each(arns, (arn, key) => `${key}=${arn}`)),
        map: output(toMap(arns, (arn, key) => [arn, key], { where: (arn) => ne(arn, v.x) })),
        twice: output(each(arns, (one) => each(arns, (other) => `${one}${other}`))),
        made: output(each(made, (name) => name)),
        rest: output(Object.values(v)),
      };
    },
  });
  const values = [...textOf(module, "outputs.tf").matchAll(/output "(\w+)" \{\n {2}value = ([\s\S]*?)\n\}/g)].map(
    ([, name = "", value = ""]) => [name, value.replace(/\s+/g, " ")],
  );
  expect(Object.fromEntries(values.slice(0, -1))).toEqual({
    list: "[for job in aws_glue_job.keyed : upper(job.arn)]",
    keys: '[for key, job in aws_glue_job.keyed : "${key}=${job.arn}"]',
    map: "{ for key, job in aws_glue_job.keyed : job.arn => key if job.arn != var.x }",
    twice: '[for job in aws_glue_job.keyed : [for job_2 in aws_glue_job.keyed : "${job.arn}${job_2.arn}"]]',
    made: "[for value in { for key, job in aws_glue_job.keyed : key => upper(job.arn) } : value]",
  });
});

test("instances of a type with a version are called as the type is", () => {
  const Secret = resourceType("acme_api_secret_v1", { arguments: { name: string() } });
  const Route = resourceType("acme_route_v2_table", { arguments: { name: string() } });
  const module = defineOne({
    providers: { acme: { source: "acme/acme", version: ">= 1.0" } },
    variables,
    build(scope, v) {
      const secrets = resource(scope, Secret, "this", (one) => ({ name: one.key }), { forEach: v.tags });
      const routes = resource(scope, Route, "this", (one) => ({ name: one.key }), { forEach: v.tags });
      return {
        secrets: output(secrets.all((one) => one.name)),
        routes: output(routes.all((one) => one.name)),
        rest: output(Object.values(v)),
      };
    },
  });
  const text = textOf(module, "outputs.tf");
  expect(text).toContain("{ for key, secret in acme_api_secret_v1.this : key => secret.name }");
  expect(text).toContain("{ for key, table in acme_route_v2_table.this : key => table.name }");
});

test("a name that is taken has that of the collection before it, and a number only where there is none", () => {
  const inner = object({
    ports: list(number()),
    secrets: map(string()),
    partition_keys: list(string()),
    status: map(string()),
  });
  const module = defineOne({
    variables: { boxes: map(inner) },
    build: (_scope, v) => ({
      secrets: output(each(v.boxes, (box, key) => each(box.secrets, (secret, name) => [key, name, secret]))),
      status: output(each(v.boxes, (box) => each(box.status, (text) => text))),
      keys: output(each(v.boxes, (box, key) => each(box.partition_keys, (part) => `${key}${part}`))),
      ports: output(each(v.boxes, (box) => each(box.ports, (port) => each(box.ports, (other) => [port, other])))),
      twice: output(each(v.boxes, (_box, key) => each(v.boxes, (_other, name) => [key, name]))),
    }),
  });
  const values = [...textOf(module, "outputs.tf").matchAll(/value +=((?: .*|\n .+)+)/g)].map(([, value = ""]) =>
    value.replace(/\s+/g, " ").trim(),
  );
  expect(values).toEqual([
    "[ for key, value in var.boxes : [ for secret_key, secret_value in value.secrets : [key, secret_key, secret_value] ] ]",
    "[for value in var.boxes : [for status_value in value.status : status_value]]",
    '[ for key, value in var.boxes : [for partition_key in value.partition_keys : "${key}${partition_key}"] ]',
    "[for value in var.boxes : [for port in value.ports : [for port_2 in value.ports : [port, port_2]]]]",
    "[for key, value in var.boxes : [for key_2, value_2 in var.boxes : [key, key_2]]]",
  ]);
});

test("the elements of a set have no index", () => {
  const module = defineOne({
    variables,
    build: (_scope, v) => ({
      // A function that takes the index without using it is right.
      fine: output(each(v.ids, (id, _index) => id)),
      listed: output(each(fn.sort(v.ids), (id, index) => `${index}${id}`)),
      wrong: output(toMap(v.ids, (id, index) => [id, index])),
      all: output(Object.values(v)),
    }),
  });
  expect(problemsOf(module)).toEqual([
    {
      code: "index-of-set",
      path: "sample",
      message: "the function of `toMap` uses an index, but the elements of a set have none",
      hint: "use the element itself, or walk a list: `fn.sort(set)`",
    },
  ]);
});
