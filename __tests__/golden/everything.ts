/** One definition that uses all that definitions can hold; its folder is read in review. */
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import {
  and,
  any,
  blockIf,
  blockList,
  blocks,
  bool,
  checkBlock,
  comment,
  defineModule,
  each,
  eq,
  fn,
  gt,
  ifNotNull,
  isNotNull,
  list,
  local,
  map,
  moduleCall,
  moved,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  pathModule,
  raw,
  removed,
  resource,
  set,
  splat,
  string,
  toMap,
  tuple,
  when,
} from "tfwright";

export const everything = defineModule({
  name: "everything",
  title: "Buckets with everything",
  description: "Buckets, their rules and objects: each kind of part that a definition can make.",
  terraform: ">= 1.10",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0", configurationAliases: ["aws.replica"] } },
  variables: {
    name: string({
      description: "Name of the buckets.",
      validate: [
        { condition: (name) => fn.can(fn.regex("^[a-z0-9.-]{3,40}$", name)), message: "name has 3 to 40 characters." },
        { condition: (name) => or(fn.startswith(name, "a"), gt(fn.length(name), 5)), message: "short names start with a." },
      ],
    }),
    stage: oneOf(["test", "live"], { description: "Stage.", default: "test" }),
    size: oneOf(["small", "large"], { description: "Size; others are allowed.", open: true, default: "small" }),
    versioned: bool({ description: "Whether old versions are kept.", default: false }),
    keep: number({ description: "Days.", default: 0 }),
    prefix: string({ description: "Prefix, empty for none.", default: "" }),
    secret: optional(string({ description: "Never shown.", sensitive: true })),
    token: optional(string({ description: "Never stored.", ephemeral: true })),
    owner: string({ description: "May be null.", nullable: true }),
    hostile: string({ description: 'Text with ${a}, %{b}, "quotes", back\\slash and | pipes.', default: '${x} %{y} "z" \\ \n<!-- end -->\ttab' }),
    extra: any({ description: "Anything.", default: null }),
    pair: tuple([string(), number()], { description: "A pair.", default: ["a", 1] }),
    zones: set(string(), { description: "Zones, as literals. Must be known at plan.", default: [], known: true }),
    objects: map(
      object({
        key: string({ description: "Key of the object" }),
        content: optional(string({ description: "Its content" }), ""),
        tags: optional(map(string()), { "made-by": "us", "a b": "c" }),
      }),
      { description: "Objects by your name.", default: {} },
    ),
    rules: list(
      object({
        id: string(),
        enabled: optional(bool({ description: "Whether it works" }), true),
        storage: oneOf(["GLACIER", "STANDARD_IA"]),
        transitions: list(object({ days: number(), class: string() })),
        filter: optional(object({ prefix: string(), size: optional(number()) }, { description: "Which objects" })),
      }),
      { description: "Rules.", default: [] },
    ),
    logging: optional(object({ bucket: string(), prefix: optional(string(), "log/") }, { description: "Where accesses are logged." })),
  },
  build(scope, v) {
    const region = resource(scope, DataAwsRegion, "current", {});
    const replicaRegion = resource(scope, DataAwsRegion, "replica", {}, { provider: "aws.replica" });
    const full = local(scope, "full_name", `${v.name}-${v.stage}-${region.region}`);
    const described = local(scope, "described", when(and(v.versioned, isNotNull(v.owner)), fn.upper(full), ifNotNull(v.owner, (owner) => `of ${owner}`, "nobody")), {
      comment: "who has it",
    });
    const bucket = resource(
      scope,
      S3Bucket,
      "this",
      {
        bucket: full,
        forceDestroy: eq(v.stage, "test"),
        tags: fn.merge({ "made by": "everything", Stage: v.stage, size: v.size }, toMap(v.objects, (item, key) => [key, item.key])),
        timeouts: { create: "10m" },
      },
      {
        comment: "The bucket itself.\nTwo lines.",
        lifecycle: {
          preventDestroy: false,
          ignoreChanges: ["tagsAll"],
          preconditions: [{ condition: or(eq(v.prefix, ""), fn.endswith(v.prefix, "/")), message: `prefix ${v.prefix} must end in a slash.` }],
          postconditions: [{ condition: (self) => fn.startswith(self.arn, "arn:"), message: "The bucket has no ARN." }],
        },
      },
    );
    const copies = resource(
      scope,
      S3Bucket,
      "copy",
      { bucket: `${full}-copy-${raw("count.index")}` },
      { count: when(v.versioned, 2, 0), provider: "aws.replica", dependsOn: [bucket] },
    );
    const objects = resource(
      scope,
      S3Object,
      "this",
      (each) => ({ bucket: bucket.bucket, key: `${v.prefix}${each.value.key}`, content: each.value.content, tags: each.value.tags }),
      { forEach: v.objects },
    );
    resource(scope, S3Object, "readme", { bucket: bucket.bucket, key: "README", source: `${pathModule()}/files/readme.txt` });
    resource(scope, S3Object, "zone", (each) => ({ bucket: bucket.bucket, key: each.value, content: v.hostile }), { forEach: v.zones });
    resource(scope, S3BucketLifecycleConfiguration, "this", {
      bucket: bucket.id,
      rule: blockList(
        { [comment]: "always there", id: "abort", status: "Enabled", abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }] },
        blocks(v.rules, (rule) => ({
          id: rule.id,
          status: when(rule.enabled, "Enabled", "Disabled"),
          filter: optionalBlock(rule.filter, (filter) => ({ prefix: filter.prefix, objectSizeGreaterThan: filter.size })),
          transition: blocks(rule.transitions, (transition) => ({ days: transition.days, storageClass: transition.class })),
        })),
        blockIf(gt(v.keep, 0), () => ({ id: "keep", status: "Enabled", expiration: [{ days: v.keep }] })),
      ),
    });
    const logs = moduleCall(scope, "logs", {
      source: "git::https://example.com/modules.git//logs?ref=v1",
      inputs: { bucket: ifNotNull(v.logging, (logging) => logging.bucket, null), region: replicaRegion.region, secret: v.secret, extra: v.extra },
      providers: { aws: "aws.replica" },
      count: when(isNotNull(v.logging), 1, 0),
      comment: "only where something is logged",
    });
    checkBlock(scope, "names", [{ condition: gt(fn.length(full), 3), message: "The name is short." }]);
    moved(scope, "aws_s3_bucket.main", "aws_s3_bucket.this");
    removed(scope, "aws_s3_bucket.old");
    return {
      arn: output(bucket.arn, { description: "ARN of the bucket." }),
      copies: output(copies.all((copy) => copy.arn), { description: "ARNs of the copies." }),
      keys: output(objects.all((item) => item.key), { description: "Keys by your name.", dependsOn: [objects] }),
      secret: output(v.secret, { description: "The secret.", sensitive: true }),
      has_token: output(isNotNull(v.token), { description: "Whether there is a token.", ephemeral: true }),
      rules: output(splat(v.rules, (rule) => rule.id), {
        description: "Names of the rules.",
        preconditions: [{ condition: gt(fn.length(v.rules), 0), message: "There are no rules." }],
      }),
      described: output(described, { description: "What the bucket is called, or who has it." }),
      logged: output(when(isNotNull(v.logging), logs.at(0).output("arn"), null), { description: "What the logs say." }),
      pair: output({ pair: v.pair, lower: each(v.rules, (rule) => fn.lower(rule.id), { where: (rule) => rule.enabled }) }, { description: "An object." }),
    };
  },
  creates: ["`aws_s3_bucket.this` and what is in it"],
  iam: ["Nothing needs a role."],
  notes: ["A note with `code`."],
  upgrading: ["The bucket is `private`."],
  differences: [{ input: "stage", theirs: "none", ours: "test", undo: 'stage = "live"' }],
  examples: {
    basic: { description: "All that is required.", inputs: { name: "example", owner: null } },
    adopt: {
      description: "Takes over a bucket.",
      inputs: { name: "example", owner: "me", objects: { first: { key: "first.txt" } }, logging: { bucket: raw("aws_s3_bucket.logs.id") } },
      declares: `# Where access is logged to.
resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
  tags = { Owner = "platform" }
}`,
      moved: [{ from: "aws_s3_bucket.example", to: "aws_s3_bucket.this" }],
      call: "buckets",
    },
  },
  tests: {
    plan: {
      mocks: { aws: { data: { aws_region: { region: "eu-west-1" } }, resource: { aws_s3_bucket: { arn: "arn:aws:s3:::x" } } } },
      overrideData: { "data.aws_region.current": { region: "eu-west-1" } },
      variables: { name: "example", owner: null },
      runs: [
        { name: "plain", assert: [{ condition: 'output.arn != ""', message: "an ARN" }] },
        { name: "applied", command: "apply", variables: { versioned: true } },
        { name: "bad_name", variables: { name: "X" }, expectFailures: ["var.name"] },
      ],
    },
  },
});

/** A module that knows no provider. */
export const plain = defineModule({
  name: "plain",
  title: "Plain names",
  description: "Makes names; needs no provider.",
  variables: { parts: list(string(), { description: "Parts of the name." }) },
  build(_scope, v) {
    return { name: output(fn.join("-", v.parts), { description: "The parts with dashes." }) };
  },
});
