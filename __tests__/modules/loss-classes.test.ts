/** Every type of the AWS provider is classified by what is lost with it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lossKinds } from "../../src/review/loss/loss";
import { lossOfType } from "../../src/review/loss/loss-of-type";
import { describeWith, linkProviders } from "./support/find-terraform";
import { makeFolder } from "./support/generated";
import { mustRun, PATIENCE } from "./support/terraform";

const AWS = "registry.terraform.io/hashicorp/aws";

describeWith("terraform", "the types of hashicorp/aws", () => {
  test(
    "nobody forgot one",
    async () => {
      const types = await readTypes();
      expect(types.length).toBeGreaterThan(1000);
      expect(types.filter((type) => lossOfType(type, AWS) === undefined)).toEqual([]);
      const counts = lossKinds.map(
        (kind) => `${kind} ${types.filter((type) => lossOfType(type, AWS)?.kind === kind).length}`,
      );
      process.stdout.write(`the ${types.length} types of the provider: ${counts.join(", ")}\n`);
    },
    PATIENCE,
  );
});

async function readTypes(): Promise<readonly string[]> {
  const folder = makeFolder();
  const configuration = { terraform: { required_providers: { aws: { source: "hashicorp/aws" } } } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
  linkProviders(folder, "terraform");
  const { stdout } = await mustRun("terraform", ["providers", "schema", "-json"], folder);
  const { provider_schemas } = JSON.parse(stdout) as {
    readonly provider_schemas: Readonly<Record<string, { readonly resource_schemas: object }>>;
  };
  return Object.keys(provider_schemas[AWS]?.resource_schemas ?? {});
}
