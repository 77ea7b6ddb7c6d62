/** A wrong option is an error, and not a policy that grants nothing or something else. */
import {
  type DeployerOptions,
  grantDeployer,
  grantRole,
  grantSessionClient,
  type RoleOptions,
  type SessionClientOptions,
} from "../../../src/iam/grants";

const PLACE = { account: "111111111111", region: "eu-west-1" };

test.each<[options: object, message: string]>([
  [{ ...PLACE, account: "1111" }, "account: `1111` is not an account\n  write its twelve digits"],
  [{ region: "eu-west-1" }, "account: the option is required"],
  [{ account: "111111111111" }, "region: the option is required"],
  [{ ...PLACE, region: "eu-west" }, "region: `eu-west` is not a region"],
  [{ ...PLACE, readS3: ["arn:aws:s3:::lake/orders/*"] }, "readS3[0]: `arn:aws:s3:::lake/orders/*` is not an S3 URI"],
  [{ ...PLACE, writeS3: ["s3://lake/", "lake"] }, "writeS3[1]: `lake` is not an S3 URI"],
  [{ ...PLACE, readS3: ["s3://lake/*"] }, "no wildcards"],
  [{ ...PLACE, readS3: "s3://lake" }, "readS3: a list of texts is expected"],
  [{ ...PLACE, readTables: ["orders"] }, 'readTables[0]: `orders` is not a table\n  write "database.table"'],
  [{ ...PLACE, writeTables: ["*.items"] }, "writeTables[0]: `*.items` is not a table"],
  [{ ...PLACE, readKmsKeys: ["alias/lake"] }, "readKmsKeys[0]: `alias/lake` is not an ARN"],
  [{ ...PLACE, usedBy: ["jobs"] }, "usedBy[0]: there is no `jobs`\n  did you mean `job`?"],
  [{ ...PLACE, defaultDatabase: "write" }, "defaultDatabase: there is no `write`"],
])("a role: %j", (options, message) => {
  expect(() => grantRole(options as RoleOptions)).toThrow(message);
});

test.each<[options: object, message: string]>([
  [{ runtimeRoleArns: ["arn:aws:iam::111111111111:role/x"] }, "account: the option is required"],
  [{ ...PLACE, runtimeRoleArns: ["orders-role"] }, "runtimeRoleArns[0]: `orders-role` is not an ARN"],
  [{ ...PLACE, runtimeRoleArns: [], owner: "me" }, "owner: there is no `me`"],
])("a session client: %j", (options, message) => {
  expect(() => grantSessionClient(options as SessionClientOptions)).toThrow(message);
});

test.each<[options: object, message: string]>([
  [{ ...PLACE, account: "x" }, "account: `x` is not an account"],
  [{ ...PLACE, roleArns: ["orders-role"] }, "roleArns[0]: `orders-role` is not an ARN"],
])("a deployer: %j", (options, message) => {
  expect(() => grantDeployer(options as DeployerOptions)).toThrow(message);
});

test("all that is wrong is told at once", () => {
  const options = { account: "1", region: "x", readS3: ["a"], usedBy: ["jobs"] } as unknown as RoleOptions;
  expect(() => grantRole(options)).toThrow(/account: [\s\S]*region: [\s\S]*readS3\[0\]: [\s\S]*usedBy\[0\]: /);
});

test.each<[options: Partial<RoleOptions>]>([
  [{}],
  [{ account: "*", region: "*" }],
  [{ region: "us-gov-west-1" }],
  [{ readS3: ["s3://lake", "s3://lake/in/", "s3://lake/in/key.csv"], writeTables: ["orders.*", "orders.items"] }],
  [{ readTables: ["s3tablescatalog/bucket/namespace.items"], usedBy: ["databrew-job", "databrew", "session"] }],
])("right options are taken: %j", (options) => {
  expect(() => grantRole({ ...PLACE, ...options })).not.toThrow();
});
