/** Finds blocks of a type that are alike, so that each is written once: providers unroll recursive blocks to some depth. */
import type { BlockSchema } from "../terraform/schema/provider-schema";
import { camelCase } from "./type-names";

/** A block with fewer fields is repeated in place of being given a name. */
const FEWEST_FIELDS = 4;

/** A block that is written once, under a name. */
export interface SharedBlock {
  readonly name: string;
  readonly block: BlockSchema;
}

/** The blocks of a type that are written once. */
export class SharedBlocks {
  /** Blocks that are alike have the same number. */
  readonly #numbers = new Map<BlockSchema, number>();
  readonly #names = new Map<number, string>();
  /** Those that others contain come first. */
  readonly inOrder: readonly SharedBlock[];

  /** @param top content of the type itself, which is not shared */
  constructor(top: BlockSchema) {
    const different = this.#number(top);
    const uses = new Map<number, number>();
    const names = new Map<number, string>();
    for (const { blocks } of different) {
      for (const { name, block } of blocks) {
        const number = this.#numbers.get(block) as number;
        uses.set(number, (uses.get(number) ?? 0) + 1);
        if (!names.has(number)) names.set(number, name);
      }
    }
    const taken = new Set<string>();
    const order: SharedBlock[] = [];
    for (const block of different) {
      const number = this.#numbers.get(block) as number;
      const isSmall = block.attributes.length < FEWEST_FIELDS && block.blocks.length === 0;
      if ((uses.get(number) ?? 0) < 2 || isSmall) continue;
      const name = freeName(`${camelCase(names.get(number) as string)}Block`, taken);
      this.#names.set(number, name);
      order.push({ name, block });
    }
    this.inOrder = order;
  }

  /** Numbers all blocks below one and itself; the result has one of each number, those that others contain first. */
  #number(top: BlockSchema): readonly BlockSchema[] {
    const different: BlockSchema[] = [];
    const known = new Map<string, number>();
    const visit = (block: BlockSchema): number => {
      const inner = block.blocks.map((one) => [one.name, one.nesting, one.min, one.max, visit(one.block)]);
      const text = JSON.stringify([block.attributes, block.description, block.deprecated, inner]);
      const number = known.get(text) ?? known.size;
      this.#numbers.set(block, number);
      if (!known.has(text)) different.push(block);
      known.set(text, number);
      return number;
    };
    visit(top);
    return different;
  }

  /** The name under which a block is written once; undefined where it stands in place. */
  nameOf(block: BlockSchema): string | undefined {
    const number = this.#numbers.get(block);
    return number === undefined ? undefined : this.#names.get(number);
  }
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}
