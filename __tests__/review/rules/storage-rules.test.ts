/** What buckets, tables and keys keep, and whom they let in. */
import type { Json } from "../../../src/json/json-value";
import { configurationOf, findingsOf, type GivenPlan } from "../support";

type Case = readonly [name: string, given: GivenPlan, want: readonly string[]];

const update = (address: string, before: Json, after: Json, rest: object = {}): GivenPlan => ({
  changes: [{ address, before, after, ...rest }],
});
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.l";
const rule = (filter: Json, rest: Readonly<Record<string, Json>>): Json => ({
  id: "r",
  status: "Enabled",
  filter: [filter],
  ...rest,
});
const lifecycle = (before: readonly Json[], after: readonly Json[]): GivenPlan =>
  update(LIFECYCLE, { rule: before }, { rule: after });
const days = (number: number): Readonly<Record<string, Json>> => ({ expiration: [{ days: number, date: null }] });

const lifecycles: readonly Case[] = [
  [
    "a filter that takes in more",
    lifecycle([rule({ prefix: "tmp/" }, days(30))], [rule({ prefix: "" }, days(30))]),
    ["lifecycle-shortened danger: expiration of all objects 30 days under tmp/ → 30 days"],
  ],
  [
    "a filter that takes in less",
    lifecycle([rule({ prefix: "" }, days(30))], [rule({ prefix: "tmp/" }, days(30))]),
    [],
  ],
  [
    "another id",
    lifecycle([rule({ prefix: "tmp/" }, days(30))], [{ ...(rule({ prefix: "tmp/" }, days(30)) as object), id: "s" }]),
    [],
  ],
  [
    "the older form of the filter",
    lifecycle([{ status: "Enabled", prefix: "tmp/", ...days(30) }], [rule({ prefix: "tmp/" }, days(30))]),
    [],
  ],
  [
    "a date",
    lifecycle(
      [rule({ prefix: "tmp/" }, { expiration: [] })],
      [rule({ prefix: "tmp/" }, { expiration: [{ date: "2027-01-01T00:00:00Z", days: 0 }] })],
    ),
    ["lifecycle-shortened danger: expiration under tmp/ never → on 2027-01-01T00:00:00Z"],
  ],
  [
    "an earlier date",
    lifecycle(
      [rule({}, { expiration: [{ date: "2027-01-01T00:00:00Z" }] })],
      [rule({}, { expiration: [{ date: "2026-12-01T00:00:00Z" }] })],
    ),
    ["lifecycle-shortened danger: expiration of all objects on 2027-01-01T00:00:00Z → on 2026-12-01T00:00:00Z"],
  ],
  [
    "a tag that is no longer asked for, and a size",
    lifecycle(
      [rule({ and: [{ prefix: "a/", tags: { scratch: "yes" }, object_size_greater_than: 10 }] }, days(7))],
      [rule({ and: [{ prefix: "a/", tags: {}, object_size_greater_than: "5" }] }, days(7))],
    ),
    [
      "lifecycle-shortened danger: expiration under a/ above 5 bytes 7 days under a/ tagged scratch=yes above 10 bytes → 7 days",
    ],
  ],
  [
    "fewer versions kept",
    lifecycle(
      [rule({}, { noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions: 5 }] })],
      [rule({}, { noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions: 1 }] })],
    ),
    [
      "lifecycle-shortened danger: noncurrent version expiration of all objects 30 days, keeping 5 → 30 days, keeping 1",
    ],
  ],
  [
    "what another rule deletes already",
    lifecycle([rule({}, days(10))], [rule({}, days(10)), rule({ prefix: "tmp/" }, days(20))]),
    [],
  ],
  [
    "a sensitive rule",
    update(LIFECYCLE, { rule: [] }, { rule: [rule({ prefix: "zq9" }, days(1))] }, { sensitive: { rule: true } }),
    ["lifecycle-shortened danger: what expires changes, and is sensitive"],
  ],
  [
    "days known after apply",
    update(
      LIFECYCLE,
      { rule: [rule({}, days(30))] },
      { rule: [rule({}, { expiration: [{}] })] },
      { unknown: { rule: [{ expiration: [{ days: true }] }] } },
    ),
    ["lifecycle-shortened attention: an expiry is known only after apply"],
  ],
  [
    "what the provider fills in for a new bucket",
    { changes: [{ address: "aws_s3_bucket.b", after: {}, unknown: { lifecycle_rule: true } }] },
    [],
  ],
];

