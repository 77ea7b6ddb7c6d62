/** Over 400 lines because each thing that a definition may hold has its case here: what it becomes in a caller's stack. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { conditional, Fn, Lazy, Op, TerraformVariable, Testing, Token } from "cdktf";
import { expectTypeOf } from "expect-type";
import {
  bool,
  defineModule,
  fn,
  gt,
  list,
  local,
  map,
  moduleCall,
  number,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  string,
  TfwrightError,
  when,
} from "tfwright";
import { glueJob, glueRole } from "../../../modules";
import { App, type IResolvable, LocalBackend, resolveToken, TerraformStack } from "../../../src/cdk";

const jobs = defineModule({
  name: "jobs",
  title: "Jobs",
  description: "A job and some more.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: {
    name: string({
      validate: [{ condition: (name) => fn.can(fn.regex("^[a-z-]+$", name)), message: "name is lower case." }],
    }),
    role_arn: string(),
    scripts: list(string(), { default: ["s3://scripts/a.py"] }),
    delay: optional(number()),
    more: map(object({ role: string(), on: optional(bool(), true) }), { default: {} }),
    flag: bool(false),
  },
  build(scope, v) {
    const full = local(scope, "full", `${v.name}-job`);
    const job = resource(scope, GlueJob, "this", {
      name: full,
      roleArn: v.role_arn,
      command: { scriptLocation: fn.join(",", v.scripts) },
      notificationProperty: optionalBlock(v.delay, (delay) => ({ notifyDelayAfter: delay })),
    });
    const extra = resource(
      scope,
      GlueJob,
      "extra",
      { name: `${v.name}-extra`, roleArn: v.role_arn, command: { scriptLocation: "x" } },
      { count: when(gt(fn.length(v.scripts), 1), 1, 0) },
    );
    const keyed = resource(
      scope,
      GlueJob,
      "keyed",
      (each) => ({
        name: each.key,
        roleArn: each.value.role,
        executionClass: when(each.value.on, "FLEX", null),
        command: { scriptLocation: "x" },
      }),
      { forEach: v.more },
    );
    return {
      arn: output(job.arn),
      extra: output(extra.one((one) => one.arn)),
      scripts: output(v.scripts),
      count: output(fn.length(v.scripts)),
      flag: output(v.flag),
      whole: output({ arn: job.arn, size: fn.length(v.scripts) }),
      keyed: output(keyed.all((one) => one.arn)),
    };
  },
});

function synth(use: (stack: TerraformStack) => void): {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly module?: Record<string, Record<string, unknown>>;
  readonly locals?: Record<string, unknown>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
} {
  const app = new App({ skipValidation: true, stackTraces: false, outdir: "unused" });
  const stack = new TerraformStack(app, "test");
  use(stack);
  const json = JSON.parse(JSON.stringify(stack.toTerraform())) as ReturnType<typeof synth>;
  for (const type of Object.values(json.resource ?? {})) for (const one of Object.values(type)) delete one["//"];
  return json;
}

describe("inline", () => {
  it("folds what is known away", () => {
    const { resource: made } = synth((stack) => {
      jobs.inline(stack, "orders", { name: "orders", role_arn: "arn", delay: 5 });
    });
    expect(made).toEqual({
      aws_glue_job: {
        orders: {
          name: "orders-job",
          role_arn: "arn",
          command: [{ script_location: "s3://scripts/a.py" }],
          notification_property: [{ notify_delay_after: 5 }],
        },
      },
    });
  });

  it("keeps tokens of other resources, literal text literal, and the caller's keys", () => {
    const { resource: made } = synth((stack) => {
      const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
      jobs.inline(stack, "orders", {
        name: "orders",
        role_arn: role.arn,
        scripts: ["a", "${literal} %{too}"],
        more: { first: { role: `${role.arn}-x` } },
      });
    });
    const glue = made.aws_glue_job as Record<string, Record<string, unknown>>;
    expect(glue.orders).toMatchObject({
      role_arn: "${aws_iam_role.role.arn}",
      command: [{ script_location: "a,$${literal} %%{too}" }],
    });
    expect(glue.orders_extra).toEqual({
      name: "orders-extra",
      role_arn: "${aws_iam_role.role.arn}",
      command: [{ script_location: "x" }],
    });
    expect(glue.orders_keyed?.for_each).toEqual({ first: { role: "${aws_iam_role.role.arn}-x", on: true } });
  });

  it("gives outputs that are usable as tokens, or are values where they are known", () => {
    const { resource: made } = synth((stack) => {
      const { outputs } = jobs.inline(stack, "orders", { name: "orders", role_arn: "arn" });
      expect(outputs.scripts).toEqual(["s3://scripts/a.py"]);
      expect(outputs.count).toBe(1);
      expect(resolveToken(stack, outputs.extra)).toBe("${null}");
      expect(outputs.whole.size).toBe(1);
      new IamRole(stack, "role", { assumeRolePolicy: "{}", description: outputs.arn, name: outputs.whole.arn });
    });
    expect(made.aws_iam_role?.role).toMatchObject({
      description: "${aws_glue_job.orders.arn}",
      name: "${aws_glue_job.orders.arn}",
    });
  });

  it("knows meta-arguments from arguments of the same name", () => {
    const { resource: made } = synth((stack) => {
      glueJob.inline(stack, "orders", {
        name: "orders",
        role_arn: "arn:aws:iam::111111111111:role/orders",
        script_location: "s3://scripts/a.py",
        glue_version: "5.0",
        source_control_details: { provider: "GITHUB", repository: "orders" },
      });
    });
    expect(made.aws_glue_job?.orders?.source_control_details).toEqual([{ provider: "GITHUB", repository: "orders" }]);
  });

  it.each([
    ["of a closed set", { type: "scala" }, "type must be one of"],
    ["of an open set by its shape", { worker_type: "huge" }, "worker_type must be"],
    ["that is no number", { timeout: Number.NaN }, "must be number, but was NaN"],
    [
      "that is a construct",
      { timeout: new App({ outdir: "unused" }) },
      "must be number, but was an object of class App",
    ],
  ])("refuses a value %s", (_what, more, message) => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "unused" }), "test");
    const inputs = { name: "a", role_arn: "b", script_location: "s3://c/d.py", glue_version: "5.0", ...more };
    expect(() => glueJob.inline(stack, "orders", inputs as never)).toThrow(message);
  });

  it("says where the attributes of a whole resource and a whole module are", () => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "unused" }), "test");
    const inputs = { name: "a", role_arn: "b", script_location: "s3://c/d.py", glue_version: "5.0" };
    const made = glueJob.inline(stack, "first", { ...inputs, role_arn: "arn:aws:iam::111111111111:role/a" });
    expect(() => glueJob.inline(stack, "orders", { ...inputs, role_arn: made } as never)).toThrow(
      /an object of class Inlined\n +give an attribute of it, such as `bucket\.arn`; of a module .*`role\.outputs\.arn`/,
    );
  });

  it("refuses inputs in place of the id", () => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "unused" }), "test");
    const inline = glueJob.inline as (...all: unknown[]) => unknown;
    expect(() => inline(stack, { name: "a" })).toThrow(/second argument of `inline` must be a string, the id/);
  });

  it("refuses a fourth argument, which JavaScript would drop", () => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "unused" }), "test");
    const inputs = { name: "a", role_arn: "arn:aws:iam::111111111111:role/a", script_location: "s3://c/d.py" };
    const given = [stack, "orders", inputs, { provider: "aws.west" }];
    const { inline, module } = glueJob as unknown as Record<string, (...all: unknown[]) => unknown>;
    expect(() => inline?.(...given)).toThrow(/three arguments are expected, but 4 were given/);
    expect(() => module?.(...given)).toThrow(/4 were given[\s\S]*options stand among the inputs/);
  });

  it("makes a validation that only Terraform can tell a precondition of the first resource", () => {
    const { resource: made } = synth((stack) => {
      const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
      jobs.inline(stack, "orders", { name: role.name, role_arn: role.arn });
    });
    expect(made.aws_glue_job?.orders?.lifecycle).toEqual({
      precondition: [
        { condition: '${can(regex("^[a-z-]+$", aws_iam_role.role.name))}', error_message: "name is lower case." },
      ],
    });
  });

  it.each([
    ["a missing input", { name: "a" }, "missing-input", "test/orders.role_arn"],
    ["an unknown input", { name: "a", role_arn: "b", nmae: "c" }, "unknown-variable", "test/orders.nmae"],
    ["a wrong type", { name: "a", role_arn: 5 }, "input-type", "test/orders.role_arn"],
    [
      "an unknown attribute",
      { name: "a", role_arn: "b", more: { x: { role: "r", of: 1 } } },
      "unknown-attribute",
      "test/orders.more.x.of",
    ],
    [
      "a missing attribute",
      { name: "a", role_arn: "b", more: { x: {} } },
      "missing-attribute",
      "test/orders.more.x.role",
    ],
    ["a value that its validation refuses", { name: "A", role_arn: "b" }, "validation-failed", "test/orders.name"],
  ])("refuses %s", (_what, inputs, code, path) => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "unused" }), "test");
    let thrown: unknown;
    try {
      jobs.inline(stack, "orders", inputs as never);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TfwrightError);
    expect((thrown as TfwrightError).problems).toEqual([expect.objectContaining({ code, path })]);
  });
});

describe("module", () => {
  it("is a module block with inputs as given, literal text escaped, and tokens of its outputs", () => {
    const json = synth((stack) => {
      const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
      const call = jobs.module(stack, "orders", {
        source: "./modules/jobs",
        name: "orders",
        scripts: ["s3://x/${literal}"],
        role_arn: role.arn,
        dependsOn: [role],
      });
      new IamRole(stack, "other", {
        assumeRolePolicy: "{}",
        description: call.outputs.arn,
        name: call.outputs.whole.arn,
      });
    });
    expect(json.module?.orders).toMatchObject({
      source: "./modules/jobs",
      scripts: ["s3://x/$${literal}"],
      role_arn: "${aws_iam_role.role.arn}",
      depends_on: ["aws_iam_role.role"],
    });
    expect(json.resource.aws_iam_role?.other).toMatchObject({
      description: "${module.orders.arn}",
      name: "${module.orders.whole.arn}",
    });
  });

  it("names the generated folder by default, relative to the stack's output", () => {
    const json = synth((stack) => {
      jobs.module(stack, "orders", { name: "a", role_arn: "b" });
    });
    expect(json.module?.orders?.source).toBe("../../../generated/modules/jobs");
  });

  it("has one set of outputs for each key", () => {
    const json = synth((stack) => {
      const call = jobs.module(stack, "orders", { source: "./x", count: 2, name: "a", role_arn: "b" });
      new IamRole(stack, "role", { assumeRolePolicy: "{}", name: call.at(1).arn });
    });
    expect(json.module?.orders?.count).toBe(2);
    expect(json.resource.aws_iam_role?.role?.name).toBe("${module.orders[1].arn}");
  });
});

describe("types", () => {
  it("of outputs are those of the values", () => {
    type Outputs = ReturnType<typeof jobs.inline>["outputs"];
    expectTypeOf<Outputs["arn"]>().toEqualTypeOf<string>();
    expectTypeOf<Outputs["scripts"]>().toEqualTypeOf<string[]>();
    expectTypeOf<Outputs["count"]>().toEqualTypeOf<number>();
    expectTypeOf<Outputs["flag"]>().toEqualTypeOf<boolean | IResolvable>();
    expectTypeOf<Outputs["whole"]>().toEqualTypeOf<{ readonly arn: string; readonly size: number }>();
    expectTypeOf<Outputs["keyed"]>().toExtend<{ [key: string]: string }>();
    expectTypeOf<Outputs["keyed"]["any"]>().toEqualTypeOf<string>();
    expectTypeOf<ReturnType<Outputs["keyed"]["at"]>>().toEqualTypeOf<string>();
    const never = (_stack: TerraformStack) => {
      // @ts-expect-error: role_arn is required
      jobs.inline(_stack, "x", { name: "a" });
      // @ts-expect-error: no such variable
      jobs.inline(_stack, "x", { name: "a", role_arn: "b", nmae: "c" });
      // @ts-expect-error: a number is no text
      jobs.module(_stack, "x", { name: 1, role_arn: "b" });
      // @ts-expect-error: no such output
      return jobs.module(_stack, "x", { name: "a", role_arn: "b" }).outputs.nope;
    };
    expect(typeof never).toBe("function");
  });
});

test("cdktf's own HCL writer is refused in words", () => {
  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false }), "s");
  jobs.inline(stack, "jobs", { name: "a", role_arn: "b" });
  expect(() => stack.toHclTerraform()).toThrow("`cdktf synth --hcl` does not support inlined modules");
});

describe("values of other stacks", () => {
  function synthTwo(use: (first: TerraformStack, second: TerraformStack) => void): [Record<string, never>, string] {
    const app = new App({ skipValidation: true, stackTraces: false, outdir: mkdtempSync(join(tmpdir(), "tfwright-")) });
    const stacks = ["first", "second"].map((name) => new TerraformStack(app, name)) as [TerraformStack, TerraformStack];
    for (const stack of stacks) new LocalBackend(stack, {});
    use(...stacks);
    app.synth();
    const read = (name: string) => readFileSync(join(app.outdir, "stacks", name, "cdk.tf.json"), "utf8");
    const texts = [read("first"), read("second")] as const;
    rmSync(app.outdir, { recursive: true });
    return [JSON.parse(texts[0]) as Record<string, never>, texts[1]];
  }
  const REMOTE = "${data.terraform_remote_state.cross-stack-reference-input-first.outputs.";

  it("come by an output and a remote state, alone and inside of an expression", () => {
    const [first, second] = synthTwo((one, two) => {
      const role = new IamRole(one, "role", { name: "r", assumeRolePolicy: "{}" });
      jobs.inline(two, "jobs", { name: "a", role_arn: role.arn, scripts: [`s3://x/${role.name}`, "y"], delay: 1 });
    });
    expect(Object.keys((first as unknown as { output: object }).output)).toEqual([
      "cross-stack-output-aws_iam_rolerolearn",
      "cross-stack-output-aws_iam_rolerolename",
    ]);
    expect(second).toContain(`"role_arn": "${REMOTE}cross-stack-output-aws_iam_rolerolearn}"`);
    expect(second).toContain(
      "data.terraform_remote_state.cross-stack-reference-input-first.outputs.cross-stack-output-aws_iam_rolerolename",
    );
    expect(second).not.toMatch(/\$\{aws_iam_role\./);
  });

  it("may be outputs of an inlined module or of a module block", () => {
    const [first, second] = synthTwo((one, two) => {
      const inlined = jobs.inline(one, "jobs", { name: "a", role_arn: "r" });
      const called = jobs.module(one, "called", { name: "a", role_arn: "r" });
      new GlueJob(one, "own", {
        name: inlined.outputs.arn,
        roleArn: called.outputs.arn,
        command: { scriptLocation: "x" },
      });
      new GlueJob(two, "other", {
        name: inlined.outputs.arn,
        roleArn: called.outputs.arn,
        command: { scriptLocation: "x" },
      });
      jobs.inline(two, "more", { name: "a", role_arn: `${called.outputs.arn}-x`, delay: called.outputs.count });
    });
    expect(first).toMatchObject({
      resource: { aws_glue_job: { own: { name: "${aws_glue_job.jobs.arn}", role_arn: "${module.called.arn}" } } },
    });
    expect(second).not.toMatch(/\$\{(?:module\.called|aws_glue_job\.jobs)/);
    expect(second.match(/data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+/g)).toHaveLength(4);
  });
});

describe("what an output waits for", () => {
  const trigger = (role: string) => ({ name: "t", role_arn: role });

  it("is waited for by inlined resources, not by data sources, and by hand-written ones", () => {
    const synthesized = synth((stack) => {
      const role = glueRole.inline(stack, "role", {
        name: "r",
        account_id: "111111111111",
        write_s3: ["s3://bucket/a/"],
      });
      jobs.inline(stack, "jobs", trigger(role.outputs.arn));
      jobs.inline(stack, "text", trigger(`${role.outputs.arn}-x`));
      jobs.inline(stack, "name", trigger(role.outputs.name));
      const command = { scriptLocation: "x" };
      new GlueJob(stack, "own", { name: "own", roleArn: role.outputs.arn, command });
      new GlueJob(stack, "named", { name: "n", roleArn: "x", command, dependsOn: [...role.dependencies] });
      new GlueJob(stack, "nested", {
        name: role.outputs.name,
        roleArn: "x",
        command: { scriptLocation: Fn.join("/", [`${role.outputs.arn}-a`, "b"]) },
      });
      new GlueJob(stack, "later", {
        name: "later",
        roleArn: Lazy.stringValue({ produce: () => role.outputs.arn }),
        command,
      });
      jobs.inline(stack, "function", trigger(Fn.lower(role.outputs.arn)));
      const called = { name: "m", role_arn: role.outputs.arn, script_location: "s3://s/x.py", glue_version: "5.0" };
      glueJob.module(stack, "called", called);
    });
    const { resource: made, data, locals, module: called } = synthesized;
    const policies = ["s3", "glue"].map((kind) => `aws_iam_role_policy_attachment.role_${kind}`);
    expect(made.aws_glue_job?.jobs?.depends_on).toEqual(policies);
    expect(made.aws_glue_job?.text?.depends_on).toEqual(policies);
    expect(made.aws_glue_job?.named?.depends_on).toEqual(policies);
    expect(made.aws_glue_job?.name).not.toHaveProperty("depends_on");
    // By a local, so that data sources beside them are still read in the plan.
    const [[local, value] = []] = Object.entries(locals ?? {});
    expect(Object.keys(locals ?? {})).toHaveLength(1);
    expect(value).toBe(`\${[aws_iam_role.role.arn, ${policies.join(", ")}][0]}`);
    expect(made.aws_glue_job?.own).toMatchObject({ role_arn: `\${local.${local}}` });
    expect(made.aws_glue_job?.own).not.toHaveProperty("depends_on");
    expect(made.aws_glue_job?.later).toMatchObject({ role_arn: `\${local.${local}}` });
    expect(made.aws_glue_job?.nested).toMatchObject({
      name: "${aws_iam_role.role.name}",
      command: { script_location: `\${join("/", ["\${local.${local}}-a", "b"])}` },
    });
    expect(made.aws_glue_job?.function).toMatchObject({ role_arn: `\${lower(local.${local})}` });
    expect(called?.called).toMatchObject({ role_arn: `\${local.${local}}` });
    expect(called?.called).not.toHaveProperty("depends_on");
    // What is known is folded, and what there are none of is not there.
    expect(JSON.stringify(data)).not.toContain("dynamic");
    expect(Object.keys(made).sort()).toEqual([
      "aws_glue_job",
      "aws_iam_policy",
      "aws_iam_role",
      "aws_iam_role_policy_attachment",
    ]);
    expect(Object.keys(made.aws_iam_role_policy_attachment ?? {})).toEqual(["role_s3", "role_glue"]);
  });

  const waiting = defineModule({
    name: "waiting",
    title: "Waiting",
    description: "Outputs of all kinds that wait.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: { name: string(), policies: map(string(), { default: {} }) },
    build(scope, v) {
      const role = resource(scope, IamRole, "this", { name: v.name, assumeRolePolicy: "{}" });
      const none = resource(scope, IamRole, "none", { name: "none", assumeRolePolicy: "{}" }, { count: 0 });
      const job = resource(scope, GlueJob, "this", {
        roleArn: role.arn,
        name: v.name,
        command: { scriptLocation: "x" },
      });
      const each = resource(scope, IamRole, "each", (item) => ({ name: item.key, assumeRolePolicy: item.value }), {
        forEach: v.policies,
      });
      const dependsOn = [job, none];
      return {
        whole: output({ arn: role.arn, size: role.maxSessionDuration, name: v.name }, { dependsOn }),
        list: output([role.arn, "b"], { dependsOn }),
        map: output(
          each.all((one) => one.arn),
          { dependsOn },
        ),
        number: output(role.maxSessionDuration, { dependsOn }),
        known: output(v.name, { dependsOn }),
        nothing: output(role.arn, { dependsOn: [none] }),
      };
    },
  });
  const calling = defineModule({
    name: "calling",
    title: "Calling",
    description: "Hands on an output that waits.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: { name: string() },
    build(scope, v) {
      const called = moduleCall(scope, waiting, "inner", { name: v.name });
      return { arn: output(called.whole.arn) };
    },
  });

  it("is waited for with outputs of all kinds, and with one that a calling module hands on", () => {
    const { resource: made, locals = {} } = synth((stack) => {
      const { outputs } = waiting.inline(stack, "w", { name: "n", policies: { a: "{}" } });
      const { outputs: handedOn } = calling.inline(stack, "c", { name: "n" });
      const use = (id: string, text: string) =>
        new GlueJob(stack, id, { name: id, roleArn: text, command: { scriptLocation: "x" } });
      use("arn", outputs.whole.arn);
      use("size", Fn.tostring(outputs.whole.size));
      use("item", Fn.element(outputs.list, 0) as string);
      use("key", outputs.map.a as string);
      use("number", String(outputs.number));
      use("known", outputs.known);
      use("nothing", outputs.nothing);
      use("handed", handedOn.arn);
    });
    const local = (start: string) => Object.keys(locals).find((name) => name.startsWith(start)) ?? "none";
    const jobsMade = made.aws_glue_job ?? {};
    const argument = (id: string) => jobsMade[id]?.role_arn;
    expect(argument("arn")).toBe(`\${local.${local("w_outputwhole")}.arn}`);
    expect(argument("size")).toBe(`\${tostring(local.${local("w_outputwhole")}.size)}`);
    expect(argument("item")).toBe(`\${element(local.${local("w_outputlist")}, 0)}`);
    expect(argument("key")).toBe(`\${local.${local("w_outputmap")}["a"]}`);
    expect(argument("number")).toBe(`\${local.${local("w_outputnumber")}}`);
    // What is known is known; what waits for nothing is what it is.
    expect(argument("known")).toBe("n");
    expect(argument("nothing")).toBe("${aws_iam_role.w.arn}");
    expect(argument("handed")).toBe(`\${local.${local("c_outputarn")}}`);
    const waitsFor = (name: string) =>
      String(locals[local(name)]).replace(/,?\s+/g, " ").split(" ").slice(-2).join(" ");
    expect(waitsFor("c_outputarn")).toBe("aws_glue_job.c_inner ][0]}");
    expect(waitsFor("w_outputwhole")).toBe("aws_glue_job.w ][0]}");
  });
});

test("operands of cdktf's operators that JavaScript takes for false", () => {
  const module = defineModule({
    name: "sizes",
    title: "Sizes",
    description: "A role.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: { name: string(), size: number() },
    build(scope, v) {
      resource(scope, IamRole, "this", {
        name: Token.asString(conditional(Op.eq(v.name, ""), "none", v.name)),
        assumeRolePolicy: "{}",
        maxSessionDuration: Token.asNumber(Op.add(v.size, 0)),
      });
      return {};
    },
  });
  const stack = new TerraformStack(new App(), "stack");
  const { numberValue: size, stringValue: name } = new TerraformVariable(stack, "size", {});
  module.inline(stack, "role", { name, size });
  expect(JSON.parse(Testing.synth(stack)).resource.aws_iam_role.role).toMatchObject({
    name: '${var.size == "" ? "none" : var.size}',
    max_session_duration: "${var.size + 0}",
  });
});
