/** Over 400 lines because it is one table: a row for each policy. */
/** Policies that stand near those of the facts: what has a finding, and what a careful engineer would wave away. */

import type { PolicyType } from "../../../src/iam/document/policy";
import { type LintOptions, lintPolicy } from "../../../src/iam/lint";
import { documentOf } from "../policies";

const glue = (resource: string) => `arn:aws:glue:us-east-1:123456789012:${resource}`;
const catalog = (db: string, table: string) => [glue("catalog"), glue(`database/${db}`), glue(`table/${db}/${table}`)];
const ROLE = "arn:aws:iam::123456789012:role/service-role/orders";
const LOGS = "arn:aws:logs:us-east-1:123456789012:log-group:/aws-glue/jobs";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

interface Given {
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly [element: string]: unknown;
}

/** Codes of all findings but info, sorted; `code!` is a warning where the rule has an error. */
function codesOf(statements: readonly Given[], type: PolicyType | undefined, options: LintOptions): readonly string[] {
  const policy = { Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) };
  const findings = lintPolicy(documentOf(policy, type), { today: "2026-10-01", ...options });
  return [...new Set(findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule))].sort();
}

type Row = readonly [name: string, statements: readonly Given[], ...codes: string[]];

function table(rows: readonly Row[], type?: PolicyType, options: LintOptions = {}): void {
  test.each(rows.map(([name, statements, ...codes]) => ({ name, statements, codes })))("$name", (row) => {
    expect(codesOf(row.statements, type, options)).toEqual(row.codes);
  });
}

const one = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  rest: Given = {},
): readonly Given[] => [{ Action, Resource, ...rest }];

describe("names of actions", () => {
  table([
    ["a service that is none, as a whole", one("aws-glue:*", glue("job/a")), "unknown-service"],
    [
      "an API whose action has another name",
      one("glue:GetUnfilteredTableMetadata", catalog("a", "b")),
      "unknown-action",
    ],
    ["a name of the ARN page", one("glue:CreateUpdateDevEndpoint", "*"), "unknown-action"],
    [
      "names of Glue Studio",
      one(["glue:CreateDag", "glue:SaveJob", "glue:QueryJobRuns", "glue:GetInferredSchema"], "*"),
      "unknown-action",
    ],
    ["a service that is none", one("gleu:GetJob", glue("job/a")), "unknown-service"],
    ["no prefix", one("GetJob", glue("job/a")), "unknown-service"],
    ["a typing error", one("glue:GetTabel", catalog("a", "b")), "unknown-action"],
    ["in a Deny", one("glue:DeleteTabel", "*", { Effect: "Deny" }), "unknown-action"],
    ["a service of which only the names are known", one("cloudformation:DescribeStackz", "*"), "unknown-action"],
    ["the same, spelled right", one("cloudformation:DescribeStacks", "*")],
    ["any case of letters", one("GLUE:getJOB", glue("job/a"))],
    ["a pattern that matches something", one("glue:Get?ob", glue("job/a"))],
    ["a name that is not known yet", one("${var.action}", glue("job/a"))],
  ]);
});

