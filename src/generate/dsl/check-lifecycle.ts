/** Checks `lifecycle`, whose names the compiler checks too. */
import type { Construct } from "../../cdk";
import { suggestName } from "../../text/suggest-name";
import { argumentNames } from "./argument-names";
import { stackHere } from "./author-call";
import type { ModuleBuilder } from "./module-builder";

const SETTINGS = [
  "createBeforeDestroy",
  "preventDestroy",
  "destroy",
  "ignoreChanges",
  "replaceTriggeredBy",
  "actionTriggers",
  "preconditions",
  "postconditions",
];

/** Reports settings that there are not, and arguments in `ignoreChanges` that the element has not. */
export function checkLifecycle(
  lifecycle: object | undefined,
  {
    element,
    address,
    builder,
  }: { readonly element: Construct; readonly address: string; readonly builder: ModuleBuilder },
): void {
  const refuse = (message: string, hint: string) =>
    builder.problems.add({
      code: "bad-option",
      path: `${builder.definitionName}.${address}`,
      message,
      hint,
      stack: stackHere(),
    });
  for (const setting of Object.keys(lifecycle ?? {}))
    if (!SETTINGS.includes(setting))
      refuse(`\`lifecycle\` has no setting \`${setting}\``, suggestName(setting, SETTINGS, "settings"));
  const { ignoreChanges } = (lifecycle ?? {}) as { readonly ignoreChanges?: unknown };
  if (!Array.isArray(ignoreChanges)) return;
  const known = argumentNames(element);
  for (const name of ignoreChanges as readonly string[])
    if (known.length > 0 && !known.includes(name) && !(name in element))
      refuse(
        `\`ignoreChanges\` names \`${name}\`, which ${address} does not have`,
        suggestName(name, known, "arguments"),
      );
}
