/** What finding secrets and finding ephemeral values have in common: the way to a value, and locals that refer to later ones. */
import type { Expression } from "../../hcl/expression";

/** The address and the names that follow it, without indexes: `module.database` and `url`. Empty for other expressions. */
export function addressAndNames(node: Expression): readonly string[] {
  if (node.kind === "reference") return [node.address];
  if (node.kind === "index") return addressAndNames(node.of);
  if (node.kind !== "attribute" && node.kind !== "splat") return [];
  const before = addressAndNames(node.of);
  const names = node.kind === "attribute" ? [node.name] : node.path.filter((step) => typeof step === "string");
  return before.length === 0 ? [] : [...before, ...names];
}

/** Repeats a search until it finds nothing new: a local may refer to a later one. */
export function searchUntilComplete(found: () => number, search: () => void): void {
  for (let before = -1; before < found(); ) {
    before = found();
    search();
  }
}
