/** What a configuration may not have, and what it must: of meta-arguments, and of classes of a provider's package. */
import type { Construct } from "../../cdk";
import type { Problems } from "../../errors";
import { argumentNames } from "./argument-names";
import type { ModuleBuilder } from "./module-builder";
import { requiredArguments } from "./required-arguments";

/** Where Terraform has its meta-arguments among the arguments, they are options here. */
const META: Readonly<Record<string, string>> = {
  count: "count",
  forEach: "forEach",
  for_each: "forEach",
  dependsOn: "dependsOn",
  depends_on: "dependsOn",
  provider: "provider",
  lifecycle: "lifecycle",
};

/** @param own arguments of the type itself, which may have such a name */
export function refuseMetaArguments(config: unknown, own: object, path: string, problems: Problems): void {
  if (typeof config !== "object" || config === null) return;
  for (const [name, option] of Object.entries(META)) {
    if (!(name in config) || name in own || (config as Record<string, unknown>)[name] === undefined) continue;
    problems.add({
      code: "meta-argument-in-configuration",
      path,
      message: `\`${name}\` is not an argument of the resource, but an option of \`resource\``,
      hint: `resource(scope, Type, "name", { ... }, { ${option}: ... })`,
    });
  }
  for (const name of ["provisioners", "connection"]) {
    if (!(name in config) || name in own || (config as Record<string, unknown>)[name] === undefined) continue;
    problems.add({
      code: "meta-argument-in-configuration",
      path,
      message: `\`resource\` takes no \`${name}\``,
      hint: "use actions; or make the resource with `new`, which keeps it",
    });
  }
}

/** A configuration without the names that are refused as options of `resource`. */
export function withoutMetaArguments(config: unknown, own: object | undefined): unknown {
  if (own === undefined || typeof config !== "object" || config === null) return config;
  const isArgument = ([name]: [string, unknown]) => name in own || !Object.hasOwn(META, name);
  return Object.fromEntries(Object.entries(config).filter(isArgument));
}

/** Reports arguments that Terraform would miss, unless one is misspelled, which is reported already. */
export function refuseMissing(
  element: Construct,
  config: unknown,
  { address, builder }: { readonly address: string; readonly builder: ModuleBuilder },
): void {
  const given = new Set(Object.entries(config ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name])));
  const known = argumentNames(element);
  if ([...given].some((name) => !known.includes(name))) return;
  for (const name of requiredArguments(element)) {
    if (given.has(name)) continue;
    builder.problems.add({
      code: "missing-argument",
      path: `${builder.definitionName}.${address}.${name}`,
      message: `${address} needs the argument \`${name}\``,
      hint: `add \`${name}\` to its configuration`,
    });
  }
}
