/**
 * The modules applied: an example of each is created by the real provider, planned again, and destroyed. moto_server stands
 * for AWS. What moto does otherwise stands in three tables; a row that is no longer true fails.
 *
 * All modules stand in one configuration, so that each step is one run of Terraform. It goes on where a resource fails.
 */
import { join } from "node:path";
import { BUCKETS, writeAppliedPack } from "./support/applied-pack";
import { differences } from "./support/differences";
import { generatedModules } from "./support/generated";
import { beginMoto, describeWithMoto, type Moto, providerFor } from "./support/moto";
import { runCommand } from "./support/run-command";
import { withSharedProvider } from "./support/shared-provider";
import { diagnosticsOf, initialise, mustRun, PATIENCE, type Plan, type ResourceChange } from "./support/terraform";

/** A text for each place: the address of a resource in its module, without keys of instances. */
type Places = Readonly<Record<string, string>>;
type ByModule = Readonly<Record<string, Places>>;

/** The resource waits for another one in the same table, and gives no error itself. */
const WAITS = "";
/** A grant on this kind of resource is made, and cannot be read. */
const NOT_LISTED = "Resource must have either the catalog, table or database field populated";

/** moto keeps a revoked grant as one without permissions. */
const NOT_REVOKED = "unable to revoke LakeFormation Permissions";

/** What moto cannot create, with a part of the error. */
const REFUSED: ByModule = {
  "glue-catalog-database": {
    "aws_glue_partition_index.first": "Glue: CreatePartitionIndex, exceeded",
    "aws_glue_partition_index.second": WAITS,
    "aws_glue_user_defined_function.this": "Glue: CreateUserDefinedFunction, exceeded",
  },
  "glue-classifier": { "aws_glue_classifier.this": "Glue: CreateClassifier, exceeded" },
  "glue-data-quality": { "aws_glue_data_quality_ruleset.this": "Glue: CreateDataQualityRuleset, exceeded" },
  "glue-lake-formation": {
    "aws_lakeformation_opt_in.this": "LakeFormation: CreateLakeFormationOptIn, https response error StatusCode: 404",
    "aws_lakeformation_permissions.filters": NOT_LISTED,
    "aws_lakeformation_permissions.lf_tag_policies": NOT_LISTED,
    "aws_lakeformation_permissions.lf_tags": NOT_LISTED,
  },
  "glue-ml-transform": { "aws_glue_ml_transform.this": "Glue: CreateMLTransform, exceeded" },
  "glue-table-optimizer": {
    "aws_glue_catalog_table_optimizer.compaction": "Glue: CreateTableOptimizer, exceeded",
    "aws_glue_catalog_table_optimizer.orphans": "Glue: CreateTableOptimizer, exceeded",
    "aws_glue_catalog_table_optimizer.retention": "Glue: CreateTableOptimizer, exceeded",
  },
};

/** What a second plan changes, because moto does not keep it: attributes of resources. */
const DRIFTING: ByModule = {
  // AWS answers no execution class where none was given.
  "data-lake": { "module.jobs.aws_glue_job.this": "execution_class" },
  "glue-job": { "aws_glue_job.this": "execution_class" },
  "glue-connection": { "aws_glue_connection.this": "connection_type, match_criteria" },
  "glue-lake-formation": { "aws_lakeformation_resource.this": "hybrid_access_enabled" },
  "glue-logs": { "aws_cloudwatch_log_group.this": "log_group_class" },
  "glue-network": {
    "aws_vpc_security_group_egress_rule.egress": "description",
    "aws_vpc_security_group_egress_rule.itself": "description",
    "aws_vpc_security_group_egress_rule.s3": "description",
    "aws_vpc_security_group_ingress_rule.itself": "description",
  },
  "glue-schema-registry": { "aws_glue_registry.this": "tags, tags_all" },
  "glue-workflow": { "aws_glue_workflow.this": "tags, tags_all" },
};

/** What stays after `destroy`, because moto cannot delete it: a part of an error. */
const LEFT: ByModule = {
  "glue-connection": { "aws_glue_connection.this": "Glue: DeleteConnection, exceeded" },
  "glue-lake-formation": {
    "aws_lakeformation_lf_tag.this": WAITS,
    "aws_lakeformation_permissions.catalog": NOT_REVOKED,
    "aws_lakeformation_permissions.databases": NOT_REVOKED,
    "aws_lakeformation_permissions.filters": NOT_REVOKED,
    "aws_lakeformation_permissions.lf_tag_policies": NOT_REVOKED,
    "aws_lakeformation_permissions.lf_tags": NOT_REVOKED,
    "aws_lakeformation_permissions.locations": NOT_REVOKED,
    "aws_lakeformation_permissions.tables": NOT_REVOKED,
    "aws_lakeformation_resource.this": WAITS,
  },
};

/** What the steps gave. */
interface Outcome {
  /** Errors of the apply. */
  readonly errors: ByModule;
  /** What is in the state after it. */
  readonly applied: ByModule;
  /** What the second plan would still create. */
  readonly missing: ByModule;
  /** The attributes that it would change. */
  readonly drifting: ByModule;
  readonly errorsOfDestroy: readonly string[];
  /** What is in the state after `destroy`. */
  readonly left: ByModule;
}

const UNASKED = ["-input=false", "-auto-approve", "-json"];

