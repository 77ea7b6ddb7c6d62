/** Actions with their triggers, imports in modules, and `destroy` in `lifecycle`. */
import {
  type AnyModule,
  action,
  actionType,
  fn,
  importBlock,
  map,
  number,
  optional,
  output,
  resource,
  resourceType,
  string,
  when,
} from "tfwright";
import { App, type Construct, TerraformStack } from "../../../src/cdk";
import { codesOf, defineOne, mainOf, problemsOf } from "../one-module";

const Data = resourceType("terraform_data", {
  arguments: { input: optional(string()) },
  attributes: { id: string(), output: string() },
});
const Invoke = actionType("aws_lambda_invoke", { arguments: { function_name: string(), payload: optional(string()) } });
const CALL = { function_name: "orders" };

const stackOf = (module: AnyModule, inputs: Record<string, unknown> = {}) => {
  const stack = new TerraformStack(new App(), "stack");
  module.inline(stack, "call", inputs);
  return JSON.parse(JSON.stringify(stack.toTerraform())) as Record<string, unknown>;
};
const made = (build: (scope: Construct) => unknown) =>
  defineOne({
    variables: { size: number({ default: 2 }), name: string({ default: "a" }) },
    build(scope, v) {
      build(scope);
      return { all: output({ size: v.size, name: v.name }) };
    },
  });

describe("actions", () => {
  const module = defineOne({
    variables: { size: number({ default: 2 }), names: map(string(), { default: {} }), on: number({ default: 1 }) },
    build(scope, v) {
      const one = action(scope, Invoke, "this", { function_name: "orders", payload: fn.jsonencode(v.names) });
      const many = action(scope, Invoke, "many", CALL, { count: v.size, comment: "One for each." });
      const each = action(scope, Invoke, "each", (item) => ({ function_name: item.value }), { forEach: v.names });
      const maybe = action(scope, Invoke, "maybe", CALL, { count: v.on });
      resource(
        scope,
        Data,
        "this",
        { input: "x" },
        {
          lifecycle: {
            destroy: false,
            actionTriggers: [
              {
                events: ["after_create", "after_update"],
                actions: [one, many.at(1)],
                condition: (self) => fn.startswith(self.id, "a"),
              },
              { events: ["before_destroy"], actions: [each.at("a")], onFailure: "continue" },
              { events: ["before_update"], actions: [maybe.at(0)] },
            ],
          },
        },
      );
      return {};
    },
  });

  test("are blocks with `config`, which resources trigger", () => {
    expect(mainOf(module)).toBe(`action "aws_lambda_invoke" "this" {
  config {
    function_name = "orders"
    payload       = jsonencode(var.names)
  }
}

# One for each.
action "aws_lambda_invoke" "many" {
  count = var.size

  config {
    function_name = "orders"
  }
}

action "aws_lambda_invoke" "each" {
  for_each = var.names

  config {
    function_name = each.value
  }
}

action "aws_lambda_invoke" "maybe" {
  count = var.on

  config {
    function_name = "orders"
  }
}

resource "terraform_data" "this" {
  input = "x"

  lifecycle {
    destroy = false

    action_trigger {
      events    = [after_create, after_update]
      condition = startswith(self.id, "a")
      actions   = [action.aws_lambda_invoke.this, action.aws_lambda_invoke.many[1]]
    }

    action_trigger {
      events     = [before_destroy]
      actions    = [action.aws_lambda_invoke.each["a"]]
      on_failure = continue
    }

    action_trigger {
      events  = [before_update]
      actions = [action.aws_lambda_invoke.maybe[0]]
    }
  }
}
`);
  });

  test("inlined, a known count is folded, and a trigger without actions is left out", () => {
    expect(stackOf(module, { size: 2, names: { a: "b" }, on: 0 })).toMatchObject({
      action: { aws_lambda_invoke: { call: { config: [{ function_name: "orders" }] } } },
      resource: {
        terraform_data: {
          call: {
            lifecycle: {
              destroy: false,
              action_trigger: [
                {
                  events: ["after_create", "after_update"],
                  actions: ["action.aws_lambda_invoke.call", "action.aws_lambda_invoke.call_many[1]"],
                  condition: '${startswith(self.id, "a")}',
                },
                {
                  events: ["before_destroy"],
                  actions: ['action.aws_lambda_invoke.call_each["a"]'],
                  on_failure: "continue",
                },
              ],
            },
          },
        },
      },
    });
    expect(JSON.stringify(stackOf(module, { on: 1 }))).toContain('"action.aws_lambda_invoke.call_maybe"');
  });

  const trigger = (more: object, make = (scope: Construct): unknown => action(scope, Invoke, "a", CALL)) =>
    made((scope) => {
      const actions = [make(scope)];
      const actionTriggers = [{ events: ["after_create"], actions, ...more }] as never;
      resource(scope, Data, "this", {}, { lifecycle: { actionTriggers } });
    });
  const condition = (self: { id: string }) => fn.startswith(self.id, "a");

  test.each<[string, () => AnyModule, string]>([
    ["no event", () => trigger({ events: [] }), "`events` is empty"],
    ["an unknown event", () => trigger({ events: ["created"] }), 'there is no event "created"'],
    [
      "an event twice",
      () => trigger({ events: ["after_create", "after_create"] }),
      "the event `after_create` is given twice",
    ],
    ["no action", () => trigger({ actions: [] }), "`actions` is empty"],
    [
      "a resource as an action",
      () => trigger({}, (scope) => resource(scope, Data, "b", {})),
      "`actions` takes the results of `action`",
    ],
    [
      "an action with `count` as a whole",
      () => trigger({}, (scope) => action(scope, Invoke, "b", CALL, { count: lengthOfFile(scope) })),
      "`actions` takes the results of `action`",
    ],
    ["an unknown failure", () => trigger({ onFailure: "ignore" }), '`onFailure` cannot be "ignore"'],
    [
      "a condition on a destruction",
      () => trigger({ events: ["after_destroy"], condition }),
      "a trigger on a destruction cannot have a `condition`",
    ],
    [
      "the resource's own attributes before they are known",
      () => trigger({ events: ["before_create"], condition }),
      "the condition uses an attribute of the resource, which is not known at `before_create`",
    ],
  ])("a trigger refuses %s", (_what, make, message) => {
    expect(problemsOf(make()).map((problem) => problem.message)).toContain(message);
  });

  test("an argument that the schema has not is refused", () => {
    const types = made((scope) => action(scope, Invoke, "a", { ...CALL, extra: 1 } as never));
    expect(codesOf(types)).toEqual(["unknown-argument sample.action.aws_lambda_invoke.a.extra"]);
  });
});

