/** Each generated module and each example with the real tools: terraform-docs, Terraform, the AWS provider, OpenTofu. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describeWithProgram } from "../support/find-program";
import { describeWith, type Tool } from "./support/find-terraform";
import { copyModule, generatedExamples, generatedModules } from "./support/generated";
import { initialise, mustRun, PATIENCE, runTests, validate } from "./support/terraform";

describeWithProgram("terraform-docs", "terraform-docs", () => {
  test.concurrent.each(generatedModules)(
    "finds nothing to change in %s",
    async (name) => {
      const args = ["markdown", "table", "--output-file", "README.md", "--output-check", "."];
      await mustRun("terraform-docs", args, copyModule(name));
    },
    PATIENCE,
  );
});

describeWith("terraform", "Terraform", () => {
  test.concurrent.each(generatedModules)(
    "accepts %s and passes its tests",
    async (name) => {
      const folder = copyModule(name);
      await initialise(folder);
      expect(await validate(folder)).toEqual([]);
      const { summary, problems } = await runTests(folder);
      expect(problems).toEqual([]);
      const passed = countRuns(join(folder, "tests"));
      expect(summary).toEqual({ status: "pass", passed, failed: 0, errored: 0, skipped: 0 });
      expect(passed).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  test.concurrent.each(generatedExamples)("accepts the example of %s: %s", acceptExample("terraform"), PATIENCE);
});

describeWith("tofu", "OpenTofu", () => {
  test.concurrent.each(generatedModules)(
    "accepts %s",
    async (name) => {
      const folder = copyModule(name);
      await initialise(folder, "tofu");
      expect(await validate(folder, "tofu")).toEqual([]);
    },
    PATIENCE,
  );

  test.concurrent.each(generatedExamples)("accepts the example of %s: %s", acceptExample("tofu"), PATIENCE);
});

/** How many `run` blocks the test files of a folder have. */
function countRuns(folder: string): number {
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  return texts.join("\n").match(/^run "/gm)?.length ?? 0;
}

/** An example is a root module of its own; it sees the module through `../..` and nothing else. */
function acceptExample(tool: Tool) {
  return async (name: string, example: string) => {
    const module = copyModule(name);
    for (const other of readdirSync(join(module, "examples"))) {
      if (other !== example) rmSync(join(module, "examples", other), { recursive: true });
    }
    const folder = join(module, "examples", example);
    await initialise(folder, tool);
    expect(await validate(folder, tool)).toEqual([]);
  };
}
