/** `null` means the default: a call that passes null for every optional variable plans as one that passes none. */
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import { leastInputs, variablesOf } from "./support/module-inputs";
import { writeRootModule } from "./support/root-module";
import { initialise, PATIENCE, type Plan, plan } from "./support/terraform";

/** Optional variables that a precondition asks for. */
const ALSO_NEEDED: Readonly<Record<string, readonly string[]>> = {
  "glue-crawler": ["s3_targets"],
  "glue-job": ["glue_version"],
};

/** What a call makes, by address inside the module: the values, and which of them are still unknown. */
function resourcesOf({ resource_changes: changes = [] }: Plan, call: string) {
  const prefix = `module.${call}.`;
  return Object.fromEntries(
    changes
      .filter(({ address }) => address.startsWith(prefix))
      .map(({ address, change }) => [address.slice(prefix.length), change]),
  );
}

describeWith("terraform", "null for an optional variable", () => {
  test.concurrent.each(generatedModules)(
    "%s takes it as the default",
    async (name) => {
      const inputs = leastInputs(name, ALSO_NEEDED[name]);
      const nulls = Object.fromEntries(
        variablesOf(name)
          .filter((variable) => !variable.isRequired && inputs[variable.name] === undefined)
          .map((variable) => [variable.name, null]),
      );
      expect(Object.keys(nulls)).not.toEqual([]);

      const folder = writeRootModule(name, { calls: { without: inputs, with_nulls: { ...nulls, ...inputs } } });
      await initialise(folder);
      const result = await plan(folder);
      const want = resourcesOf(result, "without");
      expect(Object.keys(want)).not.toEqual([]);
      expect(resourcesOf(result, "with_nulls")).toEqual(want);
    },
    PATIENCE,
  );
});
