/** Checks `lifecycle`, whose names the compiler checks too. */
import type { Construct } from "../../cdk";
import { fail, type Problems } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import { argumentNames } from "./argument-names";
import { stackHere } from "./author-call";
import { KIND_WORDS } from "./element-kind";
import { readIgnoredPath } from "./ignored-path";
import type { ElementKind, ModuleBuilder } from "./module-builder";

/** What only a managed resource has in its `lifecycle`. */
const MANAGED_ONLY = [
  "createBeforeDestroy",
  "preventDestroy",
  "destroy",
  "ignoreChanges",
  "replaceTriggeredBy",
  "actionTriggers",
];
const SETTINGS = [...MANAGED_ONLY, "preconditions", "postconditions"];

/** Reports settings that there are not, and arguments in `ignoreChanges` that the element has not. */
export function checkLifecycle(
  lifecycle: object | undefined,
  {
    element,
    address,
    builder,
  }: { readonly element: Construct; readonly address: string; readonly builder: ModuleBuilder },
): void {
  const refuse = (setting: string, message: string, hint: string) =>
    builder.problems.add({
      code: "bad-option",
      path: `${builder.definitionName}.${address}.lifecycle.${setting}`,
      message,
      hint,
      stack: stackHere(),
    });
  refuseKinds(lifecycle, `${builder.definitionName}.${address}.lifecycle`);
  for (const setting of Object.keys(lifecycle ?? {}))
    if (!SETTINGS.includes(setting))
      refuse(setting, `\`lifecycle\` has no setting \`${setting}\``, suggestName(setting, SETTINGS, "settings"));
  const { ignoreChanges } = (lifecycle ?? {}) as { readonly ignoreChanges?: unknown };
  if (!Array.isArray(ignoreChanges)) return;
  const known = argumentNames(element);
  for (const given of ignoreChanges as readonly string[]) {
    const { fault } = readIgnoredPath(element, address, given);
    if (fault !== undefined) refuse("ignoreChanges", fault.message, fault.hint);
    else if (known.length > 0 && !known.includes(/^[\w-]*/.exec(given)?.[0] ?? ""))
      builder.warnings.add({
        code: "ignores-nothing",
        path: `${builder.definitionName}.${address}.lifecycle.ignoreChanges`,
        message: `\`ignoreChanges\` names \`${given}\`, which the provider alone sets`,
        hint: "leave it out: Terraform compares only what the configuration gives",
        stack: stackHere(),
      });
  }
}

const BOOLS = ["createBeforeDestroy", "preventDestroy", "destroy"];
const RULES = ["preconditions", "postconditions"];

/** @throws TfwrightError for a setting of another kind: what follows reads it as it should be */
function refuseKinds(lifecycle: unknown, path: string): void {
  if (lifecycle === undefined) return;
  if (typeof lifecycle !== "object" || lifecycle === null)
    fail({ code: "bad-option", path, message: "`lifecycle` must be an object", hint: "{ preventDestroy: true }" });
  for (const [setting, value] of Object.entries(lifecycle)) {
    if (value === undefined) continue;
    const refuse = (message: string, hint: string) =>
      fail({ code: "bad-option", path: `${path}.${setting}`, message: `\`${setting}\` ${message}`, hint });
    if (BOOLS.includes(setting) && typeof value !== "boolean")
      refuse("must be true or false", "Terraform takes no expression here");
    if (setting === "ignoreChanges" && value !== "all" && !Array.isArray(value))
      refuse('must be "all" or a list of names', 'ignoreChanges: ["tags"]');
    const isTriggers = setting === "replaceTriggeredBy" || setting === "actionTriggers";
    const isMade = setting === "replaceTriggeredBy" && typeof value === "function";
    if (isTriggers && !isMade && !Array.isArray(value)) refuse("must be a list", `${setting}: [...]`);
    if (!RULES.includes(setting)) continue;
    const isRules =
      Array.isArray(value) && value.every((rule) => rule?.condition !== undefined && rule?.message !== undefined);
    if (!isRules)
      refuse(
        "must be a list of rules with `condition` and `message`",
        `${setting}: [{ condition: ..., message: "..." }]`,
      );
  }
}

/** Reports settings that only managed resources have. */
export function refuseLifecycle(
  lifecycle: object | undefined,
  kind: ElementKind,
  path: string,
  problems: Problems,
): void {
  if (lifecycle === undefined || kind === "resource") return;
  for (const name of MANAGED_ONLY) {
    if (!(name in lifecycle) || (lifecycle as Record<string, unknown>)[name] === undefined) continue;
    problems.add({
      code: "bad-option",
      path: `${path}.lifecycle.${name}`,
      message: `the \`lifecycle\` of ${KIND_WORDS[kind]} has no \`${name}\``,
      hint: "only resources have it; `preconditions` and `postconditions` are allowed",
    });
  }
}
