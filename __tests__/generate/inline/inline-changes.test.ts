/** What a stack changes on inlined resources: Aspects, setters, meta-arguments. */
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Aspects, Fn, TerraformCount } from "cdktf";
import type { IConstruct } from "constructs";
import { blocks, list, map, number, object, optional, optionalBlock, output, resource, string } from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import { defineOne } from "../one-module";

const jobs = defineOne({
  variables: {
    name: string(),
    tags: map(string(), { default: {} }),
    delay: optional(number()),
    targets: list(object({ path: string() }), { default: [] }),
  },
  build(scope, v) {
    const job = resource(
      scope,
      GlueJob,
      "this",
      {
        name: v.name,
        roleArn: "r",
        tags: v.tags,
        description: "costs ${5}",
        command: { scriptLocation: "s3://b/${literal}" },
        notificationProperty: optionalBlock(v.delay, (delay) => ({ notifyDelayAfter: delay })),
      },
      { lifecycle: { ignoreChanges: ["description"], createBeforeDestroy: true } },
    );
    resource(scope, GlueCrawler, "crawler", {
      name: v.name,
      role: "r",
      databaseName: "d",
      s3Target: blocks(v.targets, (target) => ({ path: target.path })),
    });
    return { arn: output(job.arn) };
  },
});

type Json = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** The resources of a stack after an Aspect has visited it. */
function synth(
  make: (stack: TerraformStack) => unknown,
  visit: (node: IConstruct, stack: TerraformStack) => void = () => {},
): Json {
  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false, outdir: "unused" }), "test");
  make(stack);
  Aspects.of(stack).add({ visit: (node) => visit(node, stack) });
  (stack as unknown as { prepareStack(): void }).prepareStack();
  for (const aspect of Aspects.of(stack).all) for (const node of stack.node.findAll()) aspect.visit(node);
  const { resource: made } = JSON.parse(JSON.stringify(stack.toTerraform())) as { resource: Json };
  for (const type of Object.values(made))
    for (const one of Object.values(type)) delete (one as Record<string, unknown>)["//"];
  return made;
}

const onJob = (change: (job: GlueJob, stack: TerraformStack) => void) => (node: IConstruct, stack: TerraformStack) => {
  if (node instanceof GlueJob) change(node, stack);
};
const inline =
  (more: object = {}) =>
  (stack: TerraformStack) =>
    jobs.inline(stack, "j", { name: "j", ...more });
const jobOf = (made: Json) => made.aws_glue_job?.j;

test("without changes an element is the same as before", () => {
  const plain = jobOf(synth(inline({ tags: { a: "b" }, delay: 3 })));
  expect(plain).toEqual({
    name: "j",
    role_arn: "r",
    tags: { a: "b" },
    description: "costs $${5}",
    command: [{ script_location: "s3://b/$${literal}" }],
    notification_property: [{ notify_delay_after: 3 }],
    lifecycle: { ignore_changes: ["description"], create_before_destroy: true },
  });
});

test("an Aspect adds tags and protects, as it does with a class of the provider's", () => {
  const made = synth(
    inline({ tags: { a: "b", "c.d": "${literal}" } }),
    onJob((job) => {
      job.tags = { ...job.tagsInput, Owner: "data" };
      job.lifecycle = { preventDestroy: true, ignoreChanges: ["timeout"] };
      job.addOverride("max_retries", 3);
    }),
  );
  expect(jobOf(made)).toMatchObject({
    tags: { a: "b", "c.d": '${"$${literal}"}', Owner: "data" },
    lifecycle: { prevent_destroy: true, create_before_destroy: true, ignore_changes: ["description", "timeout"] },
    max_retries: 3,
    description: "costs $${5}",
  });
});

test("what is known reads as a value, and tokens of the caller stay", () => {
  const seen: unknown[] = [];
  const made = synth(
    (stack) => {
      const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
      jobs.inline(stack, "j", { name: "j", tags: { role: role.arn } });
    },
    onJob((job) => {
      seen.push(job.nameInput, Object.keys(job.tagsInput ?? {}));
      job.tags = { ...job.tagsInput, Owner: "data" };
    }),
  );
  expect(seen).toEqual(["j", ["role"]]);
  expect(jobOf(made)?.tags).toEqual({ role: "${aws_iam_role.role.arn}", Owner: "data" });
});

test("blocks are put, changed and taken away", () => {
  const made = synth(
    inline({ delay: 3 }),
    onJob((job) => {
      job.command.pythonVersion = "3";
      job.putExecutionProperty({ maxConcurrentRuns: 2 });
      job.resetNotificationProperty();
      job.resetDescription();
    }),
  );
  expect(jobOf(made)).toEqual({
    name: "j",
    role_arn: "r",
    tags: {},
    command: { script_location: '${"s3://b/$${literal}"}', python_version: "3" },
    execution_property: { max_concurrent_runs: 2 },
    lifecycle: { ignore_changes: ["description"], create_before_destroy: true },
  });
});

test("a provider and more to wait for", () => {
  const made = synth(
    (stack) => {
      new AwsProvider(stack, "aws");
      inline()(stack);
    },
    onJob((job, stack) => {
      job.provider = new AwsProvider(stack, "west", { alias: "west" });
      job.dependsOn = ["aws_iam_role.role"];
    }),
  );
  expect(jobOf(made)).toMatchObject({ provider: "aws.west", depends_on: ["aws_iam_role.role"] });
});

describe("a map that only Terraform knows", () => {
  const unknown = (stack: TerraformStack) => {
    const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
    jobs.inline(stack, "j", { name: "j", tags: role.tagsAll });
  };

  it("is merged by Fn.merge", () => {
    const made = synth(
      unknown,
      onJob((job) => {
        job.tags = Fn.merge([job.tagsInput, { Owner: "data" }]);
      }),
    );
    expect(jobOf(made)?.tags).toBe(
      '${merge((aws_iam_role.role.tags_all != null ? aws_iam_role.role.tags_all : {}), {"Owner" = "data"})}',
    );
  });

  it("is not spread in silence", () => {
    const spread = onJob((job) => {
      job.tags = { ...job.tagsInput, Owner: "data" };
    });
    expect(() => synth(unknown, spread)).toThrow(
      "spreading (`{ ...map }`) does not work on a map that is known only at plan time",
    );
  });
});

test.each<readonly [string, (job: GlueJob) => void, string]>([
  ["count", (job) => (job.count = TerraformCount.of(2)), "`count` cannot be set on an inlined resource"],
  ["a name", (job) => job.overrideLogicalId("other"), "an inlined resource cannot be renamed"],
])("%s is refused: references have the other address", (_name, change, message) => {
  expect(() => synth(inline(), onJob(change))).toThrow(message);
});

test("a block for each of a list that only Terraform knows is changed by no setter", () => {
  const make = (stack: TerraformStack) => {
    const targets = Fn.jsondecode("[]");
    jobs.inline(stack, "j", { name: "j", targets });
  };
  const crawlerOf = (made: Json) => made.aws_glue_crawler?.j_crawler;
  expect(crawlerOf(synth(make))?.dynamic).toHaveProperty("s3_target");
  const put = (node: IConstruct) => {
    if (node instanceof GlueCrawler) node.putS3Target([{ path: "s3://more" }]);
  };
  expect(() => synth(make, put)).toThrow("the number of `s3_target` blocks is known only when Terraform plans");
  const reset = (node: IConstruct) => {
    if (node instanceof GlueCrawler) node.resetS3Target();
  };
  expect(crawlerOf(synth(make, reset))).toEqual({ name: "j", role: "r", database_name: "d" });
});
