/** The guide to resources of any provider works as it stands there, with the real provider. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "../cli/support/project";
import { describeWithProviders } from "./support/find-terraform";
import { SCHEMAS, schemaFolder } from "./support/provider-schema";
import { PATIENCE, plan, validate } from "./support/terraform";

const guide = readFileSync(join(ROOT, "docs/providers.md"), "utf8");
const blocksOf = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map((match) => match[1] as string);
const [web = "", config = "", withProviders = ""] = blocksOf("ts");
const [command = ""] = blocksOf("console");
const [shown = ""] = blocksOf("text");
const [main = ""] = blocksOf("hcl");

describeWithProviders("terraform", SCHEMAS, "docs/providers.md", () => {
  test(
    "from a provider's source to a module that plans",
    () => {
      const project = new Project({ "web.ts": web, "tfwright.config.ts": config });
      const [, , ...args] = command.trim().split(" ");
      const { TF_CLI_CONFIG_FILE = "" } = process.env;
      const ran = project.run(args, { TF_CLI_CONFIG_FILE });
      expect(ran).toEqual({ code: 0, stdout: shown, stderr: "" });
      expect(project.run(["generate"])).toMatchObject({ code: 0, stderr: "" });
      expect(project.read("generated/modules/web/main.tf")).toContain(main);
      const listed = withProviders.replace(
        "export default",
        'import { defineConfig } from "tfwright";\nimport { web } from "./web";\nexport default',
      );
      project.write({ "tfwright.config.ts": listed });
      expect(project.run(["provider"], { TF_CLI_CONFIG_FILE })).toMatchObject({
        code: 0,
        stdout: "2 types of kreuzwerker/docker 4.6.0 in providers/docker: nothing to change\n",
      });
    },
    PATIENCE,
  );

  test(
    "its module validates and plans",
    async () => {
      const project = new Project({ "web.ts": web, "tfwright.config.ts": config });
      const [, , ...args] = command.trim().split(" ");
      project.run(args, { TF_CLI_CONFIG_FILE: process.env.TF_CLI_CONFIG_FILE ?? "" });
      project.run(["generate"]);
      const folder = schemaFolder();
      rmSync(join(folder, "versions.tf.json"));
      for (const name of ["main.tf", "variables.tf", "outputs.tf", "versions.tf"])
        writeFileSync(join(folder, name), project.read(`generated/modules/web/${name}`));
      expect(await validate(folder)).toEqual([]);
      const { resource_changes: changes = [] } = await plan(folder, ["-var=name=web"]);
      expect(changes.map(({ address, change }) => `${change.actions.join()} ${address}`)).toEqual([
        "create docker_container.this",
        "create docker_image.this",
      ]);
    },
    PATIENCE,
  );
});
