/** What `addOverride` changes of a resource: merged as cdktf merges Terraform's JSON, where it is known what is a block. */
import { isResolvable } from "../../cdk";
import { fail } from "../../errors";
import { type ArgumentSchema, type ArgumentSchemas, isArgumentSchema } from "../dsl/argument-schema";

/** Terraform's own, whose form no class needs to tell. */
const OF_TERRAFORM = ["count", "for_each", "provider", "lifecycle", "depends_on", "connection", "provisioner"];

type Overrides = Readonly<Record<string, unknown>>;

/**
 * The arguments of a resource with its overrides.
 *
 * @throws TfwrightError for an override of which nobody knows whether it is a block
 */
export function mergeOverrides(schema: ArgumentSchemas, overrides: Overrides, path: string): ArgumentSchemas {
  const merged: Record<string, unknown> = { ...schema };
  for (const [name, value] of Object.entries(overrides)) {
    const given = merged[name];
    if (name === "dynamic")
      refuse(`${path}.${name}`, "make the resource with `resource`, and the blocks with `blocks`");
    if (value === undefined) delete merged[name];
    else if (OF_TERRAFORM.includes(name)) merged[name] = mergeValue(given, value);
    else if (!isArgumentSchema(given)) merged[name] = newArgument(given, value, `${path}.${name}`);
    else if (given.isBlock) merged[name] = { ...given, value: mergeBlock(given.value, value, `${path}.${name}`) };
    else merged[name] = { ...given, value: mergeArgument(given.value, value, `${path}.${name}`) };
  }
  return merged as ArgumentSchemas;
}

/** An argument of which the class says nothing: it was not given one, or an override before it has set it. */
function newArgument(given: unknown, value: unknown, path: string): unknown {
  if (given !== undefined) return mergeValue(given, value);
  const isPlain = (one: unknown) => typeof one !== "object" || one === null || isResolvable(one);
  if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) return value;
  return refuse(path);
}

/** A single block, whose arguments the class describes. */
function mergeBlock(content: unknown, value: unknown, path: string): unknown {
  const isSingle = isObject(content) && Object.values(content).every(isArgumentSchema);
  const [only] = Array.isArray(content) && content.length === 1 ? (content as unknown[]) : [];
  if (!isObject(value)) return refuse(path);
  if (isSingle) return mergeOverrides(content as ArgumentSchemas, value, path);
  const { 0: first, ...rest } = value;
  if (isObject(only) && isObject(first) && Object.keys(rest).length === 0)
    return [mergeOverrides(only as ArgumentSchemas, first, path)];
  return refuse(path);
}

function mergeArgument(given: unknown, value: unknown, path: string): unknown {
  const isDescribed = isObject(given) && Object.values(given).some(isArgumentSchema);
  if (!isDescribed) return mergeValue(given, value);
  return isObject(value) ? mergeOverrides(given as Readonly<Record<string, ArgumentSchema>>, value, path) : value;
}

/** As cdktf: objects are merged, lists are joined, and undefined takes away. */
function mergeValue(given: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return Array.isArray(given) ? [...given, ...value] : value;
  if (!isObject(value)) return value;
  const merged: Record<string, unknown> = isObject(given) ? { ...given } : {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) delete merged[key];
    else merged[key] = mergeValue(merged[key], inner);
  }
  return merged;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isResolvable(value);
}

function refuse(
  path: string,
  hint = "give it to the class as an argument, or make the resource with `resource`",
): never {
  return fail({
    code: "override-of-block",
    path,
    message: "an override does not say whether this is a block or an argument, which HCL writes differently",
    hint,
  });
}
