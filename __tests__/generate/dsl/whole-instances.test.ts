/** `all((it) => it)`: the instances themselves, whose attributes can be read where something walks them. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { App, TerraformStack } from "cdktf";
import { each, map, output, resource, resourceType, string, toMap } from "tfwright";
import { defineOne, mainOf, problemsOf, textOf } from "../one-module";

const variables = { names: map(string(), { description: "Names." }) };

class Widget extends resourceType("acme_widget", {
  arguments: { name: string() },
  attributes: { id: string(), serial_number: string() },
}) {}

test.each([
  ["a class of a provider's package", SqsQueue, "aws_sqs_queue", (one: { arn: never }) => one.arn, "arn"],
  [
    "a name in TypeScript",
    SqsQueue,
    "aws_sqs_queue",
    (one: { kmsMasterKeyId: never }) => one.kmsMasterKeyId,
    "kms_master_key_id",
  ],
  [
    "a class with a name of its own",
    Widget,
    "acme_widget",
    (one: { serial_number: never }) => one.serial_number,
    "serial_number",
  ],
])("each.value has the attributes of an instance: %s", (_name, type, address, pick, attribute) => {
  const module = defineOne({
    variables,
    providers: {
      aws: { source: "hashicorp/aws", version: ">= 6.0" },
      acme: { source: "acme/acme", version: ">= 1.0" },
    },
    build(scope, v) {
      const made = resource(scope, type as typeof SqsQueue, "this", (one) => ({ name: one.value }), {
        forEach: v.names,
      });
      const all = made.all((one) => one);
      resource(scope, SqsQueue, "next", (one) => ({ name: pick(one.value as never) }), { forEach: all });
      return {
        list: output(each(all, (one) => pick(one as never))),
        map: output(toMap(all, (one, key) => [key, pick(one as never)])),
      };
    },
  });
  expect(mainOf(module)).toContain(`for_each = ${address}.this\n\n  name = each.value.${attribute}\n`);
  expect(textOf(module, "outputs.tf")).toContain(`value = [for value in ${address}.this : value.${attribute}]`);
});

test("where it is known that there are no instances, what walks them is not there either", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const made = resource(scope, SqsQueue, "this", (one) => ({ name: one.value }), { forEach: v.names });
      const all = made.all((one) => one);
      resource(scope, SqsQueue, "next", (one) => ({ name: one.value.arn }), { forEach: all });
      return {
        arns: output(each(all, (one) => one.arn)),
        map: output(toMap(all, (one, key) => [key, one.arn])),
      };
    },
  });
  const stack = new TerraformStack(new App({ skipValidation: true }), "stack");
  module.inline(stack, "none", { names: {} });
  expect(stack.toTerraform()).not.toHaveProperty("resource");
  module.inline(stack, "some", { names: { a: "b" } });
  expect(stack.toTerraform()).toMatchObject({
    resource: { aws_sqs_queue: { some_next: { for_each: "${aws_sqs_queue.some}", name: "${each.value.arn}" } } },
  });
});

test("of a resource with `count` a list, whose elements have them too", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const made = resource(scope, SqsQueue, "this", { name: "a" }, { count: 3 });
      const only = resource(scope, SqsQueue, "only", { name: "a" }, { count: 1 });
      return {
        names: output(v.names),
        arns: output(
          each(
            made.all((one) => one),
            (one, index) => `${index}: ${one.arn}`,
          ),
        ),
        only: output(
          each(
            only.all((one) => one),
            (one) => one.arn,
          ),
        ),
      };
    },
  });
  const outputs = textOf(module, "outputs.tf");
  expect(outputs).toContain('[for index, item in aws_sqs_queue.this[*] : "${index}: ${item.arn}"]');
  expect(outputs).toContain("value = [aws_sqs_queue.only.arn]");
});

test("a name that there is not has the nearest as a hint, also of a class that extends the one with the attributes", () => {
  const module = defineOne({
    variables,
    providers: { acme: { source: "acme/acme", version: ">= 1.0" } },
    build(scope, v) {
      const made = resource(scope, Widget, "this", { name: "a" });
      return { names: output(v.names), serial: output((made as unknown as { serial_numbr: never }).serial_numbr) };
    },
  });
  expect(problemsOf(module).map(({ message, hint }) => [message, hint])).toEqual([
    ["acme_widget.this has no attribute `serial_numbr`", "did you mean `serial_number`?"],
  ]);
});
