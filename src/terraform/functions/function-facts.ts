/** What a row of the table of functions holds. */
import type { Expression } from "../../hcl/expression";
import type { Value } from "../value";
import type { Version } from "../version-constraint";

type Simple = "any" | "bool" | "number" | "string";
type CollectionType = `list(${Simple})` | `map(${Simple})` | `set(${Simple})` | "map(list(string))";

/** The type of a parameter; one with `?` accepts null. */
export type ParameterType = Simple | CollectionType | "any?";

/** The type of a result: one that never changes, or how it follows from the arguments. */
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
 * When Terraform knows the result in the first plan although it does not know an argument. "Shape" is how many
 * elements there are, which keys, and whether it is null.
 */
export type PlanTimeRule =
  /** The result is known as soon as the argument's shape is. */
  | "of shape"
  /** As much is known as of the element that is picked. */
  | "of part"
  /** The shape is known where the shapes of all arguments are. */
  | "shape of arguments"
  /** The shape is known where the first argument, which holds the keys, is known. */
  | "shape of keys"
  /** The shape is known where the shapes of the elements are. */
  | "shape of elements"
  /** One element that is not known makes the whole result unknown. */
  | "spreads unknown"
  /** The result is known only after apply, whatever the arguments are. */
  | "after apply";

/** The exact result of a call, or undefined where something is not known or the result may differ from Terraform's. */
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
  /** @default the result is known where all arguments are known as a whole, else nothing of it is */
  readonly plan?: PlanTimeRule;
  /** The result may be null although no argument is. @default false */
  readonly isNullable?: true;
  /** The result is the argument, converted or marked, and null where that is null. @default false */
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
