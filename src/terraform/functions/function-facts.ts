/** The columns of the table of functions in `table.ts`. */
import type { Expression } from "../../hcl/expression";
import type { Value } from "../value";
import type { Version } from "../version-constraint";

type Simple = "any" | "bool" | "number" | "string";
type CollectionType = `list(${Simple})` | `map(${Simple})` | `set(${Simple})` | "map(list(string))";

/** The type of a parameter; one with `?` accepts null. */
export type ParameterType = Simple | CollectionType | "any?";

/** The type of a result: a fixed type, or the rule that derives it from the arguments. */
export type ResultType =
  | Simple
  | CollectionType
  /** The type of the first argument whose type is known. */
  | "argument"
  /** The type of an element of the first argument. */
  | "element"
  | "list of elements"
  | "set of elements"
  | "list of arguments";

/**
 * How much of the result Terraform knows in a plan if an argument is partly or wholly unknown. The shape of a collection is the
 * number of its elements, its keys, and whether it is null.
 */
type PlanTimeRule =
  /** The whole result is known if the shape of the argument is known: `length`, `keys`. */
  | "of shape"
  /** The result is known if the element that the call picks is known: `lookup`. */
  | "of part"
  /** The shape of the result is known if the shapes of all arguments are known: `concat`, `merge`. */
  | "shape of arguments"
  /** The shape of the result is known if the first argument, which has the keys, is known: `zipmap`. */
  | "shape of keys"
  /** The shape of the result is known if the shapes of all elements are known: `flatten`. */
  | "shape of elements"
  /** What is known of the first argument is known of the result, unless the second, a type, makes it a set: `convert`. */
  | "as its type"
  /** One unknown element makes the whole result unknown: `distinct`, `sort`. */
  | "spreads unknown"
  /** The result is known only after apply, whatever the arguments are. */
  | "after apply";

/** Computes the exact result of a call; undefined if an argument is unknown, or if the result may differ from Terraform's. */
export type Fold = (args: readonly Expression[]) => Expression | undefined;

/**
 * What is known of the result of a call in a file that is read, where parts of its arguments may be unknown.
 *
 * This is not derived from {@link Fold}, because the two must give different results. A fold is written into a module, so
 * it gives up where anything is unknown, and it sorts, counts and normalizes as Terraform does. A reader looks for
 * policies, so it goes on where a part is unknown, and keeps each value at its place in the file: `sort` and `keys` keep
 * the order of the text, and an unknown item stands for any number of items.
 */
export type Approximate = (args: readonly Value[], at: number) => Value | undefined;

/** All that we know of one of Terraform's functions. */
export interface FunctionFacts {
  /** Parameters in their order, by Terraform's own names. */
  readonly takes: Readonly<Record<string, ParameterType>>;
  /** The parameter that takes all further arguments. */
  readonly rest?: Readonly<Record<string, ParameterType>>;
  readonly gives: ResultType;
  /** @default the result is known if all arguments are wholly known, and wholly unknown otherwise */
  readonly plan?: PlanTimeRule;
  /** The result may be null although no argument is. @default false */
  readonly isNullable?: true;
  /** The result is the argument, converted or marked, and null if that is null. @default false */
  readonly passesArgument?: true;
  /** The result shows nothing of a sensitive argument, or is meant to be shown. @default false */
  readonly hidesSecrets?: true;
  /** @default Terraform 0.13 and the first OpenTofu */
  readonly since?: { readonly terraform: Version; readonly opentofu?: Version };
  /** @default the call stays a call */
  readonly fold?: Fold;
  /** @default nothing is known of the result */
  readonly approximate?: Approximate;
}
