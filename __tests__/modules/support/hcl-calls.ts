/** Root modules whose calls are HCL as people write it, with a file and a copy of the module for each call. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GENERATED, makeFolder, planOffline } from "./generated";
import { type Finished, runCommand } from "./run-command";
import { type Diagnostic, initialise } from "./terraform";

/** HCL by input. */
export type HclInputs = Readonly<Record<string, string>>;

export interface HclCall {
  /** Name of the generated module. */
  readonly module: string;
  /** In place of those of a correct call; an empty text leaves one out. */
  readonly inputs: HclInputs;
}

const ROLE = '"arn:aws:iam::111111111111:role/orders"';

const KEY = '"arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555"';

/** A correct call of each module. */
export const CORRECT: Readonly<Record<string, HclInputs>> = {
  "data-lake": {
    name: '"orders"',
    glue_version: '"5.1"',
    zones: '{ raw = "s3://example-raw/", clean = "s3://example-data/clean/" }',
    scripts: '"s3://example-scripts/orders/"',
    jobs: '{ clean = { reads = ["raw"], writes = ["clean"] } }',
    account_id: '"111111111111"',
  },
  "glue-account": { kms_key_arn: KEY, account_id: '"111111111111"' },
  "glue-alerts": {
    name: '"orders"',
    topics: '{ team = { arn = "arn:aws:sns:eu-west-1:111111111111:data-alerts" } }',
  },
  "glue-catalog-database": { name: '"orders"' },
  "glue-catalog-deployer": { name: '"orders"', account_id: '"111111111111"', tables_in: '["orders"]' },
  "glue-classifier": { name: '"orders"', csv: "{}" },
  "glue-connection": {
    name: '"orders"',
    connection_properties: '{ JDBC_CONNECTION_URL = "jdbc:postgresql://orders.example.com:5432/orders" }',
  },
  "glue-crawler": {
    name: '"orders"',
    role_arn: ROLE,
    database_name: '"orders"',
    s3_targets: '[{ path = "s3://example-data/orders/" }]',
  },
  "glue-data-quality": { name: '"orders"', rules: '["RowCount > 0"]' },
  "glue-deployer": { name: '"orders"', account_id: '"111111111111"', jobs: '["orders-*"]' },
  "glue-job": {
    name: '"orders"',
    role_arn: ROLE,
    script_location: '"s3://example-scripts/orders.py"',
    glue_version: '"5.0"',
  },
  "glue-lake-formation": { locations: '{ orders = { path = "s3://example-data/orders/" } }' },
  "glue-logs": { jobs: "{ default = {} }" },
  "glue-ml-transform": {
    name: '"customers"',
    role_arn: ROLE,
    input_tables: '[{ database_name = "shop", table_name = "customers" }]',
  },
  "glue-network": {
    name: '"orders"',
    vpc_id: '"vpc-0123456789abcdef0"',
    subnet_ids: '{ a = "subnet-0123456789abcdef0" }',
  },
  "glue-platform-deployer": { name: '"orders"', account_id: '"111111111111"', event_rules: '["orders-*"]' },
  "glue-role": { name: '"orders"', account_id: '"111111111111"' },
  "glue-role-policies": { role_name: '"orders"', account_id: '"111111111111"' },
  "glue-schema-registry": { name: '"shop"' },
  "glue-scripts": {
    bucket: '"example-scripts"',
    folder: '"${path.root}/modules/glue-scripts/examples/basic/scripts"',
  },
  "glue-security-configuration": { name: '"orders"', s3: '{ mode = "SSE-S3" }' },
  "glue-session-client": { name: '"orders"', account_id: '"111111111111"', runtime_role_arns: `[${ROLE}]` },
  "glue-table-optimizer": { role_arn: ROLE, tables: '{ items = "orders.items" }', catalog_id: '"111111111111"' },
  "glue-trigger": { name: '"orders"', starts: '[{ job = "orders" }]' },
  "glue-workflow": { name: '"orders"' },
  "iam-role": { name: '"orders"', services: '["glue.amazonaws.com"]' },
};

/** The name of a call by its place in the list. */
export const callOf = (index: number) => `call_${index}`;

/**
 * Runs Terraform on a root module with these calls. A text that is known only after apply is there as
 * `terraform_data.unknown.output`; `beside` is HCL to stand next to it.
 */
export async function runCalls(calls: readonly HclCall[], args: readonly string[], beside = ""): Promise<Finished> {
  const folder = makeFolder();
  planOffline(folder);
  const unknown = 'resource "terraform_data" "unknown" {\n  input = "1234abcd"\n}\n';
  writeFileSync(join(folder, "main.tf"), `provider "aws" {}\n\n${unknown}\n${beside}`);
  // A module of modules calls its siblings by "../NAME", so each copy needs them beside it.
  cpSync(join(GENERATED, "modules"), join(folder, "modules"), { recursive: true });
  calls.forEach(({ module, inputs }, index) => {
    const call = callOf(index);
    cpSync(join(GENERATED, "modules", module), join(folder, "modules", call), { recursive: true });
    const lines = Object.entries({ ...CORRECT[module], ...inputs }).flatMap(([name, hcl]) =>
      hcl === "" ? [] : [`  ${name} = ${hcl}`],
    );
    const source = `  source = "./modules/${call}"`;
    writeFileSync(join(folder, `${call}.tf`), [`module "${call}" {`, source, ...lines, "}", ""].join("\n"));
  });
  await initialise(folder);
  return runCommand("terraform", args, folder);
}

/** The errors of a call, in words. */
export function errorsOf(call: string, diagnostics: readonly Diagnostic[] = []): readonly string[] {
  return diagnostics
    .filter((diagnostic) => belongsTo(call, diagnostic))
    .map(({ summary, detail = "" }) => `${summary}: ${detail}`);
}

function belongsTo(call: string, { severity, address, range }: Diagnostic): boolean {
  const file = range?.filename ?? "";
  const isHere = file === `${call}.tf` || file.startsWith(`modules/${call}/`);
  return severity === "error" && (isHere || address?.startsWith(`module.${call}.`) === true);
}
