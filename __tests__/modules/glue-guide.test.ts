/** The policies in the guide to roles and ARNs are those that its module call plans. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeWith } from "./support/find-terraform";
import { GENERATED, makeFolder, offlineProvider } from "./support/generated";
import { initialise, PATIENCE, plan, validate } from "./support/terraform";

const page = readFileSync(resolve(__dirname, "../../docs/glue/en/roles-and-arns.md"), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text = ""]) => text);

describeWith("terraform", "the module call of the guide", () => {
  test(
    "plans the policies that are shown",
    async () => {
      const folder = makeFolder();
      cpSync(join(GENERATED, "modules"), join(folder, "generated/modules"), { recursive: true });
      const [call = ""] = blocks("hcl");
      writeFileSync(join(folder, "main.tf"), call);
      writeFileSync(
        join(folder, "around.tf.json"),
        JSON.stringify({
          provider: { aws: offlineProvider },
          output: { documents: { value: "${module.role.policy_documents}" } },
        }),
      );
      await initialise(folder);
      expect(await validate(folder)).toEqual([]);
      const { outputs } = (await plan(folder)).planned_values as {
        readonly outputs?: { readonly documents?: { readonly value: Readonly<Record<string, string>> } };
      };
      const planned = Object.values(outputs?.documents?.value ?? {}).map((text) => JSON.parse(text) as unknown);
      const shown = blocks("json").map((text) => JSON.parse(text) as unknown);
      expect(planned).toHaveLength(3);
      for (const policy of planned) expect(shown).toContainEqual(policy);
    },
    PATIENCE,
  );
});
