/** What an author writes in the place of something else, as the compiler would tell where it looks. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { DataResource, Op, Token } from "cdktf";
import type { Construct } from "constructs";
import {
  at,
  blockIf,
  blocks,
  bool,
  checkBlock,
  type ExprsOf,
  each,
  fn,
  ifNotNull,
  list,
  local,
  map,
  moved,
  object,
  oneOf,
  optional,
  optionalBlock,
  output,
  ref,
  removed,
  resource,
  string,
  toMap,
  tuple,
} from "tfwright";
import { defineOne, mainOf, problemsOf } from "../one-module";

const variables = {
  name: string(),
  on: bool(),
  names: list(string()),
  tags: map(string()),
  box: optional(object({ id: string() })),
};
type V = ExprsOf<typeof variables>;

/** A definition of which the rest uses every variable. */
const moduleWith = (build: (scope: Construct, v: V) => unknown) =>
  defineOne({
    variables,
    build(scope, v) {
      build(scope, v);
      return { all: output(Object.values(v)) };
    },
  });

const queue = (scope: Construct, given: object, options: object = {}) =>
  resource(scope, SqsQueue, "this", given as never, options as never) as never as { readonly url: never };

const JOB = { name: "a", roleArn: "r", command: { scriptLocation: "s" } };

