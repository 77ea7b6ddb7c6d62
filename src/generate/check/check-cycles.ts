/** Locals and resources that need each other. Terraform makes one thing after the other, and refuses a cycle. */
import type { Problems } from "../../errors";
import type { BlockItem, Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { findCycles } from "../../text/find-cycles";
import { lengthOfAddress } from "./counted-parts";
import { readNames } from "./read-hcl-names";
import { walkBody } from "./walk-body";

/** Reports each cycle once. Calls of modules are left out: Terraform orders their inputs and outputs one by one. */
export function checkCycles(name: string, main: Body, problems: Problems): void {
  const needs = new Map<string, ReadonlySet<string>>(main.flatMap(nodesIn));
  for (const cycle of findCycles(needs)) {
    const [first = ""] = cycle;
    problems.add({
      code: "cycle",
      path: `${name}.${first}`,
      message: cycle.length === 1 ? `${first} refers to itself` : `a cycle: ${[...cycle, first].join(" needs ")}`,
      hint: "Terraform makes one after the other: remove one of these references, or put what they share into a third resource or local",
    });
  }
}

type NamedNode = readonly [address: string, needs: ReadonlySet<string>];

/** What a block of the module is called, and what it needs; each local by itself. */
function nodesIn(item: Body[number]): readonly NamedNode[] {
  if (item.kind !== "block") return [];
  if (item.type === "locals")
    return item.body.flatMap((one) =>
      one.kind === "attribute" ? [[`local.${one.name}`, namesIn(one.value)] as const] : [],
    );
  if (item.type === "resource") return [[item.labels.join("."), needsOf(item)]];
  return item.type === "data" || item.type === "ephemeral"
    ? [[[item.type, ...item.labels].join("."), needsOf(item)]]
    : [];
}

function needsOf({ body }: BlockItem): ReadonlySet<string> {
  const found = new Set<string>();
  walkBody(body, "", (value) => {
    for (const name of namesIn(value)) found.add(name);
  });
  return found;
}

/** The addresses that an expression refers to. */
function namesIn(value: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (steps: readonly string[]) => found.add(steps.slice(0, lengthOfAddress(steps)).join("."));
  walkExpression(value, (node) => {
    // Most references are to variables, which need nothing.
    if (node.kind === "reference" && !node.address.startsWith("var.")) add(node.address.split("."));
    if (node.kind !== "raw") return;
    const names = readNames(node.text);
    if (!("message" in names)) for (const steps of names.references) add(steps);
  });
  return found;
}
