/** What examples of a definition become in HCL. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { any, output, resource } from "tfwright";
import { defineOne, textOf } from "../one-module";

type Move = { readonly from: string; readonly to: string };

/** The call of an example with one input. */
function callOf(input: unknown, moved?: readonly Move[]): string {
  const module = defineOne({
    variables: { value: any({ description: "A value." }) },
    build(scope, v) {
      resource(scope, SqsQueue, "b", {});
      return { value: output(v.value, { description: "It." }) };
    },
    examples: { basic: { description: "One.", inputs: { value: input as never }, ...(moved && { moved }) } },
  });
  return textOf(module, "examples/basic/main.tf").replace(/\s+/g, " ");
}

test.each([
  ["an object", '{"a":1,"b":[true,null]}', "jsonencode({ a = 1 b = [true, null] })"],
  ["a list", '[{"a":"b"}]', 'jsonencode([{ a = "b" }])'],
  ["a key that is no name", '{"$schema":"x"}', 'jsonencode({ "$schema" = "x" })'],
  ["what HCL would read as a template", '{"a":"${x}"}', 'jsonencode({ a = "$${x}" })'],
])("%s that is written as compact JSON is one of HCL", (_what, text, want) => {
  expect(callOf(text)).toContain(`value = ${want}`);
  expect(callOf({ in: [text] })).toContain(want);
});

/** `jsonencode` would write another text, and whoever wrote spaces or 1.0 may have meant them. */
test.each([
  '{"a": 1}',
  '{"Version":1.0}',
  '{"a":1,"a":2}',
  "{}",
  "[]",
  "[1",
  "{a}",
  '"a"',
  "12",
  '{"n":12345678901234567890}',
])("%s stays a text", (text) => {
  expect(callOf(text)).not.toContain("jsonencode");
  expect(callOf(text)).toContain(`value = ${JSON.stringify(text)}`);
});

test("what is taken over keeps its text, which is in the state", () => {
  const text = '{"a":1}';
  const moves = [{ from: "aws_sqs_queue.a", to: "aws_sqs_queue.b" }];
  expect(callOf(text)).toContain("jsonencode");
  expect(callOf(text, moves)).toContain(`value = ${JSON.stringify(text)}`);
});
