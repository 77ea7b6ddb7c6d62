/** Over 400 lines because each thing that a CDKTF program makes has its case here. Constructs as a CDKTF program has them, in the `build` of a definition: what is made with `new`, and what has no place there. */
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { SqsQueue, type SqsQueueConfig } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  Annotations,
  Aspects,
  conditional,
  DataResource,
  DataTerraformRemoteStateLocal,
  DataTerraformRemoteStateS3,
  Fn,
  Op,
  ref,
  S3Backend,
  TerraformAsset,
  TerraformElement,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformModule,
  TerraformOutput,
  TerraformSelf,
  TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { Construct } from "constructs";
import { ref as expression, fn, list, map, number, object, output, resource, string } from "tfwright";
import { plainNode } from "../../../src/generate/build/plain-text";
import { growth, PROPORTIONAL } from "../../growth";
import { codesOf, defineOne, mainOf, problemsOf, textOf, warningsIn } from "../one-module";

type Build = (scope: Construct, name: string) => unknown;

/** A module with one variable, which its first queue uses. */
const moduleOf = (build: Build) =>
  defineOne({
    variables: { name: string() },
    build(scope, v) {
      new SqsQueue(scope, "first", { name: `${v.name}` });
      build(scope, `${v.name}`);
      return {};
    },
  });
const FIRST = `resource "aws_sqs_queue" "first" {
  name = var.name
}
`;
/** What a build adds to `main.tf`. */
const addedBy = (build: Build) => mainOf(moduleOf(build)).replace(FIRST, "").trim();

class Pair extends Construct {
  readonly main: SqsQueue;
  constructor(scope: Construct, id: string, name: string) {
    super(scope, id);
    const dead = new SqsQueue(this, "dead", { name: `${name}-dead` });
    this.main = new SqsQueue(this, "main", { name, redrivePolicy: Fn.jsonencode({ deadLetterTargetArn: dead.arn }) });
  }
}

describe("names", () => {
  test("of a class of the author", () => {
    expect(addedBy((scope, name) => new Pair(scope, "jobs", name))).toBe(`resource "aws_sqs_queue" "dead" {
  name = "\${var.name}-dead"
}

resource "aws_sqs_queue" "main" {
  name           = var.name
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn })
}`);
  });

  test("that `overrideLogicalId` sets", () => {
    const added = addedBy((scope, name) => {
      const queue = new SqsQueue(scope, "queue", { name });
      queue.overrideLogicalId("orders");
      new S3Bucket(scope, "bucket", { bucket: queue.arn });
    });
    expect(added).toContain('resource "aws_sqs_queue" "orders" {\n  name = var.name');
    expect(added).toContain("bucket = aws_sqs_queue.orders.arn");
  });

  test("two constructs of one class say what to change, and where", () => {
    const module = moduleOf((scope, name) => [new Pair(scope, "a", name), new Pair(scope, "b", name)]);
    const hint = expect.stringContaining("`${id}_queue`");
    expect(problemsOf(module)).toMatchObject([
      { code: "duplicate-address", path: "sample.aws_sqs_queue.dead", hint },
      { code: "duplicate-address", path: "sample.aws_sqs_queue.main", hint },
    ]);
    const nested = moduleOf((scope, name) => {
      for (const id of ["a", "b"]) resource(new Construct(scope, id), SqsQueue, "queue", { name });
    });
    expect(problemsOf(nested)).toMatchObject([{ code: "duplicate-address", hint }]);
  });

  test("a problem has the line of the construct", () => {
    const module = moduleOf((scope) => {
      new SqsQueue(scope, "queue", {});
      new TerraformOutput(scope, "url", { value: "x" });
      new SqsQueue(scope, "last", {});
    });
    expect(callOf(module)).toMatch(/plain-constructs\.test\.ts:\d+/);
    expect(lineOf(module)).toContain("new TerraformOutput(scope");
  });

  test("what cdktf itself refuses is told as it tells it", () => {
    expect(() => moduleOf((scope, name) => new SqsQueue(scope, name, {})).generate()).toThrow(/token .* as the id/);
    const relative = moduleOf((scope) => new TerraformHclModule(scope, "vpc", { source: "./vpc" }));
    expect(codesOf(relative)).toEqual(["no-place-in-module sample.module/vpc"]);
  });

  test("arguments that a class of the author sets itself", () => {
    class Slow extends SqsQueue {
      constructor(scope: Construct, id: string, config: SqsQueueConfig) {
        super(scope, id, { delaySeconds: 5, ...config });
      }
    }
    expect(addedBy((scope, name) => new Slow(scope, "this", { name }))).toContain("delay_seconds = 5");
    const asked = moduleOf((scope, name) => resource(scope, Slow, "this", { name }));
    expect(codesOf(asked)).toEqual(["argument-of-class sample.aws_sqs_queue.this.delay_seconds"]);
    const given = addedBy((scope, name) => resource(scope, Slow, "this", { name, delaySeconds: 1 }));
    expect(given).toContain("delay_seconds = 1");
  });

  test("a class may be called as it likes", () => {
    class CacheBackend extends Pair {}
    class TerraformOutputs extends Pair {}
    class QueueProvider extends Pair {}
    for (const type of [CacheBackend, TerraformOutputs, QueueProvider])
      expect(addedBy((scope, name) => new type(scope, "one", name))).toContain('"aws_sqs_queue" "main"');
  });
});

