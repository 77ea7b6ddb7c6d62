/** Each generated module and each example with the real tools: terraform-docs, Terraform, the AWS provider, OpenTofu. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithProgram } from "../support/find-program";
import { describeWith } from "./support/find-terraform";
import { copyModule, everyModule, GENERATED, generatedModules } from "./support/generated";
import { writeWholePack } from "./support/root-module";
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
});

describeWith("terraform", "terraform test", () => {
  test.concurrent.each(generatedModules)(
    "passes in %s",
    async (name) => {
      const folder = copyModule(name);
      await initialise(folder);
      const { summary, problems } = await runTests(folder);
      expect(problems).toEqual([]);
      const passed = countRuns(join(folder, "tests"));
      expect(summary).toEqual({ status: "pass", passed, failed: 0, errored: 0, skipped: 0 });
      expect(passed).toBeGreaterThan(0);
    },
    PATIENCE,
  );
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

/** How many `run` blocks the test files of a folder have. */
function countRuns(folder: string): number {
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  return texts.join("\n").match(/^run "/gm)?.length ?? 0;
}
