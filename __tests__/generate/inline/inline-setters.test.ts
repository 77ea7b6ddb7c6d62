/** Setters and Aspects on what is inlined: arguments, blocks and meta-arguments beside those of the definition. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Aspects, Fn, Token } from "cdktf";
import { defineModule, fn, gt, map, number, optional, optionalBlock, resource, string } from "tfwright";
import { App, LocalBackend, TerraformStack } from "../../../src/cdk";

describe("what is changed after a resource was made", () => {
  /** What a job of the stack is after `change`, as cdktf writes it. */
  function changed(inputs: object, change: (job: GlueJob) => void): Record<string, unknown> {
    const app = new App({ skipValidation: true, stackTraces: false, outdir: mkdtempSync(join(tmpdir(), "tfwright-")) });
    const stack = new TerraformStack(app, "s");
    new LocalBackend(stack, {});
    tagged.inline(stack, "one", inputs as never);
    Aspects.of(stack).add({ visit: (node) => (node instanceof GlueJob ? change(node) : undefined) });
    app.synth();
    const json = JSON.parse(readFileSync(join(app.outdir, "stacks", "s", "cdk.tf.json"), "utf8"));
    rmSync(app.outdir, { recursive: true });
    const { "//": _, ...job } = json.resource.aws_glue_job.one;
    return job;
  }
  const tagged = defineModule({
    name: "tagged",
    title: "Tagged",
    description: "A job with tags.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: {
      name: string(),
      tags: map(string(), { default: {} }),
      delay: optional(number()),
      times: number({ default: 1 }),
    },
    build(scope, v) {
      const rule = { condition: gt(fn.length(v.name), 1), message: "too short" };
      const dependency = resource(scope, IamRole, "role", { assumeRolePolicy: "{}" });
      resource(
        scope,
        GlueJob,
        "this",
        {
          name: v.name,
          roleArn: "r",
          command: { scriptLocation: "x ${y}" },
          tags: v.tags,
          notificationProperty: optionalBlock(v.delay, (delay) => ({ notifyDelayAfter: delay })),
        },
        {
          count: v.times,
          dependsOn: [dependency],
          lifecycle: { ignoreChanges: ["tags"], preconditions: [rule] },
        },
      );
      return {};
    },
  });
  const plain = {
    name: "a${b}",
    role_arn: "r",
    command: [{ script_location: "x $${y}" }],
    tags: { a: "$${b}" },
    lifecycle: { ignore_changes: ["tags"] },
    depends_on: ["aws_iam_role.one_role"],
  };
  const inputs = { name: "a${b}", tags: { a: "${b}" } };
  const token = Token.asString({ creationStack: [], resolve: () => "${var.x}", toString: () => "" });

  it("is nothing: what the definition says stays", () => {
    expect(changed(inputs, () => {})).toEqual({ ...plain, name: "a$${b}" });
  });

  it("is an argument: it is taken over, the others stay", () => {
    const made = changed(inputs, (job) => {
      job.tags = { ...job.tagsInput, Owner: "data", from: token };
      job.timeout = 5;
      job.putCommand({ scriptLocation: "other" });
    });
    expect(made).toEqual({
      ...plain,
      name: "a$${b}",
      tags: { a: '${"$${b}"}', Owner: "data", from: "${var.x}" },
      timeout: 5,
      command: { script_location: "other" },
    });
  });

  it("is taken away", () => {
    const made = changed({ ...inputs, delay: token }, (job) => {
      job.resetTags();
      job.resetNotificationProperty();
    });
    expect(made).not.toHaveProperty("tags");
    expect(made).not.toHaveProperty("dynamic");
    expect(changed({ ...inputs, delay: token }, () => {})).toHaveProperty("dynamic.notification_property");
  });

  it("is a meta-argument: it joins those of the definition", () => {
    const made = changed({ name: token }, (job) => {
      job.lifecycle = { preventDestroy: true, precondition: [{ condition: token, errorMessage: "no" }] };
      job.dependsOn = ["aws_iam_role.other"];
      job.provider = { fqn: "aws.west" } as never;
    });
    expect(made).toMatchObject({
      provider: "aws.west",
      depends_on: ["aws_iam_role.one_role", "aws_iam_role.other"],
      lifecycle: {
        ignore_changes: ["tags"],
        prevent_destroy: true,
        precondition: [{ error_message: "too short" }, { condition: "${var.x}", error_message: "no" }],
      },
    });
    expect(() =>
      changed({ name: "ab", times: token }, (job) => {
        job.count = 2;
      }),
    ).toThrow("aws_glue_job.one: `count` cannot be set on an inlined resource");
  });

  it("is a spread of what only Terraform knows: an error that says what to do", () => {
    const tags = Token.asStringMap({ creationStack: [], resolve: () => "${var.tags}", toString: () => "" });
    const spread = (job: GlueJob) => {
      job.tags = { ...job.tagsInput, Owner: "data" };
    };
    const merge = (job: GlueJob) => {
      job.tags = Token.asStringMap(Fn.merge([job.tagsInput, { Owner: "data" }]));
    };
    expect(() => changed({ ...inputs, tags }, spread)).toThrow(
      "does not work on a map that is known only at plan time\n  use `Fn.merge([node.tagsInput, { more }])`",
    );
    expect(changed({ ...inputs, tags }, merge).tags).toMatch(/^\$\{merge\(.*var\.tags.*\)\}$/);
  });
});
