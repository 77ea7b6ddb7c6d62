/** The arguments that an element needs. The compiler reports a missing one too, and `generate` does not wait for it. */
import type { Construct } from "../../cdk";
import type { AnyVariable } from "./types";

/**
 * The arguments without which Terraform rejects the element, as far as its class says. A provider's class has a method
 * `reset...` for each argument that can be left out; a class by `resourceType` declares such an argument as `optional`.
 */
export function requiredArguments(element: Construct): readonly string[] {
  const { argumentFields } = element.constructor as { readonly argumentFields?: Readonly<Record<string, AnyVariable>> };
  if (argumentFields !== undefined)
    return Object.entries(argumentFields).flatMap(([name, { given }]) => (given === "required" ? [name] : []));
  const members = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(element) as object);
  return Object.keys(members).flatMap((member) => {
    const [, name] = /^(.+)Input$/.exec(member) ?? [];
    // `id` is an attribute of every resource, and `resetInput` a method of one that has an argument `input`.
    if (name === undefined || name === "id" || members[member]?.get === undefined) return [];
    return `reset${name.charAt(0).toUpperCase()}${name.slice(1)}` in members ? [] : [name];
  });
}