function callOf(module: { generate(): unknown }): string {
  try {
    module.generate();
  } catch (error) {
    const { problems } = error as { problems: { calls?: { stack: string }[] }[] };
    const stack = problems[0]?.calls?.[0]?.stack ?? "";
    return stack.split("\n").find((line) => line.includes("plain-constructs.test")) ?? "";
  }
  return "";
}

function lineOf(module: { generate(): unknown }): string {
  const [, line] = /plain-constructs\.test\.ts:(\d+)/.exec(callOf(module)) ?? [];
  const { readFileSync } = require("node:fs") as typeof import("node:fs");
  return readFileSync(__filename, "utf8").split("\n")[Number(line) - 1] ?? "";
}

test("remote states are data sources", () => {
  const module = defineOne({
    variables: { stage: string() },
    build(scope, v) {
      const net = new DataTerraformRemoteStateS3(scope, "net", {
        bucket: "states",
        key: `${v.stage}/net`,
        region: "eu-west-1",
        workspace: "prod",
        assumeRole: { roleArn: "arn:aws:iam::123456789012:role/reader" },
      });
      const local = new DataTerraformRemoteStateLocal(scope, "own", { path: "../own.tfstate", defaults: { size: 1 } });
      resource(scope, SqsQueue, "this", { name: net.getString("queue"), delaySeconds: local.getNumber("size") });
      return { vpc: output(net.get("vpc_id"), { description: "VPC." }) };
    },
  });
  expect(mainOf(module)).toBe(`resource "aws_sqs_queue" "this" {
  name          = data.terraform_remote_state.net.outputs.queue
  delay_seconds = data.terraform_remote_state.own.outputs.size
}

data "terraform_remote_state" "net" {
  backend   = "s3"
  workspace = "prod"
  config = {
    bucket      = "states"
    key         = "\${var.stage}/net"
    region      = "eu-west-1"
    assume_role = { role_arn = "arn:aws:iam::123456789012:role/reader" }
  }
}

data "terraform_remote_state" "own" {
  backend  = "local"
  defaults = { size = 1 }
  config   = { path = "../own.tfstate" }
}
`);
  expect(textOf(module, "outputs.tf")).toContain("data.terraform_remote_state.net.outputs.vpc_id");
  expect(textOf(module, "versions.tf")).not.toContain("terraform =");
  const asked = moduleOf((scope) => resource(scope, DataTerraformRemoteStateS3 as never, "net", {}));
  expect(problemsOf(asked)).toMatchObject([{ code: "wrong-kind", hint: expect.stringContaining("new Data") }]);
});

