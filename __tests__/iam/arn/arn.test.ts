import fc from "fast-check";
import { parseArn } from "../../../src/iam/arn/arn";
import { arn, arnBuilders, buildArn } from "../../../src/iam/arn/arn-build";
import { checkArn } from "../../../src/iam/arn/arn-check";
import { arnFormats } from "../../../src/iam/arn/arn-formats";
import {
  arnCovers,
  arnIntersects,
  identifyArn,
  isExactArn,
  isOpenArn,
  matchesType,
} from "../../../src/iam/arn/arn-match";
import { resourceType, resourceTypes } from "../../../src/iam/data/authorization";

const here = { partition: "aws", region: "us-east-1", account: "123456789012" };
const type = (service: string, name: string) => {
  const found = resourceType(service, name);
  if (found === undefined) throw new Error(`no type ${service} ${name}`);
  return found;
};
/** Types of a service that a text can be of. */
const typesOf = (text: string, service: string) =>
  resourceTypes(service)
    .filter((entry) => matchesType(text, entry))
    .map((entry) => entry.name)
    .sort();

test("parts of an ARN: the resource keeps its colons, tokens theirs", () => {
  expect(parseArn("arn:aws:logs:us-east-1:123456789012:log-group:/aws-glue/jobs:log-stream:x")?.resource).toBe(
    "log-group:/aws-glue/jobs:log-stream:x",
  );
  const text = 'arn:aws:glue:${var.region}:${aws:PrincipalAccount}:job/${lookup(local.a, "x:}")}';
  expect(parseArn(text)).toEqual({
    partition: "aws",
    service: "glue",
    region: "${var.region}",
    account: "${aws:PrincipalAccount}",
    resource: 'job/${lookup(local.a, "x:}")}',
  });
  expect(parseArn("arn:aws:s3::data-lake-test-target-s3/*")).toBeUndefined();
  expect(parseArn("*")).toBeUndefined();
});

describe("builders", () => {
  test("one per service and type", () => {
    expect(arn.glue.table({ ...here, database: "sales", table: "orders" })).toBe(
      "arn:aws:glue:us-east-1:123456789012:table/sales/orders",
    );
    expect(arn.glue.rootcatalog(here)).toBe("arn:aws:glue:us-east-1:123456789012:catalog");
    expect(arn.glue.connectionType({ ...here, connectionType: "JDBC" })).toBe(
      "arn:aws:glue:us-east-1:123456789012:connectionType:JDBC",
    );
    expect(arn.s3.object({ partition: "aws-cn", bucket: "raw", object: "in/*" })).toBe("arn:aws-cn:s3:::raw/in/*");
    expect(arn.iam.role({ partition: "aws", account: "1".repeat(12), role: "service-role/x" })).toBe(
      "arn:aws:iam::111111111111:role/service-role/x",
    );
  });

  test("over another kind of text", () => {
    type Text = { readonly text: readonly string[] };
    const ops = {
      join: (parts: readonly (string | Text)[]) => ({ text: parts.map((p) => (typeof p === "string" ? p : "?")) }),
    };
    const made = arnBuilders<Text>(ops).s3.bucket({ partition: { text: [] }, bucket: "raw" });
    expect(made.text.join("|")).toBe("arn:|?|:s3:::|raw");
  });

  test("a value that is missing is told", () => {
    expect(() => buildArn("arn:${Partition}:s3:::${BucketName}", { partition: "aws" }, { join: () => "" })).toThrow(
      "`bucket`",
    );
  });

  test("every format is that of the authorization data", () => {
    for (const [service, types] of Object.entries(arnFormats)) {
      for (const [name, format] of Object.entries<string>(types)) {
        expect([service, name, resourceType(service, name)?.arn]).toEqual([service, name, format]);
        expect(resourceType(service, name)?.name).toBe(name);
      }
    }
    expect(Object.keys(arnFormats.glue)).toHaveLength(24);
  });
});

