/** `null` means the default: a call that passes null for every optional variable plans as one that passes none. */
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import { type Inputs, plannedInputs, variablesOf } from "./support/module-inputs";
import { writeRootModule } from "./support/root-module";
import { initialise, PATIENCE, type Plan, plan } from "./support/terraform";

/** What a call makes, by address inside the module: the values, and which of them are still unknown. */
function resourcesOf({ resource_changes: changes = [] }: Plan, call: string) {
  const prefix = `module.${call}.`;
  return Object.fromEntries(
    changes
      .filter(({ address }) => address.startsWith(prefix))
      .map(({ address, change }) => [address.slice(prefix.length), change]),
  );
}

/** Null for each optional variable that the call does not need. */
function nullsOf(name: string): Inputs {
  const inputs = plannedInputs(name);
  const optional = variablesOf(name).filter((variable) => !variable.isRequired && inputs[variable.name] === undefined);
  return Object.fromEntries(optional.map((variable) => [variable.name, null]));
}

// All modules in one plan. terraform-1.5.7 is the bound that they promise.
for (const tool of ["terraform", "terraform-1.5.7"] as const) {
  describeWith(tool, `null for an optional variable, by ${tool}`, () => {
    let result: Plan;
    beforeAll(async () => {
      const calls = generatedModules.flatMap((module) => [
        [`${module}_without`, { module, inputs: plannedInputs(module) }],
        [`${module}_with_nulls`, { module, inputs: { ...nullsOf(module), ...plannedInputs(module) } }],
      ]);
      const folder = writeRootModule({ calls: Object.fromEntries(calls) });
      await initialise(folder, tool);
      result = await plan(folder, [], tool);
    }, PATIENCE);

    test.each(generatedModules)("%s takes it as the default", (name) => {
      expect(Object.keys(nullsOf(name))).not.toEqual([]);
      const want = resourcesOf(result, `${name}_without`);
      expect(Object.keys(want)).not.toEqual([]);
      expect(resourcesOf(result, `${name}_with_nulls`)).toEqual(want);
    });
  });
}
