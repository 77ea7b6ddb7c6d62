/** `toset(toset(x))`, which `TerraformIterator.fromList` of CDKTF makes of a set. */
import type { Syntax } from "../hcl/read";

/** The inner call of `toset` where another one, which changes nothing, stands around it; anything else as it is. */
export function withoutRepeatedSet(node: Syntax): Syntax {
  const inner = setIn(node);
  return inner !== undefined && setIn(inner) !== undefined ? withoutRepeatedSet(inner) : node;
}

/** What a call of `toset` makes a set of. */
function setIn(node: Syntax): Syntax | undefined {
  return node.kind === "call" && node.name === "toset" && !node.expand && node.args.length === 1
    ? node.args[0]
    : undefined;
}
