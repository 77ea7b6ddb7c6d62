/** What validations say of wrong values. They read nothing but their variable, so that of each module only `variables.tf` is there. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeWith, type Tool } from "./support/find-terraform";
import { GENERATED, makeFolder } from "./support/generated";
import { CORRECT, callOf, errorsOf, type HclInputs } from "./support/hcl-calls";
import { runCommand } from "./support/run-command";
import { diagnosticsOf, mustRun, PATIENCE } from "./support/terraform";

interface Call {
  /** A folder of `generated`: `modules/glue-job`, `wrappers/glue-job`. */
  readonly folder: string;
  readonly inputs: HclInputs;
}

/** The errors of each call in a plan. `terraform_data.new.id` is a text that is known only after apply. */
async function toldOf(calls: readonly Call[], tool: Tool): Promise<readonly (readonly string[])[]> {
  const root = makeFolder();
  writeFileSync(join(root, "main.tf"), 'resource "terraform_data" "new" {}\n');
  calls.forEach(({ folder, inputs }, index) => {
    const call = callOf(index);
    mkdirSync(join(root, "modules", call), { recursive: true });
    cpSync(join(GENERATED, folder, "variables.tf"), join(root, "modules", call, "variables.tf"));
    const lines = Object.entries(inputs).map(([name, hcl]) => `  ${name} = ${hcl}`);
    const block = [`module "${call}" {`, `  source = "./modules/${call}"`, ...lines, "}", ""];
    writeFileSync(join(root, `${call}.tf`), block.join("\n"));
  });
  await mustRun(tool, ["get", "-no-color"], root);
  const { stdout } = await runCommand(tool, ["plan", "-json", "-input=false"], root);
  return calls.map((_, index) => errorsOf(callOf(index), diagnosticsOf(stdout)));
}

/** What is told of one input each, in one plan. */
function describeInputs(
  title: string,
  tool: Tool,
  rows: readonly { readonly folder: string; readonly input: string; readonly value: string; readonly says: string }[],
): void {
  describeWith(tool, `${title} (${tool})`, () => {
    let told: readonly (readonly string[])[] = [];
    beforeAll(async () => {
      const calls = rows.map(({ folder, input, value }) => {
        const [kind, module = ""] = folder.split("/");
        return { folder, inputs: { ...(kind === "modules" && CORRECT[module]), [input]: value } };
      });
      told = await toldOf(calls, tool);
    }, PATIENCE);

    test.each(rows.map((row, index) => ({ ...row, index })))("$folder: $input = $value", ({ says, index }) => {
      const texts = (told[index] ?? []).map((text) => text.replace(/\s*This was checked by [\s\S]*/, ""));
      expect(texts).toEqual(says === "" ? [] : [expect.stringContaining(says)]);
    });
  });
}

const SIGNS = [
  {
    folder: "modules/glue-crawler",
    input: "s3_targets",
    value: '[{ path = "<bucket>/orders/" }]',
    says: 's3_targets[0].path is "<bucket>/orders/".',
  },
  {
    folder: "modules/glue-job",
    input: "connections",
    value: '["orders", "arn:a&b"]',
    says: 'connections[1] is "arn:a&b".',
  },
  {
    folder: "modules/glue-job",
    input: "spark_conf",
    value: '{ "spark.a" = null }',
    says: 'spark_conf["spark.a"] is null.',
  },
  {
    folder: "modules/glue-crawler",
    input: "s3_targets",
    value: '[{ path = "s3://a/", sample_size = 0 }]',
    says: "s3_targets[0].sample_size is 0.",
  },
];

for (const tool of ["terraform-1.5.7", "terraform", "tofu"] as const)
  describeInputs("messages show the value as it was written", tool, SIGNS);
