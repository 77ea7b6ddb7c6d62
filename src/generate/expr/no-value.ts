/** What an author holds that is no value: blocks, all instances of a resource, the entry of a loop. */

/** What is said where such an object is given as a value: as an argument, in a text or in an object. */
export const NO_VALUE: unique symbol = Symbol("tfwright.no-value");

/** A message and a hint about what has {@link NO_VALUE}. */
export interface NoValue {
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with an object in the place of a value; undefined for any other. */
export function noValueOf(value: object): NoValue | undefined {
  return (value as { readonly [NO_VALUE]?: NoValue })[NO_VALUE];
}
