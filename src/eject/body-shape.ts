/** What the body of a resource, a data source or a provider may hold: which of its names are blocks. */

/** A block type inside of a body. */
export interface BlockMember {
  readonly kind: "block";
  readonly shape: BodyShape;
  /** The key of each instance is a label of the block. */
  readonly hasLabel: boolean;
}

/** An attribute. */
export interface AttributeMember {
  readonly kind: "attribute";
  /**
   * What an element holds, where the attribute is a list or a set of objects that Terraform takes as blocks too: what stands
   * in JSON as a list of objects is then read as blocks, in which arguments may be missing.
   */
  readonly elements?: BodyShape;
}

export type BodyMember = BlockMember | AttributeMember;

/** The names of a body that are known. */
export interface BodyShape {
  /** What a name is; undefined where that is not known. */
  member(name: string): BodyMember | undefined;
}

/** Kinds of elements whose bodies belong to a provider. */
export type ShapeKind = "resource" | "data" | "ephemeral" | "provider";

/** The bodies of one provider at one version. */
export interface ProviderShapes {
  /** Where they come from, for the report: `the schema of hashicorp/aws in schema.json`; of a table the provider: `hashicorp/aws 6.34.0`. */
  readonly origin: string;
  /** Whether they are one of the tables that ship with tfwright. @default false */
  readonly isTable?: boolean;
  /**
   * Whether they are of an older version than the stack requires: a block that was added since reads as an attribute.
   *
   * @default false
   */
  readonly isOlder?: boolean;
  /** The body of a type; for the configuration of the provider itself the type is empty. Undefined where it is not known. */
  shape(kind: ShapeKind, type: string): BodyShape | undefined;
}