test.each<[string, (scope: Construct, v: V) => unknown, code: string, message: string, hint: string]>([
  // The entry of a loop
  [
    "a misspelt key of an entry",
    (scope, v) => queue(scope, ((one: { keys: string }) => ({ name: `a-${one.keys}` })) as never, { forEach: v.tags }),
    "unknown-attribute",
    "the entry of `forEach` has no `keys`",
    "did you mean `key`?",
  ],
  [
    "a whole entry as an argument",
    (scope, v) => queue(scope, ((one: object) => ({ name: one })) as never, { forEach: v.tags }),
    "not-a-value",
    "the entry of `forEach` is no value",
    "`each.key` or `each.value`",
  ],
  [
    "a whole entry in a text",
    (scope, v) => queue(scope, ((one: object) => ({ name: `a-${one}` })) as never, { forEach: v.tags }),
    "not-a-value",
    "the entry of `forEach` is no value",
    "`each.key` or `each.value`",
  ],
  [
    "a whole entry as a key",
    (scope, v) => queue(scope, ((one: never) => ({ name: at(v.tags, one) })) as never, { forEach: v.tags }),
    "not-a-value",
    "the entry of `forEach` is no value",
    "`each.key` or `each.value`",
  ],
  // All instances of a resource
  [
    "all instances with a count as an argument",
    (scope) => {
      const many = resource(scope, SqsQueue, "many", {}, { count: 2 });
      resource(scope, GlueJob, "this", { ...JOB, connections: many as never });
    },
    "not-a-value",
    "aws_sqs_queue.many has `count`: all of its instances together are no value",
    ".all((it) => it.id)",
  ],
  [
    "all instances by key in a function",
    (scope, v) => fn.length(resource(scope, SqsQueue, "many", {}, { forEach: v.tags })),
    "not-a-value",
    "aws_sqs_queue.many has `forEach`: all of its instances together are no value",
    '.at("key").id',
  ],
  [
    "one of instances by key",
    (scope, v) => {
      const many = resource(scope, SqsQueue, "many", {}, { forEach: v.tags });
      return (many as never as { one(pick: (it: { url: string }) => string): unknown }).one((it) => it.url);
    },
    "no-single-instance",
    "`.one` is for a resource with `count`, and aws_sqs_queue.many has `forEach`",
    '.at("key").id',
  ],
  [
    "a map of instances by key",
    (scope, v) => {
      const many = resource(scope, SqsQueue, "many", {}, { forEach: v.tags });
      return (many as never as { toMap(key: string, pick: (it: { url: string }) => string): unknown }).toMap(
        "a",
        (it) => it.url,
      );
    },
    "no-single-instance",
    "`.toMap` is for a resource with `count`, and aws_sqs_queue.many has `forEach`",
    ".all((it) => it.id)",
  ],
  // Functions
  [
    "an object for the function of blockIf",
    (_, v) => blockIf(v.on, {} as never),
    "wrong-arguments",
    "`blockIf` takes a function, but was given an object",
    "blockIf(condition, () => ({ ... }))",
  ],
  [
    "nothing for that of blocks",
    (_, v) => blocks(v.names, undefined as never),
    "wrong-arguments",
    "`blocks` takes a function, but was given nothing",
    "blocks(list,",
  ],
  [
    "an object for that of optionalBlock",
    (_, v) => optionalBlock(v.box, { id: "a" } as never),
    "wrong-arguments",
    "`optionalBlock` takes a function",
    "(known) =>",
  ],
  [
    "a text for that of ifNotNull",
    (_, v) => ifNotNull(v.box, "a" as never, null),
    "wrong-arguments",
    "`ifNotNull` takes a function, but was given a string",
    "(known) =>",
  ],
  [
    "a list for that of each",
    (_, v) => each(v.names, [] as never),
    "wrong-arguments",
    "`each` takes a function, but was given a list",
    "(item) =>",
  ],
  [
    "null for that of toMap",
    (_, v) => toMap(v.names, null as never),
    "wrong-arguments",
    "`toMap` takes a function, but was given null",
    "(item) =>",
  ],
  [
    "a name for that of all",
    (scope) =>
      (
        resource(scope, SqsQueue, "many", {}, { count: ref<number>("var.size") }) as never as {
          all(name: string): unknown;
        }
      ).all("url"),
    "wrong-arguments",
    "`all` takes a function, but was given a string",
    ".all((it) => it.id)",
  ],
  // `=> { a: 1 }` is a block of code, and gives nothing.
  [
    "a function of each that returns nothing",
    (_, v) => each(v.names, (() => undefined) as never),
    "not-a-value",
    "the function of `each` returns nothing",
    "(item) => ({ ... })",
  ],
  [
    "a function of toMap that returns nothing",
    (_, v) => toMap(v.names, (() => undefined) as never),
    "wrong-arguments",
    "the function of `toMap` must return a key and a value",
    "[item.name, item]",
  ],
  [
    "a function of toMap that returns a value alone",
    (_, v) => toMap(v.names, ((name: unknown) => name) as never),
    "wrong-arguments",
    "the function of `toMap` must return a key and a value",
    "[item.name, item]",
  ],
  [
    "arguments of an entry that are nothing",
    (scope, v) => queue(scope, (() => undefined) as never, { forEach: v.tags }),
    "wrong-arguments",
    "the function of the arguments returns nothing",
    "(each) => ({ ... })",
  ],
  [
    "blocks of a function that returns nothing",
    (scope, v) =>
      resource(scope, Subnet, "this", { vpcId: "v", timeouts: blockIf(v.on, (() => undefined) as never) as never }),
    "not-a-block",
    "the function of the blocks returns nothing",
    "(item) => ({ ... })",
  ],
  // Blocks where a value stands
  [
    "blocks in a list of values",
    (scope, v) => queue(scope, { tags: each(v.names, (name) => ({ a: blocks(v.names, () => ({ name })) })) }),
    "not-a-value",
    "`blocks`, `optionalBlock`, `blockIf` and `blockList` give blocks, which are no value",
    "use `each`",
  ],
  [
    "blocks in a function",
    (_, v) => fn.jsonencode(blocks(v.names, (name) => ({ name }))),
    "not-a-value",
    "give blocks",
    "use `each`",
  ],
  // Names that Terraform does not have
  [
    "a misspelt name after count",
    (scope) => queue(scope, { delaySeconds: ref("count.idx") }),
    "unknown-reference",
    "Terraform has no `count.idx`",
    "index",
  ],
  [
    "a misspelt name after path",
    (scope) => queue(scope, { name: ref("path.modul") }),
    "unknown-reference",
    "Terraform has no `path.modul`",
    "`module`",
  ],
  // Options
  [
    "an option of an output",
    () => output("a", { sensitiv: true } as never),
    "bad-option",
    "an output has no option `sensitiv`",
    "`sensitive`",
  ],
  [
    "an option of a local",
    (scope, v) => local(scope, "a", v.name, { coment: "b" } as never),
    "bad-option",
    "a local has no option `coment`",
    "`comment`",
  ],
  [
    "an option of removed",
    (scope) => removed(scope, "aws_sqs_queue.old", { destory: true } as never),
    "bad-option",
    "`removed` has no option `destory`",
    "`destroy`",
  ],
  [
    "an instance that is removed",
    (scope) => removed(scope, 'aws_sqs_queue.old["a"]'),
    "removed-instance",
    "takes the address of a whole resource",
    'removed(scope, "aws_sqs_queue.old")',
  ],
  [
    "one assertion in place of a list",
    (scope, v) => checkBlock(scope, "a", { condition: v.on, message: "b" } as never),
    "wrong-arguments",
    "`checkBlock` takes a list of assertions",
    'checkBlock(scope, "a", [{',
  ],
  // Settings of another kind
  [
    "one rule in place of a list",
    (scope, v) => queue(scope, {}, { lifecycle: { preconditions: { condition: v.on, message: "a" } } }),
    "bad-option",
    "`preconditions` must be a list of rules",
    "preconditions: [{ condition",
  ],
  [
    "a rule without a message",
    (scope, v) => queue(scope, {}, { lifecycle: { postconditions: [{ condition: v.on }] } }),
    "bad-option",
    "`postconditions` must be a list of rules",
    "message",
  ],
  [
    "an assertion without a message",
    (scope, v) => checkBlock(scope, "a", [{ condition: v.on } as never]),
    "wrong-arguments",
    "with `condition` and `message`",
    'checkBlock(scope, "a", [{',
  ],
  [
    "a name in place of a list",
    (scope) => queue(scope, {}, { lifecycle: { ignoreChanges: "tags" } }),
    "bad-option",
    '`ignoreChanges` must be "all" or a list',
    '["tags"]',
  ],
  [
    "one trigger in place of a list",
    (scope) => queue(scope, {}, { lifecycle: { actionTriggers: {} } }),
    "bad-option",
    "`actionTriggers` must be a list",
    "[...]",
  ],
  [
    "an expression for preventDestroy",
    (scope, v) => queue(scope, {}, { lifecycle: { preventDestroy: v.on } }),
    "bad-option",
    "`preventDestroy` must be true or false",
    "no expression",
  ],
  [
    "a bool for lifecycle",
    (scope) => queue(scope, {}, { lifecycle: true }),
    "bad-option",
    "`lifecycle` must be an object",
    "preventDestroy",
  ],
  [
    "a text for dependsOn",
    (scope) => queue(scope, {}, { dependsOn: "aws_sqs_queue.a" }),
    "not-a-dependency",
    "`dependsOn` takes a list",
    "[bucket]",
  ],
  [
    "null for the options",
    (scope) => queue(scope, {}, null as never),
    "bad-option",
    "a resource takes its options as an object",
    "count",
  ],
  [
    "a value for the options",
    (scope, v) => queue(scope, {}, v.tags),
    "bad-option",
    "a resource takes its options as an object",
    "count",
  ],
  [
    "an address that is missing",
    (scope) => moved(scope, "aws_sqs_queue.old", undefined as never),
    "wrong-arguments",
    "`moved` takes two addresses",
    "moved(scope,",
  ],
  [
    "a local without the scope",
    (_, v) => local("a" as never, v.name as never, undefined),
    "wrong-arguments",
    "the first argument must be the scope",
    "build(scope, v)",
  ],
  // What triggers a replacement
  [
    "a variable",
    (scope, v) => queue(scope, {}, { lifecycle: { replaceTriggeredBy: [v.name] } }),
    "not-a-resource",
    "but was given `var.name`",
    "resource(scope, DataResource,",
  ],
  [
    "a part of a local",
    (scope, v) => queue(scope, {}, { lifecycle: { replaceTriggeredBy: [local(scope, "a", { b: v.name }).b] } }),
    "not-a-resource",
    "but was given `local.a`",
    "resource(scope, DataResource,",
  ],
  [
    "a text",
    (scope) => queue(scope, {}, { lifecycle: { replaceTriggeredBy: ["aws_sqs_queue.a"] } }),
    "not-a-resource",
    "`replaceTriggeredBy` takes resources of this module",
    "resource(scope, DataResource,",
  ],
  // Arguments of another kind
  [
    "a list for a text",
    (scope, v) => queue(scope, { name: v.names }),
    "wrong-type",
    "`name` takes a single value, but was given a list",
    "fn.join",
  ],
  [
    "an object for a text",
    (scope) => queue(scope, { policy: { Version: "2012-10-17" } }),
    "wrong-type",
    "`policy` takes a single value, but was given an object",
    "fn.jsonencode",
  ],
  [
    "a text for a list",
    (scope, v) => resource(scope, GlueJob, "this", { ...JOB, connections: v.name as never }),
    "wrong-type",
    "`connections` takes a list, but was given a string",
    "[value]",
  ],
  [
    "a list for a map",
    (scope, v) => queue(scope, { tags: v.names }),
    "wrong-type",
    "`tags` takes a map, but was given a list",
    "{ name: value }",
  ],
  [
    "a map for a number in a block",
    (scope, v) =>
      resource(scope, GlueJob, "this", { ...JOB, executionProperty: { maxConcurrentRuns: v.tags as never } }),
    "wrong-type",
    "`maxConcurrentRuns` takes a single value, but was given a map",
    "one element",
  ],
  [
    "a word for a bool",
    (scope) => queue(scope, { fifoQueue: "yes" }),
    "wrong-type",
    '`fifoQueue` takes a bool, but was given "yes"',
    "write true or false",
  ],
  [
    "a number for a bool",
    (scope) => queue(scope, { fifoQueue: 1 }),
    "wrong-type",
    "`fifoQueue` takes a bool, but was given 1",
    "write true or false",
  ],
  [
    "a word for a number",
    (scope) => queue(scope, { delaySeconds: "3s" }),
    "wrong-type",
    '`delaySeconds` takes a number, but was given "3s"',
    "such as 30",
  ],
  [
    "a bool of the caller for a number in a block",
    (scope, v) => resource(scope, GlueJob, "this", { ...JOB, executionProperty: { maxConcurrentRuns: v.on as never } }),
    "wrong-type",
    "`maxConcurrentRuns` takes a number, but was given a bool",
    "such as 30",
  ],
  // A block of which the class knows nothing
  [
    "a misspelt name in a block",
    (scope) => resource(scope, Subnet, "this", { vpcId: "v", timeouts: { creates: "5m" } as never }),
    "unknown-argument",
    "has no argument `creates` in `timeouts`",
    "did you mean `create`?",
  ],
  [
    "in a block that may be there",
    (scope, v) =>
      resource(scope, Subnet, "this", { vpcId: "v", timeouts: blockIf(v.on, () => ({ deletes: "5m" })) as never }),
    "unknown-argument",
    "has no argument `deletes` in `timeouts`",
    "did you mean `delete`?",
  ],
])("%s is told", (_, build, code, message, hint) => {
  const [problem, ...others] = problemsOf(moduleWith(build));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code,
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});

