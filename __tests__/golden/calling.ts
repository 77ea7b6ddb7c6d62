/** Three modules, each of which calls the one before: how a call stands in HCL, in the README, in the versions. */
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { bool, defineModule, eq, fn, map, moduleCall, object, optional, output, resource, string, when } from "tfwright";

const aws = { source: "hashicorp/aws", version: ">= 6.0" };

/** The leaf: it wants a further provider configuration. */
export const bucketPair = defineModule({
  name: "bucket-pair",
  title: "Pair of buckets",
  description: "A bucket, and its replica in another region.",
  providers: { aws: { ...aws, version: ">= 6.2", configurationAliases: ["aws.replica"] } },
  variables: {
    name: string({ description: "Name of the buckets.", validate: [{ condition: (name) => fn.can(fn.regex("^[a-z0-9-]+$", name)), message: "name is lower case." }] }),
    replica: bool({ description: "Whether there is a replica.", default: true }),
    tags: map(string(), { description: "Tags of both.", default: {} }),
  },
  build(scope, v) {
    const main = resource(scope, S3Bucket, "this", { bucket: v.name, tags: v.tags });
    const replica = resource(
      scope,
      S3Bucket,
      "replica",
      { bucket: `${v.name}-replica`, tags: v.tags },
      { count: when(v.replica, 1, 0), provider: "aws.replica" },
    );
    return {
      arn: output(main.arn, { description: "ARN of the bucket." }),
      name: output(main.bucket, { description: "Name of the bucket." }),
      replica_arn: output(replica.one((one) => one.arn), { description: "ARN of the replica." }),
      token: output(`${v.name}-token`, { description: "Something secret.", sensitive: true }),
    };
  },
});

/** Calls the leaf once, and once for each zone. */
export const dataset = defineModule({
  name: "dataset",
  title: "Data set",
  description: "A catalog database, a bucket for it, and one for each zone.",
  providers: { aws },
  variables: {
    name: string({ description: "Name of the data set." }),
    zones: map(object({ tags: optional(map(string()), {}) }), { description: "Zones by their name.", default: {} }),
    archive: bool({ description: "Whether there is an archive.", default: false }),
  },
  build(scope, v) {
    const main = moduleCall(scope, bucketPair, "main", { name: v.name, replica: false }, { comment: "Where the tables lie." });
    const zones = moduleCall(scope, bucketPair, "zone", (each) => ({ name: `${v.name}-${each.key}`, tags: each.value.tags }), {
      forEach: v.zones,
    });
    const archive = moduleCall(scope, bucketPair, "archive", { name: `${v.name}-archive` }, {
      count: when(v.archive, 1, 0),
      providers: { "aws.replica": "aws.archive" },
      dependsOn: [main],
    });
    const database = resource(scope, GlueCatalogDatabase, "this", { name: v.name, locationUri: `s3://${main.name}/` });
    return {
      bucket_arn: output(main.arn, { description: "ARN of the bucket." }),
      zone_arns: output(zones.all((zone) => zone.arn), { description: "ARNs of the zones' buckets by zone." }),
      archive_arn: output(archive.one((one) => one.arn), { description: "ARN of the archive." }),
      database: output(database.name, { description: "Name of the database." }),
      token: output(main.token, { description: "Something secret." }),
    };
  },
  examples: { basic: { description: "One zone.", inputs: { name: "orders", zones: { raw: {} } } } },
});

/** The top. */
export const lake = defineModule({
  name: "lake",
  title: "Lake",
  description: "A data set and what stands around it.",
  providers: {},
  variables: {
    stage: string({ description: "Stage.", default: "test", known: true }),
  },
  build(scope, v) {
    const orders = moduleCall(scope, dataset, "orders", {
      name: `${v.stage}-orders`,
      zones: { raw: { tags: { zone: "raw", stage: v.stage } }, refined: {} },
      archive: eq(v.stage, "live"),
    });
    return {
      arns: output(fn.concat([orders.bucket_arn], fn.values(orders.zone_arns)), { description: "ARNs of all buckets." }),
      database: output(orders.database, { description: "Name of the database." }),
    };
  },
  examples: { basic: { description: "All defaults.", inputs: {} } },
});
