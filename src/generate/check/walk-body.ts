/** Visits the expressions of a body. */
import type { BlockItem, Body } from "../../hcl/document";
import type { Expression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";

/** Meta-arguments, after the block that contains them, whose references are names of arguments or providers. */
const NAMES_ONLY = new Set([
  "lifecycle.ignore_changes",
  "action_trigger.events",
  "action_trigger.on_failure",
  "resource.provider",
  "data.provider",
  "ephemeral.provider",
  "action.provider",
  "import.provider",
  "module.providers",
  "dynamic.iterator",
  "provisioner.when",
  "provisioner.on_failure",
]);

/** Visits each expression of a body together with its position. */
export function walkBody(
  body: Body,
  path: string,
  visit: (value: Expression, path: string) => void,
  parent = "",
): void {
  for (const item of body) {
    if (item.kind === "attribute" && !NAMES_ONLY.has(`${parent}.${item.name}`))
      visit(item.value, `${path}.${item.name}`);
    if (item.kind === "block") {
      const labels = item.type === "resource" || item.type === "dynamic" ? item.labels : [item.type, ...item.labels];
      // What a resource was called, or what is gone, is no longer in the module.
      const isPast = item.type === "moved" || item.type === "removed";
      const body = isPast
        ? item.body.filter((inner) => inner.kind === "attribute" && inner.name !== "from")
        : item.body;
      walkBody(body, [path, ...labels, ...addressIn(item)].join("."), visit, item.type);
    }
  }
}

/** The argument of a block without labels that says which one it is. */
const NAMED_BY: Readonly<Record<string, string>> = { moved: "from", removed: "from", import: "to" };

/** The address under which the builder has such a block: of several the one that is meant. */
function addressIn({ type, body }: BlockItem): readonly string[] {
  const named = body.find((inner) => inner.kind === "attribute" && inner.name === NAMED_BY[type]);
  return named?.kind === "attribute" ? [printExpression(named.value)] : [];
}