describe("what has no place in a module", () => {
  class Url extends TerraformOutput {}
  class Vpc extends TerraformModule {
    constructor(scope: Construct) {
      super(scope, "vpc", { source: "./vpc" });
    }
  }
  const CASES: readonly (readonly [string, Build, path: string, hint: RegExp])[] = [
    ["a variable", (scope) => new TerraformVariable(scope, "x", {}), "module/x", /`variables`/],
    ["an output", (scope) => new TerraformOutput(scope, "x", { value: 1 }), "module/x", /return it from `build`/],
    ["a class of outputs", (scope) => new Url(scope, "x", { value: 1 }), "module/x", /return it from `build`/],
    ["a local", (scope) => new TerraformLocal(scope, "x", 1), "module/x", /`local\(scope, name, value\)`/],
    ["a module", (scope) => new TerraformHclModule(scope, "x", { source: "./x" }), "module/x", /`moduleCall\(/],
    ["a class of a module", (scope) => new Vpc(scope), "module/vpc", /`moduleCall\(/],
    ["a provider", (scope) => new AwsProvider(scope, "aws", {}), "module/aws", /`configurationAliases`/],
    ["a backend", (scope) => new S3Backend(scope, { bucket: "a", key: "b" }), "module/backend", /no state of its own/],
    ["an asset", (scope) => new TerraformAsset(scope, "x", { path: __filename }), "module/x", /`pathModule\(\)`/],
    ["an element of its own", (scope) => new TerraformElement(scope, "x"), "module/x", /`checkBlock`/],
    [
      "a stack, and nothing in it",
      (scope, name) => new SqsQueue(new TerraformStack(scope, "inner"), "queue", { name }),
      "module/inner",
      /one module/,
    ],
    [
      "in a construct",
      (scope) => new TerraformOutput(new Construct(scope, "a"), "x", { value: 1 }),
      "module/a/x",
      /build/,
    ],
  ];
  test.each(CASES)("%s", (_, build, path, hint) => {
    const [problem, ...more] = problemsOf(moduleOf(build));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "no-place-in-module", path: `sample.${path}` });
    expect(problem?.hint).toMatch(hint);
  });

  const FAILURES: readonly (readonly [string, (scope: Construct, name: string) => unknown, string])[] = [
    [
      "a function that there is not",
      (_scope, name) => (fn as never as { uper(text: string): unknown }).uper(name),
      "unknown-function sample",
    ],
    [
      "an operator of JavaScript",
      () => (expression("var.size") as never as number) * 2,
      "javascript-on-expression sample",
    ],
    [
      "arguments in another order",
      (scope) => resource(scope, "this" as never, SqsQueue as never, {}),
      "wrong-arguments sample",
    ],
  ];
  test.each(FAILURES)("is told in the same run as %s", (_, fails, code) => {
    const module = moduleOf((scope, name) => {
      new TerraformOutput(scope, "x", { value: 1 });
      new AwsProvider(new Construct(scope, "a"), "aws", {});
      fails(scope, name);
      new TerraformLocal(scope, "never", 1);
    });
    expect([...codesOf(module)].sort()).toEqual(
      [code, "no-place-in-module sample.module/a/aws", "no-place-in-module sample.module/x"].sort(),
    );
  });

  test("overrides of the stack", () => {
    const module = moduleOf((scope) => {
      TerraformStack.of(scope).addOverride("terraform.required_version", ">= 1.9");
      TerraformStack.of(scope).addOverride("moved", []);
    });
    expect(problemsOf(module)).toMatchObject([
      { code: "no-place-in-module", message: expect.stringContaining("terraform...") },
      { code: "no-place-in-module", hint: expect.stringContaining("`moved(scope, from, to)`") },
    ]);
  });
});

describe("what a construct says of itself", () => {
  test("an Aspect is refused, because nothing would visit the tree", () => {
    const aspect = { visit: () => undefined };
    expect(codesOf(moduleOf((scope) => Aspects.of(scope).add(aspect)))).toEqual(["aspect-in-build sample"]);
    const nested = moduleOf((scope, name) => Aspects.of(new Pair(scope, "jobs", name)).add(aspect));
    expect(codesOf(nested)).toEqual(["aspect-in-build sample.module/jobs"]);
  });

  test("validations and errors are problems, warnings are warnings", () => {
    const module = moduleOf((scope, name) => {
      const pair = new Pair(scope, "jobs", name);
      pair.node.addValidation({ validate: () => ["two queues are too many"] });
      pair.main.node.addValidation({ validate: () => ["too long"] });
      Annotations.of(pair).addError("not like this");
    });
    expect(problemsOf(module)).toMatchObject([
      { code: "annotation", path: "sample.module/jobs", message: "not like this" },
      { code: "validation-failed", path: "sample.module/jobs", message: "two queues are too many" },
      { code: "validation-failed", path: "sample.module/jobs/main", message: "too long" },
    ]);
    const warned = moduleOf((scope, name) => Annotations.of(new Pair(scope, "jobs", name)).addWarning("careful"));
    expect(warningsIn(warned)).toMatchObject([{ code: "annotation", message: "careful" }]);
    const good = moduleOf((scope, name) => new Pair(scope, "a", name).node.addValidation({ validate: () => [] }));
    expect(codesOf(good, false)).toEqual([]);
  });
});

