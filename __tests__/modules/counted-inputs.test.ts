/**
 * Inputs whose number of elements decides what is made: Terraform's own message for one that it cannot count stands
 * inside of the module, so the description of each says it first.
 */
import type { TypeConstraint } from "../../src/hcl/type";
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import { callOf, errorsOf, type HclCall, runCalls } from "./support/hcl-calls";
import { definitionOf, variablesOf } from "./support/module-inputs";
import { diagnosticsOf, PATIENCE } from "./support/terraform";

/** A list of which Terraform does not know how many elements it has. */
const UNCOUNTED = "compact([terraform_data.unknown.output])";

interface CountedCall extends HclCall {
  readonly input: string;
  readonly description: string;
}

/** A value of the type in which every list is uncounted; `text` stands for each text. */
function uncounted(type: TypeConstraint, text: string): string {
  switch (type.kind) {
    case "list":
    case "set":
      return `[for text in ${UNCOUNTED} : ${uncounted(type.element, "text")}]`;
    case "object": {
      const required = Object.entries(type.attributes).filter(([, { optional }]) => optional !== true);
      return `{ ${required.map(([name, attribute]) => `${name} = ${uncounted(attribute.type, text)}`).join(", ")} }`;
    }
    case "number":
      return "1";
    case "bool":
      return "true";
    default:
      return text;
  }
}

/** A call for each list of each module. With Lake Formation, tables are counted too. */
const calls: readonly CountedCall[] = generatedModules.flatMap((module) =>
  variablesOf(module).flatMap(({ name: input, type, isKnown }) => {
    if ((type.kind !== "list" && type.kind !== "set") || isKnown) return [];
    const isRole = module === "glue-role" || module === "glue-role-policies";
    const inputs = { ...(isRole && { lake_formation: "{}" }), [input]: uncounted(type, "text") };
    return [{ module, input, inputs, description: descriptionOf(module, input) }];
  }),
);

function descriptionOf(module: string, input: string): string {
  const { options } = (definitionOf(module).variables as Record<string, { options: { description?: string } }>)[
    input
  ] ?? { options: {} };
  return options.description ?? "";
}

describeWith("terraform", "lists that Terraform cannot count", () => {
  test(
    "are named in the descriptions, and no other",
    async () => {
      const { stdout } = await runCalls(calls, ["plan", "-json", "-input=false", "-lock=false"]);
      const told = diagnosticsOf(stdout);
      const nameOf = ({ module, input }: CountedCall) => `${module} ${input}`;
      const refused = calls.filter((_, index) => errorsOf(callOf(index), told).length > 0);
      for (const call of refused)
        for (const error of errorsOf(callOf(calls.indexOf(call)), told))
          expect(error).toMatch(/^Invalid count argument/);
      expect(refused.length).toBeGreaterThan(10);
      const warned = calls.filter(({ description }) => /must be known at plan/.test(description));
      expect(refused.map(nameOf)).toEqual(warned.map(nameOf));
    },
    PATIENCE,
  );
});
