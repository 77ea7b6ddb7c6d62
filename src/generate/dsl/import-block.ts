/** `importBlock`: takes an object that exists already into the state, as a resource of the module. */
import type { Construct } from "../../cdk";
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";
import { indexNode, referenceNode } from "../expr/build";
import type { Walkable } from "../expr/collections";
import type { Expr } from "../expr/expr";
import type { NumberLike, StringLike } from "../expr/operators";
import { toNode } from "../expr/to-node";
import { eachOf, forEachOf, isKnownEmpty } from "./for-each";
import { addressOfPart, builderOf, type ElementPart, type ImportPart, isElement } from "./module-builder";
import type { ForEntry } from "./resource";
import { addressesOf, type Dependency } from "./resource-references";

/** What the provider knows of the attributes by which an object is identified. */
type Identity = Readonly<Record<string, StringLike | NumberLike | boolean | Expr<unknown>>>;

/** The object to import: by its id or by its identity. Both must be known in the plan. */
export interface ImportOptions<F> {
  /** What the page of the resource names under "Import". */
  readonly id?: ForEntry<StringLike, F>;
  /** In place of `id`, for resources that have an identity. */
  readonly identity?: ForEntry<Identity, F>;
  /** The instance of a resource with `count` or `forEach`. @default `each.key` where both have a `forEach` */
  readonly index?: NumberLike | StringLike;
  /** One import for each entry of a map. @default one import */
  readonly forEach?: F;
}

/**
 * An `import` block. Needs Terraform 1.16, because older ones allow it in a root module alone, as OpenTofu does; inlined it
 * stands in the root module.
 *
 * @example
 * const queues = resource(scope, SqsQueue, "this", (each) => ({ name: each.key }), { forEach: v.queues });
 * importBlock(scope, queues, { id: (each) => each.value, forEach: v.adopted_urls });
 */
export function importBlock<F extends Walkable | undefined = undefined>(
  scope: Construct,
  to: Dependency,
  options: ImportOptions<F>,
): void {
  const builder = builderOf(scope);
  const [address] = addressesOf([to]);
  // A resource that is known not to be created has no address.
  if (address === undefined) return;
  const part = builder.parts.find((one) => isElement(one) && addressOfPart(one) === address) as ElementPart | undefined;
  const path = `import.${address}`;
  const refuse = (message: string, hint: string) => fail({ code: "bad-import", path, message, hint });
  if (part?.kind !== "resource") {
    refuse(`\`${address}\` is not a resource of this module`, "only resources can be imported");
    return;
  }
  const { id, identity, index, forEach } = options;
  if ((id === undefined) === (identity === undefined))
    refuse("an import needs either `id` or `identity`", `importBlock(scope, resource, { id: "..." })`);
  const loop = forEachOf(builder, forEach, path);
  if (isKnownEmpty(loop)) return;
  const entry = (value: unknown): Expression =>
    toNode(typeof value === "function" ? value(eachOf(forEach as Expr<unknown> | undefined)) : value);
  const isRepeated = part.count !== undefined || part.forEach !== undefined;
  const given = index === undefined ? undefined : toNode(index);
  const key = given ?? (loop === undefined || part.forEach === undefined ? undefined : referenceNode("each.key"));
  if (isRepeated && key === undefined)
    refuse(
      `\`${address}\` has several instances`,
      part.count === undefined ? '{ id: "...", index: "key" }' : '{ id: "...", index: 0 }',
    );
  const root = referenceNode(address);
  const target = isRepeated && key !== undefined ? indexNode(root, key) : root;
  const item: ImportPart = {
    kind: "import",
    address,
    to: target,
    ...(id !== undefined && { id: entry(id) }),
    ...(identity !== undefined && { identity: entry(identity) }),
    ...(loop !== undefined && { forEach: loop }),
  };
  builder.addPart(item, `import.${printExpression(target)}`);
}