describe("ancestors and children", () => {
  const staging = [glue("database/staging"), glue("catalog")];
  table([
    ["a delete of a database that is not named", one("glue:DeleteDatabase", glue("catalog")), "no-resource-of-type"],
    [
      "a nested catalog, there for its database",
      one("glue:GetDatabase", [
        glue("catalog"),
        glue("catalog/s3tablescatalog/lake"),
        glue("database/s3tablescatalog/lake/ns"),
      ]),
    ],
    [
      "the outer catalog of a database alone",
      one("glue:GetDatabase", [
        glue("catalog"),
        glue("catalog/s3tablescatalog"),
        glue("database/s3tablescatalog/lake/ns"),
      ]),
      "missing-ancestor",
    ],
    [
      "AWS's example of DeleteDatabase",
      one("glue:DeleteDatabase", [
        glue("table/P/*"),
        glue("userDefinedFunction/P/*"),
        glue("database/P"),
        glue("catalog"),
      ]),
    ],
    [
      "children in lower case",
      one("glue:DeleteDatabase", [...staging, glue("table/staging/*"), glue("userdefinedfunction/staging/*")]),
      "missing-child",
    ],
    [
      "children of another database",
      one("glue:DeleteDatabase", [...staging, glue("table/prod/*"), glue("userDefinedFunction/prod/*")]),
      "missing-child",
    ],
    ["no children", one("glue:DeleteDatabase", staging), "missing-child"],
    [
      "neither children nor the catalog",
      one("glue:DeleteDatabase", glue("database/staging")),
      "missing-ancestor",
      "missing-child",
    ],
    [
      "children by wider patterns",
      one("glue:DeleteDatabase", [...staging, glue("table/*"), glue("userDefinedFunction/*")]),
    ],
    [
      "children in another statement",
      [
        ...one("glue:DeleteDatabase", staging),
        ...one("glue:*Database", [glue("table/staging/*"), glue("userDefinedFunction/staging/*")]),
      ],
    ],
    [
      "delete on databases by prefix",
      one("glue:DeleteDatabase", [
        glue("database/tmp_*"),
        glue("catalog"),
        glue("table/tmp_*/*"),
        glue("userDefinedFunction/tmp_*/*"),
      ]),
    ],
    [
      "another account above",
      one("glue:GetTable", [glue("table/a/b"), glue("database/a"), "arn:aws:glue:us-east-1:999999999999:catalog"]),
      "missing-ancestor",
    ],
    [
      "another partition above",
      one("glue:GetTable", [glue("table/a/b"), glue("database/a"), "arn:aws-us-gov:glue:*:123456789012:catalog"]),
      "missing-ancestor",
    ],
    [
      "another database above",
      one("glue:GetTable", [glue("table/a/b"), glue("database/c"), glue("catalog")]),
      "missing-ancestor",
    ],
    [
      "GetTables without the database",
      one("glue:GetTables", [glue("catalog"), glue("table/db1/*")]),
      "missing-ancestor",
    ],
    ["GetTables with the catalog only", one("glue:GetTables", glue("catalog")), "no-resource-of-type"],
    [
      "SearchTables without a table",
      one("glue:SearchTables", [glue("catalog"), glue("database/a")]),
      "no-resource-of-type",
    ],
    ["GetTable without a table", one("glue:GetTable", [glue("catalog"), glue("database/a")]), "no-resource-of-type"],
    ["a connection without the catalog", one("glue:GetConnection", glue("connection/x")), "missing-ancestor"],
    ["the catalog without a connection", one("glue:GetConnection", glue("catalog")), "no-resource-of-type"],
    [
      "CreateConnection on connection and catalog",
      one("glue:CreateConnection", [glue("connection/x"), glue("catalog")]),
    ],
    ["CreateConnection on the catalog, as the data says", one("glue:CreateConnection", glue("catalog"))],
    [
      "CreateConnection on the connection alone",
      one("glue:CreateConnection", glue("connection/x")),
      "missing-ancestor",
    ],
    ["a schema without its registry", one("glue:RegisterSchemaVersion", glue("schema/r/s")), "missing-ancestor"],
    [
      "the registry of another schema",
      one("glue:RegisterSchemaVersion", [glue("schema/r/s"), glue("registry/other")]),
      "missing-ancestor",
    ],
    ["the catalog itself", one("glue:GetCatalog", glue("catalog"))],
    ["a nested catalog without the root", one("glue:GetCatalog", glue("catalog/s3tablescatalog")), "missing-ancestor"],
    [
      "a nested catalog by a pattern",
      one("glue:GetDatabase", [glue("catalog"), glue("catalog/*"), glue("database/s3tablescatalog/b/ns")]),
    ],
    [
      "a function with all above it",
      one("glue:CreateUserDefinedFunction", [glue("catalog"), glue("database/a"), glue("userDefinedFunction/a/f")]),
    ],
    ["upper-case names", one("glue:GetTable", catalog("Sales", "Orders"))],
    [
      "halves with different conditions",
      [
        {
          Action: "glue:GetTable",
          Resource: glue("table/a/b"),
          Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
        },
        { Action: "glue:GetTable", Resource: [glue("catalog"), glue("database/a")] },
      ],
    ],
    [
      "halves of which one is a pattern",
      [...one("glue:GetTable", glue("table/a/b")), ...one("glue:Get*", [glue("catalog"), glue("database/a")])],
    ],
    [
      "halves for different actions",
      [
        ...one("glue:GetTable", glue("table/a/b")),
        ...one("glue:GetTables", [glue("catalog"), glue("database/a"), glue("table/a/*")]),
      ],
      "missing-ancestor",
    ],
    [
      "a prefix that meets the name above",
      one("glue:GetTable", [glue("catalog"), glue("database/sales*"), glue("table/sales_eu/*")]),
    ],
    ["Deny is exempt", one("glue:DeleteTable", glue("table/a/b"), { Effect: "Deny" })],
    ["a pattern of actions on a table alone", one("glue:Get*", glue("table/a/b")), "missing-ancestor"],
    ["a pattern of actions on a job alone", one("glue:Get*", glue("job/a"))],
    ["every table of every database", one("glue:GetTable", [glue("catalog"), glue("database/*"), glue("table/*/*")])],
    [
      "references of Terraform without the catalog",
      one("glue:GetTable", ["${aws_glue_catalog_table.t.arn}", "${aws_glue_catalog_database.d.arn}"]),
      "missing-ancestor",
    ],
    ["references that may be anything", one("glue:GetTable", ["${var.table_arn}", "${var.database_arn}"])],
    ["batch deletes have no children", one("glue:BatchDeleteTable", catalog("a", "*"))],
  ]);
});

