/** The same grant twice: what Terraform computes from the modules' HCL is what the engine computes from known values. */
import fc from "fast-check";
import { normalForm } from "../../src/iam/document/normal-form";
import type { PlainPolicy } from "../../src/iam/document/plain-policy";
import { grantDeployer, grantRole, grantSessionClient, type RoleOptions } from "../../src/iam/grants";
import { lintPolicy } from "../../src/iam/lint";
import { clientWiring, deployerWiring, PLACE, roleWiring } from "../iam/grants/wirings";
import { documentOf } from "../iam/policies";
import { describeWith } from "./support/find-terraform";
import type { Inputs, Json } from "./support/module-inputs";
import { writeRootModule } from "./support/root-module";
import { initialise, PATIENCE, plan, plannedResources } from "./support/terraform";

/** The same wirings in each run. */
const sample = <T>(wiring: fc.Arbitrary<T>, count: number) => fc.sample(wiring, { numRuns: count, seed: 20261001 });

/** Plans a call for each of the inputs; the policies by call, and in it by the name of the resource. */
async function planPolicies(module: string, inputs: readonly Inputs[]) {
  const calls = Object.fromEntries(inputs.map((values, index) => [`call${index}`, { module, inputs: values }]));
  const folder = writeRootModule({ calls });
  await initialise(folder);
  const policies: Record<string, Record<string, string>> = {};
  for (const { address, type, name, values } of plannedResources(await plan(folder))) {
    const call = /^module\.(\w+)\./.exec(address)?.[1];
    if (call === undefined || type !== "aws_iam_policy") continue;
    policies[call] = { ...policies[call], [name]: String(values.policy) };
  }
  return inputs.map((_, index) => policies[`call${index}`] ?? {});
}

/** Both policies are there, mean the same, and lint clean. */
function compare(planned: Readonly<Record<string, string>>, known: Readonly<Record<string, PlainPolicy>>): void {
  expect(Object.keys(planned).sort()).toEqual(Object.keys(known).sort());
  for (const [name, policy] of Object.entries(known)) {
    const document = documentOf(planned[name] ?? "");
    expect(normalForm(document)).toEqual(normalForm(documentOf(policy)));
    const findings = lintPolicy(document, { today: "2026-10-01" });
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  }
}

const place = { account_id: PLACE.account };
const list = (texts: readonly string[] = []): Json => texts;

/** The wiring as inputs of `glue-role`. */
const roleInputs = (options: RoleOptions): Inputs => ({
  ...place,
  used_by: list(options.usedBy),
  read_s3: list(options.readS3),
  write_s3: list(options.writeS3),
  read_tables: list(options.readTables),
  write_tables: list(options.writeTables),
  read_kms_keys: list(options.readKmsKeys),
  write_kms_keys: list(options.writeKmsKeys),
  connections: (options.connections ?? []).map(({ name, credentials, network }) => ({
    name,
    credentials:
      credentials === undefined
        ? null
        : { secret_arn: credentials.secretArn, kms_key_arns: list(credentials.kmsKeyArns) },
    network:
      network === undefined
        ? null
        : { subnet_id: network.subnetId, security_group_ids: list(network.securityGroupIds) },
  })),
  log_groups: list(options.logGroups),
  encrypted_logs: options.encryptedLogs ?? false,
  default_database: options.defaultDatabase ?? "read",
  // Lake Formation's own grants take each database once; what they add to the policies does not depend on tables.
  lake_formation: options.lakeFormation && options.writeTables?.length === 0 ? {} : null,
});

const comparable = (options: RoleOptions): RoleOptions => ({
  ...options,
  lakeFormation: options.lakeFormation === true && options.writeTables?.length === 0,
});

const rails = (options: {
  vpcIds?: readonly string[];
  subnetIds?: readonly string[];
  securityGroupIds?: readonly string[];
}) => ({
  vpc_ids: list(options.vpcIds),
  subnet_ids: list(options.subnetIds),
  security_group_ids: list(options.securityGroupIds),
});

describeWith("terraform", "grants in HCL and over known values", () => {
  test.concurrent.each([
    ["glue-role", "name"],
    ["glue-role-policies", "role_name"],
  ] as const)(
    "%s: the same policies for random wirings",
    async (module, name) => {
      const wirings = sample(roleWiring, 12).map(comparable);
      const planned = await planPolicies(
        module,
        wirings.map((options, index) => ({ ...roleInputs(options), [name]: `role${index}` })),
      );
      for (const [index, options] of wirings.entries()) compare(planned[index] ?? {}, grantRole(options));
    },
    PATIENCE,
  );

  test.concurrent(
    "glue-session-client",
    async () => {
      const wirings = sample(clientWiring, 6);
      const planned = await planPolicies(
        "glue-session-client",
        wirings.map(({ runtimeRoleArns, owner = "userid", ...rest }, index) => ({
          ...place,
          ...rails(rest),
          name: `client${index}`,
          runtime_role_arns: list(runtimeRoleArns),
          owner,
        })),
      );
      for (const [index, options] of wirings.entries())
        compare(planned[index] ?? {}, { this: grantSessionClient(options) });
    },
    PATIENCE,
  );

  test.concurrent(
    "glue-deployer",
    async () => {
      const wirings = sample(deployerWiring, 8);
      const planned = await planPolicies(
        "glue-deployer",
        wirings.map((options, index) => ({
          ...place,
          ...rails(options),
          name: `deployer${index}`,
          role_arns: list(options.roleArns),
          jobs: list(options.jobs),
          crawlers: list(options.crawlers),
          triggers: list(options.triggers),
          databases: list(options.databases),
          connections: list(options.connections),
          allow_delete: options.mayDelete,
        })),
      );
      for (const [index, options] of wirings.entries()) {
        compare(planned[index] ?? {}, { this: grantDeployer(options) as PlainPolicy });
      }
    },
    PATIENCE,
  );
});