const SSE = "aws_s3_bucket_server_side_encryption_configuration.s";
const sse = (values: Json): Json => ({ rule: [{ apply_server_side_encryption_by_default: [values] }] });
const kms = (key: string): Json => sse({ sse_algorithm: "aws:kms", kms_master_key_id: key });
const secured = (key: string): Json => ({
  encryption_configuration: [{ s3_encryption: [{ s3_encryption_mode: "SSE-KMS", kms_key_arn: key }] }],
});

const keys: readonly Case[] = [
  [
    "another key in a block",
    update(SSE, kms("a"), kms("b")),
    ["key-changed attention: rule.apply_server_side_encryption_by_default.kms_master_key_id a → b"],
  ],
  [
    "no key in a block",
    update(SSE, kms("a"), kms("")),
    ["encryption-weaker attention: rule.apply_server_side_encryption_by_default.kms_master_key_id a → (none)"],
  ],
  [
    "a mode that goes is told once",
    update(SSE, kms("a"), sse({ sse_algorithm: "AES256" })),
    ["encryption-weaker attention: rule.apply_server_side_encryption_by_default.sse_algorithm aws:kms → AES256"],
  ],
  [
    "the same keys in another order",
    update(
      "aws_x.y",
      { b: [{ kms_key_id: "a" }, { kms_key_id: "c" }] },
      { b: [{ kms_key_id: "c" }, { kms_key_id: "a" }] },
    ),
    [],
  ],
  [
    "known after apply",
    update(SSE, kms("a"), sse({ sse_algorithm: "aws:kms" }), {
      unknown: { rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }] }] },
    }),
    ["key-changed attention: rule.apply_server_side_encryption_by_default.kms_master_key_id a → (known after apply)"],
  ],
  [
    "a security configuration in the place of another",
    update("aws_glue_security_configuration.s", secured("a"), secured("b"), { action: "replace-delete-first" }),
    [
      "service-interrupted attention: jobs, crawlers and endpoints that name it fail; replaced",
      "key-changed attention: encryption_configuration.s3_encryption.kms_key_arn a → b",
    ],
  ],
  [
    "a volume that is written anew",
    update("aws_ebs_volume.v", { kms_key_id: "a" }, { kms_key_id: "b" }, { action: "replace-delete-first" }),
    ["data-store-destroyed danger: the volume goes; replaced"],
  ],
  [
    "an alias",
    update("aws_kms_alias.a", { target_key_id: "a" }, { target_key_id: "b" }),
    ["key-changed attention: target_key_id a → b"],
  ],
  [
    "logging as a block of the bucket",
    update("aws_s3_bucket.b", { logging: [{ target_bucket: "l" }] }, { logging: [] }),
    ["logging-off attention: logging.target_bucket l → (none)"],
  ],
  [
    "a flag that is a text",
    update("aws_redshift_cluster.c", { encrypted: "true" }, { encrypted: "false" }),
    ["encryption-off danger: encrypted true → false"],
  ],
];

const grant = (group: string, permission = "READ"): Json => ({
  grantee: [{ type: "Group", uri: `http://acs.amazonaws.com/groups/${group}` }],
  permission,
});
const acl = (...grants: readonly Json[]): Json => ({ access_control_policy: [{ grant: grants }] });

