/**
 * Ephemeral resources and actions by their schemas. No package of cdktf has classes for them, and cdktf has no base class:
 * they are resources to it, whose blocks and addresses have another first word.
 */
import { addressToken, type Construct, type IResolvable, TerraformResource, TerraformStack } from "../../cdk";
import type { WithExpressions } from "./config-types";
import type { ElementKind } from "./module-builder";
import { type Attributes, type ElementSchema, elementClass } from "./resource-type";
import type { BlockContent, ContentFields, ContentInputs, SchemaFields } from "./schema-fields";

declare const KIND: unique symbol;

/** The class of a block of another kind than `resource` and `data`. Only `ephemeral` or `action` takes it. */
export interface SchemaClass<Kind extends ElementKind, Config, Element> {
  new (scope: Construct, id: string, config: Config): Element;
  /** Only for the compiler. */
  readonly [KIND]?: Kind;
  readonly tfResourceType: string;
  readonly localProvider?: string;
}

/** The class of an ephemeral resource; its attributes are expressions. */
export type EphemeralType<A extends BlockContent, B extends SchemaFields> = SchemaClass<
  "ephemeral",
  ContentInputs<A>,
  WithExpressions<Attributes<ContentFields<A>, B>>
>;

/** The class of an action. An action has no attributes. */
export type ActionType<A extends BlockContent> = SchemaClass<"action", ContentInputs<A>, object>;

/** A resource to cdktf, whose address begins with the kind. */
class EphemeralElement extends TerraformResource {
  static readonly elementKind: ElementKind = "ephemeral";

  override interpolationForAttribute(name: string): IResolvable {
    const address = `ephemeral.${this.terraformResourceType}.${this.friendlyUniqueId}.${name}`;
    return addressToken(TerraformStack.of(this), address);
  }
}

class ActionElement extends TerraformResource {
  static readonly elementKind: ElementKind = "action";
}

/**
 * A type of ephemeral resource by its schema in the provider's documentation: its values are read anew in each run, and are
 * kept in no plan and no state. Needs Terraform 1.10 or OpenTofu 1.11.
 *
 * @example
 * const RandomPassword = ephemeralType("aws_secretsmanager_random_password", {
 *   arguments: { password_length: optional(number()) },
 *   attributes: { random_password: string() },
 * });
 *
 * @throws TfwrightError where the schema cannot be one of Terraform's
 */
export function ephemeralType<
  A extends BlockContent = Record<never, never>,
  B extends SchemaFields = Record<never, never>,
>(type: string, schema: ElementSchema<A, B>): EphemeralType<A, B> {
  return elementClass(EphemeralElement, type, schema) as never;
}

/**
 * A type of action by its schema in the provider's documentation. Needs Terraform 1.14; OpenTofu has no actions.
 *
 * @example
 * const InvokeLambda = actionType("aws_lambda_invoke", {
 *   arguments: { function_name: string(), payload: string() },
 * });
 *
 * @throws TfwrightError where the schema cannot be one of Terraform's
 */
export function actionType<A extends BlockContent = Record<never, never>>(
  type: string,
  schema: Omit<ElementSchema<A, Record<never, never>>, "attributes">,
): ActionType<A> {
  return elementClass(ActionElement, type, schema) as never;
}
