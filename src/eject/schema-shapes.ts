/** What the bodies of a provider may hold, from its exact schema. */
import type {
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
  ProviderSchema,
  ValueType,
} from "../terraform/schema/provider-schema";
import type { AttributeMember, BlockMember, BodyShape, ProviderShapes } from "./body-shape";

/** @param origin of the schema, for the report */
export function schemaShapes(schema: ProviderSchema, origin: string): ProviderShapes {
  const blocks = new Map(schema.types.map(({ kind, type, block }) => [`${kind} ${type}`, block]));
  return {
    origin,
    shape(kind, type) {
      const block = kind === "provider" ? schema.configuration : blocks.get(`${kind} ${type}`);
      return block && shapeOfBlock(block);
    },
  };
}

function shapeOfBlock({ attributes, blocks }: BlockSchema): BodyShape {
  return {
    member(name) {
      const nested = blocks.find((one) => one.name === name);
      if (nested !== undefined) return blockOf(nested);
      const attribute = attributes.find((one) => one.name === name);
      return attribute && memberOfAttribute(attribute);
    },
  };
}

function blockOf({ block, nesting }: NestedBlockSchema): BlockMember {
  return { kind: "block", shape: shapeOfBlock(block), hasLabel: nesting === "map" };
}

function memberOfAttribute({ type, required, optional }: AttributeSchema): AttributeMember {
  return attributeOf(required || optional ? type : undefined);
}

/**
 * Terraform takes blocks for a list or a set of objects, and so within their elements.
 *
 * @see https://developer.hashicorp.com/terraform/language/attr-as-blocks
 */
function attributeOf(type: ValueType | undefined): AttributeMember {
  if (!Array.isArray(type) || (type[0] !== "list" && type[0] !== "set")) return { kind: "attribute" };
  const [, element] = type as readonly ["list" | "set", ValueType];
  if (typeof element === "string" || element[0] !== "object") return { kind: "attribute" };
  const members = element[1];
  return {
    kind: "attribute",
    elements: { member: (name) => (Object.hasOwn(members, name) ? attributeOf(members[name]) : undefined) },
  };
}
