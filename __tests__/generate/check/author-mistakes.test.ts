/** Over 400 lines because it is one table. */
/** What used to generate broken files: each is told, with where and what to do. */
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import type { Construct } from "constructs";
import {
  type AnyModule,
  and,
  blockIf,
  blocks,
  bool,
  call,
  type Expr,
  fn,
  list,
  map,
  mapFrom,
  moduleCall,
  ne,
  nestedBlocks,
  not,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  raw,
  ref,
  resource,
  resourceType,
  string,
  type TfwrightError,
  when,
} from "tfwright";
import type { Validation } from "../../../src/generate/dsl/types";
import { defineOne, filesOf, problemsOf } from "../one-module";

const VARIABLES = {
  name: string({ validate: [{ condition: (name) => fn.can(fn.regex("^q", name)), message: "name starts with q." }] }),
  on: bool({ default: true }),
  size: number({ default: 1 }),
  names: list(string(), { default: [] }),
  tags: map(string(), { default: {} }),
  rule: optional(object({ depth: number(), mode: optional(oneOf(["fast", "slow"])) })),
};
type Parts = Parameters<typeof defineOne<typeof VARIABLES>>[0];

/** A module with a queue, a data source and a check that can fail. */
const withParts = (parts: object): AnyModule =>
  defineOne({
    ...(parts as Partial<Parts>),
    variables: VARIABLES,
    build(scope, v) {
      const queue = resource(scope, SqsQueue, "this", {
        name: v.name,
        tags: v.tags,
        fifoQueue: v.on,
        delaySeconds: v.size,
        policy: fn.jsonencode([v.names, v.rule]),
      });
      const region = resource(scope, DataAwsRegion, "current", {});
      return {
        arn: output(queue.arn, { preconditions: [{ condition: v.on, message: "It must be on." }] }),
        region: output(region.region),
      };
    },
  });

/** A module with counted parts, and a test with one condition. */
const manyWith = (condition: string): AnyModule =>
  defineOne({
    tests: { plan: { runs: [{ name: "a", assert: [{ condition, message: "m" }] }] } },
    build(scope) {
      resource(scope, SqsQueue, "many", {}, { count: 2 });
      resource(scope, SqsQueue, "keyed", {}, { forEach: mapFrom({ a: "b" }) });
      resource(scope, DataAwsRegion, "some", {}, { count: 2 });
      return {};
    },
  });

/** A module whose `build` has the mistake; nothing else is asked of it. */
const withBuild = (build: (scope: Construct, v: Readonly<Record<string, never>>) => unknown): AnyModule =>
  defineOne({
    variables: VARIABLES,
    build(scope, v) {
      resource(scope, SqsQueue, "other", { name: fn.jsonencode(Object.values(v)) });
      return (build(scope, v as never) ?? {}) as Record<string, never>;
    },
  });

/** A module whose variable has one rule. */
const withRule = (rule: Validation<Expr<string>>): AnyModule =>
  defineOne({
    variables: { text: string({ validate: [rule] }) },
    build(scope, v) {
      resource(scope, SqsQueue, "this", { name: v.text });
      return {};
    },
  });

const run = (parts: object) =>
  withParts({ tests: { plan: { variables: { name: "q" }, runs: [{ name: "a", ...parts }] } } });
const file = (parts: object) =>
  withParts({ tests: { plan: { variables: { name: "q" }, runs: [{ name: "a" }], ...parts } } });
const condition = (text: unknown) => run({ assert: [{ condition: text, message: "m" }] });
const example = (parts: object) =>
  withParts({ examples: { basic: { description: "d", inputs: { name: "q" }, ...parts } } });
const inputs = (given: object) => example({ inputs: { name: "q", ...given } });
const difference = (given: object) =>
  withParts({ differences: [{ input: "size", theirs: "0", ours: "1", undo: "size = 0", ...given }] });
const queue = (scope: Construct, config: object, options?: object) =>
  resource(scope, SqsQueue, "this", config, options as never);
const counted = (scope: Construct) => resource(scope, SqsQueue, "this", {}, { count: ref<number>("var.size") });

interface Want {
  readonly code: string;
  readonly path: string;
  readonly message: RegExp;
  readonly hint?: RegExp;
}
const want = (code: string, path: string, message: RegExp, hint?: RegExp): Want => ({
  code,
  path: path === "" ? "sample" : `sample.${path}`,
  message,
  ...(hint !== undefined && { hint }),
});

const RUN = "tests.plan.runs.a";
const QUEUE = "aws_sqs_queue.this";

const Rack = resourceType("aws_rack", { arguments: { slot: nestedBlocks({ width: number() }, { nesting: "set" }) } });

