/** A root module with an example of every module, and what AWS must have before they can be applied. */
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GENERATED, generatedModules, makeFolder, offlineProvider } from "./generated";
import type { Inputs, Json } from "./module-inputs";

/** What stands beside an example: resources by type and name, and the inputs that name them. */
interface Given {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** The name of the module block in the example, and the inputs that are other than those of the example. */
  readonly call: string;
  readonly inputs: Inputs;
}

/** Buckets that the examples name, and that no module makes. */
export const BUCKETS: readonly string[] = ["example-scripts"];

/** The examples that name by an id what AWS must have, or what moto cannot answer. */
const GIVEN: Readonly<Record<string, Given>> = {
  "glue-network": {
    resource: {
      aws_vpc: { given: { cidr_block: "10.0.0.0/16" } },
      aws_subnet: {
        a: { vpc_id: "${aws_vpc.given.id}", cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1a" },
        b: { vpc_id: "${aws_vpc.given.id}", cidr_block: "10.0.2.0/24", availability_zone: "eu-west-1b" },
      },
      aws_route_table: { given: { vpc_id: "${aws_vpc.given.id}" } },
      aws_security_group: { database: { name: "database", vpc_id: "${aws_vpc.given.id}" } },
      aws_ec2_managed_prefix_list: { given: { name: "given", address_family: "IPv4", max_entries: 1 } },
    },
    call: "network",
    inputs: {
      vpc_id: "${aws_vpc.given.id}",
      subnet_ids: { a: "${aws_subnet.a.id}", b: "${aws_subnet.b.id}" },
      egress: {
        database: { port: 5432, security_group_id: "${aws_security_group.database.id}" },
        warehouse: { port: 5439, cidr_ipv4: "10.0.0.0/16" },
        dynamodb: { prefix_list_id: "${aws_ec2_managed_prefix_list.given.id}" },
      },
      s3_endpoint: { route_table_ids: ["${aws_route_table.given.id}"] },
    },
  },
  "glue-role-policies": {
    resource: {
      aws_iam_role: {
        given: {
          name: "given",
          assume_role_policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "glue.amazonaws.com" } }],
          }),
        },
      },
    },
    call: "policies",
    inputs: { role_name: "${aws_iam_role.given.name}" },
  },
  // moto never lists a grant on columns, and the provider waits a minute for it, at each refresh.
  "glue-lake-formation": { call: "formation", inputs: { column_grants: {} } },
  // A provider that is shared runs in another folder.
  "glue-scripts": { call: "scripts", inputs: { folder: "${abspath(path.module)}/scripts" } },
};

/**
 * Writes a root module that calls the largest example of each module of the pack, each under its module's name. The examples
 * are the generated ones, but for what {@link GIVEN} says. Returns its folder.
 *
 * @param settings of the AWS provider, beside its keys
 */
export function writeAppliedPack(settings: Readonly<Record<string, unknown>>): string {
  const folder = makeFolder();
  cpSync(join(GENERATED, "modules"), join(folder, "modules"), { recursive: true });
  const calls = generatedModules.map((name) => [name, { source: `./${exampleOf(name)}` }]);
  for (const [name, given] of Object.entries(GIVEN)) giveTo(join(folder, exampleOf(name)), given);
  const root = {
    provider: { aws: { ...offlineProvider, region: "eu-west-1", ...settings } },
    module: Object.fromEntries(calls),
  };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(root, null, 2));
  return folder;
}

function giveTo(example: string, { resource, call, inputs }: Given): void {
  if (resource !== undefined) writeFileSync(join(example, "given.tf.json"), JSON.stringify({ resource }));
  writeFileSync(join(example, "given_override.tf.json"), JSON.stringify({ module: { [call]: inputs } }));
}

/** The folder of the example that sets most inputs. */
function exampleOf(name: string): string {
  const folders = ["complete", "large", "basic"].map((example) => join("modules", name, "examples", example));
  const found = folders.find((folder) => existsSync(join(GENERATED, folder)));
  if (found === undefined) throw new Error(`${name} has no example`);
  return found;
}