describe("Terraform's own settings", () => {
  test("provisioners and connections", () => {
    const added = addedBy((scope, name) => {
      new Instance(scope, "this", {
        ami: "ami-1",
        instanceType: "t3.micro",
        connection: { type: "ssh", host: TerraformSelf.getString("public_ip"), user: "root" },
        provisioners: [
          { type: "local-exec", command: `echo ${name}`, environment: { A: "b" } },
          { type: "file", source: "a", destination: "/tmp/a", connection: { type: "ssh", host: "h" } },
          { type: "remote-exec", inline: ["ls", `echo ${name}`] },
        ],
        lifecycle: { createBeforeDestroy: true },
        dependsOn: [new DataAwsRegion(scope, "here", {})],
      });
      new DataResource(scope, "end", {
        provisioners: [{ type: "local-exec", command: "bye", when: "destroy", onFailure: "continue" } as never],
      });
    });
    expect(added).toContain(`  instance_type = "t3.micro"

  connection {
    type = "ssh"
    host = self.public_ip
    user = "root"
  }

  provisioner "local-exec" {
    command     = "echo \${var.name}"
    environment = { A = "b" }
  }

  provisioner "file" {
    source      = "a"
    destination = "/tmp/a"

    connection {
      type = "ssh"
      host = "h"
    }
  }

  provisioner "remote-exec" {
    inline = ["ls", "echo \${var.name}"]
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [data.aws_region.here]
}`);
    expect(added).toContain(`  provisioner "local-exec" {
    command    = "bye"
    when       = destroy
    on_failure = continue
  }`);
  });

  test("moves and imports", () => {
    const added = addedBy((scope, name) => {
      const now = new SqsQueue(scope, "now", { name });
      now.addMoveTarget("here");
      new SqsQueue(scope, "before", { name }).moveTo("here");
      new SqsQueue(scope, "other", { name }).moveFromId("aws_sqs_queue.older");
      new SqsQueue(scope, "found", { name }).importFrom("https://sqs/found");
    });
    expect(added).not.toContain('"before" {');
    expect(added).toContain("moved {\n  from = aws_sqs_queue.before\n  to   = aws_sqs_queue.now\n}");
    expect(added).toContain("moved {\n  from = aws_sqs_queue.older\n  to   = aws_sqs_queue.other\n}");
    expect(added).toContain('import {\n  to = aws_sqs_queue.found\n  id = "https://sqs/found"\n}');
  });

  test("what is made with `new` in the `dependsOn` of `resource`", () => {
    const module = moduleOf((scope, name) => {
      const pair = new Pair(scope, "jobs", name);
      const region = new DataAwsRegion(scope, "here", {});
      resource(scope, S3Bucket, "this", { bucket: "b" }, { dependsOn: [pair, region] });
    });
    expect(mainOf(module)).toContain("depends_on = [aws_sqs_queue.dead, aws_sqs_queue.main, data.aws_region.here]");
  });

  test("a postcondition by `TerraformSelf`", () => {
    const condition = Token.asAny(Op.neq(TerraformSelf.getString("name"), "")) as never;
    const lifecycle = { postconditions: [{ condition, message: "It has no name." }] };
    const added = addedBy((scope, name) => resource(scope, SqsQueue, "this", { name }, { lifecycle }));
    expect(added).toContain('postcondition {\n      condition     = self.name != ""');
  });

  test("`resource` says where provisioners and connections have a place", () => {
    for (const name of ["provisioners", "connection"]) {
      const module = moduleOf((scope) => resource(scope, SqsQueue, "this", { [name]: {} } as never));
      const path = "sample.aws_sqs_queue.this";
      expect(problemsOf(module)).toMatchObject([{ code: "meta-argument-in-configuration", path, hint: /`new`/ }]);
    }
  });

  test("another configuration of a provider", () => {
    const module = defineOne({
      providers: { aws: { source: "hashicorp/aws", version: ">= 6.0", configurationAliases: ["aws.west"] } },
      build(scope) {
        new SqsQueue(scope, "this", { name: "a" }).addOverride("provider", "aws.west");
        return {};
      },
    });
    expect(mainOf(module)).toContain('resource "aws_sqs_queue" "this" {\n  provider = aws.west\n');
    const { elements } = module.generate();
    expect(elements).toMatchObject([{ provider: "aws", alias: "west" }]);
    const wrong = moduleOf((scope) => new SqsQueue(scope, "this", {}).addOverride("provider", "aws.east"));
    expect(problemsOf(wrong)).toMatchObject([{ path: expect.stringContaining("aws_sqs_queue.this") }]);
  });

  test("a provider is a name", () => {
    const module = moduleOf((scope, name) =>
      resource(scope, SqsQueue, "this", { name }, { provider: { alias: "west" } as never }),
    );
    expect(problemsOf(module)).toMatchObject([
      { code: "bad-option", path: "sample.aws_sqs_queue.this", hint: expect.stringContaining("configurationAliases") },
    ]);
  });
});

