/** Rules on each instance of a resource with `forEach`: their functions get the entry, and afterwards the instance too. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { at, eq, gt, map, number, object, resource } from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import { defineOne, mainOf, problemsOf } from "../one-module";

const variables = { queues: map(object({ size: number() }), { description: "Queues." }) };

test("the entry is `each`, in conditions, messages and triggers", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const twins = resource(scope, SqsQueue, "twins", (each) => ({ name: each.key }), { forEach: v.queues });
      resource(scope, SqsQueue, "this", (each) => ({ name: each.key }), {
        forEach: v.queues,
        lifecycle: {
          replaceTriggeredBy: (each) => [twins.at(each.key).arn],
          preconditions: [
            { condition: (each) => gt(each.value.size, 0), message: (each) => `${each.key} is empty.` },
            { condition: gt(at(v.queues, "main").size, 1), message: "The main queue is too small." },
          ],
          postconditions: [
            {
              condition: (self, each) => eq(self.name, each.key),
              message: (self, each) => `${each.key} became ${self.name}.`,
            },
          ],
        },
      });
      return {};
    },
  });
  expect(mainOf(module)).toContain(`  lifecycle {
    replace_triggered_by = [aws_sqs_queue.twins[each.key].arn]

    precondition {
      condition     = each.value.size > 0
      error_message = "\${each.key} is empty."
    }

    precondition {
      condition     = var.queues["main"].size > 1
      error_message = "The main queue is too small."
    }

    postcondition {
      condition     = self.name == each.key
      error_message = "\${each.key} became \${self.name}."
    }
  }`);
});

test.each([
  ["condition", { preconditions: [{ condition: () => undefined, message: "m" }] }],
  ["condition", { postconditions: [{ condition: () => undefined, message: "m" }] }],
  ["message", { preconditions: [{ condition: true, message: () => undefined }] }],
  ["replaceTriggeredBy", { replaceTriggeredBy: () => "aws_sqs_queue.twins" }],
])("a function that returns nothing of use is told: %s", (name, lifecycle) => {
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, SqsQueue, "this", { name: "a" }, { forEach: v.queues, lifecycle: lifecycle as never });
      return {};
    },
  });
  expect(problemsOf(module).map(({ message }) => message)).toEqual([
    `the function of \`${name}\` returns ${name === "replaceTriggeredBy" ? "no list" : "nothing"}`,
  ]);
});

test("in a stack they are rules of the resource, for the entries that are given", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      resource(scope, SqsQueue, "this", (each) => ({ name: each.key }), {
        forEach: v.queues,
        lifecycle: { preconditions: [{ condition: (each) => gt(each.value.size, 0), message: (each) => each.key }] },
      });
      return {};
    },
  });
  const stack = new TerraformStack(new App({ skipValidation: true, outdir: "unused" }), "test");
  module.inline(stack, "orders", { queues: { a: { size: 1 }, b: { size: 0 } } });
  const { resource: made } = JSON.parse(JSON.stringify(stack.toTerraform())) as {
    resource: { aws_sqs_queue: Record<string, unknown> };
  };
  expect(made.aws_sqs_queue.orders).toMatchObject({
    for_each: { a: { size: 1 }, b: { size: 0 } },
    lifecycle: { precondition: [{ condition: "${each.value.size > 0}", error_message: "${each.key}" }] },
  });
});
