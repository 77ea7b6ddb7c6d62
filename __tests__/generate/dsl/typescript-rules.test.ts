/** Rules of variables for TypeScript alone: they hold where the value is known there, and leave no trace in the HCL. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { eq, list, not, object, output, resource, type StringLike, string } from "tfwright";
import { App, TerraformStack, TerraformVariable } from "../../../src/cdk";
import { AWS, defineOne, textOf } from "../one-module";

const jobs = defineOne({
  providers: AWS,
  variables: {
    name: string({
      validate: [
        { condition: (name) => not(eq(name, "old")), message: "old is a name of before.", only: "typescript" },
        { condition: (name) => not(eq(name, "")), message: "name must not be empty." },
      ],
    }),
    others: list(
      string({
        validate: [
          { condition: (one) => not(eq(one, "old")), message: "others has a name of before.", only: "typescript" },
        ],
      }),
      { default: [] },
    ),
  },
  build: (scope, v) => {
    const job = resource(scope, GlueJob, "this", {
      name: v.name,
      connections: v.others,
      roleArn: "arn:aws:iam::111111111111:role/orders",
      command: { scriptLocation: "s3://example-scripts/orders.py" },
    });
    return { name: output(job.name) };
  },
});

const call =
  (name: string, others: readonly string[] = []) =>
  () => {
    const stack = new TerraformStack(new App(), "stack");
    jobs.inline(stack, "job", { name, others });
  };

test("HCL has the other rules alone", () => {
  const text = textOf(jobs, "variables.tf");
  expect(text).toContain('error_message = "name must not be empty."');
  expect(text).not.toContain("before");
});

test("HCL has a rule beside one for TypeScript alone that says the same", () => {
  const rule = { condition: (one: StringLike) => not(eq(one, "old")), message: "a name of before is given." };
  const text = textOf(
    defineOne({
      providers: AWS,
      variables: {
        pairs: list(
          object({ a: string({ validate: [{ ...rule, only: "typescript" }] }), b: string({ validate: [rule] }) }),
          { default: [] },
        ),
      },
      build: (_scope, v) => ({ pairs: output(v.pairs) }),
    }),
    "variables.tf",
  );
  expect(text).toContain("a name of before is given.");
  expect(text).toContain('pair.b != "old"');
  expect(text).not.toContain('pair.a != "old"');
});

test("a known value is held against it", () => {
  expect(call("old")).toThrow("old is a name of before.");
  expect(call("new", ["new", "old"])).toThrow("others has a name of before.");
  expect(call("new", ["new"])).not.toThrow();
});

test("a value of the plan passes, and gets no precondition for it", () => {
  const stack = new TerraformStack(new App(), "stack");
  const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  jobs.inline(stack, "job", { name, others: [name] });
  const text = JSON.stringify(stack.toTerraform());
  expect(text).toContain("name must not be empty.");
  expect(text).not.toContain("before");
});
