/** Locals and resources that need each other. */
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import { eq, fn, local, mapFrom, raw, ref, resource } from "tfwright";
import { defineOne, problemsOf } from "../one-module";

const moduleWith = (make: (scope: Construct) => void) =>
  defineOne({
    build(scope) {
      make(scope);
      return {};
    },
  });

test.each<[string, (scope: Construct) => void, string, string]>([
  [
    "two locals",
    (scope) => {
      local(scope, "a", ref("local.b"));
      local(scope, "b", fn.upper(ref("local.a")));
    },
    "sample.local.a",
    "a cycle: local.a needs local.b needs local.a",
  ],
  [
    "three, one of them in HCL",
    (scope) => {
      local(scope, "first", ref("local.a"));
      local(scope, "a", raw('"${aws_sqs_queue.this.arn}-x"'));
      const name = local(scope, "b", ref("local.a"));
      resource(scope, SqsQueue, "this", { name });
    },
    "sample.local.a",
    "a cycle: local.a needs aws_sqs_queue.this needs local.b needs local.a",
  ],
  [
    "in nested blocks",
    (scope) => {
      resource(scope, SecurityGroup, "a", { ingress: [{ securityGroups: [ref("aws_security_group.b.id")] }] });
      resource(scope, SecurityGroup, "b", { egress: [{ securityGroups: [ref("aws_security_group.a.id")] }] });
    },
    "sample.aws_security_group.a",
    "a cycle: aws_security_group.a needs aws_security_group.b needs aws_security_group.a",
  ],
  [
    "a resource and itself",
    (scope) => void resource(scope, SqsQueue, "this", { name: ref("aws_sqs_queue.this.url") }),
    "sample.aws_sqs_queue.this",
    "aws_sqs_queue.this refers to itself",
  ],
])("%s", (_, make, path, message) => {
  expect(problemsOf(moduleWith(make))).toEqual([expect.objectContaining({ code: "cycle", path, message })]);
});

test("what only looks like a cycle is none", () => {
  const module = moduleWith((scope) => {
    const all = resource(scope, SqsQueue, "all", (each) => ({ name: each.key }), { forEach: mapFrom({ a: 1, b: 2 }) });
    const queue = resource(
      scope,
      SqsQueue,
      "this",
      { name: all.at("a").name },
      {
        dependsOn: [all],
        lifecycle: {
          ignoreChanges: ["name"],
          postconditions: [{ condition: (self) => eq(self.name, "a"), message: "Another name." }],
        },
      },
    );
    local(scope, "url", queue.url);
    local(scope, "both", [ref("local.url"), queue.arn]);
  });
  expect(() => module.generate()).not.toThrow();
});

test("a whole resource is no text and no number", () => {
  const module = moduleWith((scope) => {
    const queue = resource(scope, SqsQueue, "this", { name: "a" });
    resource(scope, SqsQueue, "other", { name: fn.tostring(queue as never) });
  });
  expect(problemsOf(module)).toEqual([
    expect.objectContaining({ message: "`tostring` was given a whole resource or module" }),
  ]);
});
