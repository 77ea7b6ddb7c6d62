/** The type of a policy that stands alone in its file, by the names of the file and its folders. */
import type { PolicyType } from "../../src/iam/document/policy";
import { lintFiles } from "../../src/policy-files";
import { typeByPath } from "../../src/policy-files/type-by-path";

test.each<[string, PolicyType | undefined]>([
  ["service-control-policies/allow-ec2-only.json", "scp"],
  ["SCPs/FullAWSAccess.json", "scp"],
  ["org/deny_root_SCP.json", "scp"],
  ["policies/ServiceControlPolicy.json", "scp"],
  ["org/scp/prod/deny.yaml", "scp"],
  ["rcps/a.json", "rcp"],
  ["resource-control-policies/a.json", "rcp"],
  ["vpc-endpoint-policies/ec2.json", "vpc-endpoint"],
  ["vpc_endpoint_policy.json", "vpc-endpoint"],
  ["iam-policies/boundary-policy.json", "boundary"],
  ["policies/deployBoundary.json", "boundary"],
  ["permission-boundaries/dev.json", "boundary"],
  ["permissions_boundary/dev.json", "boundary"],
  ["boundaries/dev.json", "boundary"],
  ["studio/studio-user-session-policy.json", "session"],
  ["scp/permissions-boundary.json", "boundary"],
  ["sso/permission_sets/DevOps/inline_policy.json", "permission-set"],
  ["PermissionSets/reader.json", "permission-set"],
  ["permission-set-reader.yaml", "permission-set"],
  ["permission-sets/reader/managed-policy.json", undefined],
  ["permission-sets/boundary.json", "boundary"],
  ["permissions/sets/reader.json", undefined],
  ["trust-policy.json", "trust"],
  ["iam/trust_policies/lambda.json", "trust"],
  ["ecsTaskAssumeRole.json", "trust"],
  ["rcps/orders_bucket_policy.json", "resource"],
  ["policies/KmsKeyPolicy.json", "resource"],
  ["vpc-endpoint-policies/s3-bucket-policy.json", "vpc-endpoint"],
  ["rcps/bucket-policy-rcp.json", "rcp"],
  // Words that only begin or end so, and names that speak of something else.
  ["scripts/a.json", undefined],
  ["scpolicy.json", undefined],
  ["boundaryless.json", undefined],
  ["boundary/terraform/policy.json", undefined],
  ["session-manager.json", undefined],
  ["endpoint-policies/a.json", undefined],
  ["scp/lambda/policies/a.json", undefined],
  ["policy.json", undefined],
  ["trusted/a.json", undefined],
  ["trust-anchor.json", undefined],
  ["bucket-policies/a.json", undefined],
  ["queue.json", undefined],
])("%s", (path, type) => {
  expect(typeByPath(path)).toBe(type);
});

