/** Policies of resources, and the account that they are in. */
import type { Json } from "../../../src/json/json-value";
import { reviewPermissions } from "../../../src/review/permissions";
import { changed, kept, type PlanParts, planOf, policyText, role } from "./permissions-support";

const LET_IN = policyText({
  Principal: { AWS: "arn:aws:iam::999999999999:root" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::b/*",
});
const QUEUE = policyText({
  Principal: { Service: "sns.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: "arn:aws:sqs:eu-west-1:111111111111:q",
});

const review = (parts: PlanParts) => reviewPermissions([planOf(parts)]);

const permission = (id: string) => ({
  function_name: "f",
  action: "lambda:InvokeFunction",
  principal: "999999999999",
  statement_id: id,
});

test.each<[name: string, parts: PlanParts]>([
  [
    "a bucket's policy in another resource",
    {
      changes: [
        changed("aws_s3_bucket_policy.a", { bucket: "b", policy: LET_IN }, null),
        changed("aws_s3_bucket_policy.b", null, { bucket: "b", policy: LET_IN }),
      ],
    },
  ],
  [
    "a permission of another name",
    {
      changes: [
        changed("aws_lambda_permission.a", permission("a"), null),
        changed("aws_lambda_permission.b", null, permission("b")),
      ],
    },
  ],
  [
    "a queue's policy that becomes a resource of its own",
    {
      changes: [
        changed("aws_sqs_queue.q", { name: "q", policy: QUEUE }, { name: "q", policy: "" }),
        changed("aws_sqs_queue_policy.q", null, {
          queue_url: "https://sqs.eu-west-1.amazonaws.com/111111111111/q",
          policy: QUEUE,
        }),
      ],
    },
  ],
  [
    "a permission that another one, which stays, gives too",
    {
      changes: [changed("aws_lambda_permission.b", null, permission("b"))],
      prior: [kept("aws_lambda_permission.a", permission("a"))],
    },
  ],
])("%s changes nothing", (_name, parts) => {
  expect(review(parts)).toEqual([]);
});

test("of another resource it is another policy", () => {
  const changes = [
    changed("aws_s3_bucket_policy.a", { bucket: "b", policy: LET_IN }, null),
    changed("aws_s3_bucket_policy.b", null, { bucket: "c", policy: LET_IN }),
  ];
  expect(review({ changes }).map(({ address }) => address)).toEqual([
    "aws_s3_bucket_policy.a",
    "aws_s3_bucket_policy.b",
  ]);
});

test("a function's URL without authorization", () => {
  const of = (authorization_type: string) => ({ function_name: "f", authorization_type });
  const changes = [changed("aws_lambda_function_url.u", of("AWS_IAM"), of("NONE"))];
  expect(review({ changes })[0]?.escalations.map(({ code }) => code)).toEqual(["opened-to-anyone"]);
});

test("the own account is the one that the first line of the review tells", () => {
  const arn = "arn:aws:kms:eu-west-1:111111111111:key/1";
  const key = (...list: Json[]) => ({ arn, policy: policyText(...(list as [])) });
  const root = { Principal: { AWS: "arn:aws:iam::111111111111:root" }, Action: "kms:*", Resource: "*" };
  expect(review({ changes: [changed("aws_kms_key.k", key(), key(root))] })[0]?.escalations).toEqual([]);
});

test("a policy of an organization grants nothing", () => {
  const policy = (...list: Json[]) => ({ name: "scp", content: policyText(...(list as [])) });
  const all = { Action: "*", Resource: "*" };
  const created = review({ changes: [changed("aws_organizations_policy.p", null, policy(all))] })[0];
  expect(created?.delta).toMatchObject({ gained: [], boundary: { direction: "added" } });
  expect([created?.escalations, created?.findings]).toEqual([[], []]);
  const deny = { Effect: "Deny", Action: "s3:*", Resource: "*" };
  const opened = review({ changes: [changed("aws_organizations_policy.p", policy(all, deny), policy(all))] })[0];
  expect(opened?.escalations.map(({ code }) => code)).toEqual(["deny-removed"]);
});

describe("trust in another account", () => {
  const trusts = (...AWS: string[]) =>
    role("job", { assume_role_policy: policyText({ Action: "sts:AssumeRole", Principal: { AWS } }) });
  const between = (before: string, after: string) =>
    review({ changes: [changed("aws_iam_role.job", trusts(before), trusts(after))] })[0];
  const [all, one] = ["arn:aws:iam::999999999999:root", "arn:aws:iam::999999999999:role/deploy"];

  test("that becomes trust in a role of it is narrower", () => {
    expect(between(all, one)).toMatchObject({ delta: { gained: [], lost: [{}] }, escalations: [] });
  });

  test("the other way round it is wider, and in the own account both are something else", () => {
    expect(between(one, all)).toMatchObject({ delta: { gained: [{}], lost: [] } });
    expect(between(one, all)?.escalations.map(({ code }) => code)).toEqual(["trust-opened-to-account"]);
    const own = between(all.replace(/9{12}/, "111111111111"), one.replace(/9{12}/, "111111111111"));
    expect(own).toMatchObject({ delta: { gained: [{}], lost: [{}] } });
  });
});

/** An update whose argument is known only after apply, and refers to a resource. */
const later = (address: string, argument: string): PlanParts => {
  const [type = "", name = ""] = address.split(".");
  const expressions = { [argument]: { references: ["aws_sqs_queue.dead.arn", "aws_sqs_queue.dead"] } };
  return {
    changes: [changed(address, { name: "q", [argument]: "" }, { name: "q" }, { unknown: { [argument]: true } })],
    root: { resources: [{ address, mode: "managed", type, name, expressions }] },
  };
};

test.each([
  ["aws_sqs_queue.q", "redrive_policy", 0],
  ["aws_sqs_queue.q", "redrive_allow_policy", 0],
  ["aws_sns_topic.t", "delivery_policy", 0],
  ["aws_sns_topic_subscription.s", "filter_policy", 0],
  ["aws_sns_topic_subscription.s", "redrive_policy", 0],
  ["aws_ecr_lifecycle_policy.l", "policy", 0],
  ["aws_cloudwatch_log_data_protection_policy.d", "policy_document", 0],
  ["aws_sqs_queue.q", "policy", 1],
  ["aws_sns_topic.t", "policy", 1],
  ["aws_ecr_repository_policy.r", "policy", 1],
  ["aws_elasticsearch_domain.d", "access_policies", 1],
  ["aws_vpc_endpoint.e", "policy", 1],
])("%s: %s is known only after apply: %i cannot be told", (address, argument, count) => {
  const found = review(later(address, argument)).flatMap(({ delta }) => delta.cannotTell);
  expect(found.filter(({ side }) => side === "after")).toHaveLength(count);
});
