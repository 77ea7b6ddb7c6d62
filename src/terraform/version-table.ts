/**
 * Since when Terraform and OpenTofu know what; of functions, `functions/table.ts` tells it. OpenTofu began as Terraform
 * 1.6: what Terraform had by 1.5 it has always.
 *
 * @see the changelogs of both, and the function tables of their releases
 */

import { factsOf } from "./functions";
import type { Version } from "./version-constraint";

/** The first release of OpenTofu. */
export const OLDEST_OPENTOFU: Version = [1, 6];

/** No release of OpenTofu knows it. */
const NOT_IN_OPENTOFU = false;

/** Something of the language, and the first releases that know it. */
interface Feature {
  /** The words for it in messages: `an optional attribute`. */
  readonly what: string;
  readonly terraform: Version;
  readonly opentofu: Version | typeof NOT_IN_OPENTOFU;
}

const feature = (what: string, terraform: Version, opentofu: Feature["opentofu"] = OLDEST_OPENTOFU): Feature => ({
  what,
  terraform,
  opentofu,
});

export const FEATURES = {
  moduleRepetition: feature("`count`, `for_each` or `depends_on` of a module call", [0, 13]),
  configurationAliases: feature("`configuration_aliases`", [0, 15]),
  moved: feature("`moved`", [1, 1]),
  movedBetweenTypes: feature("`moved` between two types of resources", [1, 8], [1, 10]),
  nullable: feature("`nullable`", [1, 1]),
  precondition: feature("a precondition or postcondition", [1, 2]),
  replaceTriggeredBy: feature("`replace_triggered_by`", [1, 2]),
  messageExpression: feature("an error message that is an expression", [1, 2]),
  optionalAttribute: feature("an optional attribute of an object", [1, 3]),
  terraformData: feature("`terraform_data`", [1, 4]),
  check: feature("`check`", [1, 5]),
  // OpenTofu 1.7 to 1.9 know the block, but not the `lifecycle` in it, which Terraform requires.
  removed: feature("`removed`", [1, 7], [1, 10]),
  providerFunction: feature("a provider's function", [1, 8], [1, 7]),
  crossValidation: feature("a validation that refers to another variable", [1, 9], [1, 9]),
  ephemeralVariable: feature("an ephemeral variable", [1, 10], [1, 11]),
  ephemeralOutput: feature("an ephemeral output", [1, 10], [1, 11]),
  ephemeralResource: feature("an ephemeral resource", [1, 10], [1, 11]),
  writeOnly: feature("a write-only argument", [1, 11], [1, 11]),
  action: feature("an action", [1, 14], NOT_IN_OPENTOFU),
  actionTrigger: feature("`action_trigger`", [1, 14], NOT_IN_OPENTOFU),
  deprecated: feature("`deprecated`", [1, 15], [1, 10]),
  constVariable: feature("a `const` variable", [1, 15], [1, 12]),
  outputType: feature("an output with a `type`", [1, 15], NOT_IN_OPENTOFU),
  destroyTrigger: feature("a trigger on a destruction", [1, 16], NOT_IN_OPENTOFU),
  triggerFailure: feature("`on_failure` of a trigger", [1, 16], NOT_IN_OPENTOFU),
  importInModule: feature("an `import` block in a module", [1, 16], NOT_IN_OPENTOFU),
  keepOnDestroy: feature("`destroy` in a `lifecycle` block", [1, 16], [1, 12]),
} as const;

/** The versions that a call of a function needs. */
export function featureOfFunction(name: string): Feature | undefined {
  if (name.startsWith("provider::")) return { ...FEATURES.providerFunction, what: `\`${name}\`` };
  const since = factsOf(name)?.since;
  return since === undefined ? undefined : feature(`\`${name}\``, since.terraform, since.opentofu);
}
