/** What would fail a caller, or pass in silence, is refused or written so that it cannot. */
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  and,
  blockIf,
  blocks,
  bool,
  checkBlock,
  defineModule,
  type Expr,
  eq,
  fn,
  gt,
  isNull,
  type ListExpr,
  list,
  map,
  mapFrom,
  moduleCall,
  not,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  ref,
  removed,
  resource,
  set,
  string,
  TfwrightError,
  toMap,
  tuple,
} from "tfwright";
import type { Construct } from "../../../src/cdk";
import { printExpression } from "../../../src/hcl/print-expression";
import { writeBody } from "../../../src/hcl/write";
import { createEngine, renderModule } from "../../../src/render";

// biome-ignore lint/suspicious/noExplicitAny: definitions of any variables
type Build = (scope: Construct, v: any) => Record<string, any>;

const define = (variables: object, build: Build, more: object = {}) =>
  defineModule({
    name: "safe",
    title: "Safe",
    description: "Safe.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: variables as Record<string, ReturnType<typeof string>>,
    build: build as never,
    ...more,
  });

const useAll: Build = (_scope, v) => ({
  all: output(Object.fromEntries(Object.keys(v).map((name) => [name, v[name]]))),
});

function codesOf(variables: object, build: Build, more: object = {}): readonly string[] {
  try {
    define(variables, build, more).generate();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe("JavaScript on plan-time values", () => {
  const variables = { tags: map(string(), { default: {} }), names: list(string(), { default: [] }), name: string() };
  it.each<[string, Build]>([
    ["spreading a map", (_s, v) => ({ x: output({ ...v.tags, more: "x" }) })],
    ["Object.keys of a map", (_s, v) => ({ x: output(Object.keys(v.tags)) })],
    ["Object.entries of a map", (_s, v) => ({ x: output(Object.entries(v.tags)) })],
    ["Object.assign from a map", (_s, v) => ({ x: output(Object.assign({}, v.tags)) })],
    ["a map in a text", (_s, v) => ({ x: output(`${v.tags}`) })],
    ["a list in a text", (_s, v) => ({ x: output(`a-${v.names}`) })],
    ["toUpperCase on a text with a hole", (_s, v) => ({ x: output(`${v.name}-x`.toUpperCase()) })],
    ["slice on a text with a hole", (_s, v) => ({ x: output(`${v.name}-x`.slice(0, 10)) })],
  ])("%s is an error", (_what, build) => {
    expect(codesOf(variables, build)).toContain("javascript-on-expression");
  });
});

describe("nested types", () => {
  const rule = { condition: (text: Expr<string>) => fn.can(fn.regex("^a", text)), message: "must start with a." };
  it("carry their validations to the variable", () => {
    const { variables } = define(
      {
        items: list(object({ id: string({ validate: [rule] }), note: optional(string({ validate: [rule] })) }), {
          default: [],
        }),
        pair: tuple([oneOf(["x", "y"]), number()]),
      },
      useAll,
    ).generate();
    const rules = variables.flatMap(({ validations }) =>
      validations.map(({ condition }) => printExpression(condition).replace(/\s+/g, " ")),
    );
    expect(rules).toEqual([
      "alltrue([for item in var.items : item != null])",
      '( alltrue([for item in var.items : can(regex("^a", item.id)) if item != null]) && alltrue([for item in var.items : item.note == null ? true : can(regex("^a", item.note)) if item != null]) )',
      'contains(["x", "y"], var.pair[0])',
    ]);
  });

  it("keep the default of what is made optional", () => {
    const [variable] = define({ o: object({ a: optional(string("kept")) }) }, useAll).generate().variables;
    expect(variable?.type).toMatchObject({ attributes: { a: { default: "kept" } } });
  });

  it.each([["nullable"], ["sensitive"], ["ephemeral"]])("refuse `%s`, which has no effect there", (option) => {
    expect(codesOf({ o: list(string({ [option]: true } as never)) }, useAll)).toEqual(["option-has-no-effect"]);
  });

  it("write a default of several lines without a heredoc inside of a type", () => {
    const model = define({ o: object({ a: optional(string(), "one\ntwo\n") }) }, useAll).generate();
    const text = renderModule(model, createEngine()).get("variables.tf");
    expect(text).toContain('a = optional(string, "one\\ntwo\\n")');
  });
});

describe("null tests", () => {
  const variables = { x: optional(string()), flag: bool(false) };
  const conditionOf = (build: (v: never) => unknown) =>
    printExpression(
      define(variables, (_s, v) => ({ x: output(build(v as never)), y: output([v.x, v.flag]) })).generate().outputs[0]
        ?.value as never,
    );
  it.each<[string, (v: { x: never; flag: never }) => unknown, string]>([
    [
      "written the other way round",
      (v) => or(eq(null as never, v.x), fn.contains(["a"], v.x)),
      'var.x == null ? true : contains(["a"], var.x)',
    ],
    [
      "below a negation",
      (v) => and(not(or(isNull(v.x), v.flag)), fn.contains(["a"], v.x)),
      'var.x == null || var.flag ? false : contains(["a"], var.x)',
    ],
  ])("%s guard too", (_what, build, want) => {
    expect(conditionOf(build as never)).toBe(want);
  });
});

describe("what Terraform would refuse or hide", () => {
  it.each<[string, object, Build, object, readonly string[]]>([
    [
      "statements that an unknown text decides",
      { sid: optional(string()) },
      (scope, v) => {
        const statement = optionalBlock(v.sid, (sid) => ({ sid, actions: ["s3:GetObject"] }));
        return {
          json: output(resource(scope, DataAwsIamPolicyDocument, "this", { statement: statement as never }).json),
        };
      },
      {},
      ["decided-by-unknown"],
    ],
    [
      "statements that a compared text decides",
      { kind: string() },
      (scope, v) => {
        const statement = blockIf(eq(v.kind, "x"), () => ({ sid: "A", actions: ["s3:GetObject"] }));
        return {
          json: output(resource(scope, DataAwsIamPolicyDocument, "this", { statement: statement as never }).json),
        };
      },
      {},
      ["decided-by-unknown"],
    ],
    ["a reference to nothing", {}, () => ({ x: output(ref("foo.bar")) }), {}, ["unknown-reference"]],
    [
      "a reference to a resource of another provider",
      {},
      () => ({ x: output(ref("google_thing.this.id")) }),
      {},
      ["unknown-reference"],
    ],
    ["`each` in an output", {}, () => ({ x: output(ref("each.key")) }), {}, ["unknown-reference"]],
    [
      "a null default of what is not nullable",
      { x: string({ default: null, nullable: false } as never) },
      useAll,
      {},
      ["default-type"],
    ],
    ["a closed set without values", { x: oneOf([] as string[]) }, useAll, {}, ["no-values"]],
    [
      "for_each over a set of numbers",
      { x: set(number(), { default: [], known: true }) },
      (scope, v) => {
        const forEach = v.x as ListExpr<Expr<number>>;
        resource(scope, SqsQueue, "this", (each) => ({ name: fn.tostring(each.value) }), { forEach });
        return {};
      },
      {},
      ["for-each-over-set"],
    ],
    [
      "inputs that Terraform reads as its own",
      {},
      (scope) => {
        moduleCall(scope, "m", { source: "./m", inputs: { version: "1", "a b": 1 } });
        return {};
      },
      {},
      ["reserved-name", "bad-name"],
    ],
    [
      "a key twice",
      {},
      () => ({ x: output(toMap(fn.concat(["a", "a"]), (key) => [key, 1] as const)) }),
      {},
      ["duplicate-key"],
    ],
    [
      "an output that shows a secret on purpose",
      { x: string({ sensitive: true }) },
      (_s, v) => ({ x: output(v.x, { sensitive: false }) }),
      {},
      ["sensitive-output"],
    ],
    [
      "a bound that is too low",
      { x: string({ ephemeral: true }) },
      (scope, v) => {
        removed(scope, "aws_sqs_queue.old");
        return { x: output(v.x, { ephemeral: true }) };
      },
      { terraform: ">= 1.5.7" },
      ["terraform-too-old", "terraform-too-old", "terraform-too-old"],
    ],
  ])("%s", (_what, variables, build, more, want) => {
    expect(codesOf(variables, build, more)).toEqual(want);
  });

  it("is avoided: an output that shows a secret is sensitive", () => {
    const { outputs } = define({ x: string({ sensitive: true }) }, (_s, v) => ({
      a: output(`${v.x}-x`),
      b: output(fn.nonsensitive(v.x)),
    })).generate();
    expect(outputs.map(({ sensitive }) => sensitive)).toEqual([true, false]);
  });

  it.each<[string, Build, string]>([
    ["nothing new", () => ({}), ">= 1.5.7"],
    ["removed", (scope) => (removed(scope, "aws_sqs_queue.old"), {}), ">= 1.7"],
    ["an ephemeral output", () => ({ x: output(ref("path.module"), { ephemeral: true }) }), ">= 1.10"],
    [
      "check",
      (scope) => (checkBlock(scope, "c", [{ condition: gt(fn.length(ref("path.module")), 0), message: "m" }]), {}),
      ">= 1.5.7",
    ],
  ])("is avoided: the bound follows from what is used: %s", (_what, build, want) => {
    expect(define({}, build).generate().terraform).toBe(want);
  });
});

describe("an argument that is called as a meta-argument is", () => {
  it("is an argument", () => {
    const model = define({ kind: string() }, (scope, v) => {
      const sourceControlDetails = { provider: v.kind, repository: "r" };
      resource(scope, GlueJob, "this", {
        name: "a",
        roleArn: "r",
        command: { scriptLocation: "s" },
        sourceControlDetails,
      });
      return {};
    });
    expect(writeBody(model.generate().main)).toContain("provider   = var.kind");
  });
});

describe("what is known", () => {
  it("can be waited for, also where it is not made", () => {
    const { main, outputs } = define({}, (scope) => {
      const none = resource(scope, SqsQueue, "none", { name: "none" }, { count: 0 });
      const one = resource(scope, SqsQueue, "one", { name: "one" }, { dependsOn: [none] });
      return { x: output(one.arn, { dependsOn: [none] }) };
    }).generate();
    expect(writeBody(main)).toBe('resource "aws_sqs_queue" "one" {\n  name = "one"\n}');
    expect(outputs[0]?.dependsOn).toEqual([]);
  });

  it("is walked in the order in which Terraform walks it", () => {
    const { main } = define({}, (scope) => {
      const statement = blocks(mapFrom({ b: "2", a: "1" }), (value, key) => ({ sid: key, actions: [value] }));
      return {
        json: output(resource(scope, DataAwsIamPolicyDocument, "this", { statement: statement as never }).json),
      };
    }).generate();
    expect(writeBody(main).match(/sid +=.*/g)).toEqual(['sid     = "a"', 'sid     = "b"']);
  });
});