describe("which type an ARN is of", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_*?-]{1,12}$/);
  const path = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));

  test("what is built is read back, wildcards and slashes included", () => {
    const cases = fc.oneof(
      fc.record({ database: path, table: word }).map((v) => ["table", v, arn.glue.table({ ...here, ...v })] as const),
      fc.record({ database: path }).map((v) => ["database", v, arn.glue.database({ ...here, ...v })] as const),
      fc.record({ catalog: path }).map((v) => ["catalog", v, arn.glue.catalog({ ...here, ...v })] as const),
      fc.record({ schema: path }).map((v) => ["schema", v, arn.glue.schema({ ...here, ...v })] as const),
      fc.record({ integration: word }).map((v) => ["integration", v, arn.glue.integration({ ...here, ...v })] as const),
      fc.record({ job: path }).map((v) => ["job", v, arn.glue.job({ ...here, ...v })] as const),
    );
    fc.assert(
      fc.property(cases, ([name, values, text]) => {
        const [found] = identifyArn(text);
        expect(found?.type.name).toBe(name);
        expect(found?.parts).toEqual({ ...here, ...values });
        expect(matchesType(text, type("glue", name))).toBe(true);
      }),
    );
  });

  test("S3, IAM and logs", () => {
    fc.assert(
      fc.property(word, path, (bucket, object) => {
        const [found] = identifyArn(arn.s3.object({ partition: "aws", bucket, object }));
        expect(found).toMatchObject({ type: { name: "object" }, parts: { bucket, object } });
      }),
    );
    expect(identifyArn("arn:aws:iam::123456789012:role/a/b/c")[0]?.parts.role).toBe("a/b/c");
    const stream = identifyArn("arn:aws:logs:us-east-1:123456789012:log-group:/aws-glue/jobs:log-stream:x");
    expect(stream.map((entry) => entry.type.name)).toEqual(["log-stream", "log-group"]);
    expect(stream[0]?.parts).toMatchObject({ logGroup: "/aws-glue/jobs", logStream: "x" });
    expect(identifyArn("arn:aws:nothing:::x")).toEqual([]);
  });

  test("buckets have no slash, objects have one", () => {
    expect(typesOf("arn:aws:s3:::raw/*", "s3")).toEqual(["object"]);
    expect(typesOf("arn:aws:s3:::raw", "s3")).toEqual(["bucket"]);
    expect(typesOf("arn:aws:s3:::raw-*", "s3")).toEqual(["bucket", "object"]);
    expect(typesOf("arn:aws:s3:::raw/", "s3")).toEqual([]);
    expect(typesOf("arn:aws:s3:us-east-1:123456789012:raw-zone/*", "s3")).toEqual([]);
    expect(typesOf("*", "s3")).toHaveLength(13);
  });

  test("references to Terraform resources are what they are", () => {
    expect(typesOf("${aws_s3_bucket.raw.arn}", "s3")).toEqual(["bucket"]);
    expect(typesOf("${aws_s3_bucket.raw.arn}/*", "s3")).toEqual(["object"]);
    expect(typesOf("arn:aws:s3:::${aws_s3_bucket.raw.bucket}", "s3")).toEqual(["bucket"]);
    expect(typesOf("arn:aws:s3:::${var.where}", "s3")).toEqual(["bucket", "object"]);
    expect(typesOf("${aws_kms_key.lake.arn}", "kms")).toEqual(["key"]);
    expect(typesOf("${aws_glue_job.a[0].arn}", "glue")).toEqual(["job"]);
    expect(typesOf("${var.arn}", "glue")).toHaveLength(24);
  });

  test("log groups", () => {
    expect(typesOf("arn:aws:logs:us-east-1:123456789012:/aws-glue/*", "logs")).toEqual([]);
    expect(typesOf("arn:aws:logs:*:*:/aws-glue/*", "logs")).toEqual(
      expect.arrayContaining(["log-group", "log-stream"]),
    );
    expect(typesOf("arn:aws:logs:us-east-1:123456789012:*:/aws-glue/*", "logs")).toEqual(
      expect.arrayContaining(["log-group", "log-stream"]),
    );
    expect(typesOf("arn:aws:logs:*:*:log-group:/aws-glue/jobs/*", "logs")).toEqual(["log-group", "log-stream"]);
    expect(typesOf("arn:aws:logs:*:*:log-group:/aws-glue/jobs/output", "logs")).toEqual(["log-group"]);
  });

  test("a DynamoDB table is not its index; an alias is no key", () => {
    expect(typesOf("arn:aws:dynamodb:us-east-1:123456789012:table/a/index/*", "dynamodb")).toEqual(["index"]);
    expect(typesOf("arn:aws:kms:us-east-1:123456789012:alias/lake", "kms")).toEqual(["alias"]);
    expect(typesOf("arn:aws:glue:us-east-1:123456789012:*", "glue")).toHaveLength(24);
    expect(typesOf("arn:aws:glue:us-east-1:123456789012:userdefinedfunction/a/b", "glue")).toEqual([]);
  });
});

