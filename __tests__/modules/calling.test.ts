/** Modules that call modules, and `versions.tofu`, with the real tools. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeWith, type Tool } from "./support/find-terraform";
import { GENERATED, makeFolder, offlineProvider, planOffline, wrappedModules } from "./support/generated";
import { runCommand } from "./support/run-command";
import { initialise, PATIENCE, plan, plannedResources, validate } from "./support/terraform";

const GOLDEN = resolve(__dirname, "../golden/generated/modules");

/** A copy of the package, and the folder of an example in it. */
function copyExample(module: string): string {
  const folder = makeFolder();
  for (const name of ["bucket-pair", "dataset", "lake"])
    cpSync(join(GOLDEN, name), join(folder, "modules", name), { recursive: true });
  return join(folder, "modules", module, "examples/basic");
}

const acceptExample = (tool: Tool) => async (module: string) => {
  const folder = copyExample(module);
  await initialise(folder, tool);
  expect(await validate(folder, tool)).toEqual([]);
};

/** The caller configures the provider once and hands on nothing, as most do. */
const callWrappers = (tool: Tool) => async () => {
  const folder = makeFolder();
  cpSync(GENERATED, join(folder, "generated"), { recursive: true });
  const calls = wrappedModules.map(
    (name) => `module "${name}" {\n  source = "./generated/wrappers/${name}"\n  items  = {}\n}\n`,
  );
  writeFileSync(join(folder, "main.tf"), calls.join("\n"));
  planOffline(folder);
  await initialise(folder, tool);
  expect(await validate(folder, tool)).toEqual([]);
  expect(plannedResources(await plan(folder, [], tool))).toEqual([]);
};

describeWith("terraform", "Terraform", () => {
  test("plans wrappers for a caller who hands on no provider", callWrappers("terraform"), PATIENCE);
  test.concurrent.each(["dataset", "lake"])("accepts %s, which calls others", acceptExample("terraform"), PATIENCE);

  test(
    "plans all three levels, each alias where it was handed to",
    async () => {
      const folder = copyExample("lake");
      const aliases = { replica: "eu-west-1", archive: "eu-west-2" };
      writeFileSync(
        join(folder, "offline_override.tf.json"),
        JSON.stringify({
          provider: {
            aws: [
              offlineProvider,
              ...Object.entries(aliases).map(([alias, region]) => ({ ...offlineProvider, alias, region })),
            ],
          },
        }),
      );
      await initialise(folder);
      const planned = plannedResources(await plan(folder)).map(({ address, values }) => [address, values.region]);
      expect(planned.sort()).toEqual([
        ["module.lake.module.orders.aws_glue_catalog_database.this", "ap-northeast-1"],
        ["module.lake.module.orders.module.main.aws_s3_bucket.this", "ap-northeast-1"],
        ['module.lake.module.orders.module.zone["raw"].aws_s3_bucket.replica[0]', "eu-west-1"],
        ['module.lake.module.orders.module.zone["raw"].aws_s3_bucket.this', "ap-northeast-1"],
        ['module.lake.module.orders.module.zone["refined"].aws_s3_bucket.replica[0]', "eu-west-1"],
        ['module.lake.module.orders.module.zone["refined"].aws_s3_bucket.this', "ap-northeast-1"],
      ]);
    },
    PATIENCE,
  );
});

describeWith("tofu", "OpenTofu", () => {
  test("plans wrappers for a caller who hands on no provider", callWrappers("tofu"), PATIENCE);
  test.concurrent.each(["dataset", "lake"])("accepts %s, which calls others", acceptExample("tofu"), PATIENCE);

  test("reads versions.tofu in place of versions.tf, and is refused by a module that is not for it", async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "module"));
    cpSync(join(GOLDEN, "plain/versions.tf"), join(folder, "module/versions.tf"));
    writeFileSync(join(folder, "main.tf"), 'module "called" {\n  source = "./module"\n}\n');
    const init = () => runCommand("tofu", ["init", "-backend=false", "-input=false", "-no-color"], folder);
    expect(await init()).toMatchObject({ code: 0 });
    const bound = 'terraform {\n  required_version = "< 1.0.0"\n}\n';
    writeFileSync(join(folder, "module/versions.tofu"), bound);
    const refused = await init();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("This module is not compatible with OpenTofu");
    expect(await runCommand("terraform", ["init", "-backend=false", "-input=false"], folder)).toMatchObject({
      code: 0,
    });
  });
});