describe("overrides", () => {
  test("of arguments, of maps, and in blocks", () => {
    const added = addedBy((scope) => {
      const made = new Instance(scope, "this", {
        ami: "ami-1",
        tags: { a: "1", b: "2" },
        rootBlockDevice: { volumeSize: 3 },
        securityGroups: ["x"],
        ebsBlockDevice: [{ deviceName: "d" }],
        lifecycle: { createBeforeDestroy: true },
      });
      made.addOverride("ami", "ami-2");
      made.addOverride("instance_type", "t3.micro");
      made.addOverride("tags.c", "3");
      made.addOverride("tags.b", undefined);
      made.addOverride("security_groups", ["y"]);
      made.addOverride("root_block_device.encrypted", true);
      made.addOverride("root_block_device.volume_size", 5);
      made.addOverride("ebs_block_device.0.iops", 7);
      made.addOverride("lifecycle.prevent_destroy", true);
      made.addOverride("provisioner", [{ "local-exec": { command: "echo" } }]);
    });
    expect(added).toBe(`resource "aws_instance" "this" {
  ami             = "ami-2"
  security_groups = ["x", "y"]
  tags = {
    a = "1"
    c = "3"
  }
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "d"
    iops        = 7
  }

  root_block_device {
    volume_size = 5
    encrypted   = true
  }

  provisioner "local-exec" {
    command = "echo"
  }

  lifecycle {
    create_before_destroy = true
    prevent_destroy       = true
  }
}`);
  });

  test("an argument and a block are taken away by undefined", () => {
    const added = addedBy((scope) => {
      const made = new Instance(scope, "this", {
        ami: "a",
        instanceType: "t3.micro",
        rootBlockDevice: { volumeSize: 3 },
      });
      made.addOverride("instance_type", undefined);
      made.addOverride("root_block_device", undefined);
    });
    expect(added).toBe('resource "aws_instance" "this" {\n  ami = "a"\n}');
  });

  const REFUSED: readonly (readonly [string, path: string, value: unknown])[] = [
    ["an object that the class was not given", "timeouts", { create: "5m" }],
    ["a list of objects", "ebs_block_device", [{ device_name: "d" }]],
    ["a dynamic block", "dynamic.ebs_block_device", { for_each: [], content: {} }],
  ];
  test.each(REFUSED)("%s is refused", (_, path, value) => {
    const module = moduleOf((scope) => new Instance(scope, "this", { ami: "a" }).addOverride(path, value));
    expect(codesOf(module)).toEqual([`override-of-block sample.aws_instance.this.${path.split(".")[0]}`]);
  });
});

