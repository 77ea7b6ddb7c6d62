/**
 * `aws_sqs_queue.failed[0]` fails in Terraform where the queue has `count = 0`. It is reported only where this is sure to
 * happen for some caller: one branch of the `count` is a literal 0, and nothing around the index depends on a condition.
 */
import type { Problems } from "../../errors";
import type { BlockItem, Body } from "../../hcl/document";
import { childrenOf, type Expression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";
import type { OutputModel } from "../../render/model";
import { addressOfPart, type ElementPart, isElement, type ModuleBuilder, type ModulePart } from "../dsl/module-builder";

interface IndexingModule {
  readonly name: string;
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
  readonly builder: ModuleBuilder;
}

/** Reports each `.at(0)` that fails for a caller for whom the `count` is 0. */
export function checkInstances({ name, outputs, main, builder }: IndexingModule, problems: Problems): void {
  const counts = new Map<string, { readonly count: Expression; readonly hint: string }>();
  for (const part of builder.parts) {
    if (!isElement(part) && part.kind !== "module") continue;
    if (part.count !== undefined && mayBeZero(part.count))
      counts.set(addressOfPart(part), { count: part.count, hint: hintFor(part) });
  }
  if (counts.size === 0) return;
  const seen = new Set<string>();
  const check = (value: Expression, path: string) => {
    for (const address of unguarded(value)) {
      const counted = counts.get(address);
      if (counted === undefined || seen.has(`${path} ${address}`)) continue;
      seen.add(`${path} ${address}`);
      problems.add({
        code: "no-instance",
        path,
        message: `\`${address}\` has \`count = ${printExpression(counted.count).replace(/\s+/g, " ")}\`, so \`.at(0)\` fails for a caller for whom it is 0`,
        hint: counted.hint,
      });
    }
  };
  checkBody(main, name, check);
  for (const output of outputs) check(output.value, `${name}.outputs.${output.name}`);
}

/** A module that is called by its source has `.at` alone. */
function hintFor(part: ElementPart | ModulePart): string {
  const guard = "put `.at(0)` inside `when`, with the condition of the `count`";
  if (part.kind === "module" && part.called === undefined) return guard;
  return `for one or none, null if there is none: .one((it) => ...); for all: .all((it) => ...); or ${guard}`;
}

/** Whether a branch of the `count` is a literal 0. A length or a variable may be held above 0 by a validation. */
function mayBeZero(count: Expression): boolean {
  if (count.kind === "conditional") return mayBeZero(count.then) || mayBeZero(count.otherwise);
  return count.kind === "literal" && count.value === 0;
}

function checkBody(body: Body, path: string, check: (value: Expression, path: string) => void): void {
  for (const item of body) {
    if (item.kind === "attribute") check(item.value, `${path}.${item.name}`);
    // What fails inside of a check block is a warning.
    if (item.kind === "block" && item.type !== "check") checkBlock(item, path, check);
  }
}

/** What has a `count`, a `for_each` or is `dynamic` may be there only where the instance is. */
function checkBlock(block: BlockItem, path: string, check: (value: Expression, path: string) => void): void {
  const type = block.type === "locals" ? "local" : block.type;
  const labels = type === "resource" || type === "dynamic" ? block.labels : [type, ...block.labels];
  const inner = [path, ...labels].join(".");
  const repeaters = block.body.filter(
    (item) => item.kind === "attribute" && (item.name === "count" || item.name === "for_each"),
  );
  checkBody(repeaters.length > 0 ? repeaters : block.body, inner, check);
}

/** The addresses of which an instance is taken, whatever the conditions of the expression are. */
function unguarded(node: Expression): readonly string[] {
  if (node.kind === "index" && node.of.kind === "reference") return [node.of.address, ...unguarded(node.key)];
  return alwaysEvaluated(node).flatMap(unguarded);
}

function alwaysEvaluated(node: Expression): readonly Expression[] {
  if (node.kind === "conditional") return [node.condition];
  if (node.kind === "for") return [node.collection];
  // Newer versions of Terraform do not evaluate the right side if the left side decides.
  if (node.kind === "binary" && (node.operator === "&&" || node.operator === "||")) return [node.left];
  if (node.kind === "call" && (node.name === "try" || node.name === "can")) return [];
  return childrenOf(node);
}