describeWithMoto("the pack on moto_server", () => {
  let moto: Moto;
  let outcome: Outcome;

  beforeAll(async () => {
    moto = await beginMoto();
    await Promise.all(BUCKETS.map((name) => fetch(`${moto.endpoint}/${name}`, { method: "PUT" })));
    outcome = await withSharedProvider((provider) => applyAndDestroy(moto, provider));
  }, PATIENCE);

  afterAll(async () => await moto?.stop());

  test.each(generatedModules)("%s: applied, planned again without a change, destroyed", (name) => {
    const refused = REFUSED[name] ?? {};
    const tried = Object.entries(refused).filter(([, text]) => text !== WAITS);
    expect(outcome.errors[name] ?? {}).toEqual(
      Object.fromEntries(tried.map(([place, text]) => [place, expect.stringContaining(text)])),
    );
    expect(placesOf(outcome.missing, name)).toEqual(placesOf(REFUSED, name));
    expect(placesOf({ ...outcome.applied, ...REFUSED }, name)).not.toEqual([]);
    expect(outcome.drifting[name] ?? {}).toEqual(DRIFTING[name] ?? {});
    expect(placesOf(outcome.left, name)).toEqual(placesOf(LEFT, name));
  });

  test("what moto cannot delete is told by errors, and nothing else is", () => {
    // Terraform gives no addresses with these errors.
    const texts = Object.values(LEFT).flatMap((places) => Object.values(places).filter((text) => text !== WAITS));
    const textOf = (error: string) => texts.find((text) => error.includes(text)) ?? error;
    expect(new Set(outcome.errorsOfDestroy.map(textOf))).toEqual(new Set(texts));
  });
});

/** Applies the pack, plans it again, and destroys it, with a provider that is shared. */
async function applyAndDestroy(moto: Moto, provider: NodeJS.ProcessEnv): Promise<Outcome> {
  const folder = writeAppliedPack(providerFor(moto));
  await initialise(folder);
  const applied = await runCommand("terraform", ["apply", ...UNASKED], folder, provider);
  const kept = linesOf((await mustRun("terraform", ["state", "list"], folder)).stdout);
  const changes = await planAgain(folder, provider);
  const destroyed = await destroy(folder, provider);
  const left = linesOf((await mustRun("terraform", ["state", "list"], folder)).stdout);
  const isCreated = ({ change }: ResourceChange) => change.actions.join() === "create";
  return {
    errors: byModule(errorsOf(applied.stdout)),
    applied: byModule(kept.map((address) => [address, ""])),
    missing: byModule(changes.filter(isCreated).map(({ address }) => [address, ""])),
    drifting: byModule(changes.filter((one) => !isCreated(one)).map((one) => [one.address, attributesOf(one)])),
    errorsOfDestroy: errorsOf(destroyed.stdout).map(([, summary]) => summary),
    left: byModule(left.map((address) => [address, ""])),
  };
}

/** How the provider says that moto has closed a connection on which a request was under way. */
const DROPPED = /use of closed network connection|connection reset by peer/;

/** Destroys what there is, and what is left where moto has dropped a connection: what moto cannot delete, it refuses again. */
async function destroy(folder: string, provider: NodeJS.ProcessEnv) {
  const run = () => runCommand("terraform", ["destroy", "-refresh=false", ...UNASKED], folder, provider);
  const outcome = await run();
  return DROPPED.test(outcome.stdout) ? run() : outcome;
}

/** What a plan would change of the resources. */
async function planAgain(folder: string, provider: NodeJS.ProcessEnv): Promise<readonly ResourceChange[]> {
  const file = join(folder, "plan.bin");
  await mustRun("terraform", ["plan", "-input=false", `-out=${file}`], folder, provider);
  const { stdout } = await mustRun("terraform", ["show", "-json", file], folder, provider);
  const { resource_changes = [] } = JSON.parse(stdout) as Plan;
  return resource_changes.filter(({ mode, change }) => mode === "managed" && change.actions.join() !== "no-op");
}

/** The addresses of resources in a list, without data sources. */
function linesOf(list: string): readonly string[] {
  return list.split("\n").filter((line) => line !== "" && !/(?:^|\.)data\./.test(line));
}

/** Addresses and summaries of the errors. */
function errorsOf(stdout: string): readonly (readonly [string, string])[] {
  const errors = diagnosticsOf(stdout).filter(({ severity }) => severity === "error");
  return errors.map(({ address = "", summary }) => [address, summary]);
}

function attributesOf({ change: { before, after, after_unknown } }: ResourceChange): string {
  const unknown = Object.keys(after_unknown as object);
  const names = Object.keys(differences(before ?? {}, after ?? {})).filter((name) => !unknown.includes(name));
  return names.sort().join(", ");
}

function placesOf(table: ByModule, name: string): readonly string[] {
  return Object.keys(table[name] ?? {}).sort();
}

/** By module and place; of several instances the last. */
function byModule(rows: readonly (readonly [string, string])[]): ByModule {
  const found: Record<string, Places> = {};
  for (const [address, text] of rows) {
    const [, module = "", place = address] = /^module\.([\w-]+)\.(?:module\.\w+\.)?(.*)$/.exec(address) ?? [];
    found[module] = { ...found[module], [place.replace(/\[[^\]]*\]/g, "")]: text };
  }
  return found;
}
