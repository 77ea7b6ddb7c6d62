/** Rules on what a caller writes: the shape of a text, of each text of a list, of each value of a map. */
import { type Expr, each, fn, type ListExpr, type MapExpr, not } from "tfwright";

const hasShape = (shape: string) => (text: Expr<string>) => fn.can(fn.regex(shape, text));

/** The text has this shape. Unknown texts pass until they are known. */
export const shapeOf = (shape: string, message: string) => ({ condition: hasShape(shape), message });

/** Each text of the list has this shape. */
export const shapeOfEach = (shape: string, message: string) => ({
  condition: (texts: ListExpr<Expr<string>>) => fn.alltrue(each(texts, hasShape(shape))),
  message,
});

/** Each value of the map has this shape. */
export const shapeOfValues = (shape: string, message: string) => ({
  condition: (texts: MapExpr<Expr<string>>) => fn.alltrue(each(texts, hasShape(shape))),
  message,
});

/** The name of a thing, where people write its ARN. */
export const noArn = (input: string, what: string) => ({
  condition: (name: Expr<string>) => not(fn.startswith(name, "arn:")),
  message: `${input} takes the name of the ${what}, not its ARN.`,
});

/** Names, where people write ARNs. */
export const noArns = (input: string, what: string) => ({
  condition: (names: ListExpr<Expr<string>>) =>
    fn.alltrue(each(names, (name) => not(fn.startswith(name, "arn:")), { as: "name" })),
  message: `${input} takes names of ${what}, not their ARNs.`,
});

/** Said of each list whose length decides what is made. */
export const LENGTH_IS_KNOWN =
  "How many there are decides what is made, so it must be known at plan: no `compact` or `distinct` around values that are known only after apply.";

/** The same of a map. */
export const KEYS_ARE_KNOWN = "The keys must be known at plan, because each makes an attachment; the values need not.";