describe("the right kind of resource", () => {
  table([
    ["all buckets as an ARN", one("s3:ListAllMyBuckets", "arn:aws:s3:::*")],
    ["a bucket for all buckets", one("s3:ListAllMyBuckets", "arn:aws:s3:::raw-zone"), "action-takes-only-wildcard"],
    ["users as an ARN", one("iam:ListUsers", "arn:aws:iam::*:*")],
    ["all log groups of a Region", one("logs:DescribeLogGroups", "arn:aws:logs:us-east-1:123456789012:log-group:*")],
    ["the same as `*`", one("logs:DescribeLogGroups", "arn:aws:logs:us-east-1:123456789012:*")],
    ["one log group for all", one("logs:DescribeLogGroups", `${LOGS}:*`), "action-takes-only-wildcard"],
    ["everything of another service", one("iam:ListUsers", "arn:aws:s3:::*"), "action-takes-only-wildcard"],
    ["a parameter of AWS", one("ssm:GetParameter", "arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux/*")],
    ["a document of AWS", one("ssm:SendCommand", "arn:aws:ssm:*::document/AWS-RunShellScript")],
    ["one's own parameter", one("ssm:GetParameter", "arn:aws:ssm:us-east-1::parameter/mine"), "malformed-arn"],
    ["tags of schemas", one("glue:GetTags", [glue("registry/r"), glue("schema/r/s"), glue("mlTransform/t")])],
    ["tags of a table", one("glue:GetTags", glue("table/a/b")), "resource-type-mismatch"],
    [
      "a Multi-Region Access Point",
      one("s3:GetObject", "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap/object/*"),
    ],
    ["the same as a bucket", one("s3:ListBucket", "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap")],
    ["GetObject on a bucket", one("s3:GetObject", "arn:aws:s3:::raw-zone"), "resource-type-mismatch"],
    [
      "GetObject and ListBucket on both",
      one(["s3:GetObject", "s3:ListBucket"], ["arn:aws:s3:::raw-zone", "arn:aws:s3:::raw-zone/*"]),
    ],
    ["s3:* on objects", one("s3:*", "arn:aws:s3:::raw-zone/*"), "service-wildcard"],
    ["s3:List* on objects", one("s3:List*", "arn:aws:s3:::raw-zone/*"), "resource-type-mismatch"],
    [
      "s3:List* and s3:Get* on both",
      one(["s3:Get*", "s3:List*"], ["arn:aws:s3:::raw-zone", "arn:aws:s3:::raw-zone/*"]),
    ],
    ["s3:GetBucket* on a bucket", one("s3:GetBucket*", "arn:aws:s3:::raw-zone")],
    ["s3:*Object on objects", one("s3:*Object", "arn:aws:s3:::raw-zone/*")],
    ["a name that can be both", one(["s3:ListBucket", "s3:GetObject"], "arn:aws:s3:::databrew-public-datasets-*")],
    ["Terraform: ListBucket on objects", one("s3:ListBucket", "${aws_s3_bucket.raw.arn}/*"), "resource-type-mismatch"],
    ["Terraform: GetObject on a bucket", one("s3:GetObject", "${aws_s3_bucket.raw.arn}"), "resource-type-mismatch"],
    [
      "Terraform: as it should be",
      one(["s3:ListBucket", "s3:GetObject"], ["${aws_s3_bucket.raw.arn}", "${aws_s3_bucket.raw.arn}/*"]),
    ],
    ["Terraform: a key for a bucket", one("s3:GetObject", "${aws_kms_key.lake.arn}"), "resource-type-mismatch"],
    ["an alias", one("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:alias/a"), "resource-type-mismatch"],
    ["a key", one(["kms:Decrypt", "kms:GenerateDataKey*"], KEY)],
    [
      "kms patterns on an alias",
      one("kms:GenerateDataKey*", "arn:aws:kms:us-east-1:123456789012:alias/a"),
      "resource-type-mismatch",
    ],
    [
      "a log ARN without its segment",
      one(["logs:CreateLogStream", "logs:PutLogEvents"], "arn:aws:logs:us-east-1:123456789012:/aws-glue/*"),
      "resource-type-mismatch",
    ],
    [
      "a log ARN whose account may be its segment too",
      one(["logs:CreateLogStream", "logs:PutLogEvents"], "arn:aws:logs:*:*:/aws-glue/*"),
    ],
    ["log groups", one(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], [`${LOGS}/*`])],
    ["a log group with :*", one(["logs:CreateLogStream", "logs:PutLogEvents"], `${LOGS}/output:*`)],
    ["plural actions on ARNs", one("glue:GetDevEndpoints", glue("devEndpoint/*")), "action-takes-only-wildcard"],
    [
      "plural actions on an account",
      one("glue:GetJobs", "arn:aws:glue:us-east-1:123456789012:*"),
      "action-takes-only-wildcard",
    ],
    ["plural actions that take ARNs", one(["glue:GetJobRuns", "glue:BatchGetJobs"], glue("job/a"))],
    ["classifiers", one("glue:CreateClassifier", glue("classifier/a")), "action-takes-only-wildcard"],
    ["plural and single on *", one(["glue:GetJobs", "glue:GetJob"], "*")],
    [
      "AWS's PluralAPIIncluded",
      one(["glue:GetDevEndpoints", "glue:GetDevEndpoint", "glue:CreateDevEndpoint", "glue:UpdateDevEndpoint"], "*"),
      "privilege-escalation",
    ],
    ["a pattern of plural actions", one("glue:ListJob*", glue("job/*"))],
    ["a pattern of actions without ARNs", one("glue:GetClassifier*", glue("job/*")), "action-takes-only-wildcard"],
    [
      "plural actions that have * elsewhere",
      [...one(["glue:GetJobs", "glue:GetJob"], glue("job/a")), ...one("glue:GetJobs", "*")],
    ],
    ["CreateCrawler on *", one("glue:CreateCrawler", "*")],
    ["CreateDevEndpoint on its ARN", one("glue:CreateDevEndpoint", glue("devEndpoint/a"))],
    [
      "PutMetricData on an ARN",
      one("cloudwatch:PutMetricData", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:x"),
      "resource-type-mismatch",
    ],
    ["StartJobRun on *", one(["glue:StartJobRun", "glue:GetJobRun"], "*")],
    ["a consumer of the schema registry, which knows only IDs of versions", one(["glue:GetSchemaVersion"], "*")],
    ["DataBrew creates", one(["databrew:CreateDataset", "databrew:CreateProject"], "*")],
    ["a role for a bucket action", one("s3:GetObject", ROLE), "resource-type-mismatch"],
    [
      "CreateNetworkInterface without the subnet",
      one("ec2:CreateNetworkInterface", "arn:aws:ec2:us-east-1:123456789012:network-interface/*"),
      "no-resource-of-type",
    ],
    ["tags of glue", one(["glue:TagResource", "glue:GetTags"], glue("connection/a"))],
    [
      "a secret by its name",
      one("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc"),
      "secret-suffix",
    ],
    [
      "a secret by its whole ARN",
      one("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc-a1B2c3"),
    ],
  ]);
});