/** A count that is known only at plan time. */
function lengthOfFile(_scope: Construct) {
  return fn.length(fn.split(",", fn.file("x")));
}

describe("imports", () => {
  const module = defineOne({
    variables: { ids: map(string(), { default: {}, known: true }), id: string({ default: "x", known: true }) },
    build(scope, v) {
      const one = resource(scope, Data, "this", {});
      const each = resource(scope, Data, "each", {}, { forEach: v.ids });
      const many = resource(scope, Data, "many", {}, { count: 2 });
      importBlock(scope, one, { id: v.id });
      importBlock(scope, each, { id: (entry) => entry.value, forEach: v.ids });
      importBlock(scope, many, { identity: { account: "1", id: v.id }, index: 0 });
      return {};
    },
  });

  test("name the instance, and stand last", () => {
    expect(mainOf(module)).toContain(`import {
  to = terraform_data.this
  id = var.id
}

import {
  for_each = var.ids

  to = terraform_data.each[each.key]
  id = each.value
}

import {
  to = terraform_data.many[0]
  identity = {
    account = "1"
    id      = var.id
  }
}
`);
  });

  test("inlined, they stand in the stack", () => {
    expect(stackOf(module, { id: "a", ids: { b: "c" } })).toMatchObject({
      import: [
        { to: "terraform_data.call", id: "a" },
        { to: "terraform_data.call_each[each.key]", id: "${each.value}", for_each: { b: "c" } },
        { to: "terraform_data.call_many[0]", identity: { account: "1", id: "a" } },
      ],
    });
  });

  const importing = (options: object, more: object = {}) =>
    defineOne({
      variables: { id: string(), on: number({ default: 1 }) },
      build(scope, v) {
        const one = resource(scope, Data, "this", { input: v.id }, more);
        importBlock(scope, one, options as never);
        return { on: output(v.on) };
      },
    });

  test.each<[string, () => AnyModule, string]>([
    ["neither id nor identity", () => importing({}), "bad-import sample.import.terraform_data.this"],
    ["both", () => importing({ id: "a", identity: { id: "a" } }), "bad-import sample.import.terraform_data.this"],
    [
      "several instances without one of them",
      () => importing({ id: "a" }, { count: 2 }),
      "bad-import sample.import.terraform_data.this",
    ],
    [
      "a data source",
      () => made((scope) => importBlock(scope, action(scope, Invoke, "a", CALL) as never, { id: "a" })),
      "not-a-dependency sample",
    ],
  ])("refuse %s", (_what, make, code) => {
    expect(codesOf(make())).toEqual([code]);
  });

  test("refuse an id that may be known only after apply, and one object twice", () => {
    const unknown = defineOne({
      variables: { id: string() },
      build(scope, v) {
        importBlock(scope, resource(scope, Data, "this", {}), { id: v.id });
        return {};
      },
    });
    expect(problemsOf(unknown)).toMatchObject([
      {
        code: "decided-by-unknown",
        path: "sample.import.terraform_data.this.id",
        message: "an import needs its `id` in the plan, but var.id may be known only after apply",
      },
    ]);
    const twice = made((scope) => {
      const one = resource(scope, Data, "this", {}, { count: when(true, 1, 0) });
      importBlock(scope, one, { id: "a", index: 0 });
      importBlock(scope, one, { id: "b", index: 0 });
    });
    expect(codesOf(twice)).toEqual(["duplicate-address sample.import.terraform_data.this"]);
  });
});
