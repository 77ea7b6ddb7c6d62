/**
 * Arguments that a provider declares as attributes, although they are written as blocks, such as `ingress` of
 * `aws_security_group`. In Terraform's JSON syntax such an argument is one list of objects, and each object has all attributes.
 *
 * @see https://developer.hashicorp.com/terraform/language/attr-as-blocks
 */
import type { TerraformDataSource, TerraformResource } from "../../cdk";
import { attribute, type BlockItem, type Body, type BodyItem } from "../../hcl/document";
import { type Binding, type Expression, mapChildren } from "../../hcl/expression";
import { bindingNode, callNode } from "../expr/build";

type ProviderElement = TerraformResource | TerraformDataSource;

const NULL: Expression = { kind: "literal", value: null };

/** The body of a resource, with a list of objects in place of the blocks of each such argument. */
export function withAttributeBlocks(body: Body, element: ProviderElement): Body {
  const attributes = attributeBlocksOf(element);
  const isOne = (item: BodyItem): item is BlockItem => item.kind === "block" && attributes.has(argumentOf(item));
  const written = new Set<string>();
  return body.flatMap((item): Body => {
    if (!isOne(item)) return [item];
    const name = argumentOf(item);
    if (written.has(name)) return [];
    written.add(name);
    const lists = body.flatMap((other) =>
      isOne(other) && argumentOf(other) === name ? [listOf(other, attributes.get(name) ?? [])] : [],
    );
    return [attribute(name, lists.length === 1 ? (lists[0] as Expression) : callNode("concat", lists))];
  });
}

/** The arguments, and the names of their attributes. The provider's class writes null for an attribute that was left out. */
function attributeBlocksOf(element: ProviderElement): ReadonlyMap<string, readonly string[]> {
  const { synthesizeAttributes } = Object.getPrototypeOf(element) as {
    synthesizeAttributes(): Readonly<Record<string, unknown>>;
  };
  const found = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(synthesizeAttributes.call(element))) {
    const objects = (Array.isArray(value) ? value : []).filter((one) => typeof one === "object" && one !== null);
    if (objects.some((one) => Object.values(one as object).includes(null)))
      found.set(name, [...new Set(objects.flatMap((one) => Object.keys(one as object)))]);
  }
  return found;
}

function argumentOf(item: BlockItem): string {
  return item.type === "dynamic" ? (item.labels[0] ?? "") : item.type;
}

function listOf(item: BlockItem, names: readonly string[]): Expression {
  if (item.type !== "dynamic") return { kind: "tuple", items: [objectOf(item.body, names)] };
  const collection = item.body.find((part) => part.kind === "attribute" && part.name === "for_each");
  const content = item.body.find((part) => part.kind === "block" && part.type === "content");
  if (collection?.kind !== "attribute" || content?.kind !== "block") return { kind: "tuple", items: [] };
  const key = bindingNode("key");
  const value = bindingNode("item");
  const use = { isKeyUsed: false };
  const result = loopVariables(objectOf(content.body, names), item.binds?.id, { key, value, use });
  return { kind: "for", ...(use.isKeyUsed && { key }), value, collection: collection.value, result };
}

function objectOf(body: Body, names: readonly string[]): Expression {
  const given = new Map(body.flatMap((item) => (item.kind === "attribute" ? [[item.name, item.value] as const] : [])));
  return { kind: "object", entries: names.map((name) => ({ key: name, value: given.get(name) ?? NULL })) };
}

interface LoopVariables {
  readonly key: Binding;
  readonly value: Binding;
  readonly use: { isKeyUsed: boolean };
}

/** `ingress.value` and `ingress.key` of a `dynamic` block as the variables of a `for` expression. */
function loopVariables(node: Expression, iterator: number | undefined, variables: LoopVariables): Expression {
  if (node.kind === "attribute" && node.of.kind === "binding" && node.of.id === iterator) {
    if (node.name === "value") return variables.value;
    variables.use.isKeyUsed = true;
    return variables.key;
  }
  return mapChildren(node, (child) => loopVariables(child, iterator, variables));
}
