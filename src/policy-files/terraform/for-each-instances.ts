/** Finds the instances of a block whose `for_each` or `count` is known. */
import type { BlockSyntax, BodySyntax } from "../../hcl/read";
import { type Evaluator, roundsOf, type Scope, withElement } from "../../terraform/evaluator";
import { objectValue, scalarValue, shownText, type Value } from "../../terraform/value";
import { INDEX } from "../lint/findings-of-instances";
import { attributeIn } from "./hcl-arguments";

/** One instance of a block: the values of `each.key` and `each.value`, or of `count.index`, in `scope`, and its key. */
export interface BlockInstance {
  readonly scope: Scope;
  /** The key of the instance; undefined if there is but one, or if the instances are not known. */
  readonly round?: string;
}

/** If a block has more instances, it is read as one instance with unknown `each.key` and `each.value`. */
const MAX_INSTANCES = 100;

/** Returns the instances of a block. If the block has neither `for_each` nor `count`, or if its value is not known, there is one instance without a key. */
export function forEachInstances({ body }: BlockSyntax, scope: Scope, evaluator: Evaluator): readonly BlockInstance[] {
  const forEach = attributeIn(body, "for_each");
  if (forEach === undefined) return countedInstances(body, scope, evaluator);
  const collection = evaluator.fold(forEach.value, scope);
  const at = scope.base + forEach.start;
  const names = { key: "each.key", value: "each.value", filter: undefined };
  const rounds = hasInstances(collection) ? roundsOf(asKeyed(collection), names, at) : [];
  if (rounds.length === 0 || rounds.length > MAX_INSTANCES) return [{ scope }];
  return rounds.map((round, index) => {
    // Counts the work, which is limited for each folder; 64 is the cost of one instance.
    evaluator.spend(64);
    return { scope: withElement(scope, "each", round, at), round: instanceName(round.key) ?? `#${index}` };
  });
}

function countedInstances(body: BodySyntax, scope: Scope, evaluator: Evaluator): readonly BlockInstance[] {
  const given = attributeIn(body, "count");
  if (given === undefined) return [{ scope }];
  const count = evaluator.fold(given.value, scope);
  // Terraform takes `"2"` for a number.
  const number = count.kind === "scalar" ? Number(count.value) : count.kind === "text" ? Number(count.text) : 0;
  if (!Number.isInteger(number) || number < 1 || number > MAX_INSTANCES) return [{ scope }];
  const at = scope.base + given.start;
  return Array.from({ length: number }, (_, index) => {
    evaluator.spend(64);
    const value = objectValue([{ key: "index", at, value: scalarValue(index, at) }], at);
    return { scope: { ...scope, names: new Map([...scope.names, ["count", value]]) }, round: `${INDEX}${index}` };
  });
}

function hasInstances(collection: Value): boolean {
  return collection.kind === "list" || collection.kind === "object";
}

/** Terraform takes maps and sets alone: what looks like a list is a set. */
function asKeyed(collection: Value): Value {
  return collection.kind === "list" ? { ...collection, isUnordered: true } : collection;
}

/** The key of an instance; undefined where it is not known, so that it may be that of another. */
function instanceName(key: Value): string | undefined {
  const name = shownText(key);
  return name === undefined || name.includes("${...}") ? undefined : name;
}
