/** The kinds of blocks that elements are, and how messages call them. */
import { TerraformDataSource } from "../../cdk";
import type { ElementKind } from "./module-builder";

/** What the class of an element says of itself. */
export interface ElementClassFacts {
  readonly prototype: object;
  /** The kind of its blocks, where cdktf has no base class for the kind. */
  readonly elementKind?: ElementKind;
}

/** The kind of block that a class stands for. */
export function kindOf({ elementKind, prototype }: ElementClassFacts): ElementKind {
  return elementKind ?? (prototype instanceof TerraformDataSource ? "data" : "resource");
}

/** With its article. */
export const KIND_WORDS: Readonly<Record<ElementKind, string>> = {
  resource: "a resource",
  data: "a data source",
  ephemeral: "an ephemeral resource",
  action: "an action",
};
