/** Which arguments of the provider's Glue resources the generated modules set. Each of the others has its reason. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { argumentsOf, argumentsSetIn, coverageOf } from "./support/coverage";
import { describeWithProviders } from "./support/find-terraform";
import { GENERATED, generatedModules } from "./support/generated";
import { readSchemas, SCHEMAS } from "./support/provider-schema";
import { PATIENCE } from "./support/terraform";
import { UNCOVERED } from "./support/uncovered";

describeWithProviders("terraform", SCHEMAS, "coverage of the Glue resources", () => {
  test(
    "every argument is set by a module, or has its reason",
    async () => {
      const { types } = readProviderSchema(await readSchemas(), "schema.json", {
        source: "hashicorp/aws",
        isWanted: (kind, type) => kind === "resource" && type.startsWith("aws_glue_"),
      });
      const set = argumentsSetIn(generatedModules.flatMap(filesOf));
      const { missing, stale, ...counts } = coverageOf(argumentsOf(types), set, UNCOVERED);
      for (const type of types) {
        const of = coverageOf(argumentsOf([type]), set, {});
        process.stdout.write(`  ${type.type}: ${of.set} of ${of.total}\n`);
      }
      process.stdout.write(`aws_glue_*: ${counts.set} of ${counts.total} arguments\n`);
      expect({ missing, stale }).toEqual({ missing: [], stale: [] });
      expect(types.length).toBeGreaterThanOrEqual(20);
    },
    PATIENCE,
  );
});

function filesOf(module: string): readonly string[] {
  const folder = join(GENERATED, "modules", module);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tf"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

describe("how arguments are counted", () => {
  const text = { type: "string", required: false, optional: true, computed: false, sensitive: false, writeOnly: false };
  const argument = (name: string) => ({ ...text, name, type: "string" as const });
  const types = [
    {
      kind: "resource" as const,
      type: "x_job",
      block: {
        attributes: [
          argument("id"),
          argument("name"),
          argument("role"),
          { ...argument("arn"), optional: false, computed: true },
        ],
        blocks: [
          {
            name: "command",
            nesting: "list" as const,
            min: 0,
            block: {
              attributes: [argument("path")],
              blocks: [
                {
                  name: "part",
                  nesting: "list" as const,
                  min: 0,
                  block: { attributes: [argument("size")], blocks: [] },
                },
              ],
            },
          },
          {
            name: "timeouts",
            nesting: "single" as const,
            min: 0,
            block: { attributes: [argument("create")], blocks: [] },
          },
        ],
      },
    },
  ];
  const all = ["x_job.name", "x_job.role", "x_job.command.path", "x_job.command.part.size"];

  test("arguments of a schema", () => expect(argumentsOf(types)).toEqual(all));

  const inDynamic = `resource "x_job" "a" {
  name = var.name
  role = null

  dynamic "command" {
    for_each = var.commands

    content {
      path = command.value.path

      part {
        size = 1
      }
    }
  }
}

data "x_job" "b" {
  role = var.role
}
`;

  test("arguments of HCL: blocks, and those that are dynamic; no null, no data source", () =>
    expect([...argumentsSetIn([inDynamic])]).toEqual(["x_job.name", "x_job.command.path", "x_job.command.part.size"]));

  test.each([
    ["explained one by one", { "x_job.role": "why" }, [], []],
    ["not explained", {}, ["x_job.role"], []],
    ["a reason for what is set", { "x_job.role": "why", "x_job.command": "why" }, [], ["x_job.command"]],
    ["a reason for a type that is set in part", { x_job: "why" }, [], ["x_job"]],
    ["a reason for nothing", { "x_job.role": "why", "x_job.rol": "why", x_jo: "why" }, [], ["x_job.rol", "x_jo"]],
  ])("%s", (_title, reasons, missing, stale) =>
    expect(coverageOf(all, argumentsSetIn([inDynamic]), reasons)).toEqual({ set: 3, total: 4, missing, stale }),
  );
});