const access: readonly Case[] = [
  [
    "everybody who has an account",
    { changes: [{ address: "aws_s3_bucket_acl.a", after: { acl: "authenticated-read" } }] },
    ["public-access danger: acl (none) → authenticated-read"],
  ],
  [
    "an object",
    { changes: [{ address: "aws_s3_object.o", after: { acl: "public-read" } }] },
    ["public-access danger: acl (none) → public-read"],
  ],
  [
    "a grant",
    update("aws_s3_bucket_acl.a", acl(grant("s3/LogDelivery")), acl(grant("global/AllUsers"), grant("s3/LogDelivery"))),
    ["public-access danger: grants READ to AllUsers"],
  ],
  [
    "a grant that was there",
    update("aws_s3_bucket_acl.a", acl(grant("global/AllUsers")), acl(grant("global/AllUsers"), grant("x"))),
    [],
  ],
  [
    "a grant of the bucket",
    update(
      "aws_s3_bucket.b",
      { grant: [] },
      {
        grant: [{ uri: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers", permissions: ["WRITE", "READ"] }],
      },
    ),
    ["public-access danger: grants READ to AuthenticatedUsers, WRITE to AuthenticatedUsers"],
  ],
  ["a private one", { changes: [{ address: "aws_s3_object.o", after: { acl: "private" } }] }, []],
];

const lock = (retention: Json): Json => ({ rule: [{ default_retention: [retention] }] });

const retention: readonly Case[] = [
  [
    "time to live",
    update(
      "aws_dynamodb_table.t",
      { ttl: [{ enabled: false, attribute_name: "" }] },
      { ttl: [{ enabled: true, attribute_name: "at" }] },
    ),
    ["items-expire danger: by the attribute at"],
  ],
  [
    "time to live by another attribute",
    update(
      "aws_dynamodb_table.t",
      { ttl: [{ enabled: true, attribute_name: "a" }] },
      { ttl: [{ enabled: true, attribute_name: "b" }] },
    ),
    ["items-expire danger: by the attribute a → b"],
  ],
  [
    "object lock that goes",
    {
      changes: [
        { address: "aws_s3_bucket_object_lock_configuration.o", before: lock({ mode: "GOVERNANCE", days: 1 }) },
      ],
    },
    ["destroyed note: destroyed", "object-lock-weaker attention: new objects are no longer retained"],
  ],
  [
    "object lock that is milder",
    update(
      "aws_s3_bucket_object_lock_configuration.o",
      lock({ mode: "COMPLIANCE", years: 1 }),
      lock({ mode: "GOVERNANCE", days: 30 }),
    ),
    [
      "object-lock-weaker attention: mode COMPLIANCE → GOVERNANCE",
      "object-lock-weaker attention: retention 365 → 30 days",
    ],
  ],
  [
    "multi-factor deletion",
    update(
      "aws_s3_bucket_versioning.v",
      { versioning_configuration: [{ status: "Enabled", mfa_delete: "Enabled" }] },
      { versioning_configuration: [{ status: "Enabled", mfa_delete: "Disabled" }] },
    ),
    ["object-lock-weaker attention: multi-factor deletion Enabled → Disabled"],
  ],
  [
    "replication that goes",
    { changes: [{ address: "aws_s3_bucket_replication_configuration.r", before: {} }] },
    [
      "data-store-destroyed attention: no more copies are made by it; those that are there stay",
      "replication-off attention: the bucket is no longer replicated",
    ],
  ],
  [
    "a rule of replication, renamed or disabled",
    update(
      "aws_s3_bucket_replication_configuration.r",
      {
        rule: [
          { id: "a", status: "Enabled", destination: [{ bucket: "x" }] },
          { id: "b", status: "Enabled", destination: [{ bucket: "y" }] },
        ],
      },
      {
        rule: [
          { id: "c", status: "Enabled", destination: [{ bucket: "x" }] },
          { id: "b", status: "Disabled", destination: [{ bucket: "y" }] },
        ],
      },
    ),
    ["replication-off attention: 1 rule no longer active"],
  ],
  [
    "a new crawler that deletes",
    {
      changes: [
        {
          address: "aws_glue_crawler.c",
          after: { schema_change_policy: [{ delete_behavior: "DELETE_FROM_DATABASE" }] },
        },
      ],
    },
    ["crawler-deletes attention: a new crawler, delete behavior DELETE_FROM_DATABASE"],
  ],
  [
    "a new crawler that deletes, of a new database",
    {
      changes: [
        {
          address: "aws_glue_crawler.c",
          after: { schema_change_policy: [{ delete_behavior: "DELETE_FROM_DATABASE" }] },
        },
        { address: "aws_glue_catalog_database.d", after: {} },
      ],
      configuration: configurationOf({ resources: { "aws_glue_crawler.c": ["aws_glue_catalog_database.d.name"] } }),
    },
    ["crawler-deletes note: a new crawler, delete behavior DELETE_FROM_DATABASE"],
  ],
];

describe.each([
  ["lifecycle", lifecycles],
  ["keys", keys],
  ["public access", access],
  ["retention", retention],
])("%s", (_name, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(findingsOf(given)).toEqual(want);
  });
});