test("ARNs are compared field by field, but a lone star is everything", () => {
  const table = "arn:aws:glue:us-east-1:123456789012:table/sales/orders";
  expect(arnCovers("*", table)).toBe(true);
  expect(arnCovers("arn:aws:glue:*:*:table/sales/*", table)).toBe(true);
  expect(arnCovers("arn:aws:glue:*:table/sales/*", table)).toBe(false);
  expect(arnCovers("arn:aws:glue:us-east-1:123456789012:*", table)).toBe(true);
  expect(arnCovers(table, "*")).toBe(false);
  expect(arnCovers("arn:aws:glue:eu-west-1:123456789012:*", table)).toBe(false);
  expect(arnCovers("arn:aws:glue:us-east-1:123456789012:table/Sales/*", table)).toBe(false);
  expect(arnIntersects("arn:aws:s3:::*/*aws-glue-*/*", "arn:aws:s3:::aws-glue-*/*")).toBe(true);
  expect(arnCovers("arn:aws:s3:::*/*aws-glue-*/*", "arn:aws:s3:::aws-glue-*/*")).toBe(false);
  expect(arnCovers("arn:aws:s3:::aws-glue-*", "arn:aws:s3:::aws-glue-*/*")).toBe(true);
  expect(arnCovers("${var.prefix}:job/*", "arn:aws:glue:us-east-1:123456789012:job/a")).toBe(true);
  expect([isExactArn(table), isExactArn(`${table}*`), isOpenArn("arn:aws:s3:::${var.x}")]).toEqual([true, false, true]);
});

describe("malformed ARNs", () => {
  const fields = (text: string) => checkArn(text).map((problem) => problem.field);

  test.each([
    "*",
    "arn:aws:glue:us-east-1:123456789012:job/a",
    "arn:aws:glue:us-*:*:job/a",
    "arn:aws:glue:us-gov-west-1:aws:job/a".replace("aws:glue", "aws-us-gov:glue"),
    "arn:aws-eusc:glue:eusc-de-east-1:123456789012:job/a",
    "arn:*:s3:::raw/*",
    "arn:aws:s3:*:*:raw/*",
    "arn:aws:s3:us-east-1:123456789012:accesspoint/x",
    "arn:aws:s3:::*/*aws-glue-*/*",
    "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole",
    "arn:aws:iam::*:role/*",
    "arn:aws:ec2:*:*:image/*",
    "arn:aws:logs:*:*:/aws-glue/*",
    "arn:aws:codebuild:us-east-1:123456789012:project/x",
    "arn:${data.aws_partition.current.partition}:glue:${data.aws_region.current.name}:${local.account}:catalog",
    "${aws_s3_bucket.raw.arn}/*",
    "arn:aws:${local.rest}",
    "arn:aws:iam::123456789012:user/${aws:username}",
  ])("%s is fine", (text) => expect(checkArn(text)).toEqual([]));

  test.each([
    ["sales.orders", "arn"],
    ["arn:aws:s3::data-lake-test-target-s3/*", "arn"],
    ["arn:aws:s3*", "arn"],
    ["arn:aws-china:glue:cn-north-1:123456789012:job/orders", "partition"],
    ["arn:aws:Glue:us-east-1:123456789012:job/a", "service"],
    ["arn:aws:gleu:us-east-1:123456789012:job/a", "service"],
    ["arn:aws:glue:aws-region:123456789012:registry/a", "region"],
    ["arn:aws:glue:cn-north-1:123456789012:job/a", "region"],
    ["arn:aws:glue::123456789012:job/a", "region"],
    ["arn:aws:glue:us-east-1:1234:job/a", "account"],
    ["arn:aws:glue:us-east-1:account-id:job/a", "account"],
    ["arn:aws:glue:us-east-1::job/a", "account"],
    ["arn:aws:s3:us-east-1:123456789012:raw-zone/*", "region"],
    ["arn:aws:iam:us-east-1:123456789012:role/a", "region"],
    ["arn:aws:route53:us-east-1::hostedzone/x", "region"],
    ["arn:aws:glue:us-east-1:123456789012:", "resource"],
  ])("%s: %s", (text, field) => expect(fields(text)).toEqual([field]));

  test("the hint is what to write", () => {
    expect(checkArn("arn:aws:s3::lake/*")[0]?.hint).toBe("write `arn:aws:s3:::lake/*`");
    expect(checkArn("arn:aws:s3:us-east-1:123456789012:lake/*")[0]?.hint).toBe("write `arn:aws:s3:::lake/*`");
  });
});
