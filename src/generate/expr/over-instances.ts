/** Loops over what a loop over the instances of a resource gives. */
import { type Binding, type Expression, type For, mapChildren } from "../../hcl/expression";
import { bindingNode } from "./build";

/**
 * A loop over an attribute of each instance, `{ for key, queue in aws_sqs_queue.this : key => queue.id }`, as one over the instances:
 * both have the same keys in the same order.
 */
export function overInstances(node: For, { key, value, collection, resultKey, result, condition }: For): For {
  const keepsKeys = key !== undefined && resultKey?.kind === "binding" && resultKey.id === key.id;
  const isOfInstances = collection.kind === "reference" && !/^(?:var|local|each)\b/.test(collection.address);
  if (!keepsKeys || !isOfInstances || condition !== undefined || !isStepsOf(result, value)) return node;
  const instance = bindingNode(value.hint);
  const attribute = replaceBinding(result, value, instance);
  const inside = (part: Expression) => replaceBinding(part, node.value, attribute);
  return {
    ...node,
    value: instance,
    collection,
    result: inside(node.result),
    ...(node.resultKey !== undefined && { resultKey: inside(node.resultKey) }),
    ...(node.condition !== undefined && { condition: inside(node.condition) }),
  };
}

function replaceBinding(node: Expression, binding: Binding, by: Expression): Expression {
  if (node.kind === "binding") return node.id === binding.id ? by : node;
  return mapChildren(node, (child) => replaceBinding(child, binding, by));
}

/** Whether an expression is an attribute of a loop's value, or of what is in it. */
function isStepsOf(node: Expression, value: Binding): boolean {
  if (node.kind === "binding") return node.id === value.id;
  return node.kind === "attribute" && isStepsOf(node.of, value);
}
