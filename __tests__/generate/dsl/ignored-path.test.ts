/** Paths in `ignoreChanges`: an argument, a part of a block, a key of a map. */
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { SecurityGroupRule } from "@cdktf/provider-aws/lib/security-group-rule";
import { list, nestedBlocks, number, object, optional, resource, resourceType, string } from "tfwright";
import { defineOne, mainOf, problemsOf } from "../one-module";

const Cluster = resourceType("aws_cluster", {
  arguments: {
    name: string(),
    pool: optional(nestedBlocks({ size: number(), disk: optional(object({ sizeGb: number() })) })),
  },
});

const ignoring = (what: readonly string[]) => {
  const lifecycle = { ignoreChanges: what } as never;
  const classes = {
    job: (scope: never) =>
      resource(scope, GlueJob, "this", { name: "a", roleArn: "r", command: { scriptLocation: "s" } }, { lifecycle }),
    group: (scope: never) =>
      resource(
        scope,
        EksNodeGroup,
        "this",
        {
          clusterName: "c",
          nodeRoleArn: "r",
          subnetIds: [],
          scalingConfig: { desiredSize: 1, maxSize: 1, minSize: 1 },
        },
        { lifecycle },
      ),
    rules: (scope: never) =>
      resource(scope, S3BucketLifecycleConfiguration, "this", { bucket: "b", rule: [] }, { lifecycle }),
    rule: (scope: never) =>
      resource(
        scope,
        SecurityGroupRule,
        "this",
        { type: "ingress", securityGroupId: "s", protocol: "tcp", fromPort: 1, toPort: 1 },
        { lifecycle },
      ),
    cluster: (scope: never) => resource(scope, Cluster, "this", { name: "a" }, { lifecycle }),
  };
  return (kind: keyof typeof classes) =>
    defineOne({
      build(scope) {
        classes[kind](scope as never);
        return {};
      },
    });
};

test.each<[Parameters<ReturnType<typeof ignoring>>[0], string, string]>([
  ["group", "scalingConfig", "scaling_config"],
  ["group", "scalingConfig[0].desiredSize", "scaling_config[0].desired_size"],
  ["group", 'tags["Owner"]', 'tags["Owner"]'],
  ["group", 'tags["kubernetes.io/Name"]', 'tags["kubernetes.io/Name"]'],
  ["group", 'labels["a \\"b\\""]', 'labels["a \\"b\\""]'],
  ["job", "command[0].scriptLocation", "command[0].script_location"],
  ["rules", "rule[0].filter[0].and[0].objectSizeLessThan", "rule[0].filter[0].and[0].object_size_less_than"],
  ["rules", "rule[2].id", "rule[2].id"],
  // The name of the class is another one than Terraform's.
  ["rule", "selfAttribute", "self"],
  ["cluster", "pool[0].size", "pool[0].size"],
  ["cluster", "pool[0].disk", "pool[0].disk"],
  ["cluster", "pool[0].disk.sizeGb", "pool[0].disk.sizeGb"],
])("%s: %s", (kind, given, want) => {
  expect(mainOf(ignoring([given])(kind))).toContain(`    ignore_changes = [${want}]\n`);
});

test.each<[Parameters<ReturnType<typeof ignoring>>[0], string, string, string]>([
  ["group", "scalingConfg", "which aws_eks_node_group.this does not have", "did you mean `scalingConfig`?"],
  ["group", "scalingConfig[0].desireSize", "but `scalingConfig[0]` has no `desireSize`", "did you mean `desiredSize`?"],
  ["group", "scalingConfig.desiredSize", "but `scalingConfig` is a list", "write scalingConfig[0].desiredSize"],
  ["rules", "rule.filter", "but `rule` is a list", "write rule[0].filter"],
  ["group", "tags[Owner]", "which is no path of an argument", 'tags["Owner"]'],
  ["group", "tags.", "which is no path of an argument", 'tags["Owner"]'],
  ["group", "[0]", "which is no path of an argument", 'tags["Owner"]'],
  ["group", "", "which is no path of an argument", 'tags["Owner"]'],
  ["cluster", "pool[0].sise", "but `pool[0]` has no `sise`", "did you mean `size`?"],
])("%s: %s is told", (kind, given, message, hint) => {
  const [problem, ...others] = problemsOf(ignoring([given])(kind));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: "bad-option",
    message: `\`ignoreChanges\` names \`${given}\`, ${message}`,
    hint: expect.stringContaining(hint),
  });
});

test("an attribute that the provider alone sets: a warning, as Terraform's own", () => {
  const warningsOf = (what: string) => ignoring([what])("group").generate().warnings;
  expect(warningsOf("status")).toMatchObject([
    {
      code: "ignores-nothing",
      path: "sample.aws_eks_node_group.this.lifecycle.ignoreChanges",
      message: "`ignoreChanges` names `status`, which the provider alone sets",
    },
  ]);
  // The last one is set by the provider where the configuration does not give it.
  for (const argument of ["tags", "scalingConfig[0].minSize", "tagsAll"]) expect(warningsOf(argument)).toEqual([]);
});

test("the compiler takes a path below an argument, and no other name", () => {
  defineOne({
    variables: { names: list(string()) },
    build(scope, v) {
      const job = { name: "a", roleArn: "r", command: { scriptLocation: "s" }, connections: v.names };
      resource(scope, GlueJob, "a", job, { lifecycle: { ignoreChanges: ["command[0].name", 'tags["a"]', "timeout"] } });
      // @ts-expect-error there is no argument of this name
      resource(scope, GlueJob, "b", job, { lifecycle: { ignoreChanges: ["comand[0].name"] } });
      return {};
    },
  });
});
