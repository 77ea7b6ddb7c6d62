/** Files of Terragrunt: `inputs = { ... }` gives a module its variables, as a `module` block does. */
import type { AttributeSyntax, BlockSyntax, BodySyntax, EntrySyntax, Syntax } from "../../hcl/read";

/** The type of the block that stands for `inputs`. */
export const INPUTS = "inputs";

/** The body of a file with a block in place of `inputs`. */
export function withInputs(body: BodySyntax): BodySyntax {
  return body.map((item) => (item.kind === "attribute" && item.name === INPUTS ? blockOf(item) : item));
}

function blockOf({ value, start, end }: AttributeSyntax): BlockSyntax {
  return { kind: "block", type: INPUTS, labels: [], body: argumentsIn(value), start, end };
}

/** The entries of an object, and of the objects that are merged: `merge(local.common, { policy = ... })`. */
function argumentsIn(value: Syntax): readonly AttributeSyntax[] {
  if (value.kind === "call" && value.name === "merge") return value.args.flatMap(argumentsIn);
  return value.kind === "object" ? value.entries.flatMap(argumentOf) : [];
}

function argumentOf({ key, value }: EntrySyntax): readonly AttributeSyntax[] {
  if (key.kind !== "literal") return [];
  return [{ kind: "attribute", name: String(key.value), value, start: key.start, end: value.end }];
}
