/**
 * The statements of a role's policies. They are static, or stand over lists of known length, so that a first plan
 * shows each of them, also where an ARN is not known yet.
 */
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import {
  at,
  type Blocks,
  blockIf,
  blockList,
  blocks,
  comment,
  type Expr,
  each,
  eachSet,
  fn,
  gt,
  isSet,
  type ListExpr,
  ne,
  not,
  type ObjectExpr,
  or,
  type Struct,
  splat,
  when,
} from "tfwright";
import type { Wiring } from "./role-wiring";

/** Where the resources of a role lie. */
export interface Place {
  readonly partition: Expr<string>;
  readonly region: Expr<string>;
  readonly account: Expr<string>;
  /** ARNs of Glue, CloudWatch Logs and EC2 up to the resource: `arn:aws:glue:eu-west-1:111111111111`. */
  readonly glue: Expr<string>;
  readonly logs: Expr<string>;
  readonly ec2: Expr<string>;
}

type Statement = Struct<DataAwsIamPolicyDocumentStatement>;
type Statements = Blocks<Statement>;

type Actor = "job" | "crawler" | "session" | "databrew";

const ACTORS: readonly Actor[] = ["job", "crawler", "session", "databrew"];
const NONE: readonly string[] = [];

const isUsedBy = (v: Wiring, actor: Actor) => fn.contains(v.used_by, actor);
const hasAny = (list: ListExpr<Expr<string>>) => gt(fn.length(list), 0);

/** What an S3 URI stands for: bucket, key below it, ARN pattern of the objects. */
type Location = ObjectExpr<{
  readonly bucket: Expr<string>;
  readonly key: Expr<string>;
  readonly objects: Expr<string>;
}>;

/** `s3://bucket/folder/` as `bucket/folder/`. */
export const pathsOf = (uris: ListExpr<Expr<string>>): ListExpr<Expr<string>> =>
  each(uris, (uri) => fn.trimprefix(uri, "s3://"), { as: "uri" });