describe("texts are templates, as for cdktf", () => {
  const TEXTS: readonly (readonly [string, string])[] = [
    ["${path.module}/a", '"${path.module}/a"'],
    ["${terraform.workspace}", "terraform.workspace"],
    ["a-${var.name}-${upper(var.name)}", '"a-${var.name}-${upper(var.name)}"'],
    ['${join("}", [var.name])}', 'join("}", [var.name])'],
    ["$${aws:username}", '"$${aws:username}"'],
    ["${aws:username} ${HOME}", '"$${aws:username} $${HOME}"'],
    ["100%%{x}", '"100%%{x}"'],
  ];
  test.each(TEXTS)("%s", (text, want) => {
    expect(addedBy((scope) => new SqsQueue(scope, "this", { name: text }))).toContain(`name = ${want}\n`);
    const nested = addedBy((scope, name) => new SqsQueue(scope, "this", { tags: { a: text, b: `${name}${text}` } }));
    expect(nested).toContain(`a = ${want}\n`);
    expect(nested).toContain('b = "${var.name}');
  });

  test("tokens inside of an expression", () => {
    const added = addedBy((scope, name) => {
      const { fqn } = new SqsQueue(scope, "queue", {});
      new SqsQueue(scope, "this", {
        name: `\${${fqn}.tags["a"]}`,
        policy: `x\${${fqn}.url}-\${upper(${name})} \${HOME}`,
        tags: { a: `\${jsonencode({ a = "<${name}>" })}`, b: `\${length(${Token.asString(Op.add(1, 0))}) + 1}` },
      });
    });
    expect(added).toContain('name   = aws_sqs_queue.queue.tags["a"]');
    expect(added).toContain('policy = "x${aws_sqs_queue.queue.url}-${upper(var.name)} $${HOME}"');
    expect(added).toContain('a = jsonencode({ a = "<${var.name}>" })');
    expect(added).toContain("b = length(1 + 0) + 1");
  });

  test("a script with many braces is read in proportion to its length", () => {
    const script = (lines: number) => "if [ -z ${A:-b} ]; then { echo }; fi\n".repeat(lines);
    expect(growth(script, plainNode, 400)).toBeLessThan(PROPORTIONAL);
    expect(plainNode(script(2))).toMatchObject({ kind: "literal", value: expect.stringContaining("${A:-b}") });
  });

  test("a reference that is wrong is a problem", () => {
    const module = moduleOf((scope) => new SqsQueue(scope, "this", { name: "${var.nam}" }));
    expect(codesOf(module)).toEqual(["unknown-variable sample.aws_sqs_queue.this.name"]);
  });

  test("`resource` keeps them as texts, and warns of a reference", () => {
    const warningsOf = (name: string) =>
      warningsIn(moduleOf((scope) => resource(scope, SqsQueue, "this", { name, tags: { a: Fn.file(name) } })));
    for (const name of ["${path.module}/a", "x-${ var.name }", "${aws_sqs_queue.first.arn}"])
      expect(warningsOf(name)).toMatchObject([
        { code: "reference-in-text", path: "sample.aws_sqs_queue.this.name" },
        { code: "reference-in-text", path: "sample.aws_sqs_queue.this.tags" },
      ]);
    for (const name of ["${data.id}", "$${path.module}", "${var.other}", "${aws:username}"])
      expect(warningsOf(name)).toEqual([]);
  });
});

