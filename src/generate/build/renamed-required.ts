/**
 * Rules on variables that no validation can hold, because they compare several: a renamed variable that is required needs one of its
 * names, and kinds allow some variables only. They become preconditions.
 */
import type { Problems } from "../../errors";
import type { OutputModel } from "../../render/model";
import type { ConditionNodes, ElementPart, ModuleBuilder, ModuleItem } from "../dsl/module-builder";

/** Adds the rules to the first resource that each caller has. Returns whether there was one, or nothing to add. */
export function guardByResource(builder: ModuleBuilder, rules: readonly ConditionNodes[]): boolean {
  if (rules.length === 0) return true;
  const index = builder.parts.findIndex(isAlwaysThere);
  const part = builder.parts[index] as ElementPart | undefined;
  if (part === undefined) return false;
  const preconditions = [...rules, ...(part.lifecycle?.preconditions ?? [])];
  builder.parts[index] = { ...part, lifecycle: { ...part.lifecycle, preconditions } };
  return true;
}

function isAlwaysThere(part: ModuleItem): boolean {
  return (
    part.kind === "resource" && part.config !== undefined && part.count === undefined && part.forEach === undefined
  );
}

/** Adds the rules to the first output. */
export function guardByOutput(
  outputs: readonly OutputModel[],
  {
    name,
    rules,
    hasKinds,
    problems,
  }: {
    readonly name: string;
    readonly rules: readonly ConditionNodes[];
    readonly hasKinds: boolean;
    readonly problems: Problems;
  },
): readonly OutputModel[] {
  const [first, ...others] = outputs;
  if (first !== undefined) return [{ ...first, preconditions: [...rules, ...first.preconditions] }, ...others];
  problems.add(
    hasKinds
      ? {
          code: "bad-kinds",
          path: `${name}.kinds`,
          message: "the module has no resource and no output that could have the preconditions",
          hint: "add an output, or remove `kinds`",
        }
      : {
          code: "renamed-but-required",
          path: `${name}.variables`,
          message:
            "a required variable was renamed, and the module has no resource and no output that could ask for it",
          hint: "give the variable a default, or add an output",
        },
  );
  return outputs;
}