describe("ARNs", () => {
  const wrong = [
    "arn:aws:glue:us-east-1:12345678901:job/a",
    "arn:aws:glue:us-east-1:1234-5678-9012:job/a",
    "arn:aws:glue::123456789012:job/a",
    "arn:aws:glue:us-east-1::job/a",
    "arn:aws:glue:us-east-1:job/a",
    "arn:aws:Glue:us-east-1:123456789012:job/a",
    "arn:aws:glue:us-east-1:prod:job/a",
    "aws:glue:us-east-1:123456789012:job/a",
    "arn:aws:glue:region:123456789012:job/a",
    "job/a",
    "",
  ];
  table(wrong.map((arn) => [arn, one("glue:StartJobRun", arn), "malformed-arn"]));
  const fine = [
    "arn:aws:glue:*:*:job/*",
    "arn:*:glue:*:123456789012:job/a",
    "arn:aws-cn:glue:cn-north-1:123456789012:job/a",
    // IAM adds the field that is missing; what is to be filled in is an info.
    "arn:aws:glue:us-east-1:123456789012",
    "arn:aws:glue:us-east-1:account-id:job/a",
  ];
  table(fine.map((arn) => [arn, one("glue:StartJobRun", arn)]));
});

describe("references of Terraform", () => {
  const region = "${data.aws_region.current.name}";
  table([
    ["the name of a bucket", one("s3:ListBucket", "${aws_s3_bucket.raw.id}"), "malformed-arn"],
    ["the name of a bucket in front", one("s3:GetObject", "${aws_s3_bucket.raw[0].bucket}/*"), "malformed-arn"],
    ["the ID of a key", one("kms:Decrypt", "${aws_kms_key.k.key_id}"), "malformed-arn"],
    ["a secret by its ID, which is its ARN", one("secretsmanager:GetSecretValue", "${aws_secretsmanager_secret.s.id}")],
    ["five fields", one("glue:GetJob", `arn:aws:glue:${region}:job/a`), "malformed-arn"],
    ["five fields, one of which may be two", one("glue:GetJob", "arn:aws:glue:${local.place}:job/a")],
    [
      "streams of a log group by its ARN",
      one(["logs:CreateLogStream", "logs:PutLogEvents"], "${aws_cloudwatch_log_group.g.arn}"),
      "resource-type-mismatch",
    ],
    ["streams of a log group", one("logs:PutLogEvents", "${aws_cloudwatch_log_group.g.arn}:*")],
    ["a log group", one("logs:CreateLogGroup", "${aws_cloudwatch_log_group.g.arn}")],
  ]);
});