describe("expressions of cdktf", () => {
  test("operands that JavaScript takes for false", () => {
    const variables = { name: string(), size: number() };
    const module = defineOne({
      variables,
      build(scope, v) {
        const isSome = Op.and(Op.gt(v.size, 0), Op.neq(v.name, ""));
        resource(scope, SqsQueue, "this", {
          name: Token.asString(conditional(isSome, v.name, "none")),
          delaySeconds: Token.asNumber(Op.sub(v.size, 0)),
          fifoQueue: Token.asAny(Op.eq(Op.negate(v.size), false)) as never,
        });
        return {};
      },
    });
    expect(mainOf(module)).toContain('name          = var.size > 0 && var.name != "" ? var.name : "none"');
    expect(mainOf(module)).toContain("delay_seconds = var.size - 0");
    expect(mainOf(module)).toContain("fifo_queue    = -var.size == false");
  });

  test("what cdktf writes as text is formatted", () => {
    const added = addedBy((scope, name) => {
      const queue = new SqsQueue(scope, "this", { name });
      const iterator = TerraformIterator.fromComplexList(ref(`${queue.fqn}.rules`) as never, "id");
      new S3Bucket(scope, "bucket", { forEach: iterator, bucket: iterator.getString("id") });
      resource(scope, SqsQueue, "ours", { name: Fn.lookup({ a: name }, "a") });
    });
    expect(added).toContain("for_each = { for key, val in aws_sqs_queue.this.rules : val.id => val }");
    expect(added).toContain("name = { a = var.name }.a");
  });

  const LONG = '"${val.name} is the name, and ${val.description} is the description of a thing, however long"';
  const THINGS = TerraformIterator.fromMap(ref("var.things") as never);
  const LAID_OUT: readonly (readonly [string, unknown, string])[] = [
    ["a map", THINGS.forExpressionForMap("key", LONG), `{\n  for key, val in var.things :\n  key => ${LONG}\n}`],
    ["a list that fits", THINGS.forExpressionForList("val.name"), "[for key, val in var.things : val.name]"],
    ["a list", THINGS.forExpressionForList(LONG), `[\n  for key, val in var.things :\n  ${LONG}\n]`],
    [
      "in a function",
      Fn.join(",", Token.asList(THINGS.forExpressionForList(LONG))),
      `join(",", [\n  for key, val in var.things :\n  ${LONG}\n])`,
    ],
    [
      "objects in a text",
      '${jsonencode({for key, val in var.things: key => {name = val.name, text = upper(val.description)} if val.name != "" && val.name != "none" })}',
      'jsonencode({\n  for key, val in var.things : key => {\n    name = val.name\n    text = upper(val.description)\n  }\n  if val.name != "" && val.name != "none"\n})',
    ],
    [
      "a loop in a loop",
      '${flatten([for key, val in var.things: [for part in split(",", val.description): "${key} has the part ${part} of ${val.name}"]])}',
      'flatten([\n  for key, val in var.things : [\n    for part in split(",", val.description) : "${key} has the part ${part} of ${val.name}"\n  ]\n])',
    ],
    [
      "a conditional",
      '${length(var.things) > 100000 ? "there are more things than anyone could ever count" : "there are few things, which are counted"}',
      '(\n  length(var.things) > 100000\n  ? "there are more things than anyone could ever count"\n  : "there are few things, which are counted"\n)',
    ],
  ];
  test.each(LAID_OUT)("%s that cdktf writes as text is laid out", (_, value, want) => {
    const variables = { things: map(object({ name: string(), description: string() })) };
    const module = defineOne({
      variables,
      build(scope, v) {
        new SqsQueue(scope, "this", { policy: value as string });
        return { all: output(v.things) };
      },
    });
    expect(mainOf(module)).toBe(`resource "aws_sqs_queue" "this" {\n  policy = ${want.replaceAll("\n", "\n  ")}\n}\n`);
  });

  test("collections are handed on as tokens", () => {
    const variables = { tags: map(string()), names: list(string()) };
    const module = defineOne({
      variables,
      build(scope, v) {
        const each = TerraformIterator.fromMap(v.tags as never);
        new SqsQueue(scope, "each", { forEach: each, name: each.key, tags: Token.asStringMap(v.tags) });
        new Instance(scope, "this", { ami: "a", securityGroups: Token.asList(v.names) });
        return {};
      },
    });
    expect(mainOf(module)).toContain("for_each = var.tags\n");
    expect(mainOf(module)).toContain("tags = var.tags\n");
    expect(mainOf(module)).toContain("security_groups = var.names\n");
    const WRONG: readonly ((scope: Construct, v: { tags: never; names: never }) => unknown)[] = [
      (scope, v) => new SqsQueue(scope, "this", { tags: v.tags }),
      (scope, v) => new Instance(scope, "this", { securityGroups: v.names }),
      (scope, v) =>
        resource(scope, SqsQueue, "this", { name: Token.asString(TerraformIterator.fromMap(v.tags).keys()) }),
    ];
    for (const build of WRONG) {
      const wrong = defineOne({ variables, build: (scope, v) => (build(scope, v as never), {}) });
      expect(problemsOf(wrong)[0]).toMatchObject({ code: "collection-in-cdktf", path: expect.stringMatching(/this/) });
    }
  });

  test("blocks of an iterator are refused", () => {
    const variables = { rules: list(object({ port: number() })) };
    const dynamicOf = (rules: unknown) => {
      const iterator = TerraformIterator.fromList(rules as never);
      return iterator.dynamic({ fromPort: iterator.getNumber("port") });
    };
    const plain = defineOne({
      variables,
      build: (scope, v) => (new SecurityGroup(scope, "this", { ingress: dynamicOf(v.rules) }), {}),
    });
    expect(codesOf(plain)).toEqual(["dynamic-of-cdktf sample.aws_security_group.this.ingress"]);
    const blocks = defineOne({
      variables,
      build: (scope, v) => (new Instance(scope, "this", { ebsBlockDevice: dynamicOf(v.rules) }), {}),
    });
    expect(codesOf(blocks)).toEqual(["dynamic-of-cdktf sample.aws_instance.this.ebs_block_device"]);
    const ours = defineOne({
      variables,
      build: (scope, v) => (
        resource(scope, Instance, "this", { ami: "a", ebsBlockDevice: dynamicOf(v.rules) as never }), {}
      ),
    });
    expect(problemsOf(ours)).toMatchObject([{ code: "not-a-block", hint: expect.stringContaining("`blocks(") }]);
  });

  test("several instances have no single attribute", () => {
    const attributeOf = (options: object) =>
      moduleOf((scope, name) => {
        const queue = new SqsQueue(scope, "this", { name, ...options });
        new S3Bucket(scope, "this_bucket", { bucket: queue.arn });
      });
    const keyed = attributeOf({ forEach: TerraformIterator.fromList(["a", "b"]) });
    const path = "sample.aws_s3_bucket.this_bucket.bucket";
    expect(problemsOf(keyed)).toMatchObject([{ code: "no-single-instance", path, message: /.*takes no `\.\*` of it/ }]);
    expect(codesOf(attributeOf({ count: 2 }))).toEqual([`no-single-instance ${path}`]);
    expect(codesOf(attributeOf({}), false)).toEqual([]);
  });

  test("a set of blocks is an attribute as any other", () => {
    const variables = { names: map(string()) };
    const module = defineOne({
      variables,
      build(scope, v) {
        const one = resource(scope, Instance, "one", { ami: "a" });
        const each = resource(scope, Instance, "each", { ami: "a" }, { forEach: v.names });
        const plain = new Instance(scope, "plain", { ami: "a" });
        return {
          one: output(one.ebsBlockDevice),
          each: output(each.all((it) => it.ebsBlockDevice)),
          at: output(each.at("a").ebsBlockDevice),
          plain: output(plain.ebsBlockDevice.get(0).volumeId),
        };
      },
    });
    const outputs = textOf(module, "outputs.tf");
    expect(outputs).toContain("= tolist(aws_instance.one.ebs_block_device)\n");
    expect(outputs).toContain(
      "= { for key, instance in aws_instance.each : key => tolist(instance.ebs_block_device) }\n",
    );
    expect(outputs).toContain('= tolist(aws_instance.each["a"].ebs_block_device)\n');
    expect(outputs).toContain("= tolist(aws_instance.plain.ebs_block_device)[0].volume_id\n");
  });

  test("what `resource` gives back has attributes alone", () => {
    const of = (use: (made: Record<string, never>) => unknown) =>
      moduleOf((scope, name) => use(resource(scope, SqsQueue, "this", { name }) as never));
    const uses: readonly ((made: Record<string, never>) => unknown)[] = [
      (made) => (made.addOverride as unknown as (path: string, value: unknown) => void)("tags.a", "b"),
      (made) => Object.assign(made, { tags: { a: "b" } }),
      (made) => made.getStringAttribute,
    ];
    for (const use of uses) expect(codesOf(of(use))).toEqual(["method-of-cdktf sample.aws_sqs_queue.this"]);
  });
});