test("what is right passes", () => {
  const module = moduleWith((scope, v) => {
    const trigger = resource(scope, DataResource, "trigger", { input: v.name });
    const others = resource(scope, SqsQueue, "others", ({ key, ...rest }) => ({ name: `${key}-${rest.value}` }), {
      forEach: v.tags,
    });
    queue(
      scope,
      {
        name: ref("terraform.workspace"),
        delaySeconds: "5",
        maxMessageSize: Token.asNumber(ref("terraform.workspace")),
        messageRetentionSeconds: Token.asString(Op.add(1, 2)),
        visibilityTimeoutSeconds: v.name,
        tags: { a: v.on, b: 1 },
        fifoQueue: "true",
      },
      { lifecycle: { replaceTriggeredBy: [trigger, trigger.output, others, others.at("a").url] } },
    );
  });
  expect(mainOf(module)).toContain(
    'replace_triggered_by = [\n      terraform_data.trigger,\n      terraform_data.trigger.output,\n      aws_sqs_queue.others,\n      aws_sqs_queue.others["a"].url,\n    ]',
  );
});

test.each<[string, () => unknown, RegExp]>([
  [
    "a function for an element",
    () => list(String as never),
    /the element of `list` must be a type, but it is a function/,
  ],
  [
    "an object for an element of a map",
    () => map({ a: string() } as never),
    /the element of `map` must be a type, but it is an object/,
  ],
  [
    "a text for an attribute",
    () => object({ a: "string" as never }),
    /the attribute `a` must be a type, but it is a string/,
  ],
  ["a type in place of attributes", () => object(string() as never), /`object` takes its attributes by their names/],
  [
    "a function in optional",
    () => optional(string as never),
    /what is `optional` must be a type, but it is a function/,
  ],
  ["nothing in optional", () => optional(undefined as never), /what is `optional` must be a type, but there is none/],
  [
    "options behind a type in optional",
    () => optional(string(), { description: "A." } as never),
    /the second argument of `optional` is the default, but was the options of a variable\n.*optional\(string\(\{ description: ... \}\)\)$/,
  ],
  [
    "options behind an object in optional",
    () => optional(object({ id: string() }), { description: "A.", default: {} } as never),
    /but was the options of a variable\n.*optional\(object\(..., \{ description: ... \}\), \{\}\)$/,
  ],
  ["a text in tuple", () => tuple(["string"] as never), /the element 0 of `tuple` must be a type, but it is a string/],
  ["a text for the options of an output", () => output("a", "A." as never), /`output` takes its options as an object/],
  ["values without a list", () => oneOf("a" as never, {}), /`oneOf` takes a list of values/],
])("%s is no type", (_, make, message) => {
  expect(make).toThrow(message);
});

test("a default of `optional` may have the names of options", () => {
  const described = object({ description: string(), default: optional(string()) });
  const defaults = [
    optional(described, { description: "A." }),
    optional(map(string()), { description: "A." }),
    optional(object({ id: optional(string()) }), {}),
    optional(list(string()), []),
  ].map(({ options }) => options.default);
  expect(defaults).toEqual([{ description: "A." }, { description: "A." }, {}, []]);
});

test("one alias in place of a list is told", () => {
  const module = defineOne({
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0", configurationAliases: "aws.west" as never } },
    build: (scope) => ({ url: output(queue(scope, {}).url) }),
  });
  expect(problemsOf(module)).toMatchObject([
    { code: "bad-definition", path: "sample.providers.aws", message: "`configurationAliases` must be a list of names" },
  ]);
});
