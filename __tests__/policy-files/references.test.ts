/** What references in Terraform files are: `${aws_s3_bucket.x.arn}` is a bucket, with `/*` behind it objects. */
import { arnIntersects, matchesType } from "../../src/iam/arn/arn-match";
import { serviceData } from "../../src/iam/data/authorization-data";

function typesOf(service: string, resource: string): readonly string[] {
  const types = [...(serviceData(service)?.types.entries() ?? [])];
  return types.filter(([, type]) => matchesType(resource, type)).map(([name]) => name.toLowerCase());
}

test.each([
  ["s3", "${aws_s3_bucket.x.arn}", "bucket"],
  ["s3", "${aws_s3_bucket.x[0].arn}", "bucket"],
  ["s3", '${aws_s3_bucket.x["a"].arn}', "bucket"],
  ["s3", "${aws_s3_bucket.x[*].arn}", "bucket"],
  ["s3", "${data.aws_s3_bucket.x.arn}", "bucket"],
  ["s3", "arn:aws:s3:::${aws_s3_bucket.x.bucket}", "bucket"],
  ["s3", "${aws_s3_bucket.x.arn}/*", "object"],
  ["s3", "${aws_s3_bucket.x.arn}/${var.prefix}*", "object"],
  ["kms", "${aws_kms_key.x.arn}", "key"],
  ["kms", "${data.aws_kms_alias.x.target_key_arn}", "key"],
  ["kms", "${aws_kms_alias.x.arn}", "alias"],
  ["glue", "${aws_glue_job.x.arn}", "job"],
  ["glue", "${aws_glue_crawler.x.arn}", "crawler"],
  ["sqs", "${aws_sqs_queue.x.arn}", "queue"],
  ["dynamodb", "${aws_dynamodb_table.x.arn}", "table"],
  ["dynamodb", "${aws_dynamodb_table.x.arn}/index/*", "index"],
  ["dynamodb", "${aws_dynamodb_table.x.stream_arn}", "stream"],
  ["iam", "${aws_iam_role.x.arn}", "role"],
  ["secretsmanager", "${aws_secretsmanager_secret.x.arn}", "secret"],
  ["secretsmanager", "${data.aws_secretsmanager_secret_version.x.arn}", "secret"],
  ["states", "${aws_sfn_state_machine.x.arn}", "statemachine"],
  ["athena", "${aws_athena_workgroup.x.arn}", "workgroup"],
  ["sns", "${aws_sns_topic.x.id}", "topic"],
])("%s: %s is a %s", (service, resource, type) => {
  if (serviceData(service) === undefined) return;
  expect(typesOf(service, resource)).toContain(type);
  expect(typesOf(service, resource).filter((name) => name === "bucket" || name === "object").length).toBeLessThan(2);
});

test("a log group and what is in it", () => {
  expect(typesOf("logs", "${aws_cloudwatch_log_group.x.arn}")).toContain("log-group");
  expect(typesOf("logs", "${aws_cloudwatch_log_group.x.arn}:*")).toContain("log-stream");
});

test.each(["${module.a.arn}", "${var.arn}", "${local.arn}", "${aws_s3_bucket.x.tags}", "${...}", "${each.value.arn}"])(
  "%s can be anything",
  (resource) => {
    for (const arn of ["arn:aws:s3:::a/b", "arn:aws:glue:eu-west-1:1:job/a"])
      expect(arnIntersects(resource, arn)).toBe(true);
  },
);

test("a bucket is no key", () => {
  expect(typesOf("kms", "${aws_s3_bucket.x.arn}")).toEqual([]);
  expect(arnIntersects("${aws_s3_bucket.x.arn}", "arn:aws:s3:::a/b")).toBe(false);
});