describe("passing roles and other ways up", () => {
  const toGlue = { Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } } };
  const create = one(["glue:CreateJob", "glue:StartJobRun"], glue("job/*"));
  table([
    [
      "a role to any service by name",
      one("iam:PassRole", ROLE, { Condition: { StringLike: { "iam:PassedToService": "*.amazonaws.com" } } }),
      "pass-role-without-service",
    ],
    [
      "a role to services by prefix",
      one("iam:PassRole", ROLE, { Condition: { StringLike: { "iam:PassedToService": "glue*.amazonaws.com" } } }),
    ],
    [
      "a role under conditions that are not known yet",
      one("iam:PassRole", ROLE, { Condition: { StringEquals: { "${var.key}": "a" } } }),
    ],
    ["any role, with a character", one("iam:PassRole", "arn:aws:iam::*:role/?*", toGlue), "pass-role-wildcard"],
    [
      "linked roles of any service by name",
      one("iam:CreateServiceLinkedRole", "*", { Condition: { StringLike: { "iam:AWSServiceName": "*" } } }),
      "create-slr-wildcard",
    ],
    [
      "linked roles of some service",
      one("iam:CreateServiceLinkedRole", "*", { Condition: { Null: { "iam:AWSServiceName": "false" } } }),
      "create-slr-wildcard",
    ],
    ["any role in the account", one("iam:PassRole", "arn:aws:iam::123456789012:role/*", toGlue), "pass-role-wildcard"],
    ["* to Glue", one("iam:PassRole", "*", toGlue), "pass-role-wildcard"],
    ["a role to any service", one("iam:PassRole", ROLE), "pass-role-without-service"],
    [
      "a role, perhaps to Glue",
      one("iam:PassRole", ROLE, {
        Condition: { StringEqualsIfExists: { "iam:PassedToService": "glue.amazonaws.com" } },
      }),
    ],
    [
      "a role to *",
      one("iam:PassRole", ROLE, { Condition: { StringLike: { "iam:PassedToService": "*" } } }),
      "pass-role-without-service",
    ],
    ["roles by prefix", one("iam:PassRole", "arn:aws:iam::*:role/service-role/AWSGlueServiceRole*", toGlue)],
    ["a role by reference", one("iam:PassRole", "${aws_iam_role.job.arn}", toGlue)],
    [
      "a job with any role",
      [...create, ...one("iam:PassRole", ROLE)],
      "pass-role-without-service",
      "privilege-escalation",
    ],
    ["a job with a scoped role", [...create, ...one("iam:PassRole", ROLE, toGlue)]],
    [
      "an update of a job with any role",
      [...one(["glue:UpdateJob", "glue:StartJobRun"], glue("job/*")), ...one("iam:PassRole", "*", toGlue)],
      "pass-role-wildcard",
      "privilege-escalation",
    ],
    [
      "a job that nobody may start",
      [...one("glue:CreateJob", glue("job/*")), ...one("iam:PassRole", ROLE)],
      "pass-role-without-service",
    ],
    [
      "a session with any role",
      [...one(["glue:CreateSession", "glue:RunStatement"], glue("session/*")), ...one("iam:PassRole", "*")],
      "pass-role-wildcard",
      "pass-role-without-service",
      "privilege-escalation",
    ],
    ["an update of an endpoint", one("glue:UpdateDevEndpoint", glue("devEndpoint/a")), "privilege-escalation"],
    [
      "an update that a Deny takes away",
      [...one("glue:*", glue("devEndpoint/*")), ...one("glue:UpdateDevEndpoint", "*", { Effect: "Deny" })],
      "service-wildcard",
    ],
    ["iam:* on *", one("iam:*", "*"), "privilege-escalation", "service-wildcard", "wildcard-resource"],
    ["deleting the catalog's policy", one("glue:DeleteResourcePolicy", glue("catalog")), "permissions-management"],
    ["reading it", one("glue:GetResourcePolicy", glue("catalog"))],
    ["any service-linked role", one("iam:CreateServiceLinkedRole", "*"), "create-slr-wildcard"],
    [
      "one service-linked role",
      one("iam:CreateServiceLinkedRole", "arn:aws:iam::*:role/aws-service-role/lakeformation.amazonaws.com/*"),
    ],
  ]);
});

