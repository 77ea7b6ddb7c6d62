/** Random wirings of actors, as values that are known. */
import fc from "fast-check";
import {
  type DeployerOptions,
  defaultDatabaseModes,
  type RoleOptions,
  type SessionClientOptions,
} from "../../../src/iam/grants";

const name = fc.constantFrom("orders", "items", "raw-zone", "a_b", "x1");
const bucket = fc.constantFrom("data-in", "lake.example.com", "scripts");
const key = fc.constantFrom("", "/", "/in/", "/in/deep/", "/job.py", "/in/one.parquet");
const table = fc.tuple(name, fc.oneof(name, fc.constant("*"))).map((parts) => parts.join("."));
const id = fc.constantFrom("0a1", "0b2", "0c3");
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const uris = few(fc.tuple(bucket, key).map(([where, what]) => `s3://${where}${what}`));

/** Where all of them lie. */
export const PLACE = { region: "ap-northeast-1", account: "111111111111" };
const KEY = `arn:aws:kms:${PLACE.region}:${PLACE.account}:key/`;
const SECRET = `arn:aws:secretsmanager:${PLACE.region}:${PLACE.account}:secret:`;
const keys = few(id.map((one) => `${KEY}${one}`));

const connection = fc.record(
  {
    name,
    credentials: fc.record(
      { secretArn: name.map((one) => `${SECRET}${one}-AbCdEf`), kmsKeyArns: keys },
      { requiredKeys: ["secretArn"] },
    ),
    network: fc.record({
      subnetId: id.map((one) => `subnet-${one}`),
      securityGroupIds: fc.array(
        id.map((one) => `sg-${one}`),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  },
  { requiredKeys: ["name"] },
);

/** What a role works with. */
export const roleWiring: fc.Arbitrary<RoleOptions> = fc.record({
  region: fc.constant(PLACE.region),
  account: fc.constant(PLACE.account),
  usedBy: fc.subarray(["job", "crawler", "session", "databrew", "optimizer", "data_quality"] as const, {
    minLength: 1,
  }),
  readS3: uris,
  writeS3: uris,
  readTables: few(table),
  writeTables: few(table),
  readKmsKeys: keys,
  writeKmsKeys: keys,
  connections: few(connection),
  lakeFormation: fc.boolean(),
  logGroups: few(fc.constantFrom("/orders", "jobs", "/a/b.c", "#x_y-z")),
  encryptedLogs: fc.boolean(),
  defaultDatabase: fc.constantFrom(...defaultDatabaseModes),
});

const roles = fc.array(
  fc
    .tuple(fc.constantFrom("", "service-role/", "a/b/"), name)
    .map(([path, role]) => `arn:aws:iam::${PLACE.account}:role/${path}${role}`),
  { minLength: 1, maxLength: 3 },
);
const rails = {
  vpcIds: few(id.map((one) => `vpc-${one}`)),
  subnetIds: few(id.map((one) => `subnet-${one}`)),
  securityGroupIds: few(id.map((one) => `sg-${one}`)),
};

/** Who opens sessions. */
export const clientWiring: fc.Arbitrary<SessionClientOptions> = fc.record({
  region: fc.constant(PLACE.region),
  account: fc.constant(PLACE.account),
  runtimeRoleArns: roles,
  owner: fc.constantFrom("userid", "principal_tag"),
  ...rails,
});

const pattern = fc.oneof(
  name,
  name.map((one) => `${one}*`),
);

/** Who deploys. */
export const deployerWiring: fc.Arbitrary<DeployerOptions & { readonly mayDelete: boolean }> = fc.record({
  region: fc.constant(PLACE.region),
  account: fc.constant(PLACE.account),
  roleArns: roles,
  jobs: few(pattern),
  crawlers: few(pattern),
  triggers: few(pattern),
  databases: few(pattern),
  connections: few(pattern),
  mayDelete: fc.boolean(),
  ...rails,
});
