/** A single object where the provider's class takes a list of blocks: the class would hand it on with the names of TypeScript. */
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { blockIf, blocks, bool, fn, list, nestedBlocks, optional, resource, resourceType, string } from "tfwright";
import { defineOne, mainOf, problemsOf } from "../one-module";

const ruleOf = (rule: unknown) =>
  defineOne({
    variables: { on: bool({ default: true }), names: list(string(), { default: [] }) },
    build(scope, v) {
      const given = typeof rule === "function" ? rule(v) : rule;
      resource(scope, S3BucketLifecycleConfiguration, "this", { bucket: fn.tostring(v.on), rule: given as never });
      resource(scope, S3BucketLifecycleConfiguration, "names", { bucket: fn.join("", v.names), rule: [] });
      return {};
    },
  });

const AND = { prefix: "a/", objectSizeGreaterThan: 1 };

test.each<[string, unknown, string, string]>([
  ["at the top", { id: "a", status: "Enabled" }, "rule", "rule: [{ ... }]"],
  ["in a block", [{ id: "a", status: "Enabled", filter: [{ and: AND }] }], "rule[0].filter[0].and", "and: [{ ... }]"],
  [
    "in a block that may be there",
    (v: { on: never }) => [{ id: "a", status: "Enabled", filter: blockIf(v.on, () => ({ and: AND })) }],
    "rule[0].filter[0].and",
    "and: [{ ... }]",
  ],
  [
    "in a loop",
    (v: { names: never }) =>
      blocks(v.names, (id) => ({ id, status: "Enabled", expiration: { expiredObjectDeleteMarker: true } })),
    "rule[0].expiration",
    "expiration: [{ ... }]",
  ],
])("%s: told", (_, rule, path, hint) => {
  expect(problemsOf(ruleOf(rule))).toEqual([
    {
      code: "not-a-list",
      path: `sample.aws_s3_bucket_lifecycle_configuration.this.${path}`,
      message: `\`${path
        .split(".")
        .pop()
        ?.replace(/\[\d\]$/, "")}\` takes a list, but was given one object`,
      hint: expect.stringContaining(hint),
    },
  ]);
});

test("a list with one object, and a block without arguments", () => {
  const main = mainOf(ruleOf([{ id: "a", status: "Enabled", filter: [{ and: [AND] }], expiration: {} }]));
  expect(main.replace(/\s+/g, " ")).toContain(
    'rule { id = "a" status = "Enabled" filter { and { prefix = "a/" object_size_greater_than = 1 } } expiration {} }',
  );
});

test("a type by its schema takes one block for a list of them", () => {
  const Widget = resourceType("aws_widget", { arguments: { part: optional(nestedBlocks({ partSize: string() })) } });
  const module = defineOne({
    build(scope) {
      resource(scope, Widget, "this", { part: { partSize: "a" } as never });
      return {};
    },
  });
  expect(mainOf(module)).toContain('part {\n    partSize = "a"\n  }');
});