describe("breadth", () => {
  table([
    ["metrics, which have no ARN", one(["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"], "*")],
    [
      "what the permission table has on *",
      one(
        [
          "glue:GetDataCatalogEncryptionSettings",
          "glue:PutDataCatalogEncryptionSettings",
          "glue:GetResourcePolicy",
          "glue:GetTags",
          "glue:TagResource",
          "glue:UntagResource",
        ],
        "*",
      ),
    ],
    ["what works on the one catalog", one(["glue:GetCatalogImportStatus", "glue:ImportCatalogToGlue"], "*")],
    ["lists, of which most take only *", one(["glue:List*", "databrew:List*"], "*")],
    // What only lists or reads metadata is an info: see field-breadth.test.ts.
    ["s3:List* on *", one("s3:List*", "*")],
    ["s3:Get* on *", one("s3:Get*", "*"), "wildcard-resource"],
    ["the two that the console of S3 asks for", one(["s3:ListAllMyBuckets", "s3:GetBucketLocation"], "*")],
    ["the one of them alone", one("s3:GetBucketLocation", "*")],
    [
      "glue:* on *",
      one("glue:*", "*"),
      "permissions-management",
      "privilege-escalation",
      "service-wildcard",
      "wildcard-resource",
    ],
    ["*:* on *", one("*:*", "*"), "full-admin"],
    ["s3 on *", one(["s3:GetObject", "s3:PutObject"], "*"), "wildcard-resource"],
    ["descriptions on *", one(["ec2:DescribeVpcs", "ec2:DescribeVpcAttribute", "kms:DescribeKey"], "*")],
    [
      "a key by its service",
      one("kms:Decrypt", "*", { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }),
    ],
    [
      "resources by tag",
      one("ec2:DeleteNetworkInterface", "*", { Condition: { StringEquals: { "aws:ResourceTag/a": "b" } } }),
    ],
    [
      "a condition on the caller",
      one("s3:GetObject", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      "wildcard-resource",
    ],
    [
      "everything but a few actions",
      one([], "*", { Action: undefined, NotAction: ["iam:*", "organizations:*"] }),
      "allow-not-action",
    ],
    [
      "a Deny of everything but a few actions",
      one([], "*", { Effect: "Deny", Action: undefined, NotAction: ["iam:*"] }),
    ],
    [
      "everything but a bucket",
      one("s3:GetObject", [], { Resource: undefined, NotResource: "arn:aws:s3:::a/*" }),
      "allow-not-resource",
    ],
    [
      "a Deny of everything but a bucket",
      one("s3:GetObject", [], { Effect: "Deny", Resource: undefined, NotResource: "arn:aws:s3:::a/*" }),
    ],
    ["a Deny of everything", one("*", "*", { Effect: "Deny" })],
    ["all actions on one bucket", one("*", ["arn:aws:s3:::a", "arn:aws:s3:::a/*"]), "service-wildcard"],
    [
      "what takes only *",
      one(
        ["s3:ListAllMyBuckets", "glue:GetJobBookmark", "lakeformation:GetDataAccess", "cloudwatch:PutMetricData"],
        "*",
      ),
    ],
  ]);
});

describe("conditions", () => {
  const when = (operator: string, key: string, value: unknown, action = "glue:GetTrigger") =>
    one(action, action.startsWith("s3:Get") ? "arn:aws:s3:::a/*" : glue("trigger/a"), {
      Condition: { [operator]: { [key]: value } },
    });
  table([
    ["no address", when("IpAddress", "aws:SourceIp", "300.0.113.0"), "type-mismatch"],
    ["too narrow a range", when("IpAddress", "aws:SourceIp", "203.0.113.0/33"), "type-mismatch"],
    ["too narrow a range of IPv6", when("IpAddress", "aws:SourceIp", "2001:db8::/129"), "type-mismatch"],
    ["ranges", when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "10.0.0.1", "2001:db8::/32", "::1", "0.0.0.0/0"])],
    [
      "all of no values of a key that a request lacks",
      when("ForAllValues:StringEquals", "aws:TagKeys", "a", "s3:GetObject"),
      "for-all-values-allow",
      "unsupported-condition-key",
    ],
    ["a claim that stays in the session", when("StringEquals", "saml:sub_type", "persistent", "s3:GetObject")],
    ["an identity of Cognito", when("StringEquals", "cognito-identity.amazonaws.com:sub", "a", "s3:GetObject")],
    [
      "a claim that does not",
      when("StringEquals", "saml:aud", "https://signin.aws.amazon.com/saml", "s3:GetObject"),
      "unsupported-condition-key",
    ],
    ["a prefix that the data lacks", when("StringEquals", "tea:Kind", "a", "s3:GetObject")],
    [
      "a prefix of its own",
      one("aws-marketplace:StartChangeSet", "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/a", {
        Condition: { StringEquals: { "catalog:ChangeType": "a" } },
      }),
    ],
    [
      "a prefix of its own on another service",
      when("StringEquals", "catalog:ChangeType", "a", "s3:GetObject"),
      "unsupported-condition-key",
    ],
    ["a slip in the prefix", when("StringEquals", "awz:SourceAccount", "123456789012"), "unknown-condition-key"],
    ["a tag key of the guide", when("StringEquals", "glue:resourceTag/team", "a"), "unknown-condition-key"],
    ["a tag key without its tag", when("StringEquals", "aws:ResourceTag", "a"), "unknown-condition-key"],
    ["a global key that is none", when("StringEquals", "aws:SourceAcount", "123456789012"), "unknown-condition-key"],
    ["a key in any case", when("StringEquals", "AWS:resourcetag/team", "a")],
    ["a prefix on an object", when("StringLike", "s3:prefix", "in/*", "s3:GetObject"), "unsupported-condition-key"],
    [
      "PassedToService on a trigger",
      when("StringEquals", "iam:PassedToService", "glue.amazonaws.com"),
      "unsupported-condition-key",
    ],
    [
      "one of two actions has the key",
      one(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::a", "arn:aws:s3:::a/*"], {
        Condition: { StringLike: { "s3:prefix": "in/*" } },
      }),
      "unsupported-condition-key",
    ],
    [
      "a set key without a qualifier",
      when("StringEquals", "aws:TagKeys", "a", "glue:CreateTrigger"),
      "missing-qualifier",
    ],
    ["Null of a set key", when("Null", "aws:TagKeys", "true", "glue:CreateTrigger")],
    [
      "glue:VpcIds",
      one("glue:CreateJob", glue("job/a"), { Condition: { "ForAnyValue:StringEquals": { "glue:VpcIds": ["vpc-1"] } } }),
    ],
    [
      "glue:VpcIds without a qualifier",
      one("glue:CreateJob", glue("job/a"), { Condition: { StringEquals: { "glue:VpcIds": "vpc-1" } } }),
      "missing-qualifier",
    ],
    [
      "ForAllValues of a single value",
      when("ForAllValues:StringEquals", "aws:ResourceTag/a", "b"),
      "for-all-values-single",
    ],
    [
      "ForAllValues in a Deny",
      one("glue:CreateTrigger", "*", {
        Effect: "Deny",
        Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } },
      }),
    ],
    [
      "ForAllValues beside a tag of the request",
      one("glue:CreateTrigger", glue("trigger/*"), {
        Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, StringEquals: { "aws:RequestTag/a": "b" } },
      }),
    ],
    ["an address in StringEquals", when("StringEquals", "aws:SourceIp", "10.0.0.0/8"), "type-mismatch"],
    ["no address", when("IpAddress", "aws:SourceIp", "localhost"), "type-mismatch"],
    ["IPv6", when("IpAddress", "aws:SourceIp", "2001:db8::/32")],
    ["no truth value", when("Bool", "aws:SecureTransport", "yes"), "type-mismatch"],
    ["a truth value", when("Bool", "aws:SecureTransport", true)],
    ["a date", when("DateLessThan", "aws:CurrentTime", "2026-12-31T23:59:59Z")],
    ["no date", when("DateLessThan", "aws:CurrentTime", "tomorrow"), "type-mismatch"],
    ["seconds", when("NumericLessThan", "aws:EpochTime", "1893456000")],
    ["no number", when("NumericLessThan", "aws:MultiFactorAuthAge", "an hour"), "type-mismatch"],
    ["StringLike on an ARN", when("StringLike", "aws:PrincipalArn", "arn:aws:iam::*:role/a"), "string-like-on-arn-key"],
    ["StringEquals on an ARN", when("StringEquals", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/a")],
    ["a star in StringEquals", when("StringEquals", "aws:ResourceTag/a", "b*"), "wildcard-without-like"],
    ["a policy variable", when("StringEquals", "aws:ResourceTag/owner", "${aws:username}")],
    ["an operator that is none", when("StringIs", "aws:ResourceTag/a", "b"), "invalid-operator"],
    ["a key that is not known yet", when("StringEquals", "${var.key}", "b")],
    [
      "a key of another service",
      when(
        "StringEquals",
        "elasticfilesystem:AccessPointArn",
        "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/a",
      ),
      "unsupported-condition-key",
    ],
  ]);
});

describe("trust policies", () => {
  const trust = (rest: Given = {}): readonly Given[] => [
    { Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole", ...rest },
  ];
  const source = (account: string, arn: string) =>
    trust({ Condition: { StringEquals: { "aws:SourceAccount": account }, ArnLike: { "aws:SourceArn": arn } } });
  table(
    [
      ["an action without its service", trust({ Action: "AssumeRole" }), "unknown-service"],
      ...(
        [
          [
            "an organization, if there is one",
            { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1" } },
            "open-trust",
          ],
          ["any principal", { ArnLike: { "aws:PrincipalArn": "*" } }, "open-trust"],
          ["any role", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } }, "open-trust"],
          ["any account", { StringLike: { "aws:PrincipalAccount": "*" } }, "open-trust"],
          ["any address", { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"] } }, "open-trust"],
          ["any address of IPv6", { IpAddress: { "aws:SourceIp": "::/0" } }, "open-trust"],
          ["an organization", { StringEquals: { "aws:PrincipalOrgID": "o-a1" } }],
          ["roles of an account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } }],
          ["an account, if there is one", { StringEqualsIfExists: { "aws:PrincipalAccount": "123456789012" } }],
          ["a condition that is not known yet", { StringEquals: { "${var.key}": "a" } }],
        ] as const
      ).map(
        ([name, Condition, ...found]): Row => [
          `anybody: ${name}`,
          trust({ Principal: { AWS: "*" }, Condition }),
          ...found.filter((code) => code !== undefined),
        ],
      ),
      ["Glue", trust()],
      ["an empty Sid", trust({ Sid: "" })],
      ["anybody", trust({ Principal: "*" }), "open-trust"],
      [
        "anybody of an organization",
        trust({ Principal: { AWS: "*" }, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      ],
      [
        "anybody who knows a word",
        trust({ Principal: { AWS: "*" }, Condition: { StringEquals: { "sts:ExternalId": "word" } } }),
        "open-trust",
      ],
      ["an account", trust({ Principal: { AWS: "arn:aws:iam::123456789012:root" } })],
      ["a service that is none", trust({ Principal: { Service: "glue.amazon.com" } }), "invalid-principal"],
      ["a part of Glue", trust({ Principal: { Service: "crawler.glue.amazonaws.com" } }), "invalid-principal"],
      ["a typing error", trust({ Principal: { Service: "gule.amazonaws.com" } }), "invalid-principal"],
      ["a name alone", trust({ Principal: { Service: "glue" } }), "invalid-principal"],
      [
        "other services",
        trust({
          Principal: { Service: ["ec2.amazonaws.com", "sagemaker.amazonaws.com", "logs.us-east-1.amazonaws.com"] },
        }),
      ],
      ["roles by a wildcard", trust({ Principal: { AWS: "arn:aws:iam::123456789012:role/*" } }), "invalid-principal"],
      ["a group", trust({ Principal: { AWS: "arn:aws:iam::123456789012:group/devs" } }), "invalid-principal"],
      ["a kind that is none", trust({ Principal: { Services: "glue.amazonaws.com" } }), "invalid-principal"],
      ["no principal", trust({ Principal: undefined }), "invalid-principal"],
      ["a resource", trust({ Resource: "*" }), "resource-in-trust"],
      ["another service's action", trust({ Action: "glue:StartJobRun" }), "action-in-trust"],
      ["accounts that agree", source("123456789012", "arn:aws:glue:us-east-1:123456789012:job/orders")],
      [
        "accounts that differ",
        source("123456789012", "arn:aws:glue:us-east-1:999999999999:job/orders"),
        "trust-account-mismatch",
      ],
      ["any account in the ARN", source("123456789012", "arn:aws:glue:us-east-1:*:job/orders")],
      [
        "an account that is not known yet",
        source("${data.aws_caller_identity.current.account_id}", "arn:aws:glue:*:123456789012:*"),
      ],
      ["a bucket's ARN", source("123456789012", "arn:aws:s3:::raw-zone")],
      ["a malformed source", source("123456789012", "arn:aws:glue:us-east-1:123456789012"), "malformed-arn"],
      [
        "an identity provider",
        trust({
          Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
            StringLike: { "token.actions.githubusercontent.com:sub": "repo:a/b:*" },
          },
        }),
      ],
      [
        "an identity provider with AssumeRole",
        trust({ Principal: { Federated: "arn:aws:iam::123456789012:saml-provider/a" } }),
        "invalid-principal",
      ],
      [
        "a session with tags",
        trust({
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: { StringEquals: { "aws:RequestTag/a": "b" } },
        }),
      ],
    ],
    "trust",
  );
  table(
    [
      [
        "the role's own account",
        source("999999999999", "arn:aws:glue:us-east-1:999999999999:*"),
        "trust-account-mismatch",
      ],
    ],
    "trust",
    { account: "123456789012" },
  );
});

describe("policies of resources", () => {
  table(
    [
      ["a catalog for everybody", one("glue:GetTable", catalog("a", "b"), { Principal: { AWS: "*" } }), "open-trust"],
      [
        "a catalog for an organization",
        one("glue:GetTable", catalog("a", "b"), {
          Principal: "*",
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1" } },
        }),
      ],
      ["a bucket for all the world", one("s3:GetObject", "arn:aws:s3:::a/*", { Principal: "*" })],
      ["a key policy", one("kms:*", "*", { Principal: { AWS: "arn:aws:iam::123456789012:root" } })],
      [
        "a bucket policy",
        one(["s3:GetObject", "s3:ListBucket"], ["arn:aws:s3:::a", "arn:aws:s3:::a/*"], {
          Sid: "Allow Glue",
          Principal: { AWS: "123456789012" },
        }),
      ],
      [
        "a bucket action on objects",
        one("s3:ListBucket", "arn:aws:s3:::a/*", { Principal: { AWS: "123456789012" } }),
        "resource-type-mismatch",
      ],
      ["a catalog policy", one("glue:GetTable", catalog("a", "b"), { Principal: { AWS: "123456789012" } })],
      [
        "a Deny without TLS",
        one("s3:*", "*", { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ],
      [
        "everybody but one",
        one("s3:GetObject", "arn:aws:s3:::a/*", { NotPrincipal: { AWS: "123456789012" } }),
        "open-trust",
      ],
      ["no principal", one("s3:GetObject", "arn:aws:s3:::a/*"), "invalid-principal"],
    ],
    "resource",
  );
});
