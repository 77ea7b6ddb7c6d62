/**
 * Finds parts of a type that are alike, so that each is written once: providers unroll recursive blocks to some depth,
 * and some types of attributes are as large.
 */
import type { AttributeSchema, NestedBlockSchema, ValueType } from "../terraform/schema/provider-schema";

/** What a part is made of. */
interface PartContent<T> {
  /** All that distinguishes it but what is in `inner`. */
  readonly own: unknown;
  readonly inner: readonly { readonly name: string; readonly part: T }[];
  readonly fields: number;
}

/** What holds fields: a block, or an attribute whose attributes have schemas of their own. */
export interface FieldsHolder {
  readonly attributes: readonly AttributeSchema[];
  readonly blocks?: readonly NestedBlockSchema[];
  readonly description?: string;
  readonly deprecated?: string | true;
}

/** A part that is written once, under a name. */
interface SharedPart<T> {
  readonly name: string;
  readonly part: T;
}

/** The parts of a type that are written once. */
export class SharedParts<T> {
  /** Parts that are alike have the same number. */
  readonly #numbers = new Map<T, number>();
  readonly #names = new Map<number, string>();
  /** Those that others contain come first. */
  readonly inOrder: readonly SharedPart<T>[];

  /**
   * @param tops what holds the parts, and is not shared itself
   * @param options `isNamed` decides which parts get a name, `nameOf` makes it from that of the first field with the part;
   * `taken` are names that are used already, and is given the new ones
   */
  constructor(
    tops: readonly T[],
    options: {
      readonly contentOf: (part: T) => PartContent<T>;
      readonly isNamed: (content: PartContent<T>, uses: number) => boolean;
      readonly nameOf: (field: string) => string;
      readonly taken: Set<string>;
    },
  ) {
    const { contentOf, isNamed, nameOf, taken } = options;
    const different = this.#number(tops, contentOf);
    const uses = new Map<number, number>();
    const names = new Map<number, string>();
    for (const { content } of different) {
      for (const { name, part } of content.inner) {
        const number = this.#numbers.get(part) as number;
        uses.set(number, (uses.get(number) ?? 0) + 1);
        if (!names.has(number)) names.set(number, name);
      }
    }
    const order: SharedPart<T>[] = [];
    for (const { part, content } of different) {
      const number = this.#numbers.get(part) as number;
      if (!names.has(number) || !isNamed(content, uses.get(number) ?? 0)) continue;
      const name = freeName(nameOf(names.get(number) as string), taken);
      this.#names.set(number, name);
      order.push({ name, part });
    }
    this.inOrder = order;
  }

  /** The name under which a part is written once; undefined where it stands in place. */
  nameOf(part: T): string | undefined {
    const number = this.#numbers.get(part);
    return number === undefined ? undefined : this.#names.get(number);
  }

  /** Numbers all parts; the result has one of each number, those that others contain first. */
  #number(tops: readonly T[], contentOf: (part: T) => PartContent<T>) {
    const different: { readonly part: T; readonly content: PartContent<T> }[] = [];
    const known = new Map<string, number>();
    const visit = (part: T): number => {
      const content = contentOf(part);
      const text = JSON.stringify([content.own, content.inner.map((one) => [one.name, visit(one.part)])]);
      const number = known.get(text) ?? known.size;
      this.#numbers.set(part, number);
      if (!known.has(text)) different.push({ part, content });
      known.set(text, number);
      return number;
    };
    for (const top of tops) visit(top);
    return different;
  }
}

/** The content of a block or of a nested attribute: its own arguments, and what in it has fields. */
export function contentOfFields({
  attributes,
  blocks = [],
  description,
  deprecated,
}: FieldsHolder): PartContent<FieldsHolder> {
  const bounds = blocks.map(({ nesting, min, max }) => [nesting, min, max]);
  const own = attributes.map(({ nested, ...one }) => [one, nested?.nesting]);
  return {
    own: [own, description, deprecated, bounds],
    inner: [
      ...attributes.flatMap(({ name, nested }) => (nested === undefined ? [] : [{ name, part: nested }])),
      ...blocks.map(({ name, block }) => ({ name, part: block })),
    ],
    fields: attributes.length + blocks.length,
  };
}

/** The content of a type: the objects in it are its parts. */
export function contentOfType(type: ValueType): PartContent<ValueType> {
  const inner: { readonly name: string; readonly part: ValueType }[] = [];
  /** The type with a mark where an object is. */
  const outline = (name: string, one: ValueType): unknown => {
    if (typeof one === "string") return one;
    if (one[0] === "tuple") return [one[0], one[1].map((item) => outline(name, item))];
    if (one[0] !== "object") return [one[0], outline(name, one[1])];
    inner.push({ name, part: one });
    return "object";
  };
  if (typeof type === "string" || type[0] !== "object") return { own: outline("item", type), inner, fields: 0 };
  const own = Object.entries(type[1]).map(([name, one]) => [name, outline(name, one)]);
  return { own, inner, fields: own.length };
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}