const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
const ADMIN = policy({ Effect: "Allow", Action: "*", Resource: "*" });
const PUBLIC = policy({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" });

function codes(path: string, given: object | string, type?: PolicyType) {
  const text = typeof given === "string" ? given : JSON.stringify(given);
  const { findings, problems } = lintFiles([{ path, text }], { today: "2026-09-26", type });
  expect(problems).toEqual([]);
  return [...new Set(findings.map(({ rule }) => rule))];
}

test("the inline policy of a permission set may be longer than a managed policy, and grants", () => {
  const names = Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::orders-of-a-region-${index}`);
  const long = policy({ Effect: "Allow", Action: "s3:ListBucket", Resource: names });
  expect(codes("sso/permission_sets/reader/inline_policy.json", long)).toEqual([]);
  expect(codes("sso/policies/reader/inline_policy.json", long)).toEqual(["policy-too-long"]);
  expect(codes("sso/permission-sets/admin.json", ADMIN)).toEqual(["full-admin"]);
});

describe("what only limits is not too broad", () => {
  test.each([
    ["an SCP", "scps/full.json", ADMIN],
    [
      "an SCP in YAML",
      "scps/full.yaml",
      "Version: '2012-10-17'\nStatement: [{ Effect: Allow, Action: '*', Resource: '*' }]\n",
    ],
    ["a boundary", "iam/team-boundary.json", ADMIN],
    ["a session policy", "iam/session-policy.json", ADMIN],
    ["a list of policies", "scps/all.json", [ADMIN, ADMIN]],
    ["the policy of an endpoint", "vpc-endpoint-policies/sqs.json", PUBLIC],
  ])("%s", (_name, path, given) => {
    expect(codes(path, given)).toEqual([]);
  });

  test.each([
    ["in a folder of scripts", "scripts/full.json", ADMIN, "full-admin"],
    ["with `Principal` in a folder of SCPs", "scps/queue.json", PUBLIC, "open-resource"],
    ["without `Principal` in a folder of endpoints", "vpc-endpoint-policies/full.json", ADMIN, "full-admin"],
    [
      "an unknown action of an SCP",
      "scps/a.json",
      policy({ Effect: "Deny", Action: "s3:GetObjekt", Resource: "*" }),
      "unknown-action",
    ],
    [
      "a trust policy beside a boundary",
      "iam/boundary-trust.json",
      policy({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }),
      "open-trust",
    ],
    [
      "the answer for an inline policy",
      "scps/role.json",
      { RoleName: "a", PolicyName: "b", PolicyDocument: ADMIN },
      "full-admin",
    ],
  ])("still told: %s", (_name, path, given, rule) => {
    expect(codes(path, given)).toContain(rule);
  });

  test("--type says more than the name", () => {
    expect(codes("scps/full.json", ADMIN, "identity")).toContain("full-admin");
    expect(codes("full.json", ADMIN, "scp")).toEqual([]);
  });

  test("what is to be filled in does not count in the length", () => {
    const resources = Array.from({ length: 100 }, (_, at) => `arn:aws:s3:::\${ACCELERATOR_PREFIX_OF_BUCKETS}-${at}/*`);
    const long = (names: readonly string[]) => policy({ Effect: "Deny", Action: "s3:PutObject", Resource: names });
    expect(codes("scps/a.json", long(resources))).not.toContain("policy-too-long");
    expect(codes("scps/a.json", long(resources.map((one) => one.replace(/[${}]/g, "x"))))).toContain("policy-too-long");
  });

  test("a managed policy for sessions has the length of one", () => {
    const resources = (count: number) =>
      Array.from({ length: count }, (_, at) => `arn:aws:s3:::bucket-of-the-sales-${at}/*`);
    const long = (count: number) => policy({ Effect: "Deny", Action: "s3:PutObject", Resource: resources(count) });
    expect(codes("session-policy.json", long(100))).not.toContain("policy-too-long");
    expect(codes("session-policy.json", long(200))).toContain("policy-too-long");
  });
});

describe("services without policies of resources", () => {
  const everybody = (Action: string | readonly string[]) =>
    policy({ Effect: "Allow", Principal: "*", Action, Resource: "*" });

  test.each([["ec2:*"], [["ec2:DescribeInstances", "autoscaling:*"]], [["states:StartExecution", "ecs:*"]]])(
    "%j can be of an endpoint only",
    (actions) => {
      expect(codes("a.json", everybody(actions))).toEqual([]);
    },
  );

  test.each([["sqs:*"], [["ec2:*", "s3:GetObject"]], [["ec2:*", "*"]], ["new-service:Get"]])(
    "still told: %j",
    (actions) => {
      expect(codes("a.json", everybody(actions))).toContain("open-resource");
    },
  );

  test("somebody who is named has something else than an endpoint", () => {
    const named = policy({ Effect: "Allow", Principal: { AWS: "123456789012" }, Action: "ec2:*", Resource: "*" });
    expect(lintFiles([{ path: "a.json", text: JSON.stringify(named) }]).findings).toEqual([]);
  });
});
