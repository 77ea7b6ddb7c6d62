/** Functions of providers with types. */
import { fail } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import { callNode } from "./build";
import { type Expr, makeExpr, type TypeFor } from "./expr";
import type { BoolLike, NumberLike, StringLike } from "./operators";
import { type Anything, toNode } from "./to-node";

/** What a call may give for a parameter. */
type ArgumentFor<E> =
  E extends Expr<infer T>
    ? [T] extends [string]
      ? StringLike
      : [T] extends [number]
        ? NumberLike
        : [T] extends [boolean]
          ? BoolLike
          : E | Exclude<Anything, string | number | boolean>
    : never;

type ArgumentsFor<P extends readonly TypeFor<unknown>[]> = {
  readonly [K in keyof P]: P[K] extends TypeFor<infer E> ? ArgumentFor<E> : never;
};

/** The signature of a provider's function, as its documentation has it. */
export interface ProviderSignature<P extends readonly TypeFor<unknown>[], R extends TypeFor<unknown>, E> {
  readonly parameters: P;
  /** The type of all further arguments. @default no further arguments */
  readonly rest?: R;
  readonly result: TypeFor<E>;
}

/** A function of a provider. A call of it is an expression of the function's type. */
export type ProviderFunction<P extends readonly TypeFor<unknown>[], R extends TypeFor<unknown>, E> = (
  ...args: [...ArgumentsFor<P>, ...(R extends TypeFor<infer A> ? ArgumentFor<A>[] : never)]
) => E;

/**
 * A function of a provider by its signature: `provider::aws::arn_parse`. The definition must declare the provider. Needs
 * Terraform 1.8 or OpenTofu 1.7. For a function without types there is `call("provider::aws::arn_parse", arn)`.
 *
 * @example
 * const arnParse = providerFunction("aws", "arn_parse", {
 *   parameters: [string()],
 *   result: object({ account_id: string(), region: string() }),
 * });
 * arnParse(v.role_arn).account_id; // Expr<string>
 *
 * @param provider its local name in the definition
 */
export function providerFunction<
  const P extends readonly TypeFor<unknown>[],
  E,
  R extends TypeFor<unknown> = TypeFor<never>,
>(provider: string, name: string, schema: ProviderSignature<P, R, E>): ProviderFunction<P, R, E> {
  const path = `provider::${provider}::${name}`;
  if (!isIdentifier(provider) || !isIdentifier(name))
    fail({ code: "bad-name", path, message: `\`${path}\` is not a name that HCL allows` });
  const { parameters, rest, result } = schema;
  return (...args: readonly unknown[]) => {
    if (args.length < parameters.length || (rest === undefined && args.length > parameters.length))
      fail({
        code: "wrong-arguments",
        path,
        message: `\`${path}\` takes ${parameters.length}${rest === undefined ? "" : " or more"} arguments, but was given ${args.length}`,
      });
    return makeExpr(callNode(path, args.map(toNode)), result.type);
  };
}
