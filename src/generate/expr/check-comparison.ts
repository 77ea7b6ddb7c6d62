/** Comparisons of a closed set of values with what is none of them, which are always false, and conditionals of two kinds of values. */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { listWords } from "../../text/list-words";
import { suggestName } from "../../text/suggest-name";
import { nameOfDeclared } from "./declared-values";

/** A value as an expression, with its type where that is known. */
export interface Compared {
  readonly node: Expression;
  readonly type?: TypeConstraint | undefined;
}

/** Refuses `var.mode == "fsat"`. @throws TfwrightError `never-equal` */
export function refuseNeverEqual(left: Compared, right: Compared): void {
  for (const [closed, other] of [
    [left, right],
    [right, left],
  ] as const)
    refuse(closed, { type: closed.type, others: [other.node], says: isNever });
}

/**
 * Refuses `contains(["fsat"], var.mode)`, where no element is possible, and `contains(var.modes, "fsat")`.
 *
 * @throws TfwrightError `never-equal`
 */
export function refuseNeverContained(list: Compared, value: Compared): void {
  if (list.node.kind === "tuple") refuse(value, { type: value.type, others: list.node.items, says: isNever });
  else
    refuse(list, {
      type: list.type !== undefined && "element" in list.type ? list.type.element : undefined,
      others: [value.node],
      says: (address, values) => `no element of \`${address}\` is ${values}`,
    });
}

const isNever = (address: string, values: string) => `\`${address}\` is never ${values}`;

/** Kinds of types between which Terraform converts. */
const CLASSES: readonly (readonly TypeConstraint["kind"][])[] = [
  ["string", "number", "bool"],
  ["list", "set", "tuple"],
  ["map", "object"],
];

/** Refuses `condition ? "a" : ["b"]`. @throws TfwrightError `types-differ` */
export function refuseOtherResult(name: string, { type: a }: Compared, { type: b }: Compared): void {
  const classOf = (type: TypeConstraint | undefined) =>
    CLASSES.find((kinds) => type !== undefined && kinds.includes(type.kind));
  const [first, second] = [classOf(a), classOf(b)];
  if (a === undefined || b === undefined || first === undefined || second === undefined || first === second) return;
  fail({
    code: "types-differ",
    path: "",
    message: `both values of \`${name}\` must have one type, but one is ${TYPE_WORDS[a.kind]} and the other ${TYPE_WORDS[b.kind]}`,
    hint: "give two values of one type, or null for one of them",
  });
}

interface ClosedComparison {
  /** The type with the closed set. */
  readonly type: TypeConstraint | undefined;
  readonly others: readonly Expression[];
  readonly says: (address: string, values: string) => string;
}

function refuse(closed: Compared, { type, others, says }: ClosedComparison): void {
  const values = type !== undefined && "values" in type ? type.values : undefined;
  const written = others.flatMap((node) => (node.kind === "literal" && node.value !== null ? [node.value] : []));
  const address = nameOfDeclared(closed.node);
  if (values === undefined || address === undefined || written.length === 0 || written.length < others.length) return;
  if (written.some((value) => values.includes(value as string | number))) return;
  const known = values.map(String);
  fail({
    code: "never-equal",
    path: "",
    message: `${says(
      address,
      listWords(
        written.map((value) => JSON.stringify(value)),
        "or",
      ),
    )}: its values are ${listWords(known)}`,
    hint: suggestName(String(written[0]), known, "values"),
  });
}
