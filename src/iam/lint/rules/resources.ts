/** Rules of ARNs and of what an action needs; Access Analyzer has none of those about Glue's tree. */
import type { Rule } from "../rule";
import { allow, glue, JOB, ORDERS } from "./examples";

const CHECKS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";
const GLUE_ARNS = "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html";

export const resourceRules: readonly Rule[] = [
  {
    code: "malformed-arn",
    title: "malformed ARN",
    severity: "error",
    what: "ARNs without six parts, with a partition, service, Region or account that cannot be, or with a Region or account where the service's ARNs have none. Also in ARN conditions.",
    why: "Such an ARN matches nothing, so the statement grants nothing on it.",
    bad: allow("s3:GetObject", "arn:aws:s3::raw-zone/*"),
    good: allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"),
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    accessAnalyzer: "INVALID_ARN_RESOURCE",
  },
  {
    code: "missing-ancestor",
    title: "missing ancestor",
    severity: "error",
    what: "A table without its database or catalog, a connection without the catalog, a schema without its registry, a database of a federated catalog without that catalog: over all Allow statements with the action, by name, Region and account. Deny is exempt, and conditions are not compared.",
    why: "AWS asks for permission on the resource and on all above it, so each call is denied.",
    bad: allow("glue:GetTable", glue("table/sales/orders")),
    good: allow("glue:GetTable", ORDERS),
    source: GLUE_ARNS,
  },
  {
    code: "missing-child",
    title: "missing child",
    severity: "error",
    what: "glue:DeleteDatabase without all tables and all functions of the database.",
    why: "A delete needs permission on all children, so the call is denied.",
    bad: allow("glue:DeleteDatabase", [glue("catalog"), glue("database/sales"), glue("table/sales/*")]),
    good: allow("glue:DeleteDatabase", [
      glue("catalog"),
      glue("database/sales"),
      glue("table/sales/*"),
      glue("userDefinedFunction/sales/*"),
    ]),
    source: GLUE_ARNS,
  },
  {
    code: "no-resource-of-type",
    title: "no resource of a needed type",
    severity: "error",
    what: "Actions of Glue and DataBrew that need several types, where no statement with the action names one of them. A warning for the table of GetTables and SearchTables.",
    why: "The call is denied; GetTables without a table returns an empty list.",
    bad: allow("glue:GetTable", [glue("catalog"), glue("database/sales")]),
    good: allow("glue:GetTable", ORDERS),
    source: GLUE_ARNS,
  },
  {
    code: "action-takes-only-wildcard",
    title: "action takes only *",
    severity: "error",
    what: "Actions without resource types on ARNs, where no statement has `*` for them. From the data, not from the name: GetJobs is one, GetTables is none. A warning for StartCompletion.",
    why: "AWS checks them against `*`, which no ARN is, so the statement grants nothing.",
    bad: allow("glue:GetJobs", glue("job/*")),
    good: allow("glue:GetJobs", "*"),
    source: GLUE_ARNS,
  },
  {
    code: "resource-type-mismatch",
    title: "resource of the wrong type",
    severity: "error",
    what: "Actions that work on none of the resources of their statement: a bucket action on objects, a KMS key action on an alias. Of a pattern the best known action counts; patterns that mean buckets and objects alike are fine.",
    why: "The statement grants nothing for the action.",
    bad: allow(["s3:ListBucket", "s3:GetObject"], "arn:aws:s3:::raw-zone/*"),
    good: allow(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::raw-zone", "arn:aws:s3:::raw-zone/*"]),
    source:
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  },
  {
    code: "secret-suffix",
    title: "secret without its suffix",
    severity: "warning",
    what: "ARNs of secrets that end with the name, without a wildcard and without a hyphen and six characters.",
    why: "Secrets Manager adds the six characters, so the ARN matches nothing.",
    bad: allow(
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc/warehouse",
    ),
    good: allow(
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc/warehouse-??????",
    ),
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
  },
  {
    code: "redundant-action",
    title: "redundant action",
    severity: "info",
    what: "Actions that stand twice in a statement or that another one covers.",
    why: "They make the policy longer and say nothing.",
    bad: allow(["glue:Get*", "glue:GetJob"], JOB),
    good: allow("glue:Get*", JOB),
    source: CHECKS,
    accessAnalyzer: "REDUNDANT_ACTION",
  },
  {
    code: "redundant-resource",
    title: "redundant resource",
    severity: "info",
    what: "Resources that stand twice in a statement or that another one covers.",
    why: "They make the policy longer and say nothing; often the wider one was not meant.",
    bad: allow("s3:GetObject", ["arn:aws:s3:::aws-glue-*", "arn:aws:s3:::aws-glue-*/*"]),
    good: allow("s3:GetObject", "arn:aws:s3:::aws-glue-*/*"),
    source: CHECKS,
    accessAnalyzer: "REDUNDANT_RESOURCE",
  },
];
