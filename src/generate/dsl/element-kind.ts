/** The kinds of blocks that elements are, and how messages call them. */
import { TerraformDataSource, TerraformElement } from "../../cdk";
import { fail } from "../../errors";
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

/**
 * Refuses a class that extends another copy of cdktf: what that copy makes of a value is no value of this one.
 *
 * @throws TfwrightError that says how to have one copy
 */
export function refuseOtherCopy(type: object, path: string): void {
  for (let at: unknown = type; typeof at === "function"; at = Object.getPrototypeOf(at)) {
    if (at.name !== "TerraformElement" || at === TerraformElement) continue;
    fail({
      code: "two-copies",
      path,
      message: `\`${(type as { name?: string }).name}\` comes from another copy of cdktf than the one that tfwright uses`,
      hint: "have tfwright, cdktf and the provider's package in one node_modules; `npm ls cdktf` shows the copies, `npm dedupe` makes them one",
    });
  }
}

/** With its article. */
export const KIND_WORDS: Readonly<Record<ElementKind, string>> = {
  resource: "a resource",
  data: "a data source",
  ephemeral: "an ephemeral resource",
  action: "an action",
};
