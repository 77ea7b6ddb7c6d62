/** The arguments that an element needs. The compiler reports a missing one too, and `generate` does not wait for it. */
import type { Construct } from "../../cdk";
import { capitalize } from "../../text/capitalize";

/**
 * The arguments without which Terraform rejects the element, as far as a provider's class says: it has a method `reset...` for each
 * argument that can be left out. A class by a schema is checked against the schema.
 */
export function requiredArguments(element: Construct): readonly string[] {
  if ("argumentFields" in element.constructor && element.constructor.argumentFields !== undefined) return [];
  const members = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(element) as object);
  return Object.keys(members).flatMap((member) => {
    const [, name] = /^(.+)Input$/.exec(member) ?? [];
    // `id` is an attribute of every resource, and `resetInput` a method of one that has an argument `input`.
    if (name === undefined || name === "id" || members[member]?.get === undefined) return [];
    // `openTableFormatInput` is an argument of this name, and not what was given for `openTableFormat`.
    if (members[name]?.get === undefined) return [];
    return `reset${capitalize(name)}` in members ? [] : [name];
  });
}
