/** Each generated module and each example with the real tools: terraform-docs, Terraform, the AWS provider, OpenTofu. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithProgram } from "../support/find-program";
import { describeWith } from "./support/find-terraform";
import { copyModule, copyWrapper, everyModule, GENERATED, generatedModules, wrappedModules } from "./support/generated";
import { writeWholePack } from "./support/root-module";
import { withSharedProvider } from "./support/shared-provider";
import { initialise, mustRun, PATIENCE, runTests, validate } from "./support/terraform";

describeWithProgram("terraform-docs", "terraform-docs", () => {
  test.concurrent.each(everyModule)(
    "finds nothing to change in %s",
    async (name) => {
      const args = ["markdown", "table", "--output-file", "README.md", "--output-check", "."];
      await mustRun("terraform-docs", args, copyModule(name));
    },
    PATIENCE,
  );

  test.concurrent.each(wrappedModules)(
    "finds nothing to change in the wrapper of %s",
    async (name) => {
      const args = ["markdown", "table", "--output-file", "README.md", "--output-check", "."];
      await mustRun("terraform-docs", args, copyWrapper(name));
    },
    PATIENCE,
  );
});

/** `terraform test` in a copy of the module. @param environment what names a provider that is shared */
async function testModule(name: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await testFolder(copyModule(name), runsOf(name), environment);
}

async function testFolder(folder: string, passed: number, environment: NodeJS.ProcessEnv): Promise<void> {
  await initialise(folder);
  const { summary, problems } = await runTests(folder, environment);
  expect(problems).toEqual([]);
  expect(summary).toEqual({ status: "pass", passed, failed: 0, errored: 0, skipped: 0 });
  expect(passed).toBeGreaterThan(0);
}

describeWith("terraform", "terraform test", () => {
  test.concurrent.each(generatedModules)(
    "passes in %s",
    (name) => withSharedProvider((environment) => testModule(name, environment)),
    PATIENCE,
  );

  test.concurrent.each(wrappedModules)(
    "passes in the wrapper of %s",
    (name) => withSharedProvider((environment) => testFolder(copyWrapper(name), 3, environment)),
    PATIENCE,
  );

  test("every test configures one provider, and all in the same way, so that they can share it", () => {
    const blocks = generatedModules
      .flatMap(testFiles)
      .map((text) => text.match(/^(?:mock_)?provider [\s\S]*?^\}$/gm)?.join("\n"));
    expect(new Set(blocks).size).toBe(1);
    expect(blocks[0]?.match(/provider "aws"/g)).toHaveLength(1);
  });

  const [quickest] = [...generatedModules].sort((one, other) => runsOf(one) - runsOf(other));
  test("passes with a provider of its own, as users run it", () => testModule(quickest as string, {}), PATIENCE);
});

// terraform-1.5.7 is the bound that every module promises.
for (const tool of ["terraform", "terraform-1.5.7", "tofu"] as const) {
  describeWith(tool, tool, () => {
    test(
      "accepts every module and every example, without a warning",
      async () => {
        const folder = writeWholePack();
        await initialise(folder, tool);
        expect(await validate(folder, tool)).toEqual([]);
      },
      PATIENCE,
    );
  });
}

test("every module promises the bound that is tried", () => {
  const bounds = everyModule.map((name) => {
    const versions = readFileSync(join(GENERATED, "modules", name, "versions.tf"), "utf8");
    return [name, /required_version = "(.*)"/.exec(versions)?.[1]];
  });
  expect(bounds).toEqual(everyModule.map((name) => [name, ">= 1.5.7"]));
});

/** The texts of a module's test files. */
function testFiles(name: string): readonly string[] {
  const folder = join(GENERATED, "modules", name, "tests");
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
}

/** How many `run` blocks the test files of a module have. */
function runsOf(name: string): number {
  return (
    testFiles(name)
      .join("\n")
      .match(/^run "/gm)?.length ?? 0
  );
}