const cases: readonly (readonly [name: string, given: AnyModule, want: Want])[] = [
  // How many
  ...(
    [
      ["on", /a bool/, /when\(condition, 1, 0\)/],
      ["name", /a string/, /make the variable a number/],
      ["names", /a list/, /fn\.length/],
      ["tags", /a map/, /fn\.length/],
      ["rule", /an object/, /isNotNull/],
    ] as const
  ).map(
    ([name, message, hint]) =>
      [
        `a count of ${name}`,
        withBuild((scope, v) => void queue(scope, {}, { count: v[name] })),
        want("bad-option", QUEUE, message, hint),
      ] as const,
  ),
  [
    "a count of true",
    withBuild((scope) => void queue(scope, {}, { count: true })),
    want("bad-option", QUEUE, /a bool/, /when/),
  ],
  [
    "a count of a text that is known",
    withBuild((scope) => void queue(scope, {}, { count: "2" })),
    want("bad-option", QUEUE, /a string/),
  ],
  ["a count of null", withBuild((scope) => void queue(scope, {}, { count: null })), want("bad-option", QUEUE, /null/)],
  [
    "a count of a comparison",
    withBuild((scope, v) => void queue(scope, {}, { count: fn.contains(v.names as never, "a") })),
    want("bad-option", QUEUE, /a bool/),
  ],
  [
    "a count of a call of a module",
    withBuild((scope, v) => void moduleCall(scope, "a", { source: "./a", count: v.on as never })),
    want("bad-option", "module.a", /a bool/),
  ],
  [
    "a forEach of an array",
    withBuild((scope) => void queue(scope, {}, { forEach: ["a"] })),
    want("bad-option", QUEUE, /a map or a set that is an expression/, /mapFrom/),
  ],
  [
    "a forEach of a text",
    withBuild((scope, v) => void queue(scope, {}, { forEach: v.name })),
    want("bad-option", QUEUE, /was given a string/, /toMap/),
  ],
  [
    "a forEach of a bool",
    withBuild((scope, v) => void queue(scope, {}, { forEach: v.on })),
    want("bad-option", QUEUE, /was given a bool/, /count: when/),
  ],
  [
    "a forEach of a list",
    withBuild((scope, v) => void queue(scope, {}, { forEach: v.names })),
    want("for-each-over-list", QUEUE, /was given a list/, /toMap/),
  ],
  [
    "count and forEach",
    withBuild((scope, v) => void queue(scope, {}, { count: 1, forEach: v.tags })),
    want("bad-option", QUEUE, /cannot be used together/),
  ],
  [
    "an unknown option",
    withBuild((scope) => void queue(scope, {}, { depends_on: [] })),
    want("bad-option", QUEUE, /no option `depends_on`/, /did you mean `dependsOn`/),
  ],
  ...["count", "forEach", "for_each", "dependsOn", "depends_on", "lifecycle", "provider"].map(
    (name) =>
      [
        `${name} among the arguments`,
        withBuild((scope) => void queue(scope, { [name]: name === "lifecycle" ? {} : "1" })),
        want(
          "meta-argument-in-configuration",
          QUEUE,
          new RegExp(`\`${name}\` is not an argument`),
          /resource\(scope, /,
        ),
      ] as const,
  ),

  // Names
  [
    "an attribute of a counted resource",
    withBuild((scope) => ({ a: output((counted(scope) as never as { arn: string }).arn) })),
    want(
      "no-single-instance",
      "",
      /aws_sqs_queue\.this has `count`, so it has no single `arn`/,
      /\.at\(0\)\.arn.*\.one\(/s,
    ),
  ],
  [
    "an attribute of a resource with forEach",
    withBuild((scope, v) => ({
      a: output((queue(scope, {}, { forEach: v.tags }) as never as { arn: string }).arn),
    })),
    want("no-single-instance", "", /has `forEach`, so it has no single `arn`/, /\.at\("key"\)\.arn/),
  ],
  [
    "an attribute that there is not",
    withBuild((scope) => ({ a: output((queue(scope, {}) as never as { arm: string }).arm) })),
    want("unknown-attribute", QUEUE, /no attribute `arm`/, /did you mean `arn`/),
  ],
  [
    "an argument that there is not",
    withBuild((scope) => void queue(scope, { nme: "a" })),
    want("unknown-argument", `${QUEUE}.nme`, /no argument `nme`/, /did you mean `name`/),
  ],
  [
    "an argument of a class by its schema",
    withBuild((scope) => {
      const Widget = resourceType("aws_widget", { arguments: { colour: string() } });
      resource(scope, Widget, "this", { color: "red" } as never);
    }),
    want("unknown-argument", "aws_widget.this.color", /no argument `color`/, /did you mean `colour`/),
  ],
  [
    "an attribute of an object",
    withBuild((scope, v) => {
      const rule = fn.coalesce(v.rule) as never as { dept: never };
      queue(scope, { delaySeconds: rule.dept });
    }),
    want("unknown-attribute", "", /`\.dept`/, /did you mean `depth`/),
  ],
  [
    "a function that there is not",
    withBuild((scope) => void queue(scope, { name: (fn as never as { uper(x: string): never }).uper("a") })),
    want("unknown-function", "", /no function `uper`/, /did you mean `upper`/),
  ],
  [
    "a function that is called by a wrong name",
    withBuild((scope) => void queue(scope, { name: call("uper", "a") })),
    want("unknown-function", "", /no function `uper`/, /did you mean `upper`/),
  ],

  // Arguments and blocks
  ...(["delay_seconds", "DelaySeconds", "delayseconds"] as const).map(
    (name) =>
      [
        `an argument that is spelled ${name}`,
        withBuild((scope) => void queue(scope, { [name]: 5 })),
        want("unknown-argument", `${QUEUE}.${name}`, /has no argument `\w+`$/, /did you mean `delaySeconds`/),
      ] as const,
  ),
  [
    "a required argument that is not there",
    withBuild((scope) => void resource(scope, SqsQueuePolicy, "this", { queueUrl: "u" } as never)),
    want("missing-argument", "aws_sqs_queue_policy.this.policy", /needs the argument `policy`/, /add `policy`/),
  ],
  [
    "a required block that is not there",
    withBuild((scope) => void resource(scope, GlueJob, "this", { name: "n", roleArn: "r" } as never)),
    want("missing-argument", "aws_glue_job.this.command", /needs the argument `command`/),
  ],
  [
    "a required argument that is undefined",
    withBuild((scope) => void resource(scope, SqsQueuePolicy, "this", { queueUrl: "u", policy: undefined } as never)),
    want("missing-argument", "aws_sqs_queue_policy.this.policy", /needs the argument `policy`/),
  ],
  ...(
    [
      ["blockIf", (v) => blockIf(v.on as never, () => ({ path: "s3://a/" }))],
      ["blocks", (v) => blocks(v.names as never, () => ({ path: "s3://a/" }))],
      ["optionalBlock", (v) => optionalBlock(v.rule as never, () => ({ path: "s3://a/" }))],
    ] satisfies readonly [string, (v: Readonly<Record<string, never>>) => unknown][]
  ).map(
    ([name, use]) =>
      [
        `${name} in an array`,
        withBuild(
          (scope, v) =>
            void resource(scope, GlueCrawler, "c", {
              name: "n",
              role: "r",
              databaseName: "d",
              s3Target: [{ path: "s3://b/" }, use(v)],
            } as never),
        ),
        want("not-a-block", "aws_glue_crawler.c.s3Target[1]", /cannot be an element of an array/, /blockList/),
      ] as const,
  ),
  ...(
    [
      ["an object", "rule", /was given an object/],
      ["a string", "name", /was given a string/],
      ["a number", "size", /was given a number/],
      ["a bool", "on", /was given a bool/],
    ] as const
  ).map(
    ([what, name, message]) =>
      [
        `blocks over ${what}`,
        withBuild(
          (scope, v) =>
            void resource(scope, GlueCrawler, "c", {
              name: "n",
              role: "r",
              databaseName: "d",
              s3Target: blocks(v[name] as never, () => ({ path: "s3://a/" })),
            } as never),
        ),
        want("not-a-collection", "", message, /optionalBlock/),
      ] as const,
  ),
  [
    "a setting of lifecycle that there is not",
    withBuild((scope) => void queue(scope, {}, { lifecycle: { prevent_destroy: true } })),
    want(
      "bad-option",
      `${QUEUE}.lifecycle.prevent_destroy`,
      /`lifecycle` has no setting `prevent_destroy`/,
      /did you mean `preventDestroy`/,
    ),
  ],
  [
    "an argument to ignore that there is not",
    withBuild((scope) => void queue(scope, {}, { lifecycle: { ignoreChanges: ["name", "tag"] } })),
    want("bad-option", `${QUEUE}.lifecycle.ignoreChanges`, /`ignoreChanges` names `tag`/, /did you mean `tags`/),
  ],

  // Conditions
  ...(
    [
      ["when", (_scope, v) => when(v.size as never, "a", "b"), /a number/, /gt\(number, 0\)/],
      ["when with a length", (_scope, v) => when(fn.length(v.names as never) as never, "a", "b"), /a number/, /gt/],
      ["when with a list", (_scope, v) => when(v.names as never, "a", "b"), /a list/, /gt\(fn\.length/],
      ["when with a map", (_scope, v) => when(v.tags as never, "a", "b"), /a map/, /gt\(fn\.length/],
      ["when with an object", (_scope, v) => when(v.rule as never, "a", "b"), /an object/, /isNotNull/],
      [
        "when with a regex",
        (_scope, v) => when(fn.regex("a", v.name as never) as never, "a", "b"),
        /`regex`/,
        /fn\.can/,
      ],
      ["not", (_scope, v) => not(v.size as never), /a number/, /gt/],
      ["and", (_scope, v) => and(v.on as never, v.size as never), /a number/, /gt/],
      ["or", (_scope, v) => or(v.on as never, v.names as never), /a list/, /gt/],
      [
        "blockIf",
        (scope, v) =>
          resource(scope, GlueCrawler, "c", { lineageConfiguration: blockIf(v.size as never, () => ({})) } as never),
        /a number/,
        /gt/,
      ],
      [
        "a precondition",
        (scope, v) =>
          queue(scope, {}, { lifecycle: { preconditions: [{ condition: v.size, message: "It must be small." }] } }),
        /a number/,
        /gt/,
      ],
    ] satisfies readonly [string, (scope: Construct, v: Readonly<Record<string, never>>) => unknown, RegExp, RegExp][]
  ).map(
    ([name, use, given, hint]) =>
      [
        `${name} of what is no bool`,
        withBuild((scope, v) => void use(scope, v)),
        want("not-a-condition", "", new RegExp(`a condition must be a bool, but was given .*${given.source}`), hint),
      ] as const,
  ),
  [
    "a validation by a regex without can",
    withRule({ condition: (text) => fn.regex("^a", text) as never, message: "It starts with a." }),
    want("not-a-condition", "variables.text", /the text that `regex` finds/, /fn\.can\(fn\.regex\(pattern, text\)\)/),
  ],
  [
    "a validation by a length",
    withRule({ condition: (text) => fn.length(text as never) as never, message: "It is not empty." }),
    want("not-a-condition", "variables.text", /a number/, /gt/),
  ],
  [
    "a validation without a message",
    withRule({ condition: (text) => ne(text, "a"), message: " " }),
    want("empty-message", "variables.text", /rule 1 of `validate` has no message/, /sentence/),
  ],
  // Without a compiler: from JavaScript, or behind a cast.
  ...(
    [
      ["rules that are a text", "short", /must be a list of rules/],
      ["one rule without its list", { condition: () => true, message: "m" }, /must be a list of rules/],
      ["a rule without a message", [{ condition: () => true }], /has no `message`/],
      ["a rule without a condition", [{ message: "m" }], /has no function `condition`/],
      ["a rule that is a text", ["short"], /has no function `condition`/],
      ["no rule in the list", [null], /has no function `condition`/],
    ] as const
  ).flatMap(([name, validate, message]) =>
    (
      [
        ["a variable", string({ validate: validate as never }), ""],
        ["an element", list(string({ validate: validate as never })), ""],
        ["an attribute", map(object({ part: string({ validate: validate as never }) })), ".part"],
      ] as const
    ).map(
      ([of, text, below]) =>
        [
          `${name}, of ${of}`,
          defineOne({
            variables: { text: text as never },
            build: (_scope, v) => ({ text: output((v as { readonly text: Expr<string> }).text) }),
          }),
          want("not-a-rule", `variables.text${below}`, message, /validate: \[\{/),
        ] as const,
    ),
  ),
  ...(
    [
      ["(?=.*a)b", /a look-ahead/],
      ["^(?!aws)", /a look-ahead/],
      ["(?<=a)b", /a look-behind/],
      ["(?<!a)b", /a look-behind/],
      ["(?>a)b", /an atomic group/],
      ["([ab])\\1", /the backreference \\1/],
    ] as const
  ).map(
    ([pattern, what]) =>
      [
        `the pattern ${pattern}`,
        withRule({ condition: (text) => fn.can(fn.regex(pattern, text)), message: "It must match." }),
        want("unsupported-pattern", "", what, /several conditions/),
      ] as const,
  ),
  ...(
    [
      ["[a-z", /unterminated character class/],
      ["(a|b", /unterminated group/],
      ["a|b)", /unmatched '\)'/],
      ["*.txt", /nothing to repeat/],
      ["a{2,1}", /numbers out of order/],
      ["[z-a]", /range out of order/],
      ["a\\", /at end of pattern/],
    ] as const
  ).map(
    ([pattern, what]) =>
      [
        `the broken pattern ${pattern}`,
        withRule({ condition: (text) => fn.can(fn.regex(pattern, text)), message: "It must match." }),
        want("bad-pattern", "", new RegExp(`is no regular expression: .*${what.source}`), /backslash/),
      ] as const,
  ),
  ...(
    [
      ["replace", ["a", "b"], /takes 3 arguments, but was given 2/, /fn\.replace\(str, substr, replace\)/],
      ["upper", [], /takes 1 argument, but was given 0/, /fn\.upper/],
      ["lower", ["a", "b"], /takes 1 argument, but was given 2/, /fn\.lower/],
      ["join", [], /takes 1 argument or more, but was given 0/, /fn\.join/],
      ["join", ["a", "b"], /`lists` of `join` must be a list, but is a string/, /fn\.join\(separator, \.\.\.lists\)/],
      ["join", [["a"], "b"], /`separator` of `join` must be a string, but is a list/, /fn\.join/],
      ["join", [",", ["a"], "b"], /`lists` of `join` must be a list, but is a string/, /fn\.join/],
      ["upper", [fn.split(",", "a,b")], /`str` of `upper` must be a string, but is a list/, /fn\.upper/],
      ["transpose", [fn.split(",", "a,b")], /`values` of `transpose` must be a map, but is a list/, /fn\.transpose/],
      ["compact", [fn.upper("a")], /`list` of `compact` must be a list, but is a string/, /fn\.compact/],
    ] as const
  ).map(
    ([name, args, message, hint]) =>
      [
        `${name} with ${args.length} arguments: ${String(message)}`,
        withBuild((scope) => void queue(scope, { name: (fn[name] as (...all: unknown[]) => Expr<string>)(...args) })),
        want("wrong-arguments", "", message, hint),
      ] as const,
  ),
  ...(
    [
      ["a name before its class", ["this", SqsQueue, {}]],
      ["a type in place of its class", ["aws_sqs_queue", "this", {}]],
      ["no name", [SqsQueue, { name: "a" }]],
    ] as const
  ).map(
    ([name, args]) =>
      [
        name,
        withBuild((scope) => void (resource as (...all: unknown[]) => unknown)(scope, ...args)),
        want("wrong-arguments", "", /takes the scope, the class of a resource, its name as a string/, /"this"/),
      ] as const,
  ),
  [
    "a validation that JavaScript decides",
    withRule({ condition: (text) => (text as unknown) === "a", message: "It is a." }),
    want("validation-always-fails", "variables.text", /false for every value/, /`eq`.*instead of `===`/),
  ],
  [
    "a validation that JavaScript decides to be true",
    withRule({ condition: (text) => (text as unknown) !== "", message: "It is not empty." }),
    want(
      "validation-never-fails",
      "variables.text",
      /rule 1 of `validate` is true for every value/,
      /`eq`.*instead of `===`/,
    ),
  ],

  // HCL as text
  [
    "a value in raw HCL",
    withBuild((scope, v) => void queue(scope, { name: raw(`upper(${v.name})`) })),
    want("value-in-raw", "", /`raw` takes a string of HCL/, /call\("upper", value\)/),
  ],
  [
    "a value in place of raw HCL",
    withBuild((scope, v) => void queue(scope, { name: raw(v.name as never) })),
    want("value-in-raw", "", /was given a value/),
  ],
  [
    "an attribute in an address",
    withBuild((scope) => void queue(scope, { name: ref(`local.${resource(scope, SqsQueue, "b", {}).name}`) })),
    want("value-in-raw", "", /`ref` takes a string of HCL/),
  ],
  [
    "a number in raw HCL",
    withBuild((scope) => {
      const made = new SqsQueue(scope, "plain", {});
      queue(scope, { delaySeconds: raw(`max(1, ${made.delaySeconds})`) });
    }),
    want("value-in-raw", "", /was given a value/),
  ],
  [
    "raw text that is no HCL",
    withBuild((scope) => void queue(scope, { name: raw("upper(") })),
    want("not-hcl", `${QUEUE}.name`, /not valid HCL: .*at 1:7 of/),
  ],
  [
    "a function that there is not in raw HCL",
    withBuild((scope) => void queue(scope, { name: raw('uper("a")') })),
    want("unknown-function", `${QUEUE}.name`, /no function `uper`/, /upper/),
  ],

  // Tests
  [
    "an unknown variable of a file",
    file({ variables: { name: "q", nmes: [] } }),
    want("unknown-variable", "tests.plan.variables.nmes", /no variable `nmes`/, /did you mean `names`/),
  ],
  [
    "an unknown variable of a run",
    run({ variables: { sise: 1 } }),
    want("unknown-variable", `${RUN}.variables.sise`, /no variable `sise`/, /did you mean `size`/),
  ],
  [
    "a variable of a wrong type",
    run({ variables: { names: "a" } }),
    want("input-type", `${RUN}.variables.names`, /must be list\(string\), but was "a"/),
  ],
  [
    "a text that is no number",
    run({ variables: { size: "many" } }),
    want("input-type", `${RUN}.variables.size`, /must be number, but was "many"/),
  ],
  [
    "an object with a mistyped attribute",
    run({ variables: { rule: { depth: 1, moed: "fast" } } }),
    want("input-type", `${RUN}.variables.rule`, /attribute "moed"/, /did you mean `mode`/),
  ],
  [
    "an object without an attribute",
    run({ variables: { rule: { mode: "fast" } } }),
    want("input-type", `${RUN}.variables.rule`, /has no attribute `depth`/),
  ],
  [
    "a run without a required variable",
    withParts({ tests: { plan: { runs: [{ name: "a" }] } } }),
    want("missing-input", RUN, /does not set the required variable `name`/),
  ],
  [
    "a condition that is no HCL",
    condition('output.arn == "a'),
    want("not-hcl", `${RUN}.assert[0]`, /the condition is not valid HCL: .*at 1:15 of/),
  ],
  ["an empty condition", condition(""), want("not-hcl", `${RUN}.assert[0]`, /must be a string of HCL/)],
  [
    "two expressions",
    condition("output.arn output.arn"),
    want("not-hcl", `${RUN}.assert[0]`, /expected|end of the expression/),
  ],
  [
    "a condition on an unknown output",
    condition('output.arm != ""'),
    want("unknown-reference", `${RUN}.assert[0]`, /`output\.arm` does not exist/, /did you mean `output\.arn`/),
  ],
  [
    "a condition on an unknown variable",
    condition("var.nme != null"),
    want("unknown-reference", `${RUN}.assert[0]`, /`var\.nme`/, /did you mean `var\.name`/),
  ],
  [
    "a condition on an unknown resource",
    condition("aws_sqs_queue.that.name == var.name"),
    want("unknown-reference", `${RUN}.assert[0]`, /`aws_sqs_queue\.that`/, /aws_sqs_queue\.this/),
  ],
  ...(
    [
      ["a queue", 'aws_sqs_queue.this.nmae == "a"', QUEUE, "nmae", "name"],
      ["one of several", 'aws_sqs_queue.this[0].nmae == "a"', QUEUE, "nmae", "name"],
      ["each of several", "aws_sqs_queue.this[*].arn == aws_sqs_queue.this[*].nmae", QUEUE, "nmae", "name"],
      [
        "a queue, as TypeScript spells it",
        "aws_sqs_queue.this.delaySeconds == 1",
        QUEUE,
        "delaySeconds",
        "delay_seconds",
      ],
      ["a data source", 'data.aws_region.current.regoin == "a"', "data.aws_region.current", "regoin", "region"],
      ["a block", "aws_sqs_queue.this.timeouts.crate == null", `${QUEUE}.timeouts`, "crate", "create"],
    ] as const
  ).map(
    ([name, text, of, given, hint]) =>
      [
        `a condition on a misspelled attribute of ${name}`,
        condition(text),
        {
          code: "unknown-attribute",
          path: `sample.${RUN}.assert[0]`,
          message: new RegExp(`\`${of.replaceAll(".", "\\.")}\` has no attribute \`${given}\``),
          hint: new RegExp(`did you mean \`${hint}\``),
        },
      ] as const,
  ),
  [
    "a misspelled attribute of a block",
    defineOne({
      tests: {
        plan: {
          runs: [{ name: "a", assert: [{ condition: "aws_glue_job.this.command[0].nmae != null", message: "m" }] }],
        },
      },
      build(scope) {
        resource(scope, GlueJob, "this", { name: "a", roleArn: "a", command: { scriptLocation: "a" } });
        return {};
      },
    }),
    want("unknown-attribute", `${RUN}.assert[0]`, /`aws_glue_job\.this\.command` has no attribute `nmae`/, /`name`/),
  ],
  [
    "a misspelled attribute in a set of blocks",
    defineOne({
      tests: {
        plan: {
          runs: [{ name: "a", assert: [{ condition: "length(aws_rack.this.slot[*].widht) == 0", message: "m" }] }],
        },
      },
      build(scope) {
        resource(scope, Rack, "this", { slot: [{ width: 1 }] });
        return {};
      },
    }),
    want("unknown-attribute", `${RUN}.assert[0]`, /`aws_rack\.this\.slot` has no attribute `widht`/, /`width`/),
  ],
  [
    "a misspelled attribute in raw HCL",
    withBuild((scope) => void queue(scope, { name: raw("upper(aws_sqs_queue.other.anr)") })),
    want("unknown-attribute", `${QUEUE}.name`, /`aws_sqs_queue\.other` has no attribute `anr`/, /`arn`/),
  ],
  ...(
    [
      [
        "a resource with count",
        'aws_sqs_queue.many.name == "a"',
        "aws_sqs_queue.many",
        "count",
        "aws_sqs_queue.many[0].name",
      ],
      [
        "one in a function",
        "length(aws_sqs_queue.many.name) > 0",
        "aws_sqs_queue.many",
        "count",
        "aws_sqs_queue.many[0].name",
      ],
      [
        "a resource with forEach",
        'aws_sqs_queue.keyed.arn != ""',
        "aws_sqs_queue.keyed",
        "forEach",
        'aws_sqs_queue.keyed["key"].arn',
      ],
      [
        "a data source with count",
        'data.aws_region.some.region != ""',
        "data.aws_region.some",
        "count",
        "data.aws_region.some[0].region",
      ],
      [
        "an attribute below",
        'aws_sqs_queue.many.tags["a"] == "b"',
        "aws_sqs_queue.many",
        "count",
        "aws_sqs_queue.many[0].tags",
      ],
    ] as const
  ).map(
    ([name, text, address, option, hint]) =>
      [
        `a condition on ${name} without an index`,
        manyWith(text),
        {
          code: "no-single-instance",
          path: `sample.${RUN}.assert[0]`,
          message: new RegExp(`\`${address}\` has \`${option}\`, so it has no single`),
          hint: new RegExp(`: ${hint.replace(/[[\]]/g, "\\$&")}$`),
        },
      ] as const,
  ),
  [
    "raw HCL that reads a counted resource without an index",
    withBuild((scope) => {
      counted(scope);
      return { a: output(raw("aws_sqs_queue.this.arn")) };
    }),
    want("no-single-instance", "outputs.a", /has `count`, so it has no single `arn`/, /aws_sqs_queue\.this\[0\]\.arn/),
  ],
  [
    "a condition on an unknown data source in a loop",
    condition("alltrue([for tag in var.tags : tag == data.aws_region.here.region])"),
    want("unknown-reference", `${RUN}.assert[0]`, /`data\.aws_region\.here`/),
  ],
  [
    "a condition with a mistyped function",
    condition("lenght(var.names) == 0"),
    want("unknown-function", `${RUN}.assert[0]`, /`lenght`/, /did you mean `length`/),
  ],
  [
    "a condition on a run that there is not",
    condition('run.first.arn != ""'),
    want("unknown-reference", `${RUN}.assert[0]`, /`run\.first` does not exist/, /runs above/),
  ],
  [
    "a failure of nothing",
    run({ expectFailures: ["var.nme"] }),
    want("unknown-reference", `${RUN}.expectFailures[0]`, /not an address in this module/, /did you mean `var\.name`/),
  ],
  [
    "a failure of a variable without a rule",
    run({ expectFailures: ["var.size"] }),
    want("cannot-fail", `${RUN}.expectFailures[0]`, /nothing can fail at `var\.size`: it has no validation/),
  ],
  [
    "a failure of a resource without a rule",
    run({ expectFailures: [QUEUE] }),
    want("cannot-fail", `${RUN}.expectFailures[0]`, /no precondition or postcondition/),
  ],
  [
    "a failure that is no text",
    run({ expectFailures: [1] }),
    want("unknown-reference", `${RUN}.expectFailures[0]`, /1 is not an address in this module/),
  ],
  [
    "two runs of one name",
    withParts({ tests: { plan: { variables: { name: "q" }, runs: [{ name: "a" }, { name: "a" }] } } }),
    want("duplicate-run", RUN, /two runs have the name `a`/),
  ],
  [
    "a run's name",
    withParts({ tests: { plan: { variables: { name: "q" }, runs: [{ name: "a b" }] } } }),
    want("bad-name", "tests.plan.runs.a b", /cannot be the name of a run/),
  ],
  ["no runs", file({ runs: [] }), want("no-runs", "tests.plan", /tests nothing/)],
  [
    "a file's name",
    withParts({ tests: { "a/b": { variables: { name: "q" }, runs: [{ name: "a" }] } } }),
    want("bad-name", "tests.a/b", /name of a test file/),
  ],
  ["another command", run({ command: "destroy" }), want("bad-option", RUN, /plan or apply, but is "destroy"/)],
  [
    "a field that a run has not",
    run({ asserts: [] }),
    want("bad-definition", "tests.plan.runs[0]", /no field `asserts`/, /did you mean `assert`/),
  ],
  [
    "a field that a file has not",
    file({ variable: {} }),
    want("bad-definition", "tests.plan", /no field `variable`/, /variables/),
  ],
  [
    "an assertion without a message",
    run({ assert: [{ condition: "true" }] }),
    want("bad-definition", `${RUN}.assert[0]`, /has no `message`/),
  ],
  [
    "a provider that the module has not",
    file({ providers: { asw: {} } }),
    want("unknown-provider", "tests.plan.providers.asw", /no provider `asw`/, /did you mean `aws`/),
  ],
  [
    "a mock of a provider that the module has not",
    file({ mocks: { google: {} } }),
    want("unknown-provider", "tests.plan.mocks.google", /no provider `google`/, /aws/),
  ],
  [
    "a data source that there is not",
    file({ overrideData: { "data.aws_region.curent": {} } }),
    want(
      "unknown-reference",
      "tests.plan.overrideData",
      /not a data source/,
      /did you mean `data\.aws_region\.current`/,
    ),
  ],
  ["tests that are none", withParts({ tests: [] }), want("bad-definition", "tests", /must be an object/)],

  // Examples
  [
    "an input that refers to nothing",
    inputs({ name: raw("aws_kms_key.this.arn") }),
    want(
      "unknown-reference",
      "examples.basic.inputs.name",
      /`aws_kms_key\.this` does not exist in this example/,
      /declares: `resource "aws_kms_key" "this"/,
    ),
  ],
  [
    "... deep inside",
    inputs({ tags: { key: `${raw("module.keys.arn")}` } }),
    want("unknown-reference", "examples.basic.inputs.tags", /`module\.keys`/, /declares: `module "keys" \{ source/),
  ],
  [
    "... by its address",
    inputs({ names: [ref("local.name")] }),
    want("unknown-reference", "examples.basic.inputs.names", /`local\.name`/, /declares: `locals \{ name = /),
  ],
  ...(
    [
      ["aws_sqs_queue.x.name", 'resource "aws_sqs_queue" "x" {}'],
      ["data.aws_region.here.region", 'data "aws_region" "here" {}'],
      ["var.queue", 'variable "queue" {}'],
    ] as const
  ).map(
    ([text, declaration]) =>
      [
        `an input that refers to ${text}`,
        inputs({ name: raw(text) }),
        want(
          "unknown-reference",
          "examples.basic.inputs.name",
          /does not exist in this example/,
          new RegExp(`declares: \`${declaration}\`$`),
        ),
      ] as const,
  ),
  [
    "an input that refers to another than is declared",
    example({ inputs: { name: raw("aws_kms_key.that.arn") }, declares: 'resource "aws_kms_key" "this" {}' }),
    want("unknown-reference", "examples.basic.inputs.name", /`aws_kms_key\.that`/, /aws_kms_key\.this/),
  ],
  [
    "a declaration that refers to nothing",
    example({ declares: 'resource "aws_kms_key" "this" {\n  description = var.text\n}' }),
    want("unknown-reference", "examples.basic.declares", /`var\.text`/),
  ],
  [
    "a declaration that is no HCL",
    example({ declares: 'resource "aws_kms_key" "this" {\n  description = \n}' }),
    want("not-hcl", "examples.basic.declares:2:17", /expected a value/),
  ],
  [
    "a declaration outside of a block",
    example({ declares: "a = 1" }),
    want("not-hcl", "examples.basic.declares", /`a` is outside a block/),
  ],
  [
    "an input that is no variable",
    inputs({ nmes: [] }),
    want("unknown-variable", "examples.basic.inputs.nmes", /`nmes`/, /did you mean `names`/),
  ],
  [
    "an example without a required input",
    example({ inputs: {} }),
    want("missing-input", "examples.basic", /required variable `name`/, /set it in `inputs`/),
  ],
  [
    "an input of a wrong type",
    inputs({ size: "big" }),
    want("input-type", "examples.basic.inputs.size", /must be number, but was "big"/),
  ],
  [
    "an input that is none of the values",
    inputs({ rule: { depth: 1, mode: "fats" } }),
    want("input-type", "examples.basic.inputs.rule", /one of fast, slow, but was "fats"/, /did you mean `fast`/),
  ],
  [
    "a field that an example has not",
    example({ move: [] }),
    want("bad-definition", "examples.basic", /no field `move`/, /did you mean `moved`/),
  ],
  ...["../orders.py", "/orders.py", "main.tf", "scripts/", ".hidden"].map(
    (path): readonly [string, AnyModule, Want] => [
      `a file of an example at ${path}`,
      example({ files: { [path]: "" } }),
      want("bad-name", "examples.basic.files", /cannot be a file of an example/, /scripts\/orders\.py/),
    ],
  ),
  [
    "a file of an example that is no text",
    example({ files: { "orders.json": {} } }),
    want("bad-definition", "examples.basic.files.orders.json", /must be text/),
  ],
  [
    "what moves to nowhere",
    example({ moved: [{ from: "aws_sqs_queue.q", to: "aws_sqs_queue.that" }] }),
    want("unknown-reference", "examples.basic.moved[0]", /does not exist in the module/, /aws_sqs_queue\.this/),
  ],
  [
    "the name of a call",
    example({ call: "my queue" }),
    want("bad-name", "examples.basic", /cannot be the name of a module call/),
  ],

  // README
  [
    "a difference of no variable",
    difference({ input: "sise" }),
    want("unknown-variable", "differences[0]", /`sise`/, /did you mean `size`/),
  ],
  [
    "a difference of several variables, one of which there is not",
    difference({ input: "size, nmes" }),
    want("unknown-variable", "differences[0]", /`nmes`/, /did you mean `names`/),
  ],
  [
    "a wrong key of a difference",
    difference({ aws: "0" }),
    want("bad-definition", "differences[0]", /no field `aws`/, /known fields|did you mean/),
  ],
  [
    "a difference without a key",
    difference({ undo: undefined }),
    want("bad-definition", "differences[0]", /has no `undo`/),
  ],
  [
    "differences that are no list",
    withParts({ differences: {} }),
    want("bad-definition", "differences", /must be a list/),
  ],
  ["notes that are one text", withParts({ notes: "a" }), want("bad-definition", "notes", /must be a list of strings/)],
];

test.each(cases)("%s", (_name, module, { code, path, message, hint }) => {
  const problems = problemsOf(module);
  expect(problems.map((one) => `${one.code} ${one.path}`)).toEqual([`${code} ${path}`]);
  expect(problems[0]?.message).toMatch(message);
  if (hint !== undefined) expect(problems[0]?.hint).toMatch(hint);
});

test("a construct made with `new` may fail, and a module's own data source may be replaced: neither is a mistake", () => {
  const inner = defineOne({ name: "inner", build: () => ({}) });
  const module = defineOne({
    tests: {
      plan: {
        overrideData: { "module.inner.data.aws_region.current": {} },
        runs: [{ name: "a", expectFailures: [QUEUE] }],
      },
    },
    build(scope) {
      new SqsQueue(scope, "this", { name: "q" });
      moduleCall(scope, inner, "inner", {});
      return {};
    },
  });
  expect(() => module.generate()).not.toThrow();
});

describe("one mistake is one problem", () => {
  const build = (_scope: Construct, v: { readonly name: Expr<string> }) => ({ name: output(v.name) });
  const runs = [{ name: "a" }, { name: "b" }, { name: "c" }];
  const tested = (tests: object) => defineOne({ variables: { name: string() }, tests: tests as never, build });

  test.each([
    [
      "a misspelled variable of a test file",
      tested({ plan: { variables: { nmae: "q" }, runs } }),
      "unknown-variable plan.variables.nmae",
    ],
    [
      "a misspelled variable of a run",
      tested({ plan: { runs: [{ name: "a", variables: { nme: "q" } }] } }),
      "unknown-variable plan.runs.a.variables.nme",
    ],
    ["a variable that no run sets", tested({ plan: { runs } }), "missing-input plan"],
    [
      "a variable that one run does not set",
      tested({ plan: { runs: [{ name: "a" }, { name: "b", variables: { name: "q" } }] } }),
      "missing-input plan.runs.a",
    ],
  ])("%s", (_name, module, want) => {
    expect(problemsOf(module).map(({ code, path }) => `${code} ${path.replace("sample.tests.", "")}`)).toEqual([want]);
  });

  test("a misspelled input of an example", () => {
    const examples = { basic: { description: "d", inputs: { nmae: "q" } } } as never;
    const module = defineOne({ variables: { name: string() }, examples, build });
    expect(problemsOf(module).map(({ code }) => code)).toEqual(["unknown-variable"]);
  });
});

test("attributes that there are not, and what else is wrong, are told together", () => {
  const module = withBuild((scope) => {
    const many = resource(scope, SqsQueue, "many", {}, { count: 2 }) as unknown as Record<string, Expr<string>>;
    const keyed = resource(scope, SqsQueue, "keyed", {}, { forEach: mapFrom({ a: "b" }) }) as never as typeof many;
    const one = resource(scope, SqsQueue, "one", {}) as never as Record<
      "at" | "one" | "all",
      (given: unknown) => typeof many
    >;
    const bad = { a: many.arn, b: keyed.arn, c: one.at(0).arn, d: one.all((it: typeof many) => it.nmae) };
    resource(scope, SqsQueue, "last", { name: many.url, dely: 1, tags: bad } as never);
    return {};
  });
  expect(problemsOf(module).map(({ code, message }) => [code, message])).toEqual([
    ["no-single-instance", "aws_sqs_queue.many has `count`, so it has no single `arn`"],
    ["no-single-instance", "aws_sqs_queue.keyed has `forEach`, so it has no single `arn`"],
    ["unknown-attribute", "aws_sqs_queue.one has no `count` and no `forEach`, so it has no `.at`"],
    ["unknown-attribute", "aws_sqs_queue.one has no `count` and no `forEach`, so it has no `.all`"],
    ["unknown-attribute", "aws_sqs_queue.one has no attribute `nmae`"],
    ["no-single-instance", "aws_sqs_queue.many has `count`, so it has no single `url`"],
    ["unknown-argument", "the provider's class has no argument `dely`"],
  ]);
});

test("an `.at(0)` that can fail is told beside an unknown argument", () => {
  const module = withBuild((scope, v) => {
    const many = resource(scope, SqsQueue, "many", {}, { count: when((v as never as { on: Expr<boolean> }).on, 1, 0) });
    resource(scope, SqsQueue, "last", { dely: 1 } as never);
    return { arn: output(many.at(0).arn) };
  });
  expect(problemsOf(module).map(({ code }) => code)).toEqual(["unknown-argument", "no-instance"]);
});

test("what is right passes", () => {
  const module = withParts({
    notes: ["A note."],
    differences: [{ input: "size, names", theirs: "0", ours: "1", undo: "size = 0" }],
    examples: {
      basic: {
        description: "d",
        declares: `variable "text" { type = string }
locals { name = "\${var.text}-\${data.aws_region.here.region}" }
data "aws_region" "here" {}
resource "aws_kms_key" "this" {
  description = local.name
  provider = aws.west
  lifecycle { ignore_changes = [description] }
}
module "keys" { source = "./keys" }`,
        inputs: {
          name: raw("[for key in [aws_kms_key.this] : upper(key.arn)][0]"),
          tags: { path: raw("path.module"), key: raw("module.keys.arn") },
          size: "2",
        },
        moved: [{ from: "aws_sqs_queue.q", to: "aws_sqs_queue.this[0]" }],
      },
    },
    tests: {
      plan: {
        providers: { aws: { region: "eu-west-1" } },
        overrideData: { "data.aws_region.current": { region: "eu-west-1" } },
        variables: { name: "q" },
        runs: [
          { name: "a", variables: { size: "2", rule: { depth: 1, mode: "neither" } } },
          {
            name: "b",
            variables: { name: "x", tags: null },
            assert: [
              {
                condition:
                  'run.a.arn != "" && alltrue([for key, tag in var.tags : tag == key]) && data.aws_region.current.region != "" && provider::aws::arn_parse(output.arn).region != ""',
                message: "m",
              },
            ],
            expectFailures: ["var.name", "output.arn"],
          },
        ],
      },
    },
  });
  expect([...filesOf(module).keys()]).toContain("tests/plan.tftest.hcl");
  expect(filesOf(module).get("examples/basic/main.tf")).toContain(`  provider    = aws.west

  lifecycle {`);
});

test("a problem names the author's line", () => {
  const stackOf = (module: AnyModule) => {
    try {
      module.generate();
    } catch (error) {
      return (error as TfwrightError).problems.map(({ calls = [] }) => calls.map((call) => call.stack).join("\n"));
    }
    return [];
  };
  const here = /author-mistakes\.test\.ts:\d+/;
  for (const [, module] of cases) for (const stack of stackOf(module)) expect(stack).toMatch(here);
  // The nearest line is that of the resource, and not that of the definition.
  const [stack] = stackOf(withBuild((scope) => void queue(scope, { nme: when(true, "a", "b") })));
  expect(stack?.split("\n").find((line) => here.test(line))).toContain("queue (");
});

test.each([
  'aws_sqs_queue.many[0].tags.nmae == "a" && aws_sqs_queue.many[0].tags_all["nmae"] == "a"',
  "aws_sqs_queue.many[0].newer_than_the_class == 1",
  "aws_sqs_queue.many[0].id != aws_sqs_queue.many[0].sqs_managed_sse_enabled",
  "aws_sqs_queue.many[0].name == aws_sqs_queue.many[1].name",
  "length(aws_sqs_queue.many) == 2",
  'aws_sqs_queue.many[*].name == ["a"] && aws_sqs_queue.many.*.name == ["a"]',
  'alltrue([for one in aws_sqs_queue.keyed : one.name == "a"]) && aws_sqs_queue.keyed["a"].name == "a"',
])("instances are read by an index, a splat or a loop: %s", (condition) => {
  expect(() => filesOf(manyWith(condition))).not.toThrow();
});

test("an example brings the files that its inputs name", () => {
  const files = filesOf(example({ files: { "scripts/orders.py": 'print("${x}")' } }));
  expect(files.get("examples/basic/scripts/orders.py")).toBe('print("${x}")\n');
});