/** `bucket/folder/` as bucket, key and the pattern of its objects. */
export function locationsOf(paths: ListExpr<Expr<string>>, place: Place): ListExpr<Location> {
  return each(
    paths,
    (location) => ({
      bucket: `arn:${place.partition}:s3:::${at(fn.split("/", location), 0)}`,
      key: fn.trimsuffix(fn.replace(location, "/^[^/]*/?/", ""), "/"),
      objects: `arn:${place.partition}:s3:::${when(or(fn.endswith(location, "/"), not(fn.strcontains(location, "/"))), `${fn.trimsuffix(location, "/")}/*`, location)}`,
    }),
    { as: "location" },
  );
}

/** Bucket actions on the bucket, limited to the prefix; object actions on the objects. */
export function s3Statements(read: ListExpr<Location>, write: ListExpr<Location>): Statements {
  const objectsOf = (places: ListExpr<Location>) => each(places, (place) => place.objects, { as: "location" });
  const listing = (sid: string, places: ListExpr<Location>): Statements =>
    blocks(places, (place, index) => ({
      sid: `${sid}${index}`,
      actions: ["s3:ListBucket"],
      resources: [place.bucket],
      condition: blockIf(ne(place.key, ""), () => ({
        test: "StringLike",
        variable: "s3:prefix",
        // Not the key alone: `in` as a prefix lists `input-secret` too.
        values: [`${place.key}/*`],
      })),
    }));
  return blockList<Statement>(
    listing("ListToRead", read),
    blockIf(gt(fn.length(read), 0), () => ({
      sid: "ReadObjects",
      actions: ["s3:GetObject"],
      resources: objectsOf(read),
    })),
    listing("ListToWrite", write),
    blockIf(gt(fn.length(write), 0), () => ({
      sid: "WriteObjects",
      actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
      resources: objectsOf(write),
    })),
  );
}

/** Keys by what is done with them. */
export function kmsStatements(v: Wiring, credentialKeys: ListExpr<Expr<string>>): Statements {
  return blockList<Statement>(
    blockIf(hasAny(v.read_kms_keys), () => ({ sid: "Decrypt", actions: ["kms:Decrypt"], resources: v.read_kms_keys })),
    blockIf(hasAny(v.write_kms_keys), () => ({
      sid: "EncryptAndDecrypt",
      actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
      resources: v.write_kms_keys,
    })),
    blockIf(hasAny(credentialKeys), () => ({
      [comment]: "Keys of the connections' passwords and secrets.",
      sid: "DecryptCredentials",
      actions: ["kms:Decrypt"],
      resources: credentialKeys,
    })),
  );
}

type Credentials = ObjectExpr<{ readonly secret_arn: Expr<string>; readonly kms_key_arns: ListExpr<Expr<string>> }>;
type Network = ObjectExpr<{ readonly subnet_id: Expr<string>; readonly security_group_ids: ListExpr<Expr<string>> }>;

/** The credentials of the connections that have some. */
export const credentialsOf = (v: Wiring): ListExpr<Credentials> =>
  eachSet(v.connections, (connection) => connection.credentials);

/** The networks of the connections that lie in one. */
export const networksOf = (v: Wiring): ListExpr<Network> => eachSet(v.connections, (connection) => connection.network);

const READ_CATALOG = [
  "glue:GetDatabase",
  "glue:GetTable",
  "glue:GetTables",
  "glue:GetPartition",
  "glue:GetPartitions",
  "glue:BatchGetPartition",
];
const WRITE_CATALOG = [
  "glue:CreateTable",
  "glue:UpdateTable",
  "glue:CreatePartition",
  "glue:BatchCreatePartition",
  "glue:UpdatePartition",
  "glue:BatchUpdatePartition",
];
const CRAWL_CATALOG = ["glue:UpdateDatabase", "glue:DeleteTable", "glue:DeletePartition", "glue:BatchDeletePartition"];

const LOG_GROUPS: Readonly<Record<Actor, readonly string[]>> = {
  job: ["/aws-glue/jobs/*", "/aws-glue/python-jobs/*"],
  crawler: ["/aws-glue/crawlers*"],
  session: ["/aws-glue/sessions/*"],
  databrew: ["/aws-glue-databrew/*"],
};

/** The catalog with all ancestors, connections and their secrets, logs, metrics, bookmarks, Lake Formation. */
export function glueStatements(v: Wiring, place: Place, credentials: ListExpr<Credentials>): Statements {
  const catalog = place.glue;
  const ancestorsOf = (tables: ListExpr<Expr<string>>) =>
    fn.concat(
      [`${catalog}:catalog`],
      each(tables, (table) => `${catalog}:database/${at(fn.split(".", table), 0)}`),
      each(tables, (table) => `${catalog}:table/${fn.replace(table, ".", "/")}`),
    );
  const whenUsedBy = (actor: Actor, texts: readonly string[]) => when(isUsedBy(v, actor), texts, NONE);
  const logGroups = ACTORS.map((actor) =>
    whenUsedBy(
      actor,
      LOG_GROUPS[actor].map((group) => `${place.logs}:log-group:${group}`),
    ),
  );
  return blockList<Statement>(
    blockIf(hasAny(v.read_tables), () => ({
      [comment]: "An action on a table needs its database and the catalog too.",
      sid: "ReadCatalog",
      actions: READ_CATALOG,
      resources: ancestorsOf(v.read_tables),
    })),
    blockIf(hasAny(v.write_tables), () => ({
      [comment]: "A crawler also removes what is gone, and updates the database.",
      sid: "WriteCatalog",
      actions: fn.concat([...READ_CATALOG, ...WRITE_CATALOG], whenUsedBy("crawler", CRAWL_CATALOG)),
      resources: ancestorsOf(v.write_tables),
    })),
    blockIf(gt(fn.length(v.connections), 0), () => ({
      sid: "UseConnections",
      actions: ["glue:GetConnection"],
      resources: fn.concat(
        [`${catalog}:catalog`],
        each(v.connections, (connection) => `${catalog}:connection/${connection.name}`),
      ),
    })),
    blockIf(gt(fn.length(credentials), 0), () => ({
      sid: "ReadSecrets",
      actions: ["secretsmanager:GetSecretValue"],
      resources: splat(credentials, (one) => one.secret_arn),
    })),
    blockIf(isUsedBy(v, "job"), () => ({
      [comment]: "AWS knows no resource for bookmarks.",
      sid: "ReadBookmarks",
      actions: ["glue:GetJobBookmark"],
      resources: ["*"],
    })),
    {
      sid: "WriteLogs",
      actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      resources: fn.concat(...logGroups),
    },
    blockIf(or(isUsedBy(v, "job"), isUsedBy(v, "session")), () => ({
      [comment]: "AWS knows no resource for metrics; the namespace limits them.",
      sid: "WriteMetrics",
      actions: ["cloudwatch:PutMetricData"],
      resources: ["*"],
      condition: [{ test: "StringEquals", variable: "cloudwatch:namespace", values: ["Glue"] }],
    })),
    blockIf(isSet(v.lake_formation), () => ({
      [comment]: "AWS knows no resource for it; the grants of Lake Formation decide.",
      sid: "UseLakeFormation",
      actions: ["lakeformation:GetDataAccess"],
      resources: ["*"],
    })),
  );
}

/** Network interfaces in the subnets of the connections. */
export function vpcStatements(networks: ListExpr<Network>, place: Place): Statements {
  const { ec2 } = place;
  const ownTag = { test: "ForAllValues:StringEquals", variable: "aws:TagKeys", values: ["aws-glue-service-resource"] };
  return blockList<Statement>(
    {
      [comment]: "AWS knows no resource for these.",
      sid: "DescribeNetwork",
      actions: [
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcEndpoints",
      ],
      resources: ["*"],
    },
    { sid: "DescribeVpc", actions: ["ec2:DescribeVpcAttribute"], resources: [`${ec2}:vpc/*`] },
    {
      sid: "CreateNetworkInterfaces",
      actions: ["ec2:CreateNetworkInterface"],
      resources: fn.concat(
        [`${ec2}:network-interface/*`],
        each(networks, (network) => `${ec2}:subnet/${network.subnet_id}`),
        each(
          fn.flatten(splat(networks, (network) => network.security_group_ids)),
          (id) => `${ec2}:security-group/${id}`,
          { as: "id" },
        ),
      ),
    },
    {
      [comment]: "Only interfaces that Glue made.",
      sid: "DeleteNetworkInterfaces",
      actions: ["ec2:DeleteNetworkInterface"],
      resources: [`${ec2}:network-interface/*`],
      condition: [{ test: "Null", variable: "aws:ResourceTag/aws-glue-service-resource", values: ["false"] }],
    },
    {
      sid: "TagNetworkInterfaces",
      actions: ["ec2:CreateTags", "ec2:DeleteTags"],
      resources: [`${ec2}:network-interface/*`],
      condition: [ownTag, { test: "Null", variable: "aws:TagKeys", values: ["false"] }],
    },
  );
}
